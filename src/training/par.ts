import { applyEdits, type Edit } from '../model/edit.ts';
import { findRepairs, type RepairLimits } from '../what-if/repair.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import { routes } from '../what-if/routes.ts';
import { editsBetween } from './difference.ts';
import type { Editing } from './exercise.ts';
import { type Goal, type Unmet, unmetGoals } from './goal.ts';

/** How few edits do for an exercise, as far as is known. */
export interface Par {
  readonly edits: number;
  /** `search`: found without looking at the solution; `solution`: nothing smaller was found than that. */
  readonly by: 'search' | 'solution';
  /** Whether the search tried every combination of fixes with fewer edits. */
  readonly isProven: boolean;
}

const LIMITS: RepairLimits = { tries: 4000, atLeast: 2 };

/**
 * The fewest edits that meet the goal: of the repairs that the search finds where relationships are to
 * become valid, of the routes where a customer is to be served, and of the solution. Counted by
 * `editsBetween`, as a learner's edits are.
 */
export function parOf(exercise: Editing, limits: RepairLimits = LIMITS): Par {
  const { scenario: start, goal } = exercise;
  const count = (edits: readonly Edit[]) => {
    const end = applyEdits(start, edits);
    const meets = unmetGoals(goal, end, start).length === 0;
    return meets ? editsBetween(start, end).length : Number.POSITIVE_INFINITY;
  };
  const solution = count(exercise.solution);
  const goals = goalsIn(goal);
  const searches = goals.flatMap(targetOf).map((target) => findRepairs(start, target, limits));
  const repairs = searches.flatMap((outcome) => outcome.repairs.map(({ edits }) => edits));
  const reaching = goals.flatMap((one) => {
    if (!('served' in one)) return [];
    const { here, through } = routes(start, undefined, one.served);
    return [...here, ...through].map(({ edits }) => edits);
  });
  const leastOf = (found: readonly (readonly Edit[])[]) =>
    Math.min(Number.POSITIVE_INFINITY, ...found.filter(judgesAlike).map(count));
  const repaired = leastOf(repairs);
  const least = Math.min(repaired, leastOf(reaching));
  if (least > solution) return { edits: solution, by: 'solution', isProven: false };
  const isProven =
    least === repaired &&
    searches.some(({ covered, isComplete }) => isComplete || covered >= least - 1);
  return { edits: least, by: 'search', isProven };
}

/** Another day or edition judges otherwise and repairs nothing. */
function judgesAlike(edits: readonly Edit[]): boolean {
  return edits.every(({ op }) => op !== 'setScenario');
}

function goalsIn(goal: Goal): readonly Unmet[] {
  return 'all' in goal ? goal.all.flatMap(goalsIn) : [goal];
}

function targetOf(goal: Unmet): readonly RepairTarget[] {
  if (!('valid' in goal)) return [];
  return goal.valid === 'every' ? ['all'] : [{ relationship: goal.valid }];
}
