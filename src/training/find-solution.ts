import { applyEdits, type Edit } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { searchRepairs } from '../what-if/repair.ts';
import type { Repair } from '../what-if/repair-result.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import { editsBetween } from './difference.ts';
import type { Editing } from './exercise.ts';
import { type Goal, unmetGoals } from './goal.ts';

export interface FoundSolution {
  readonly edits: readonly Edit[];
  /** As edits are counted: those between the start and the end. */
  readonly count: number;
  /** The fewest that any solution found takes; another may be shown for being the better one. */
  readonly fewest: number;
  /** Taking away what is not valid is enough. */
  readonly isByRemoval: boolean;
}

/** Judgements of parties and relationships in all, for one exercise: what takes a moment at most. */
const WORK = 6_000;
const MOST_TRIES = 400;
const FEWEST_TRIES = 10;

/** Of a scenario and goal that are asked about again and again while a title is typed. */
let last: { readonly key: string; readonly found: FoundSolution | undefined } | undefined;

/**
 * The best solution among the repairs that the rules offer; one that only takes away comes last. That none
 * is found proves nothing: the search makes what is drawn valid, and builds no chain.
 *
 * @param effort the share of the usual work, 0 to 1, where many are searched
 */
export function findSolution(
  { scenario, goal }: Pick<Editing, 'scenario' | 'goal'>,
  effort = 1,
): FoundSolution | undefined {
  const key = JSON.stringify([scenario, goal, effort]);
  if (last?.key !== key) last = { key, found: search(scenario, goal, effort) };
  return last.found;
}

function search(scenario: Scenario, goal: Goal, effort: number): FoundSolution | undefined {
  const size = scenario.parties.length + scenario.relationships.length;
  const most = Math.min(MOST_TRIES, Math.floor(WORK / (size + 1)));
  const tries = Math.max(FEWEST_TRIES, Math.floor(most * effort));
  const steps = searchRepairs(scenario, targetOf(goal), { tries, atLeast: 3, atMost: 8 });
  let next = steps.next();
  while (!next.done) next = steps.next();
  const { repairs, removal } = next.value;
  const solves = ({ edits }: Repair) =>
    edits.length > 0 && unmetGoals(goal, applyEdits(scenario, edits), scenario).length === 0;
  const found = repairs.filter(solves);
  const isByRemoval = removal !== undefined && solves(removal);
  const all = isByRemoval ? [...found, removal] : found;
  const [best] = all;
  if (!best) return undefined;
  const countOf = ({ edits }: Repair) => editsBetween(scenario, applyEdits(scenario, edits)).length;
  return {
    edits: best.edits,
    count: countOf(best),
    fewest: Math.min(...all.map(countOf)),
    isByRemoval,
  };
}

/** A goal about one relationship needs no others to become valid. */
function targetOf(goal: Goal): RepairTarget {
  const wanted = goalsIn(goal).flatMap((one) =>
    'valid' in one ? [one.valid] : 'served' in one || 'related' in one ? ['every'] : [],
  );
  const [only = 'every'] = wanted;
  return wanted.length > 1 || only === 'every' ? 'all' : { relationship: only };
}

/** The parts of a goal, none of them an `all`. */
export function goalsIn(goal: Goal): readonly Exclude<Goal, { readonly all: readonly Goal[] }>[] {
  return 'all' in goal ? goal.all.flatMap(goalsIn) : [goal];
}

/** The exercise with its par: the fewest edits known to do. */
export function withPar<T extends Editing>(exercise: T): T {
  const { scenario, solution } = exercise;
  const own = editsBetween(scenario, applyEdits(scenario, solution)).length;
  return { ...exercise, par: Math.min(own, findSolution(exercise)?.fewest ?? own) };
}
