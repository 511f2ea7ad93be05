import type { Scenario } from '../model/scenario.ts';
import { refuse } from '../model/scenario-file.ts';
import { compactScenario, expandScenario, pack, unpack } from '../model/share-link.ts';
import { type CourseRead, courseOf } from './course-file.ts';
import { COURSE_FORMAT, COURSE_VERSION } from './course-schema.ts';
import type { Course } from './exercise.ts';

/**
 * A course as text for the fragment of an address, as scenarios are: the name of the codec, a dot, then
 * compact JSON, deflated and in base64url. What comes back is checked as a file is.
 */
const CODEC = 'c1';

export function writeCourseLink(course: Course): Promise<string> {
  return pack(
    CODEC,
    withScenarios(course, (scenario) => compactScenario(scenario as Scenario)),
  );
}

/** The address of the page that teaches, with the course in its fragment. */
export async function courseAddress(course: Course, page: string): Promise<string> {
  const address = new URL(page);
  address.search = 'learn';
  address.hash = await writeCourseLink(course);
  return address.href;
}

/** Reads what `writeCourseLink` wrote, or says what is wrong with it. Never throws, and is bounded in memory. */
export async function readCourseLink(text: string): Promise<CourseRead> {
  const read = await unpack(CODEC, text, (value) => {
    const course = withScenarios(value as Course, expandScenario);
    return courseOf({ ...course, format: COURSE_FORMAT, version: COURSE_VERSION });
  });
  return 'problem' in read ? refuse([read.problem]) : read;
}

/** Throws where the value is no course by far: nobody's link, then. */
function withScenarios(course: Course, change: (scenario: unknown) => unknown): object {
  const lessons = course.lessons.map((lesson) => ({
    ...lesson,
    exercises: lesson.exercises.map((one) => ({ ...one, scenario: change(one.scenario) })),
  }));
  return { ...course, lessons };
}
