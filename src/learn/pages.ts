import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Course } from '../training/exercise.ts';

/** What every page of the Learn part gets. */
export interface LearnPageProps {
  /** Opens a course that is in no list, such as one made just now. */
  readonly onOpen: (course: Course) => void;
  /** What follows the name of the page in its address; empty = nothing. */
  readonly rest: string;
}

/** A page beside the courses, at `?learn=<id>`; no course may have the id. */
export interface LearnEntry {
  readonly id: string;
  readonly title: (t: TFunction) => string;
  readonly about: (t: TFunction) => string;
  readonly load: () => Promise<{ readonly default: ComponentType<LearnPageProps> }>;
}

/** What is there beside the courses: one entry a page. */
export const PAGES: readonly LearnEntry[] = [];
