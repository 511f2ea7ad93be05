import type { TFunction } from 'i18next';
import { explainProblem } from '../i18n/explain-problem.ts';
import { readCourse } from '../training/course-file.ts';
import type { Course } from '../training/exercise.ts';

export type ReadCourse =
  | { readonly ok: true; readonly course: Course }
  /** In sentences. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** A course from the text of a file, or what is wrong with it. */
export function readCourseFile(text: string, t: TFunction): ReadCourse {
  const read = readCourse(text);
  if (read.ok) return read;
  return { ok: false, problems: read.problems.map((problem) => explainProblem(problem, t)) };
}
