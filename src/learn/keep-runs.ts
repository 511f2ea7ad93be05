import type { Course } from '../training/exercise.ts';
import { grade } from '../training/grade.ts';
import { exercisesOf, type Result, type Run, startRun } from '../training/run.ts';

/** Where the browser keeps things; undefined where it keeps nothing. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'csp-scenario-explorer/learn';
const keyOf = (course: string) => `${PREFIX}/${course}`;

export interface KeptRun {
  readonly run: Run;
  /** Something was kept and could not be read: the course starts anew. */
  readonly isDamaged: boolean;
}

/** What was done in a course so far; a new run where nothing is kept, or nothing that can be read. */
export function readRun(box: Box | undefined, course: Course): KeptRun {
  const fresh = startRun(course);
  let text: string | null | undefined;
  try {
    text = box?.getItem(keyOf(course.id));
    if (text === null || text === undefined) return { run: fresh, isDamaged: false };
    const run = runOf(JSON.parse(text), course);
    return run ? { run, isDamaged: false } : { run: fresh, isDamaged: true };
  } catch {
    return { run: fresh, isDamaged: text !== undefined };
  }
}

/** @returns whether it is kept */
export function keepRun(box: Box | undefined, run: Run): boolean {
  try {
    box?.setItem(keyOf(run.course), JSON.stringify(run));
    return box !== undefined;
  } catch {
    return false;
  }
}

export function forgetRun(box: Box | undefined, course: string): void {
  try {
    box?.removeItem(keyOf(course));
  } catch {
    // What can't be reached is not there.
  }
}

/** A run of this course, whatever was written; exercises that the course no longer has are left out. */
function runOf(kept: unknown, course: Course): Run | undefined {
  if (!isRecord(kept) || kept.course !== course.id || !isRecord(kept.results)) return undefined;
  // A course may become an assessment, or cease to be one: what was done then is of another kind.
  if (kept.mode !== course.mode) return undefined;
  const results: Record<string, Result> = {};
  for (const exercise of exercisesOf(course)) {
    const result = kept.results[exercise.id];
    if (result === undefined) continue;
    if (!isResult(result)) return undefined;
    // An answer that can't be graded throws.
    grade(exercise, result.answer);
    results[exercise.id] = result;
  }
  const at = exercisesOf(course).find(({ id }) => id === kept.at)?.id ?? null;
  return {
    course: course.id,
    mode: course.mode,
    results,
    at,
    isSubmitted: kept.isSubmitted === true,
  };
}

const NUMBERS = ['attempts', 'points', 'of', 'seconds', 'hints'] as const;

function isResult(value: unknown): value is Result {
  return (
    isRecord(value) &&
    isRecord(value.answer) &&
    typeof value.sawSolution === 'boolean' &&
    NUMBERS.every((name) => Number.isFinite(value[name]))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
