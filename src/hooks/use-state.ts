import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';
import { judgementOf } from '../store/app.ts';
import type { ViewState } from '../store/view.ts';
import { activeOf, type OpenScenario, type WorkspaceState } from '../store/workspace.ts';
import { type Comparison, compare } from '../what-if/compare.ts';
import { useApp } from './app-context.ts';
import { ShownContext } from './shown.ts';

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useApp().view, select);
}

export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useApp().workspace, select);
}

export function useActive(): OpenScenario {
  return useWorkspace(activeOf);
}

/** The scenario that is being edited, whatever is shown. */
export function useActiveScenario(): Scenario {
  return useStore(useActive().store, (state) => state.scenario);
}

/** The scenario as shown here: on the canvas it may be merged with a preview or a baseline. */
export function useScenario(): Scenario {
  const active = useActiveScenario();
  return useContext(ShownContext)?.merged ?? active;
}

export function useJudgement(): Judgement {
  const scenario = useScenario();
  return useContext(ShownContext)?.judgement ?? judgementOf(scenario);
}

/** How the scenario differs from its baseline; null while it is compared with none. */
export function useBaselineComparison(): Comparison | null {
  const scenario = useActiveScenario();
  const baseline = useActive().baseline?.scenario;
  return useMemo(() => (baseline ? compare(baseline, scenario) : null), [scenario, baseline]);
}

/** What the canvas shows instead of the scenario alone; null where it shows just that. */
export function useComparison(): Comparison | null {
  const scenario = useActiveScenario();
  const preview = useView((state) => state.preview);
  const baseline = useBaselineComparison();
  const previewed = useMemo(
    () => (preview ? compare(scenario, preview) : null),
    [scenario, preview],
  );
  // While a relationship is being drawn, what is not there any more can't be an end of it.
  const isConnecting = useView((state) => state.connectingFrom !== null);
  return previewed ?? (isConnecting ? null : baseline);
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
