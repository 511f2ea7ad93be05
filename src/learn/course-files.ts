import type { TFunction } from 'i18next';
import { explainFaults } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import type { Language } from '../i18n/locale.ts';
import { type CourseRead, readCourse } from '../training/course-file.ts';
import { readCourseLink } from '../training/course-link.ts';
import type { Course } from '../training/exercise.ts';
import { faultsOf } from '../training/validate.ts';

export type ReadCourse =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * A course from the text of a file: whole, and one that can be taught.
 *
 * @returns problems as sentences
 */
export function readCourseFile(text: string, t: TFunction, language: Language): ReadCourse {
  return taught(readCourse(text), t, language);
}

/** A course from the fragment of an address, `c1.…`. */
export async function readLinkedCourse(
  text: string,
  t: TFunction,
  language: Language,
): Promise<ReadCourse> {
  return taught(await readCourseLink(text), t, language);
}

/** Exercises that nobody could answer are taught to nobody. */
function taught(read: CourseRead, t: TFunction, language: Language): ReadCourse {
  if (!read.ok) {
    return { ok: false, problems: read.problems.map((problem) => explainProblem(problem, t)) };
  }
  const { course } = read;
  const faults = faultsOf(course);
  if (faults.length === 0) return { ok: true, course };
  return { ok: false, problems: explainFaults(faults, course, t, language) };
}
