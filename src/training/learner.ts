import { RULE_IDS, type RuleId } from '../policy/types.ts';
import type { Course, Exercise } from './exercise.ts';
import { rulesAgainst, rulesOf } from './exercised.ts';
import { exercisesOf, type Result, type Run } from './run.ts';

/**
 * What a learner has shown to know of each rule, and when it is to come up again: spaced practice after
 * Leitner. A rule that is answered rightly when it is due moves up one box and rests longer; a mistake puts
 * it back. Plain data that never leaves the machine unless the learner takes it along.
 */
export interface LearnerRecord {
  /** A rule that never came up has none. */
  readonly rules: Readonly<Partial<Record<RuleId, RuleRecord>>>;
  /** Exercises that are counted already, by course; the latest courses only. */
  readonly counted: readonly Counted[];
}

export const BOXES = [0, 1, 2, 3, 4, 5] as const;
export type Box = (typeof BOXES)[number];

export interface RuleRecord {
  /** Exercises in which the rule came up, or was seen where it is not. */
  readonly seen: number;
  /** Those that were right at the first attempt, as a whole. */
  readonly right: number;
  readonly box: Box;
  /** YYYY-MM-DD: from this day on it is to come up again. */
  readonly due: string;
}

export interface Counted {
  readonly course: string;
  /** YYYY-MM-DD of the last time. */
  readonly day: string;
  /** Exercise ids, sorted. */
  readonly exercises: readonly string[];
}

export const EMPTY_RECORD: LearnerRecord = { rules: {}, counted: [] };

/** Days of rest in each box. */
const REST: Readonly<Record<Box, number>> = { 0: 0, 1: 1, 2: 3, 3: 7, 4: 14, 5: 30 };
/** From this box on a rule counts as known: it was right three times, on three days. */
const KNOWN: Box = 3;
/** Courses remembered as counted; who has done so many since has no old run open any more. */
export const COURSES_REMEMBERED = 400;

/**
 * Counts what the run has answered and the record has not counted yet: the first attempt in practice, the
 * last of an assessment that was handed in. Counting a run again, also when it went on, counts nothing
 * twice; nor does doing the same exercises of a course again, which shows memory and not knowledge.
 *
 * @param day YYYY-MM-DD, the learner's today
 */
export function recordRun(
  record: LearnerRecord,
  course: Course,
  run: Run,
  day: string,
): LearnerRecord {
  if (run.course !== course.id || (run.mode === 'assessment' && !run.isSubmitted)) return record;
  const before = record.counted.find((one) => one.course === course.id)?.exercises ?? [];
  const known = new Set(before);
  const fresh = exercisesOf(course).filter(
    ({ id }) => Object.hasOwn(run.results, id) && !known.has(id),
  );
  if (fresh.length === 0) return record;
  const rules = fresh.reduce(
    (all, exercise) => counting(all, exercise, run.results[exercise.id] as Result, run.mode, day),
    record.rules,
  );
  const exercises = [...before, ...fresh.map(({ id }) => id)].sort();
  return { rules, counted: remembered([...record.counted, { course: course.id, day, exercises }]) };
}

function counting(
  rules: LearnerRecord['rules'],
  exercise: Exercise,
  result: Result,
  mode: Run['mode'],
  day: string,
): LearnerRecord['rules'] {
  // After a wrong attempt in practice the verdicts are on the table.
  const isFirst = mode === 'assessment' || result.attempts === 1;
  const isRight = isFirst && !result.sawSolution && result.points === result.of;
  const about = isRight
    ? rulesOf(exercise)
    : new Set([...rulesOf(exercise), ...rulesAgainst(exercise, result.answer)]);
  const after = { ...rules };
  for (const rule of about) after[rule] = moved(rules[rule], isRight, day);
  return after;
}

function moved(before: RuleRecord | undefined, isRight: boolean, day: string): RuleRecord {
  const { seen, right, box, due } = before ?? { seen: 0, right: 0, box: 0 as Box, due: day };
  if (!isRight) return { seen: seen + 1, right, box: 0, due: day };
  // Twice on one day is once learned.
  const up = due <= day ? (Math.min(box + 1, 5) as Box) : box;
  const next = due <= day ? daysAfter(day, REST[up]) : due;
  return { seen: seen + 1, right: right + 1, box: up, due: next };
}

/** One entry for each course, the latest ones. */
function remembered(counted: readonly Counted[]): Counted[] {
  const byCourse = new Map<string, Counted>();
  for (const one of counted) {
    const other = byCourse.get(one.course);
    byCourse.set(one.course, {
      course: one.course,
      day: other && other.day > one.day ? other.day : one.day,
      exercises: [...new Set([...(other?.exercises ?? []), ...one.exercises])].sort(),
    });
  }
  return [...byCourse.values()]
    .sort((a, b) => compare(a.day, b.day) || compare(a.course, b.course))
    .slice(-COURSES_REMEMBERED);
}

/**
 * The rules to practise now: those that are due, the least known first, then those that never came up. A
 * rule that rests is not among them.
 */
export function weakRules(record: LearnerRecord, day: string): readonly RuleId[] {
  const of = (rule: RuleId) => record.rules[rule];
  const share = (rule: RuleId) => (of(rule)?.right ?? 0) / Math.max(1, of(rule)?.seen ?? 0);
  const due = RULE_IDS.filter((rule) => (of(rule)?.due ?? '9') <= day);
  const isBefore = (a: RuleId, b: RuleId) =>
    (of(a)?.box ?? 0) - (of(b)?.box ?? 0) || share(a) - share(b);
  return [...due.sort(isBefore), ...RULE_IDS.filter((rule) => of(rule) === undefined)];
}

export interface CoverageRow {
  readonly rule: RuleId;
  /** Undefined = it never came up. */
  readonly record: RuleRecord | undefined;
}

export interface Coverage {
  /** Every rule, in display order. */
  readonly rows: readonly CoverageRow[];
  readonly seen: number;
  /** In box 3 or higher. */
  readonly known: number;
}

export function coverage(record: LearnerRecord): Coverage {
  const rows = RULE_IDS.map((rule) => ({ rule, record: record.rules[rule] }));
  const seen = rows.filter((row) => row.record !== undefined).length;
  const known = rows.filter((row) => (row.record?.box ?? 0) >= KNOWN).length;
  return { rows, seen, known };
}

/**
 * Two records of one learner, from two machines: of each rule the one that has seen more of it. What both
 * share is not counted twice, so sums are not made; the order of the two does not matter.
 */
export function mergeRecords(a: LearnerRecord, b: LearnerRecord): LearnerRecord {
  const rules: Partial<Record<RuleId, RuleRecord>> = {};
  for (const rule of RULE_IDS) {
    const [one, other] = [a.rules[rule], b.rules[rule]];
    const more = one && other ? (isMore(one, other) ? one : other) : (one ?? other);
    if (more) rules[rule] = more;
  }
  return { rules, counted: remembered([...a.counted, ...b.counted]) };
}

function isMore(a: RuleRecord, b: RuleRecord): boolean {
  const difference = a.seen - b.seen || a.right - b.right || a.box - b.box || compare(a.due, b.due);
  return difference >= 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param day YYYY-MM-DD */
function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
