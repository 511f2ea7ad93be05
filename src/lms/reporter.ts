import type { Score } from '../training/run.ts';

/**
 * What a learning management system is told of a learner's work, whatever the standard it speaks. Nothing
 * here throws: what goes wrong is said once to `onProblem`, and the work goes on without the system.
 */
export interface Reporter {
  /** Characters that the resume state may have. */
  readonly stateLimit: number;
  start(): Promise<Session>;
  /** Where the learner stands. `at` = the exercise that is open, `state` = what `writeRun` made. */
  progress(score: Score, at: string | null, state: string): void;
  /** Answers that were given, before the progress that they made. */
  interactions(answers: readonly Interaction[]): void;
  /**
   * Ends the session; only the first call counts. `isLeaving` = the learner chose to leave, the page does not
   * just go away.
   *
   * @returns where the system wants the learner to go on; null = nowhere
   */
  finish(isLeaving: boolean): Promise<string | null>;
}

/** `normal` is for credit; otherwise the learner looks around or back, and nothing is recorded. */
export const LAUNCH_MODES = ['normal', 'browse', 'review'] as const;
export type LaunchMode = (typeof LAUNCH_MODES)[number];

export interface Session {
  /** What was handed to `progress` last; null = the first visit. */
  readonly resume: string | null;
  readonly learner: { readonly id: string; readonly name: string };
  readonly mode: LaunchMode;
  /** Tags that the learner prefers, most wanted first. */
  readonly languages: readonly string[];
}

export const NO_SESSION: Session = {
  resume: null,
  learner: { id: '', name: '' },
  mode: 'normal',
  languages: [],
};

/** What can go wrong with the system; the words are at `lms.problem.<code>`. */
export const LMS_PROBLEMS = ['noLms', 'notStarted', 'sessionUsed', 'notSaved', 'notEnded'] as const;

export interface LmsProblem {
  readonly code: (typeof LMS_PROBLEMS)[number];
  /** What the system itself says, or a number of its; empty where it says nothing. */
  readonly detail: string;
}

export interface Surroundings {
  readonly onProblem: (problem: LmsProblem) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** One question with the answer given, for the records of the system. */
export interface Interaction {
  /** The exercise; behind a slash the relationship, where several are asked about. */
  readonly id: string;
  readonly type: 'true-false' | 'choice' | 'sequencing' | 'performance';
  /** Ids of components; `true` or `false`; or steps and what they were done with, as `step[.]answer`. */
  readonly response: readonly string[];
  /** Each of them would be right; empty = there are too many ways to say them. */
  readonly correct: readonly (readonly string[])[];
  /** What could be chosen or is to be ordered, in the order shown. */
  readonly components: readonly { readonly id: string; readonly description: string }[];
  readonly isRight: boolean;
  readonly seconds: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The question, in the learner's language. */
  readonly description: string;
  readonly language: string;
}
