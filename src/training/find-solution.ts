import { applyEdits, type Edit } from '../model/edit.ts';
import { searchRepairs } from '../what-if/repair.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import { editsBetween } from './difference.ts';
import type { Editing } from './exercise.ts';
import { type Goal, unmetGoals } from './goal.ts';

export interface FoundSolution {
  readonly edits: readonly Edit[];
  /** As edits are counted: those between the start and the end. */
  readonly count: number;
}

/** Judgements of parties and relationships in all, for one exercise: what takes a moment at most. */
const WORK = 6_000;
const MOST_TRIES = 400;

/**
 * The smallest solution among the repairs that the rules offer. That none is found proves nothing: the
 * search makes what is drawn valid, and builds no chain.
 */
export function findSolution({ scenario, goal }: Pick<Editing, 'scenario' | 'goal'>) {
  const size = scenario.parties.length + scenario.relationships.length;
  const tries = Math.max(10, Math.min(MOST_TRIES, Math.floor(WORK / (size + 1))));
  const search = searchRepairs(scenario, targetOf(goal), { tries, atLeast: 3, atMost: 8 });
  let next = search.next();
  while (!next.done) next = search.next();
  const { repairs, removal } = next.value;
  const found = [...repairs, ...(removal ? [removal] : [])].flatMap(
    ({ edits }): FoundSolution[] => {
      const after = applyEdits(scenario, edits);
      if (edits.length === 0 || unmetGoals(goal, after, scenario).length > 0) return [];
      return [{ edits, count: editsBetween(scenario, after).length }];
    },
  );
  return found.sort((a, b) => a.count - b.count)[0];
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
  return { ...exercise, par: Math.min(own, findSolution(exercise)?.count ?? own) };
}
