import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario } from '../model/scenario.ts';
import { startRepairSearch } from '../store/repair-search.ts';
import type { RepairOutcome } from '../what-if/repair.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import { useApp } from './app-context.ts';
import { useActiveScenario } from './use-state.ts';

export interface RepairSearch {
  readonly state: 'idle' | 'running' | 'stopped' | 'done';
  /** What has been found so far. */
  readonly outcome: RepairOutcome | undefined;
  readonly start: () => void;
  readonly stop: () => void;
}

interface Known extends Pick<RepairSearch, 'state' | 'outcome'> {
  readonly scenario: Scenario;
}

/** A search for repairs of the scenario as it is now; a change of the scenario ends it. */
export function useRepairSearch(target: RepairTarget): RepairSearch {
  const app = useApp();
  const scenario = useActiveScenario();
  const relationship = target === 'all' ? undefined : target.relationship;
  const [known, setKnown] = useState<Known>();
  const end = useRef<() => void>(undefined);

  const start = useCallback(() => {
    end.current?.();
    setKnown({ scenario, state: 'running', outcome: undefined });
    const task = {
      scenario,
      target: relationship === undefined ? 'all' : { relationship },
    } as const;
    end.current = startRepairSearch(app, task, ({ outcome, isDone }) =>
      setKnown({ scenario, state: isDone ? 'done' : 'running', outcome }),
    );
  }, [app, scenario, relationship]);

  const stop = useCallback(() => {
    end.current?.();
    setKnown((now) => now && { ...now, state: 'stopped' });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario or target ends the search for this one
  useEffect(() => () => end.current?.(), [scenario, relationship]);

  const current = known?.scenario === scenario ? known : undefined;
  return { state: current?.state ?? 'idle', outcome: current?.outcome, start, stop };
}
