import { judge } from '../policy/judge.ts';
import type { Confidence, Course, Exercise, Lesson } from '../training/exercise.ts';
import { CONFIDENCES } from '../training/exercise.ts';
import { pointsOf } from '../training/grade.ts';
import { exercisesOf, type Result, type Run } from '../training/run.ts';

/** How an exercise stands. An assessment that is not handed in tells no more than whether it is answered. */
export type Standing = 'open' | 'answered' | 'right' | 'partly' | 'wrong' | 'shown';

export function standingOf(run: Run, exercise: Exercise): Standing {
  const result = run.results[exercise.id];
  const isTold = run.mode === 'practice' || run.isSubmitted;
  if (!result) return 'open';
  return isTold ? told(result) : 'answered';
}

function told({ points, of, sawSolution }: Result): Standing {
  if (points === of) return 'right';
  if (sawSolution) return 'shown';
  return points > 0 ? 'partly' : 'wrong';
}

export interface LessonScore {
  readonly lesson: Lesson;
  readonly points: number;
  readonly of: number;
  readonly done: number;
}

export function lessonScores(run: Run, { lessons }: Course): readonly LessonScore[] {
  return lessons.map((lesson) => {
    const results = lesson.exercises.flatMap(({ id }) => run.results[id] ?? []);
    return {
      lesson,
      points: results.reduce((sum, { points }) => sum + points, 0),
      of: lesson.exercises.reduce((sum, exercise) => sum + pointsOf(exercise), 0),
      done: results.length,
    };
  });
}

/** Of all predictions made with this confidence, how many were right. */
export interface Calibration {
  readonly confidence: Confidence;
  readonly right: number;
  readonly of: number;
}

/** A prediction one was sure of, and the policy says otherwise. */
export interface Surprise {
  readonly exercise: Exercise;
  readonly relationship: string;
}

/** How well the learner knew what they know; what was looked up first does not count. */
export function calibrationOf(
  run: Run,
  course: Course,
): { readonly levels: readonly Calibration[]; readonly surprises: readonly Surprise[] } {
  const made = exercisesOf(course).flatMap((exercise) => {
    const result = run.results[exercise.id];
    if (exercise.kind !== 'predict' || result?.answer.kind !== 'predict' || result.sawSolution) {
      return [];
    }
    const { verdicts } = judge(exercise.scenario);
    const { predictions } = result.answer;
    return exercise.relationships.flatMap((relationship) => {
      const prediction = predictions[relationship];
      if (!prediction) return [];
      const isRight = prediction.status === verdicts.get(relationship)?.status;
      return [{ exercise, relationship, confidence: prediction.confidence, isRight }];
    });
  });
  const levels = CONFIDENCES.map((confidence) => {
    const those = made.filter((one) => one.confidence === confidence);
    return { confidence, of: those.length, right: those.filter(({ isRight }) => isRight).length };
  });
  const surprises = made.filter(({ isRight, confidence }) => !isRight && confidence === 3);
  return { levels, surprises };
}

/** Exercises without an answer, in the order of the course. */
export function openExercises(run: Run, course: Course): readonly Exercise[] {
  return exercisesOf(course).filter(({ id }) => !run.results[id]);
}
