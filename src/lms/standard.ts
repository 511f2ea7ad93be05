import type { Language } from '../i18n/locale.ts';
import type { Course } from '../training/exercise.ts';

export const STANDARDS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type Standard = (typeof STANDARDS)[number];

/** What a package tells its page, in a script of its own. */
export interface Packed {
  readonly standard: Standard;
  readonly course: Course;
  /** Those there are words for; the first where nothing else is wanted. */
  readonly languages: readonly Language[];
}
