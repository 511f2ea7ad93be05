import type { TFunction } from 'i18next';
import { explainProblem } from '../i18n/explain-problem.ts';
import { type CourseRead, readCourse } from '../training/course-file.ts';
import { readCourseLink } from '../training/course-link.ts';
import type { Course } from '../training/exercise.ts';
import { COURSES } from '../training/lessons.ts';

/** What is to be worked through, or why nothing is. */
export type CourseSource =
  | { readonly course: Course }
  | { readonly problems: (t: TFunction) => readonly string[] };

/** The course that an address names: `#c1.…` or `course=`, in this order. Never throws. */
export async function readCourseAddress({ hash, searchParams }: URL): Promise<CourseSource> {
  const payload = hash.slice(1);
  if (/^c\d+\./.test(payload)) return sourceOf(await readCourseLink(payload));
  const name = searchParams.get('course');
  if (name === null) return { problems: (t) => [t('surface.exercise.empty')] };
  const course = COURSES.find(({ id }) => id === name);
  return course ? { course } : { problems: (t) => [t('surface.exercise.noCourse', { name })] };
}

/** A course from the text of a file. Never throws. */
export function readCourseText(text: string): CourseSource {
  return sourceOf(readCourse(text));
}

function sourceOf(read: CourseRead): CourseSource {
  if (read.ok) return { course: read.course };
  return { problems: (t) => read.problems.map((problem) => explainProblem(problem, t)) };
}
