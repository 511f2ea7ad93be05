import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Course } from '../training/exercise.ts';

/** What every page of the Learn part gets. */
export interface LearnPageProps {
  /** All that can be learned here. */
  readonly courses: readonly Course[];
  /** Opens a course that is in no list, such as one made just now. */
  readonly onOpen: (course: Course) => void;
  /** What follows the name of the page in its address; empty = nothing. */
  readonly rest: string;
}

/** A page beside the courses, at `?learn=<id>`; no course may have the id. */
export interface LearnEntry {
  readonly id: string;
  /** As it stands in the list; null = it is reached by links alone. */
  readonly listed: {
    readonly title: (t: TFunction) => string;
    readonly about: (t: TFunction) => string;
  } | null;
  /** It says itself what the main part of the page is, as the player does; absent = all of it is. */
  readonly hasMain?: true;
  readonly load: () => Promise<{ readonly default: ComponentType<LearnPageProps> }>;
}

/** What is there beside the courses: one entry a page. */
export const PAGES: readonly LearnEntry[] = [
  {
    id: 'practice',
    listed: { title: (t) => t('practice.title'), about: (t) => t('practice.about') },
    load: () => import('./PracticeRoute.tsx'),
  },
  {
    id: 'class',
    listed: {
      title: (t) => t('classroom.round.title'),
      about: (t) => t('classroom.round.private'),
    },
    load: () => import('./ClassRoute.tsx'),
  },
  { id: 'round', listed: null, hasMain: true, load: () => import('./RoundRoute.tsx') },
];
