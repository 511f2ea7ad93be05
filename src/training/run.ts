import type { Answer, Course, Exercise, Mode } from './exercise.ts';
import { DEFAULT_PASS_MARK } from './exercise.ts';
import { grade, pointsOf } from './grade.ts';

/** What a learner did in a course, so far: plain data, to be kept, sent and taken up again. */
export interface Run {
  readonly course: string;
  readonly mode: Mode;
  /** By exercise id; an exercise that was not answered has none. */
  readonly results: Readonly<Record<string, Result>>;
  /** The exercise that was last open; null = none yet. */
  readonly at: string | null;
  /** An assessment that was handed in: what was right is told from then on, and nothing changes any more. */
  readonly isSubmitted: boolean;
}

export interface Result {
  /** The latest; in practice the first right one stays. */
  readonly answer: Answer;
  /** How often it was answered. */
  readonly attempts: number;
  readonly points: number;
  readonly of: number;
  /** Whole seconds that the exercise was open before its answers, in all. */
  readonly seconds: number;
  /** How many hints were read. */
  readonly hints: number;
  /** The solution was looked at before it was found: it counts as done, and earns nothing. */
  readonly sawSolution: boolean;
}

export function startRun(course: Course): Run {
  return { course: course.id, mode: course.mode, results: {}, at: null, isSubmitted: false };
}

export function exercisesOf(course: Course): readonly Exercise[] {
  return course.lessons.flatMap(({ exercises }) => exercises);
}

/** Attempts that are left; none once it is right, or handed in. */
export function attemptsLeft(run: Run, course: Course, exercise: string): number {
  const result = run.results[exercise];
  if (run.mode === 'practice') return Number.POSITIVE_INFINITY;
  return run.isSubmitted ? 0 : Math.max(0, (course.attempts ?? 1) - (result?.attempts ?? 0));
}

export interface Work {
  readonly seconds: number;
  readonly hints: number;
  readonly sawSolution: boolean;
}

/** Takes an answer. Changes nothing where no attempt is left or the exercise is none of the course. */
export function answered(run: Run, course: Course, id: string, answer: Answer, work: Work): Run {
  const exercise = exercisesOf(course).find((one) => one.id === id);
  if (!exercise || attemptsLeft(run, course, id) === 0) return run;
  const before = run.results[id];
  const sawSolution = work.sawSolution || before?.sawSolution === true;
  const { points, of } = grade(exercise, answer);
  // In practice one tries again to understand, not to lose what one had; nor is anything won by looking.
  const earned = before?.points ?? 0;
  const isNoBetter = earned >= points || (sawSolution && earned > 0);
  const stays = run.mode === 'practice' && before !== undefined && isNoBetter;
  const result: Result = {
    answer: stays ? before.answer : answer,
    attempts: (before?.attempts ?? 0) + 1,
    points: stays ? earned : sawSolution ? 0 : points,
    of,
    seconds: (before?.seconds ?? 0) + Math.max(0, Math.round(work.seconds)),
    hints: Math.max(before?.hints ?? 0, work.hints),
    sawSolution,
  };
  return { ...run, at: id, results: { ...run.results, [id]: result } };
}

export function openedExercise(run: Run, id: string): Run {
  return run.at === id ? run : { ...run, at: id };
}

/** Hands an assessment in. */
export function submitted(run: Run): Run {
  return { ...run, isSubmitted: true };
}

export interface Score {
  readonly points: number;
  readonly of: number;
  /** 0 to 1; 0 of a course without points. */
  readonly share: number;
  readonly done: number;
  readonly exercises: number;
  /** Every exercise answered, or handed in. */
  readonly isComplete: boolean;
  readonly isPassed: boolean;
  readonly seconds: number;
}

/** What is not answered counts as wrong. */
export function scoreOf(run: Run, course: Course): Score {
  const exercises = exercisesOf(course);
  const results = exercises.flatMap(({ id }) => run.results[id] ?? []);
  const points = results.reduce((sum, result) => sum + result.points, 0);
  const of = exercises.reduce((sum, exercise) => sum + pointsOf(exercise), 0);
  const share = of === 0 ? 0 : points / of;
  const isComplete =
    run.mode === 'assessment' ? run.isSubmitted : results.length === exercises.length;
  return {
    points,
    of,
    share,
    done: results.length,
    exercises: exercises.length,
    isComplete,
    isPassed: isComplete && share >= (course.passMark ?? DEFAULT_PASS_MARK),
    seconds: results.reduce((sum, result) => sum + result.seconds, 0),
  };
}
