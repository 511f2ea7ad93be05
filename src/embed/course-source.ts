import type { TFunction } from 'i18next';
import type { Course } from '../training/exercise.ts';

/** What is to be worked through, or why nothing is. */
export type CourseSource =
  | { readonly course: Course }
  | { readonly problems: (t: TFunction) => readonly string[] };

/** The courses that come with the product. */
const COURSES: readonly Course[] = [];

/** The course that an address names: `#c1.…` or `course=`, in this order. Never throws. */
export async function readCourseAddress({ hash, searchParams }: URL): Promise<CourseSource> {
  const payload = hash.slice(1);
  if (/^c\d+\./.test(payload)) return readCourseLink(payload);
  const name = searchParams.get('course');
  if (name === null) return { problems: (t) => [t('surface.exercise.empty')] };
  const course = COURSES.find(({ id }) => id === name);
  return course ? { course } : { problems: (t) => [t('surface.exercise.noCourse', { name })] };
}

/** A course from the text of a file. Never throws. */
export function readCourseText(_text: string): CourseSource {
  return { problems: (t) => [t('surface.exercise.unreadable')] };
}

/** A course from what a link holds. Never throws. */
async function readCourseLink(_payload: string): Promise<CourseSource> {
  return { problems: (t) => [t('surface.exercise.unreadable')] };
}
