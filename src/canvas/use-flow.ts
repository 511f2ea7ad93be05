import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import type { Position, Scenario } from '../model/scenario.ts';
import { movePartiesTo, select } from '../store/edit.ts';
import {
  type Local,
  NOTHING_LOCAL,
  type PartyFlowNode,
  type RelationshipFlowEdge,
  toEdges,
  toNodes,
} from './to-flow.ts';

/**
 * The scenario as the library wants it. Only three of its changes come back: sizes and places while
 * dragging stay on the canvas, the selection goes to the view, and the end of a drag is one edit.
 *
 * @param shown the scenario, or what stands on the canvas instead: what only that has can't be moved
 */
export function useFlow(shown: Scenario) {
  const app = useApp();
  const scenario = useActiveScenario();
  const selection = useView((state) => state.selection);
  const [local, setLocal] = useState<Local>(NOTHING_LOCAL);

  const drawnNodes = useRef<PartyFlowNode[]>([]);
  const drawnEdges = useRef<RelationshipFlowEdge[]>([]);
  const nodes = toNodes(shown, scenario, selection, local, drawnNodes.current);
  const edges = toEdges(shown, selection, nodes, drawnEdges.current);
  drawnNodes.current = nodes;
  drawnEdges.current = edges;

  const onNodesChange = useCallback(
    (changes: NodeChange<PartyFlowNode>[]) => {
      setLocal((before) => withChanges(before, changes));
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const { parties, relationships } = app.view.getState().selection;
        select(app, { parties: chosenFrom(parties, chosen), relationships });
      }
    },
    [app],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<RelationshipFlowEdge>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const { parties, relationships } = app.view.getState().selection;
      select(app, { parties, relationships: chosenFrom(relationships, chosen) });
    },
    [app],
  );

  const onNodeDragStop = useCallback(
    (_: unknown, __: unknown, moved: PartyFlowNode[]) => {
      const places = new Map(moved.map(({ id, position }) => [id, rounded(position)]));
      movePartiesTo(app, places);
      setLocal((before) => ({ ...before, dragged: NOTHING_LOCAL.dragged }));
    },
    [app],
  );

  return { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStop };
}

function withChanges(before: Local, changes: readonly NodeChange<PartyFlowNode>[]): Local {
  const measured = new Map(before.measured);
  const dragged = new Map(before.dragged);
  let differs = false;
  for (const change of changes) {
    if (change.type === 'dimensions' && change.dimensions) {
      measured.set(change.id, change.dimensions);
      differs = true;
    } else if (change.type === 'position' && change.dragging && change.position) {
      dragged.set(change.id, change.position);
      differs = true;
    }
  }
  return differs ? { measured, dragged } : before;
}

function chosenFrom(
  before: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): string[] {
  const chosen = new Set(before);
  for (const { id, selected } of changes) {
    if (selected) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}

function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}
