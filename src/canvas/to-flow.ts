import type { Edge, Node } from '@xyflow/react';
import type { Box } from '../geometry/layout.ts';
import { PARTY_SIZE } from '../geometry/layout.ts';
import { type DrawnLine, drawLines } from '../geometry/line.ts';
import type { Party, Position, Relationship, Scenario } from '../model/scenario.ts';
import type { Selection } from '../store/view.ts';

export type PartyFlowNode = Node<{ party: Party }, 'party'>;
export type RelationshipFlowEdge = Edge<
  { relationship: Relationship; drawn: DrawnLine },
  'relationship'
>;

/** What only the canvas knows: sizes as drawn, and places while something is being dragged. */
export interface Local {
  readonly measured: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  readonly dragged: ReadonlyMap<string, Position>;
}

export const NOTHING_LOCAL: Local = { measured: new Map(), dragged: new Map() };

const ORIGIN: Position = { x: 0, y: 0 };

/** Parties as nodes. A node whose parts are the same is the same object, so that it is not drawn again. */
export function toNodes(
  { parties }: Scenario,
  active: Scenario,
  { parties: selected }: Selection,
  { measured, dragged }: Local,
  before: readonly PartyFlowNode[],
): PartyFlowNode[] {
  const isSelected = new Set(selected);
  const old = new Map(before.map((node) => [node.id, node]));
  const isReal =
    parties === active.parties ? undefined : new Set(active.parties.map(({ id }) => id));
  return parties.map((party) => {
    const isGhost = isReal !== undefined && !isReal.has(party.id);
    const position = dragged.get(party.id) ?? party.position ?? ORIGIN;
    const size = measured.get(party.id);
    const known = old.get(party.id);
    const same =
      known?.data.party === party &&
      known.selected === isSelected.has(party.id) &&
      known.measured === size &&
      (known.draggable === false) === isGhost &&
      known.position.x === position.x &&
      known.position.y === position.y;
    if (same) return known;
    const node: PartyFlowNode = {
      id: party.id,
      type: 'party',
      data: { party },
      position: { x: position.x, y: position.y },
      selected: isSelected.has(party.id),
      // What a screen reader is told stands on the button inside; the wrapper is only a place.
      ariaRole: 'presentation',
      domAttributes: WITHOUT_WORDS,
    };
    if (isGhost) Object.assign(node, GHOST);
    return size ? { ...node, measured: size } : node;
  });
}

const GHOST: Partial<PartyFlowNode> = { draggable: false, selectable: false, connectable: false };

/** The library would say "node" and "edge" here, in English, in every language. */
const WITHOUT_WORDS = { 'aria-roledescription': undefined } as NonNullable<
  PartyFlowNode['domAttributes']
>;

/** Relationships as edges, their lines worked out from where the parties stand now. */
export function toEdges(
  { relationships }: Scenario,
  { relationships: selected }: Selection,
  nodes: readonly PartyFlowNode[],
  before: readonly RelationshipFlowEdge[],
): RelationshipFlowEdge[] {
  const isSelected = new Set(selected);
  const old = new Map(before.map((edge) => [edge.id, edge]));
  const drawn = drawLines(relationships, boxesOf(nodes));
  return relationships.flatMap((relationship) => {
    const line = drawn.get(relationship.id);
    if (!line) return [];
    const known = old.get(relationship.id);
    const same =
      known?.data?.relationship === relationship &&
      known.selected === isSelected.has(relationship.id) &&
      known.data.drawn.path === line.path &&
      known.data.drawn.badge.x === line.badge.x &&
      known.data.drawn.badge.y === line.badge.y;
    if (same) return [known];
    const edge: RelationshipFlowEdge = {
      id: relationship.id,
      type: 'relationship',
      source: relationship.from,
      target: relationship.to,
      data: { relationship, drawn: line },
      selected: isSelected.has(relationship.id),
      // The badge is a button with a name; the line itself is for the eye.
      domAttributes: { 'aria-hidden': true },
    };
    return [edge];
  });
}

export function boxesOf(nodes: readonly PartyFlowNode[]): Map<string, Box> {
  return new Map(
    nodes.map(({ id, position, measured }) => [
      id,
      {
        x: position.x,
        y: position.y,
        width: measured?.width ?? PARTY_SIZE.width,
        height: measured?.height ?? PARTY_SIZE.height,
      },
    ]),
  );
}
