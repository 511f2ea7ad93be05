import type { Edit } from '../model/edit.ts';
import type { Fact, PartyType, Scenario } from '../model/scenario.ts';
import type { RuleId } from '../policy/types.ts';
import type { Goal } from './goal.ts';

/**
 * What a learner is asked, as data: the same in a lesson, a generated exam, a file of an author, a link
 * and a package for a learning management system. Right answers are never written down where the policy
 * can give them: they are judged when they are needed, so no exercise can teach a false rule.
 */

export const EXERCISE_KINDS = ['predict', 'reason', 'spot', 'repair', 'build', 'order'] as const;
export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

/**
 * Words of an exercise: those of the product, at `training.<words>` in the locale files; or an author's,
 * by language tag. An author's text in no language of the reader is shown in the first there is.
 */
export type Text =
  | { readonly words: string }
  | { readonly texts: Readonly<Record<string, string>> };

interface Asked {
  /** Unique in its course: it names what the learner did in records, codes and reports. */
  readonly id: string;
  readonly title?: Text;
  /** The task in one sentence; absent = `training.task.<kind>`. */
  readonly task?: Text;
  /** Absent = three graded hints made of what the rules say (`hintsOf`). */
  readonly hints?: readonly Text[];
  /** What is on the canvas at first. */
  readonly scenario: Scenario;
}

/** Says of each of these relationships whether it is valid, and how sure one is; then it is revealed. */
export interface Predict extends Asked {
  readonly kind: 'predict';
  /** Relationship ids; never empty. */
  readonly relationships: readonly string[];
}

/** Chooses the rule that refuses a relationship. Right is any rule that really refuses it. */
export interface ChooseReason extends Asked {
  readonly kind: 'reason';
  readonly relationship: string;
  /** In the order shown; one at least refuses the relationship, one at least does not. */
  readonly choices: readonly RuleId[];
}

/** Marks every relationship that is not valid. */
export interface Spot extends Asked {
  readonly kind: 'spot';
}

/** Changes the scenario until the goal is met, with at most so many edits. */
export interface Repair extends Asked {
  readonly kind: 'repair';
  readonly goal: Goal;
  /** Edits at most; absent = any number. */
  readonly atMost?: number;
  /** Fewest edits that are known to do; the measure of a solution, never a condition. */
  readonly par?: number;
  /** Played step by step to who asks. Meets the goal. */
  readonly solution: readonly Edit[];
}

/** Draws a chain that meets the goal; parties that are not needed may stand in the scenario as decoys. */
export interface Build extends Asked {
  readonly kind: 'build';
  readonly goal: Goal;
  /** Types of parties that may be added; absent = all, empty = only those that are there. */
  readonly addable?: readonly PartyType[];
  readonly par?: number;
  readonly solution: readonly Edit[];
}

/** One thing to be put in its place: a step that a partner takes, or a party on the way to a customer. */
export type OrderItem = { readonly fact: Fact } | { readonly party: string };

/** Puts the steps in order: those before new business (F18), or the parties of a supported chain. */
export interface Order extends Asked {
  readonly kind: 'order';
  /** As they are shown at first: all facts, or all parties. At least two, each once. */
  readonly items: readonly OrderItem[];
}

export type Exercise = Predict | ChooseReason | Spot | Repair | Build | Order;
export type Editing = Repair | Build;

export function isEditing(exercise: Exercise): exercise is Editing {
  return exercise.kind === 'repair' || exercise.kind === 'build';
}

/** How sure a learner is: from a guess to certainty. */
export const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Prediction {
  readonly status: 'valid' | 'invalid';
  readonly confidence: Confidence;
}

/** What a learner answered; the kind is that of the exercise. */
export type Answer =
  | { readonly kind: 'predict'; readonly predictions: Readonly<Record<string, Prediction>> }
  | { readonly kind: 'reason'; readonly rule: RuleId }
  | { readonly kind: 'spot'; readonly relationships: readonly string[] }
  /** Applied to the scenario of the exercise, in this order. */
  | { readonly kind: 'repair' | 'build'; readonly edits: readonly Edit[] }
  /** Places in `items`: `[2, 0, 1]` puts the third item first. */
  | { readonly kind: 'order'; readonly order: readonly number[] };

/** Practice tells at once and lets try again; an assessment takes answers and tells at the end. */
export const MODES = ['practice', 'assessment'] as const;
export type Mode = (typeof MODES)[number];

export interface Lesson {
  readonly id: string;
  readonly title: Text;
  /** What is to be known before the exercises: paragraphs. */
  readonly intro?: readonly Text[];
  readonly exercises: readonly Exercise[];
}

/** A file that lists lessons, format `csp-course`. */
export interface Course {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** The author's language, BCP 47. */
  readonly language?: string;
  readonly mode: Mode;
  /** How often an exercise of an assessment may be answered; absent = once. */
  readonly attempts?: number;
  /** Share of all points from which the course is passed, 0 to 1; absent = 0.8. */
  readonly passMark?: number;
  readonly lessons: readonly Lesson[];
}

export const DEFAULT_PASS_MARK = 0.8;
