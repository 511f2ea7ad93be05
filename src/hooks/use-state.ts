import { useStore } from 'zustand';
import type { Scenario } from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';
import { judgementOf } from '../store/app.ts';
import type { ViewState } from '../store/view.ts';
import { activeOf, type OpenScenario, type WorkspaceState } from '../store/workspace.ts';
import { useApp } from './app-context.ts';

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useApp().view, select);
}

export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useApp().workspace, select);
}

export function useActive(): OpenScenario {
  return useWorkspace(activeOf);
}

export function useScenario(): Scenario {
  return useStore(useActive().store, (state) => state.scenario);
}

export function useJudgement(): Judgement {
  return judgementOf(useScenario());
}

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function useHistory(): History {
  const { temporal } = useActive().store;
  const canUndo = useStore(temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(temporal, ({ futureStates }) => futureStates.length > 0);
  return { canUndo, canRedo };
}
