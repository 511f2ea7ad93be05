import type { Course } from '../training/exercise.ts';
import type { App } from './app.ts';

/** Where the second window of a presentation is: `?learn=class-screen/<presentation>`. */
export const SCREEN = 'class-screen';

/** Where one is in the Learn part, as `?learn=` says it. */
export interface LearnAddress {
  /** A course, or a page beside the courses; empty = the list. */
  readonly first: string;
  /** An exercise of the course; empty = none. */
  readonly rest: string;
}

/** `course/exercise`; what follows the first slash may hold more of them. */
export function readLearnAddress(address: string): LearnAddress {
  const [first = '', ...rest] = address.split('/');
  return { first: first.replaceAll('%2F', '/').replaceAll('%25', '%'), rest: rest.join('/') };
}

/** An author's id may hold a slash, which is written otherwise. */
export function learnAddress(first: string, rest: string | null): string {
  const name = first.replaceAll('%', '%25').replaceAll('/', '%2F');
  return rest ? `${name}/${rest}` : name;
}

/** Courses that are open at a time beside those that come with the explorer. */
const MOST_COURSES = 8;

/** Makes a course one of those that can be learned here; one of the same id goes. */
export function addCourse({ view }: App, course: Course): void {
  view.setState(({ courses }) => ({
    courses: [course, ...courses.filter(({ id }) => id !== course.id)].slice(0, MOST_COURSES),
  }));
}

/** Shows a course instead of the editor. */
export function startCourse(app: App, course: Course): void {
  addCourse(app, course);
  app.view.setState({ learning: learnAddress(course.id, null) });
}
