import { applyEdits } from '../model/edit.ts';
import { type Scenario, STEPS } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Answer, Exercise, Order } from './exercise.ts';
import { type Unmet, unmetGoals } from './goal.ts';

/** What an answer is worth, and why. */
export interface Grade {
  /** Points earned, 0 to `of`; whole numbers. */
  readonly points: number;
  /** Points that can be earned. */
  readonly of: number;
  readonly isRight: boolean;
  /** What of the answer was wrong or left out: relationship ids, or places of items. */
  readonly wrong: readonly string[];
  /** What is missing of the goal, where there is one. */
  readonly unmet: readonly Unmet[];
  /** Edits made, where edits are the answer. */
  readonly edits?: number;
  /** More edits than the exercise allows. */
  readonly isOverLimit?: true;
}

/**
 * Judges the answer by the policy. An answer of another kind, or to what is not there, earns nothing.
 *
 * Points: one for each relationship predicted or marked rightly (of those that are asked about; one that
 * is marked wrongly takes one away, down to none), one for everything else.
 */
export function grade(exercise: Exercise, answer: Answer): Grade {
  if (exercise.kind === 'predict' && answer.kind === 'predict') {
    const { verdicts } = judge(exercise.scenario);
    const wrong = exercise.relationships.filter(
      (id) => answer.predictions[id]?.status !== verdicts.get(id)?.status,
    );
    const of = exercise.relationships.length;
    return graded(of - wrong.length, of, wrong);
  }
  if (exercise.kind === 'reason' && answer.kind === 'reason') {
    const rules = judge(exercise.scenario).verdicts.get(exercise.relationship)?.rules ?? [];
    return rules.includes(answer.rule) ? graded(1, 1) : graded(0, 1, [exercise.relationship]);
  }
  if (exercise.kind === 'spot' && answer.kind === 'spot') {
    const right = new Set(notValid(exercise.scenario));
    const marked = new Set(answer.relationships);
    const missed = [...right].filter((id) => !marked.has(id));
    const extra = [...marked].filter((id) => !right.has(id));
    const points = Math.max(0, right.size - missed.length - extra.length);
    return graded(points, right.size, [...missed, ...extra]);
  }
  if (exercise.kind === 'order' && answer.kind === 'order') {
    const right = rightOrder(exercise);
    const wrong = right.filter((place, index) => answer.order[index] !== place).map(String);
    const isWhole = answer.order.length === right.length;
    return wrong.length === 0 && isWhole ? graded(1, 1) : graded(0, 1, wrong);
  }
  if (
    (exercise.kind === 'repair' && answer.kind === 'repair') ||
    (exercise.kind === 'build' && answer.kind === 'build')
  ) {
    const after = applyEdits(exercise.scenario, answer.edits);
    const unmet = unmetGoals(exercise.goal, after, exercise.scenario);
    const edits = answer.edits.length;
    const isOverLimit = exercise.kind === 'repair' && edits > (exercise.atMost ?? edits);
    const isRight = unmet.length === 0 && !isOverLimit;
    const base = { ...graded(isRight ? 1 : 0, 1), isRight, unmet, edits };
    return isOverLimit ? { ...base, isOverLimit } : base;
  }
  return graded(0, pointsOf(exercise), ['']);
}

/** Points that can be earned. */
export function pointsOf(exercise: Exercise): number {
  if (exercise.kind === 'predict') return exercise.relationships.length;
  return exercise.kind === 'spot' ? notValid(exercise.scenario).length : 1;
}

/**
 * The places of the items in their right order: facts as the steps are taken (F18), parties as they stand
 * on a supported chain to a customer. Items that no such chain has keep their place behind.
 */
export function rightOrder({ items, scenario }: Order): readonly number[] {
  const routes = judge(scenario).customers.flatMap((customer) => customer.routes);
  const parties = items.flatMap((item) => ('party' in item ? [item.party] : []));
  const route = routes.find((one) => parties.every((party) => one.includes(party))) ?? [];
  const rank = (place: number) => {
    const item = items[place];
    if (!item) return -1;
    return 'fact' in item
      ? (STEPS as readonly string[]).indexOf(item.fact)
      : route.indexOf(item.party);
  };
  return items.map((_, place) => place).sort((a, b) => rank(a) - rank(b));
}

/** Relationships that are refused, in the scenario's order. */
function notValid(scenario: Scenario): string[] {
  return [...judge(scenario).verdicts].flatMap(([id, { status }]) =>
    status === 'valid' ? [] : [id],
  );
}

function graded(points: number, of: number, wrong: readonly string[] = []): Grade {
  return { points, of, isRight: points === of && wrong.length === 0, wrong, unmet: [] };
}
