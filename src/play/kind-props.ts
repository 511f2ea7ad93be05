import type { Draft } from './answers.ts';

/** What the view of every kind that is answered by choosing gets. */
export interface KindProps<E> {
  readonly exercise: E;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** The answer can't be changed now. */
  readonly isLocked: boolean;
  /** Verdicts, right answers and explanations are shown. */
  readonly isRevealed: boolean;
  /** The answer was shown, not given. */
  readonly wasShown: boolean;
  /** Ids that are still to be answered, once somebody tried to go on without them. */
  readonly missing: readonly string[];
}
