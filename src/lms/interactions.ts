import type { TFunction } from 'i18next';
import { createExplainer } from '../i18n/explain.ts';
import { createTutor } from '../i18n/explain-training.ts';
import type { Language } from '../i18n/locale.ts';
import type { Edit } from '../model/edit.ts';
import type { Relationship } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { RuleId } from '../policy/types.ts';
import type { Answer, Course, Exercise } from '../training/exercise.ts';
import { grade, rightOrder } from '../training/grade.ts';
import { exercisesOf, type Run } from '../training/run.ts';
import type { Interaction } from './reporter.ts';

interface Words {
  readonly t: TFunction;
  readonly language: Language;
}

/**
 * What was answered between the two, for the records of a system. In practice at once; in an assessment,
 * where they would give the right answers away, when it is handed in.
 *
 * @param at milliseconds since 1970
 */
export function interactionsBetween(
  before: Run,
  after: Run,
  course: Course,
  words: Words,
  at: number,
): readonly Interaction[] {
  const isAssessment = after.mode === 'assessment';
  if (isAssessment && (!after.isSubmitted || before.isSubmitted)) return [];
  return exercisesOf(course).flatMap((exercise) => {
    const was = isAssessment ? undefined : before.results[exercise.id];
    const is = after.results[exercise.id];
    // An attempt that did not better the one before leaves no answer behind.
    if (!is || is.answer === was?.answer) return [];
    return interactionsOf(exercise, is.answer, is.seconds - (was?.seconds ?? 0), words, at);
  });
}

/** One for each question of the exercise; none of an answer of another kind. */
export function interactionsOf(
  exercise: Exercise,
  answer: Answer,
  seconds: number,
  words: Words,
  at: number,
): readonly Interaction[] {
  const { scenario } = exercise;
  const explainer = createExplainer(words.t, words.language, scenario);
  const tutor = createTutor(words.t, explainer);
  const base = { seconds, at, description: tutor.task(exercise), language: words.language };
  const whole = { ...base, id: exercise.id, isRight: grade(exercise, answer).isRight };
  const line = (one: Relationship) => ({ id: one.id, description: explainer.line(one) });

  if (exercise.kind === 'predict' && answer.kind === 'predict') {
    const { verdicts } = judge(scenario);
    const asked = scenario.relationships.filter(({ id }) => exercise.relationships.includes(id));
    return asked.flatMap((one) => {
      const said = answer.predictions[one.id]?.status;
      if (said === undefined) return [];
      const status = verdicts.get(one.id)?.status;
      return {
        ...base,
        id: `${exercise.id}/${one.id}`,
        type: 'true-false',
        description: explainer.line(one),
        response: [String(said === 'valid')],
        correct: [[String(status === 'valid')]],
        components: [],
        isRight: said === status,
        seconds: seconds / asked.length,
      } as const;
    });
  }
  if (exercise.kind === 'reason' && answer.kind === 'reason') {
    const rules: readonly RuleId[] =
      judge(scenario).verdicts.get(exercise.relationship)?.rules ?? [];
    const right = exercise.choices.filter((rule) => rules.includes(rule));
    const titles = exercise.choices.map((id) => ({ id, description: explainer.ruleTitle(id) }));
    return [
      {
        ...whole,
        type: 'choice',
        response: [answer.rule],
        correct: right.map((rule) => [rule]),
        components: titles,
      },
    ];
  }
  if (exercise.kind === 'spot' && answer.kind === 'spot') {
    const { verdicts } = judge(scenario);
    const wrong = scenario.relationships.filter(({ id }) => verdicts.get(id)?.status !== 'valid');
    return [
      {
        ...whole,
        type: 'choice',
        response: answer.relationships,
        correct: [wrong.map(({ id }) => id)],
        components: scenario.relationships.map(line),
      },
    ];
  }
  if (exercise.kind === 'order' && answer.kind === 'order') {
    const components = exercise.items.map((item) => ({
      id: 'fact' in item ? item.fact : item.party,
      description: tutor.orderItem(item),
    }));
    const idsOf = (places: readonly number[]) =>
      places.flatMap((place) => components[place]?.id ?? []);
    return [
      {
        ...whole,
        type: 'sequencing',
        response: idsOf(answer.order),
        correct: [idsOf(rightOrder(exercise))],
        components,
      },
    ];
  }
  if ('edits' in answer && answer.kind === exercise.kind) {
    const steps = answer.edits.map((edit) => `${edit.op}[.]${subjectOf(edit)}`);
    return [{ ...whole, type: 'performance', response: steps, correct: [], components: [] }];
  }
  return [];
}

/** What an edit is about. */
function subjectOf(edit: Edit): string {
  if (edit.op === 'addParty') return edit.party.type;
  if (edit.op === 'addRelationship') {
    const { kind, from, to } = edit.relationship;
    return `${from}-${kind}-${to}`;
  }
  if (edit.op === 'setScenario') return Object.keys(edit.set).join('-');
  if ('fact' in edit) return `${edit.party}-${edit.fact}`;
  return 'party' in edit ? edit.party : edit.relationship;
}
