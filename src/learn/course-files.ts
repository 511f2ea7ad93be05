import { readScenario, writeScenario } from '../model/scenario-file.ts';
import { type Course, EXERCISE_KINDS, type Exercise, MODES } from '../training/exercise.ts';

export type ReadCourse =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * A course from the text of a file. This is the one place where course files are read: whatever reads
 * them properly is called from here.
 *
 * @returns problems as sentences; none where there is no more to say than that it can't be read
 */
export function readCourseFile(text: string): ReadCourse {
  try {
    const course = JSON.parse(text) as Course;
    const isCourse =
      typeof course.id === 'string' &&
      MODES.includes(course.mode) &&
      course.lessons.every(({ exercises }) => exercises.every(isExercise));
    return isCourse ? { ok: true, course } : { ok: false, problems: [] };
  } catch {
    return { ok: false, problems: [] };
  }
}

function isExercise({ id, kind, scenario }: Exercise): boolean {
  const isKnown = typeof id === 'string' && EXERCISE_KINDS.includes(kind);
  return isKnown && readScenario(writeScenario(scenario)).ok;
}
