import * as v from 'valibot';
import type { Scenario } from '../model/scenario.ts';
import {
  type FileProblem,
  findHazard,
  formatOf,
  inconsistencies,
  join,
  parseJson,
  problem,
  problemOf,
  refuse,
} from '../model/scenario-file.ts';
import { COURSE_FORMAT, COURSE_LIMITS, COURSE_VERSION, courseFile } from './course-schema.ts';
import type { Course, Exercise, Text } from './exercise.ts';
import type { Goal, Who } from './goal.ts';

export type CourseRead =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Where the JSON Schema of the format stands beside the built app. */
export const COURSE_SCHEMA_NAME = 'csp-course.schema.json';
export const COURSE_ENDING = '.csp-course.json';

/** Reads the text of one course file: all of it, or nothing and the problems. Never throws. */
export function readCourse(text: string): CourseRead {
  const parsed = parseJson(text);
  return 'problem' in parsed ? refuse([parsed.problem]) : courseOf(parsed.value);
}

/** Whether a value says of itself that it is a course; whether it can be read is another question. */
export function isCourse(value: unknown): boolean {
  return formatOf(value) === COURSE_FORMAT;
}

/** A parsed value to a course: the form, then what only the whole can tell. */
export function courseOf(value: unknown): CourseRead {
  const hazard = findHazard(value);
  if (hazard) return refuse([hazard]);

  const head = v.safeParse(
    v.looseObject({ format: v.literal(COURSE_FORMAT), version: v.number() }),
    value,
  );
  if (!head.success) return refuse([problem('', 'notCourse', {})]);
  if (head.output.version > COURSE_VERSION) {
    return refuse([problem('version', 'newerVersion', { version: head.output.version })]);
  }

  const file = v.safeParse(courseFile, value);
  if (!file.success) return refuse(file.issues.map(problemOf));
  const { $schema, format, version, ...rest } = file.output;
  const read = rest as Course;
  const course = { ...read, lessons: read.lessons.map(withBareScenarios) };
  const inconsistent = inconsistenciesOf(course);
  return inconsistent.length > 0 ? refuse(inconsistent) : { ok: true, course };
}

/** The text of a course file: the known fields in the format's order, then what the file brought along. */
export function writeCourse(course: Course, schemaAddress: string = COURSE_SCHEMA_NAME): string {
  const { id, title, description, language, mode, attempts, passMark, lessons, ...unknown } =
    course;
  const file = {
    $schema: schemaAddress,
    format: COURSE_FORMAT,
    version: COURSE_VERSION,
    id,
    title,
    description,
    language,
    mode,
    attempts,
    passMark,
    lessons,
    ...unknown,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A single exercise as a course of one lesson, called like the exercise. */
export function courseWith(
  exercise: Exercise,
  course: Omit<Course, 'lessons'> & { readonly title: Text },
): Course {
  return {
    ...course,
    lessons: [{ id: 'lesson', title: exercise.title ?? course.title, exercises: [exercise] }],
  };
}

/**
 * The course with one exercise more, at the end of its last lesson. An id that the course uses already
 * gets a number behind it.
 *
 * @returns the problem where the course has as many exercises as a course may have
 */
export function withExercise(course: Course, exercise: Exercise): CourseRead {
  const ids = new Set(course.lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id)));
  if (ids.size >= COURSE_LIMITS.exercises) {
    return refuse([
      problem('lessons', 'tooMany', { actual: ids.size + 1, max: COURSE_LIMITS.exercises }),
    ]);
  }
  let id = exercise.id;
  for (let n = 2; ids.has(id); n++) id = `${exercise.id}-${n}`;
  const added = { ...exercise, id };
  const last = course.lessons.at(-1);
  const lessons = last
    ? course.lessons.with(-1, { ...last, exercises: [...last.exercises, added] })
    : courseWith(added, course).lessons;
  return { ok: true, course: { ...course, lessons } };
}

/** A scenario within a course needs no head of its own; one that came with it is not kept. */
function withBareScenarios(lesson: Course['lessons'][number]): Course['lessons'][number] {
  const exercises = lesson.exercises.map((exercise) => {
    const { $schema, format, version, ...scenario } = exercise.scenario as Scenario &
      Record<'$schema' | 'format' | 'version', unknown>;
    return { ...exercise, scenario };
  });
  return { ...lesson, exercises };
}

function inconsistenciesOf({ lessons }: Course): FileProblem[] {
  const problems: FileProblem[] = [];
  const lessonIds = new Set<string>();
  const ids = new Set<string>();
  const once = (taken: Set<string>, id: string, at: string) => {
    if (taken.has(id)) problems.push(problem(`${at}.id`, 'duplicateId', { id }));
    taken.add(id);
  };
  lessons.forEach((lesson, i) => {
    once(lessonIds, lesson.id, `lessons[${i}]`);
    lesson.exercises.forEach((exercise, j) => {
      const at = `lessons[${i}].exercises[${j}]`;
      once(ids, exercise.id, at);
      problems.push(
        ...inconsistencies(exercise.scenario, `${at}.scenario`),
        ...dangling(exercise, at),
      );
    });
  });
  const actual = lessons.reduce((sum, { exercises }) => sum + exercises.length, 0);
  if (actual > COURSE_LIMITS.exercises) {
    problems.push(problem('lessons', 'tooMany', { actual, max: COURSE_LIMITS.exercises }));
  }
  return problems;
}

interface Named {
  readonly kind: 'party' | 'relationship';
  readonly id: string;
  readonly path: string;
}

/** What an exercise asks about that its scenario does not have. */
function dangling(exercise: Exercise, at: string): FileProblem[] {
  const parties = new Set(exercise.scenario.parties.map(({ id }) => id));
  const relationships = new Set(exercise.scenario.relationships.map(({ id }) => id));
  return namedIn(exercise).flatMap(({ kind, id, path }) => {
    const known = kind === 'party' ? parties : relationships;
    const code = kind === 'party' ? 'danglingEnd' : 'danglingRelationship';
    return known.has(id) ? [] : [problem(join(at, path), code, { id })];
  });
}

function namedIn(exercise: Exercise): Named[] {
  switch (exercise.kind) {
    case 'predict':
      return listed('relationship', exercise.relationships, 'relationships');
    case 'reason':
      return [{ kind: 'relationship', id: exercise.relationship, path: 'relationship' }];
    case 'spot':
      return [];
    case 'repair':
    case 'build':
      return namedInGoal(exercise.goal, 'goal');
    case 'order':
      return exercise.items.flatMap((item, i): Named[] =>
        'party' in item ? [{ kind: 'party', id: item.party, path: `items[${i}].party` }] : [],
      );
  }
}

function namedInGoal(goal: Goal, at: string): Named[] {
  if ('all' in goal) return goal.all.flatMap((one, i) => namedInGoal(one, `${at}.all[${i}]`));
  if ('valid' in goal) {
    return goal.valid === 'every'
      ? []
      : [{ kind: 'relationship', id: goal.valid, path: `${at}.valid` }];
  }
  if ('refused' in goal) {
    return [{ kind: 'relationship', id: goal.refused, path: `${at}.refused` }];
  }
  if ('served' in goal) return [{ kind: 'party', id: goal.served, path: `${at}.served` }];
  if ('related' in goal) {
    return [...namedEnd(goal.from, `${at}.from`), ...namedEnd(goal.to, `${at}.to`)];
  }
  if ('unchanged' in goal) return listed('party', goal.unchanged, `${at}.unchanged`);
  return 'kept' in goal ? listed('relationship', goal.kept, `${at}.kept`) : [];
}

function namedEnd(who: Who, at: string): Named[] {
  return 'party' in who ? [{ kind: 'party', id: who.party, path: `${at}.party` }] : [];
}

function listed(kind: Named['kind'], ids: readonly string[], at: string): Named[] {
  return ids.map((id, i) => ({ kind, id, path: `${at}[${i}]` }));
}
