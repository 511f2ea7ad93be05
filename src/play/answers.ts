import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { RuleId } from '../policy/types.ts';
import type { Answer, Confidence, Exercise, Prediction } from '../training/exercise.ts';
import { rightOrder } from '../training/grade.ts';

/** What a learner has put down of an answer, before it is one. */
export interface Draft {
  readonly predictions: Readonly<Record<string, Partial<Prediction>>>;
  readonly rule: string | null;
  readonly marked: readonly string[];
  /** Places in `items`, in the order they stand now. */
  readonly order: readonly number[];
}

export function emptyDraft(exercise: Exercise): Draft {
  return {
    predictions: {},
    rule: null,
    marked: [],
    order: exercise.kind === 'order' ? exercise.items.map((_, place) => place) : [],
  };
}

/** An answer taken up again, to be looked at or changed. */
export function draftOf(exercise: Exercise, answer: Answer | undefined): Draft {
  const draft = emptyDraft(exercise);
  if (answer?.kind === 'predict') return { ...draft, predictions: answer.predictions };
  if (answer?.kind === 'reason') return { ...draft, rule: answer.rule };
  if (answer?.kind === 'spot') return { ...draft, marked: answer.relationships };
  return answer?.kind === 'order' ? { ...draft, order: answer.order } : draft;
}

/** What of a draft is still to be chosen: ids of relationships, or one nameless thing. Empty = it is an answer. */
export function openIn(exercise: Exercise, draft: Draft): readonly string[] {
  if (exercise.kind === 'predict') {
    return exercise.relationships.filter((id) => {
      const { status, confidence } = draft.predictions[id] ?? {};
      return status === undefined || confidence === undefined;
    });
  }
  if (exercise.kind === 'reason') return draft.rule === null ? [exercise.relationship] : [];
  if (exercise.kind === 'spot') return draft.marked.length === 0 ? [''] : [];
  return [];
}

/** The answer a draft gives; null while something is open, or where edits are the answer. */
export function answerOf(exercise: Exercise, draft: Draft): Answer | null {
  if (openIn(exercise, draft).length > 0) return null;
  switch (exercise.kind) {
    case 'predict': {
      const given = exercise.relationships.map((id) => [id, draft.predictions[id] as Prediction]);
      return { kind: 'predict', predictions: Object.fromEntries(given) };
    }
    case 'reason': {
      const rule = exercise.choices.find((one) => one === draft.rule);
      return rule ? { kind: 'reason', rule } : null;
    }
    case 'spot':
      return { kind: 'spot', relationships: draft.marked };
    case 'order':
      return { kind: 'order', order: draft.order };
    default:
      return null;
  }
}

const SURE: Confidence = 3;

/** What would have been right, as the policy judges it: to be shown, never to be graded by. */
export function rightAnswer(exercise: Exercise): Answer {
  const { verdicts } = judge(exercise.scenario);
  switch (exercise.kind) {
    case 'predict': {
      const given = exercise.relationships.map((id): [string, Prediction] => {
        const status = verdicts.get(id)?.status === 'valid' ? 'valid' : 'invalid';
        return [id, { status, confidence: SURE }];
      });
      return { kind: 'predict', predictions: Object.fromEntries(given) };
    }
    case 'reason': {
      const rules = verdicts.get(exercise.relationship)?.rules ?? [];
      const right = exercise.choices.find((one) => rules.includes(one));
      return { kind: 'reason', rule: right ?? (exercise.choices[0] as RuleId) };
    }
    case 'spot': {
      const refused = [...verdicts].filter(([, { status }]) => status !== 'valid');
      return { kind: 'spot', relationships: refused.map(([id]) => id) };
    }
    case 'order':
      return { kind: 'order', order: rightOrder(exercise) };
    default:
      return { kind: exercise.kind, edits: exercise.solution };
  }
}

/** A, B, C… by relationship id, in the scenario's order; after Z comes AA. */
export function lettersOf({ relationships }: Scenario): ReadonlyMap<string, string> {
  return new Map(relationships.map(({ id }, index) => [id, letter(index)]));
}

function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** Puts one thing of a list at another place; the others close up. A place that is none changes nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const isPlace = (index: number) => index >= 0 && index < list.length;
  if (from === to || !isPlace(from) || !isPlace(to)) return list;
  const others = list.toSpliced(from, 1);
  return others.toSpliced(to, 0, list[from] as T);
}
