import type { ComponentType } from 'react';
import type { Edit } from '../model/edit.ts';
import type { PartyType, Scenario } from '../model/scenario.ts';
import type { Course } from '../training/exercise.ts';
import type { Run } from '../training/run.ts';

/** What a learner works through a course with: on the page, in another page, in a learning management system. */
export interface PlayerProps {
  readonly course: Course;
  /** What was done so far; whoever shows the player keeps it. */
  readonly run: Run;
  readonly onRun: (run: Run) => void;
  /** What scenarios are edited with; absent = picture and forms, which need no canvas. */
  readonly surface?: ComponentType<SurfaceProps> | undefined;
  /** Leads out of the course; absent where there is nowhere to go. */
  readonly onLeave?: (() => void) | undefined;
  /** YYYY-MM-DD, for a certificate; absent = it has no date. */
  readonly today?: string | undefined;
}

/** Shows a scenario and lets it be edited, one undo step for each call of `onEdit`. */
export interface SurfaceProps {
  readonly scenario: Scenario;
  readonly onEdit: (edits: readonly Edit[]) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
  /** Nothing gives a verdict away: no colour, badge, name, count or announcement. */
  readonly isConcealed: boolean;
  /** Types of parties that may be added. */
  readonly addable: readonly PartyType[];
  /** Nothing can be changed: the answer is given. */
  readonly isReadOnly: boolean;
}
