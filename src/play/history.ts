import { applyEdits, type Edit } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';

/** A scenario that is edited step by step, there and back. */
export interface History {
  readonly past: readonly Scenario[];
  readonly now: Scenario;
  readonly future: readonly Scenario[];
}

export function historyOf(scenario: Scenario): History {
  return { past: [], now: scenario, future: [] };
}

/** One step, however many edits; none where they change nothing. */
export function edited(history: History, edits: readonly Edit[]): History {
  const now = applyEdits(history.now, edits);
  if (now === history.now) return history;
  return { past: [...history.past, history.now], now, future: [] };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
  };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.now], now: next, future };
}
