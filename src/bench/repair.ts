import { performance } from 'node:perf_hooks';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { findRepairs, searchRepairs } from '../what-if/repair.ts';
import { problem } from './problem.ts';

/**
 * What a search for repairs costs: as many judgements as combinations were tried, so its time is told in
 * judgements of the same scenario in the same run, and in milliseconds for who waits for it.
 */

const REPETITIONS = 21;
const PARTIES = 12;
const RELATIONSHIPS = 20;
/** Milliseconds for every combination of three edits. */
const GOAL = 200;

/** A new object each time: the policy module remembers scenarios that it has seen. */
const fresh = (scenario: Scenario): Scenario => ({ ...scenario });

function medianOf(run: () => unknown): number {
  for (let i = 0; i < 3; i++) run();
  const times = Array.from({ length: REPETITIONS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[REPETITIONS >> 1] as number;
}

function printSearch(title: string, scenario: Scenario): void {
  const invalid = [...judge(scenario).verdicts.values()].filter(({ status }) => status !== 'valid');
  const limits = { tries: Number.POSITIVE_INFINITY, atLeast: 3, atMost: 3 };
  const { tried, covered, repairs } = findRepairs(fresh(scenario), 'all', limits);
  if (covered < 3) throw new Error('the search did not try every combination of three edits');
  const time = medianOf(() => findRepairs(fresh(scenario), 'all', limits));
  const once = medianOf(() => judge(fresh(scenario)));
  const found = `${invalid.length} not valid, ${tried} scenarios judged, ${repairs.length} repairs`;
  const remark = `${(time / once).toFixed(0)} judgements (goal: under ${GOAL} ms)`;
  console.log(`  ${title.padEnd(34)} ${time.toFixed(1).padStart(8)} ms ${remark}; ${found}`);
}

/** The longest that the page would wait if the search ran beside it, from one yield to the next. */
function printLongestStep(parties: number, relationships: number): void {
  const scenario = problem(parties, relationships, 0.95);
  const limits = { tries: 500, atLeast: 3 };
  let longest = 0;
  let last = performance.now();
  let tried = 0;
  for (const outcome of searchRepairs(scenario, 'all', limits)) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    tried = outcome.tried;
  }
  const title = `${parties} parties, ${relationships} relationships`;
  console.log(
    `  ${title.padEnd(34)} ${longest.toFixed(1).padStart(8)} ms longest step of ${tried} tries`,
  );
}

export function printRepairs(): void {
  console.log(
    `\nSearching for repairs, ${PARTIES} parties, everything to become valid, every combination of 3 edits, median of ${REPETITIONS}`,
  );
  printSearch('a picture that somebody keeps valid', problem(PARTIES, RELATIONSHIPS, 0.95));
  printSearch('drawn at random', problem(PARTIES, RELATIONSHIPS, 0));
  console.log('Larger ones, never blocking for long');
  printLongestStep(200, 1_000);
  printLongestStep(1_000, 4_000);
}
