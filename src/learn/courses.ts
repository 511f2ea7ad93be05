import type { Course } from '../training/exercise.ts';
import { COURSES as BUILT_IN } from '../training/lessons.ts';

/** The courses that come with the explorer, in the order they are listed. */
export const COURSES: readonly Course[] = BUILT_IN;

export function courseNamed(id: string, courses: readonly Course[]): Course | undefined {
  return courses.find((course) => course.id === id);
}
