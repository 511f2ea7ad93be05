import { applyEdit, applyEdits } from '../model/edit.ts';
import { type ChainStatus, STEPS } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement, Value } from '../policy/types.ts';
import { editsBetween } from './difference.ts';
import type { ChooseReason, Course, Editing, Exercise, Order, Predict, Text } from './exercise.ts';
import { findSolution, goalsIn } from './find-solution.ts';
import { type Unmet, unmetGoals } from './goal.ts';
import { rightOrder } from './grade.ts';

/** What is wrong with an exercise, so that nobody could answer it, or could rightly answer it otherwise. */
export const FAULT_CODES = [
  'noExercises',
  'noText',
  'nothingAsked',
  'predictTwice',
  'predictUnknown',
  'reasonNotRefused',
  'reasonUnknown',
  'reasonTwice',
  'reasonNone',
  'reasonSeveral',
  'reasonAll',
  'spotNothing',
  'spotUnknown',
  'orderFew',
  'orderTwice',
  'orderMixed',
  'orderNoStep',
  'orderNoRoute',
  'goalEmpty',
  'goalMet',
  'goalContradictory',
  'solutionMissing',
  'solutionNotFound',
  'solutionFails',
  'solutionTooLong',
  'solutionAdds',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** What could be better, and hinders nobody. */
export const WARNING_CODES = [
  'noTitle',
  'oneLanguage',
  'emptyLesson',
  'orderGiven',
  'goalByRemoval',
  'parLarger',
  'parSmaller',
  'solutionIdle',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** The words are at `authoring.fault.<code>` and `authoring.warning.<code>`. */
interface Remark<Code> {
  readonly code: Code;
  /** The exercise by id; null = the course, or the lesson that is named. */
  readonly exercise: string | null;
  readonly lesson: string | null;
  /** What the sentence is about; numbers are counts and places. */
  readonly params: Readonly<Record<string, Value | number>>;
  /** The languages or the parts of the goal that the sentence lists. */
  readonly languages?: readonly string[];
  readonly unmet?: readonly Unmet[];
}
export type Fault = Remark<FaultCode>;
export type Warning = Remark<WarningCode>;
/** What is found in one exercise, before it is said in which. */
type Found<Code> = Partial<Remark<Code>> & { readonly code: Code };

/** The languages of the product: a task in one of them leaves the readers of the others without. */
const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;

/**
 * Why the course can't be given to anybody; empty = it can. Judged by the policy. An exercise without a
 * solution gets one looked for, as far as the repair search goes.
 */
export function faultsOf(course: Course): readonly Fault[] {
  const count = course.lessons.reduce((sum, { exercises }) => sum + exercises.length, 0);
  if (count === 0) return [{ code: 'noExercises', exercise: null, lesson: null, params: {} }];
  const effort = effortFor(count);
  return course.lessons.flatMap((lesson) =>
    lesson.exercises.flatMap((exercise) =>
      faultsIn(exercise, effort).map((found) => remark(found, lesson.id, exercise.id)),
    ),
  );
}

/** What could be better. */
export function warningsOf(course: Course): readonly Warning[] {
  const count = course.lessons.reduce((sum, { exercises }) => sum + exercises.length, 0);
  const effort = effortFor(count);
  const ofCourse: Found<WarningCode>[] = isBlank(course.title) ? [{ code: 'noTitle' }] : [];
  return [
    ...ofCourse.map((found) => remark(found, null, null)),
    ...course.lessons.flatMap((lesson) => [
      ...lessonWarnings(lesson).map((found) => remark(found, lesson.id, null)),
      ...lesson.exercises.flatMap((exercise) =>
        warningsIn(exercise, effort).map((found) => remark(found, lesson.id, exercise.id)),
      ),
    ]),
  ];
}

/** So many exercises get a whole search each; more of them share its work. */
const SEARCHES = 10;

function effortFor(exercises: number): number {
  return Math.min(1, SEARCHES / Math.max(1, exercises));
}

function remark<Code>(found: Found<Code>, lesson: string | null, exercise: string | null) {
  return { params: {}, ...found, lesson, exercise };
}

function faultsIn(exercise: Exercise, effort: number): readonly Found<FaultCode>[] {
  const texts = [exercise.task, ...(exercise.hints ?? [])];
  const noText: Found<FaultCode>[] = texts.some((text) => text && isBlank(text))
    ? [{ code: 'noText' }]
    : [];
  return [...noText, ...faultsOfKind(exercise, judge(exercise.scenario), effort)];
}

function faultsOfKind(
  exercise: Exercise,
  judgement: Judgement,
  effort: number,
): readonly Found<FaultCode>[] {
  switch (exercise.kind) {
    case 'predict':
      return predictFaults(exercise, judgement);
    case 'reason':
      return reasonFaults(exercise, judgement);
    case 'spot':
      return spotFaults(judgement);
    case 'order':
      return orderFaults(exercise, judgement);
    default:
      return editingFaults(exercise, judgement, effort);
  }
}

function predictFaults(
  { relationships }: Predict,
  { verdicts }: Judgement,
): readonly Found<FaultCode>[] {
  if (relationships.length === 0) return [{ code: 'nothingAsked' }];
  const twice = repeated(relationships);
  const unknown = relationships.filter(
    (id) => (verdicts.get(id)?.status ?? 'unknown') === 'unknown',
  );
  return [
    ...listed('predictTwice', { relationships: twice }),
    ...listed('predictUnknown', { relationships: unknown }),
  ];
}

function reasonFaults(
  { relationship, choices }: ChooseReason,
  { verdicts }: Judgement,
): readonly Found<FaultCode>[] {
  const verdict = verdicts.get(relationship);
  const params = { relationship: { relationships: [relationship] } };
  if (!verdict) return [{ code: 'nothingAsked' }];
  if (verdict.status === 'unknown') return [{ code: 'reasonUnknown', params }];
  if (verdict.status === 'valid') return [{ code: 'reasonNotRefused', params }];
  const right = new Set(choices.filter((rule) => verdict.rules.includes(rule)));
  const count = right.size;
  const wrong = choices.filter((rule) => !right.has(rule)).length;
  return [
    ...(repeated(choices).length > 0 ? [{ code: 'reasonTwice' } as const] : []),
    ...(count === 0 ? [{ code: 'reasonNone', params } as const] : []),
    ...(count > 0 && wrong === 0 ? [{ code: 'reasonAll', params } as const] : []),
    ...(count > 1 && wrong > 0
      ? [{ code: 'reasonSeveral', params: { ...params, count } } as const]
      : []),
  ];
}

function spotFaults({ verdicts }: Judgement): readonly Found<FaultCode>[] {
  const of = (status: string) =>
    [...verdicts].flatMap(([id, verdict]) => (verdict.status === status ? [id] : []));
  const unknown = of('unknown');
  const nothing = of('invalid').length === 0 && unknown.length === 0;
  return [
    ...listed('spotUnknown', { relationships: unknown }),
    ...(nothing ? [{ code: 'spotNothing' } as const] : []),
  ];
}

function orderFaults(exercise: Order, { customers }: Judgement): readonly Found<FaultCode>[] {
  const { items } = exercise;
  if (items.length < 2) return [{ code: 'orderFew' }];
  const facts = items.flatMap((item) => ('fact' in item ? [item.fact] : []));
  const parties = items.flatMap((item) => ('party' in item ? [item.party] : []));
  if (facts.length > 0 && parties.length > 0) return [{ code: 'orderMixed' }];
  if (repeated<string>(facts).length + repeated(parties).length > 0)
    return [{ code: 'orderTwice' }];
  const noStep = facts.filter((fact) => !(STEPS as readonly string[]).includes(fact));
  if (noStep.length > 0) return [{ code: 'orderNoStep', params: { facts: { facts: noStep } } }];
  if (facts.length > 0) return [];
  const isOnOne = customers.some(({ routes }) =>
    routes.some((route) => parties.every((party) => route.includes(party))),
  );
  return isOnOne ? [] : [{ code: 'orderNoRoute', params: { parties: { parties } } }];
}

function editingFaults(
  exercise: Editing,
  judgement: Judgement,
  effort: number,
): readonly Found<FaultCode>[] {
  const { scenario, goal, solution } = exercise;
  const goals = goalsIn(goal);
  if (goals.length === 0) return [{ code: 'goalEmpty' }];
  if (isContradictory(goals)) return [{ code: 'goalContradictory' }];
  if (unmetGoals(goal, scenario, scenario, judgement).length === 0) return [{ code: 'goalMet' }];
  if (solution.length === 0) {
    const found = findSolution(exercise, effort);
    return [
      found
        ? { code: 'solutionMissing', params: { count: found.count } }
        : { code: 'solutionNotFound' },
    ];
  }
  const after = applyEdits(scenario, solution);
  const unmet = unmetGoals(goal, after, scenario);
  const count = editsBetween(scenario, after).length;
  const { atMost = count } = exercise.kind === 'repair' ? exercise : {};
  const adds = notAddable(exercise);
  return [
    ...(unmet.length > 0 ? [{ code: 'solutionFails', unmet } as const] : []),
    ...(count > atMost
      ? [{ code: 'solutionTooLong', params: { count, max: atMost } } as const]
      : []),
    ...(adds ? [{ code: 'solutionAdds', params: { role: { role: adds } } } as const] : []),
  ];
}

/** A type of which the solution adds a party, and the learner can't. */
function notAddable(exercise: Editing) {
  if (exercise.kind !== 'build' || !exercise.addable) return undefined;
  const { addable } = exercise;
  const added = exercise.solution.flatMap((edit) =>
    edit.op === 'addParty' ? [edit.party.type] : [],
  );
  return added.find((type) => !addable.includes(type));
}

/** Two parts that no drawing can meet at once. What else can't be met is only shown by there being no solution. */
function isContradictory(goals: readonly Unmet[]): boolean {
  const valid = new Set(goals.flatMap((one) => ('valid' in one ? [one.valid] : [])));
  const refused = goals.flatMap((one) => ('refused' in one ? [one.refused] : []));
  const chains = new Set<ChainStatus>(goals.flatMap((one) => ('chain' in one ? [one.chain] : [])));
  const kept = goals.some((one) => 'kept' in one && one.kept.length > 0);
  const drawn = valid.size + refused.length > 0 || kept;
  return (
    refused.some((id) => valid.has(id) || valid.has('every')) ||
    chains.size > 1 ||
    (chains.has('complete') && refused.length > 0) ||
    (chains.has('broken') && valid.has('every')) ||
    (chains.has('empty') && drawn)
  );
}

function lessonWarnings({ title, exercises, intro = [] }: Course['lessons'][number]) {
  const found: Found<WarningCode>[] = [];
  if (isBlank(title)) found.push({ code: 'noTitle' });
  if (exercises.length === 0 && intro.length === 0) found.push({ code: 'emptyLesson' });
  return found;
}

function warningsIn(exercise: Exercise, effort: number): readonly Found<WarningCode>[] {
  const { title, task } = exercise;
  const missing = missingIn(task);
  return [
    ...(title && isBlank(title) ? [{ code: 'noTitle' } as const] : []),
    ...(missing.length > 0 ? [{ code: 'oneLanguage', languages: missing } as const] : []),
    ...(exercise.kind === 'order' ? orderWarnings(exercise) : []),
    ...(exercise.kind === 'repair' || exercise.kind === 'build'
      ? editingWarnings(exercise, effort)
      : []),
  ];
}

function orderWarnings(exercise: Order): readonly Found<WarningCode>[] {
  const isGiven = rightOrder(exercise).every((place, i) => place === i);
  return isGiven ? [{ code: 'orderGiven' }] : [];
}

function editingWarnings(exercise: Editing, effort: number): readonly Found<WarningCode>[] {
  const { scenario, solution, par } = exercise;
  const warnings: Found<WarningCode>[] = [];
  const idle = solution.findIndex((edit, i) => {
    const before = applyEdits(scenario, solution.slice(0, i));
    return applyEdit(before, edit) === before;
  });
  if (idle >= 0) warnings.push({ code: 'solutionIdle', params: { n: idle + 1 } });
  const found = findSolution(exercise, effort);
  if (found?.isByRemoval) warnings.push({ code: 'goalByRemoval' });
  if (par === undefined) return warnings;
  const played = applyEdits(scenario, solution);
  const isSolved = unmetGoals(exercise.goal, played, scenario).length === 0;
  const own = isSolved ? editsBetween(scenario, played).length : Number.POSITIVE_INFINITY;
  const count = Math.min(own, found?.fewest ?? own);
  if (par > count) warnings.push({ code: 'parLarger', params: { par, count } });
  // Fewer than any that is known: the author may know better, or have counted wrongly.
  else if (par < count && Number.isFinite(count)) {
    warnings.push({ code: 'parSmaller', params: { par, count } });
  }
  return warnings;
}

/** Words of the product are never missing: a test of theirs sees to that. */
function isBlank(text: Text): boolean {
  return 'texts' in text && Object.values(text.texts).every((one) => one.trim() === '');
}

/** Languages of the product in which an author's text is not there, though it is in another. */
function missingIn(text: Text | undefined): readonly string[] {
  if (!text || !('texts' in text) || isBlank(text)) return [];
  const { texts } = text;
  return LANGUAGES.filter((language) => !texts[language]?.trim());
}

function repeated<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
}

function listed<Code extends FaultCode>(
  code: Code,
  value: { readonly relationships: readonly string[] },
): readonly Found<Code>[] {
  return value.relationships.length > 0 ? [{ code, params: { relationships: value } }] : [];
}
