import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../model/scenario.ts';

/** Undo steps kept for each scenario. */
export const HISTORY_LIMIT = 200;

/** The scenario alone: what the reader looks at or has selected is no edit, and is not undone. */
export interface ScenarioState {
  readonly scenario: Scenario;
}

export type ScenarioStore = StoreApi<ScenarioState> & {
  readonly temporal: StoreApi<TemporalState<ScenarioState>>;
};

export function createScenarioStore(scenario: Scenario): ScenarioStore {
  return createStore<ScenarioState>()(
    temporal((): ScenarioState => ({ scenario }), {
      limit: HISTORY_LIMIT,
      // An edit without effect gives back the same object, and is no step.
      equality: (past, current) => past.scenario === current.scenario,
    }),
  );
}
