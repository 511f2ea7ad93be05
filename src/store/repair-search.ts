import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_LIMITS, type RepairOutcome, searchRepairs } from '../what-if/repair.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import type { App } from './app.ts';

export interface SearchTask {
  readonly scenario: Scenario;
  readonly target: RepairTarget;
}

/** What a search has; the last time that `isDone`. */
export interface SearchNews {
  readonly outcome: RepairOutcome;
  readonly isDone: boolean;
}

/** Begins a search and tells of it now and then. @returns ends it */
export type StartSearch = (task: SearchTask, onNews: (news: SearchNews) => void) => () => void;

/** Between two pieces of news: often enough to be seen moving. */
const NEWS_MS = 120;
/** How long the page may be kept from its other work. */
const CHUNK_MS = 12;

/** Beside the page where that is possible, otherwise in its pauses. */
export function startRepairSearch({ host }: App, ...args: Parameters<StartSearch>): () => void {
  return (host.searchRepairs ?? searchInChunks)(...args);
}

export const searchInChunks: StartSearch = (task, onNews) => {
  const step = stepper(task, CHUNK_MS, onNews);
  const run = () => {
    timer = step() ? undefined : setTimeout(run);
  };
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(run);
  return () => clearTimeout(timer);
};

/**
 * A search that goes on by about so many milliseconds each time it is asked.
 *
 * @returns whether it is done
 */
export function stepper(
  { scenario, target }: SearchTask,
  milliseconds: number,
  onNews: (news: SearchNews) => void,
): () => boolean {
  const search = searchRepairs(scenario, target, DEFAULT_LIMITS);
  let lastNews = performance.now();
  return () => {
    const end = performance.now() + milliseconds;
    for (;;) {
      const { value: outcome, done: isDone = false } = search.next();
      const now = performance.now();
      if (isDone || now - lastNews > NEWS_MS) {
        onNews({ outcome, isDone });
        lastNews = now;
      }
      if (isDone) return true;
      if (now > end) return false;
    }
  };
}
