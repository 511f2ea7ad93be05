import type { ConnectionLineComponentProps } from '@xyflow/react';
import { PARTY_SIZE } from '../geometry/layout.ts';
import { drawLoose } from '../geometry/line.ts';
import type { PartyFlowNode } from './to-flow.ts';

/** The relationship while it is being drawn, from the party to the pointer. */
export function ConnectionLine({
  fromNode,
  toX,
  toY,
}: ConnectionLineComponentProps<PartyFlowNode>) {
  const { x, y } = fromNode.internals.positionAbsolute;
  const { width = PARTY_SIZE.width, height = PARTY_SIZE.height } = fromNode.measured;
  return (
    <path className="line line--loose" d={drawLoose({ x, y, width, height }, { x: toX, y: toY })} />
  );
}
