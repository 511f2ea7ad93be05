import { judge } from '../policy/judge.ts';
import type { RuleId } from '../policy/types.ts';
import { type CodeProblem, decodeAnswers, type Response, type Sheet, writeCode } from './code.ts';
import { CONFIDENCES, type Confidence, type Course, type Exercise } from './exercise.ts';
import type { Unmet } from './goal.ts';
import { rightOrder } from './grade.ts';
import { exercisesOf } from './run.ts';

/** One learner's answers, as they were handed in. */
export interface Entry {
  /** In its plain form; no two entries share one. */
  readonly code: string;
  readonly sheet: Sheet;
}

/** The answers of a class to one course, in the order they came. */
export interface Round {
  readonly course: string;
  readonly entries: readonly Entry[];
}

export function startRound(course: Course): Round {
  return { course: course.id, entries: [] };
}

export type Taken =
  | { readonly ok: true; readonly round: Round; readonly entry: Entry; readonly replaced: boolean }
  | { readonly ok: false; readonly problem: CodeProblem };

/**
 * Adds a learner's code. Another one of the same learner takes the place of the first; who gave no name
 * is known by nothing, and only the very same code counts once.
 *
 * @param isAnonymous names are not kept; they are neither in the round nor in what is saved of it
 */
export function takeCode(round: Round, course: Course, code: string, isAnonymous = false): Taken {
  const read = decodeAnswers(course, code);
  if (!read.ok) return read;
  const sheet = isAnonymous ? { ...read.sheet, name: '' } : read.sheet;
  const entry: Entry = { code: writeCode(course, sheet), sheet };
  const place = round.entries.findIndex((one) => isSameLearner(one, entry));
  const entries = place < 0 ? [...round.entries, entry] : round.entries.with(place, entry);
  return { ok: true, round: { ...round, entries }, entry, replaced: place >= 0 };
}

function isSameLearner(a: Entry, b: Entry): boolean {
  if (a.code === b.code) return true;
  return a.sheet.name !== '' && nameKey(a.sheet.name) === nameKey(b.sheet.name);
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

export function withoutEntry(round: Round, code: string): Round {
  return { ...round, entries: round.entries.filter((one) => one.code !== code) };
}

/** Forgets all names. */
export function withoutNames(round: Round, course: Course): Round {
  return round.entries.reduce((kept, { code }) => {
    const taken = takeCode(kept, course, code, true);
    return taken.ok ? taken.round : kept;
  }, startRound(course));
}

/** How often an answer was given. */
export interface Count<T> {
  readonly of: T;
  readonly count: number;
  /** By the policy. */
  readonly isRight: boolean;
}

/** What the class answered to one exercise. */
export type Counts =
  | { readonly kind: 'predict'; readonly relationships: readonly PredictedLine[] }
  | { readonly kind: 'reason'; readonly rules: readonly Count<RuleId>[] }
  /** How many marked each relationship; right to mark are those that are refused. */
  | { readonly kind: 'spot'; readonly marked: readonly Count<string>[] }
  /** The orders that were given, most frequent first; the right one is always among them. */
  | { readonly kind: 'order'; readonly orders: readonly Count<readonly number[]>[] }
  | {
      readonly kind: 'repair' | 'build';
      readonly done: number;
      readonly notDone: number;
      /** What was missing, most frequent first. */
      readonly missing: readonly { readonly goal: Unmet; readonly count: number }[];
      /** Edits of those who did it, fewest first. */
      readonly edits: readonly { readonly edits: number; readonly count: number }[];
    };

export interface PredictedLine {
  readonly relationship: string;
  readonly statuses: readonly Count<'valid' | 'invalid'>[];
}

/** How right those were who were so sure. */
export interface Calibration {
  readonly confidence: Confidence;
  readonly right: number;
  readonly wrong: number;
}

export interface Tally {
  readonly exercise: Exercise;
  readonly answered: number;
  /** Learners who had all of it right. */
  readonly right: number;
  readonly counts: Counts;
  /** Of predictions; of other kinds, empty. */
  readonly calibration: readonly Calibration[];
  /** Roughly; undefined while nobody answered. */
  readonly medianSeconds: number | undefined;
}

/** What came of each exercise, in the order of the course. */
export function tallyRound(round: Round, course: Course): readonly Tally[] {
  return exercisesOf(course).map((exercise) => {
    const responses = round.entries.flatMap(({ sheet }) => responseIn(sheet, exercise.id) ?? []);
    return {
      exercise,
      answered: responses.length,
      right: responses.filter(({ isRight }) => isRight).length,
      counts: countsOf(exercise, responses),
      calibration: calibrationOf(exercise, responses),
      medianSeconds: median(responses.map(({ seconds }) => seconds)),
    };
  });
}

export function responseIn({ responses }: Sheet, exercise: string): Response | undefined {
  return Object.hasOwn(responses, exercise) ? responses[exercise] : undefined;
}

/** Points of a learner, of all that the course gives. */
export function pointsIn({ responses }: Sheet): number {
  return Object.values(responses).reduce((sum, { points }) => sum + points, 0);
}

function countsOf(exercise: Exercise, responses: readonly Response[]): Counts {
  const told = responses.map((response) => response.told);
  if (exercise.kind === 'predict') {
    const { verdicts } = judge(exercise.scenario);
    const said = told.flatMap((one) => (one.kind === 'predict' ? [one.predictions] : []));
    return {
      kind: 'predict',
      relationships: exercise.relationships.map((relationship) => ({
        relationship,
        statuses: (['valid', 'invalid'] as const).map((of) => ({
          of,
          count: said.filter((one) => one[relationship]?.status === of).length,
          isRight: verdicts.get(relationship)?.status === of,
        })),
      })),
    };
  }
  if (exercise.kind === 'reason') {
    const rules = judge(exercise.scenario).verdicts.get(exercise.relationship)?.rules ?? [];
    return {
      kind: 'reason',
      rules: exercise.choices.map((of) => ({
        of,
        count: told.filter((one) => one.kind === 'reason' && one.rule === of).length,
        isRight: rules.includes(of),
      })),
    };
  }
  if (exercise.kind === 'spot') {
    const { verdicts } = judge(exercise.scenario);
    return {
      kind: 'spot',
      marked: exercise.scenario.relationships.map(({ id }) => ({
        of: id,
        count: told.filter((one) => one.kind === 'spot' && one.relationships.includes(id)).length,
        isRight: verdicts.get(id)?.status !== 'valid',
      })),
    };
  }
  if (exercise.kind === 'order') {
    const right = rightOrder(exercise);
    const orders = told.flatMap((one) => (one.kind === 'order' ? [one.order] : []));
    const counted = frequencies(orders, String);
    const isGiven = counted.some(({ value }) => String(value) === String(right));
    const all = isGiven ? counted : [...counted, { value: right, count: 0 }];
    return {
      kind: 'order',
      orders: all.map(({ value, count }) => ({
        of: value,
        count,
        isRight: String(value) === String(right),
      })),
    };
  }
  const done = responses.filter(({ isRight }) => isRight);
  const drawn = (some: readonly Response[]) =>
    some.flatMap((one) =>
      one.told.kind === 'repair' || one.told.kind === 'build' ? [one.told] : [],
    );
  const missing = drawn(responses).flatMap(({ unmet }) => unmet);
  return {
    kind: exercise.kind,
    done: done.length,
    notDone: responses.length - done.length,
    missing: frequencies(missing, (goal) => JSON.stringify(goal)).map(({ value, count }) => ({
      goal: value,
      count,
    })),
    edits: frequencies(drawn(done), ({ edits }) => String(edits))
      .map(({ value: { edits }, count }) => ({ edits, count }))
      .sort((a, b) => a.edits - b.edits),
  };
}

/** Each value once with how often it is there, the most frequent first, equals as they came. */
function frequencies<T>(values: readonly T[], keyOf: (value: T) => string) {
  const found = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = keyOf(value);
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { value: found.get(key)?.value ?? value, count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function calibrationOf(exercise: Exercise, responses: readonly Response[]): readonly Calibration[] {
  if (exercise.kind !== 'predict') return [];
  const { verdicts } = judge(exercise.scenario);
  const said = responses.flatMap(({ told }) =>
    told.kind === 'predict' ? Object.entries(told.predictions) : [],
  );
  return CONFIDENCES.map((confidence) => {
    const sure = said.filter(([, one]) => one.confidence === confidence);
    const right = sure.filter(([id, { status }]) => verdicts.get(id)?.status === status).length;
    return { confidence, right, wrong: sure.length - right };
  });
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

// A round as a file: the codes say everything, and are checked again when it is read.

const FORMAT = 'csp-round';
const FILE_VERSION = 1;
/** Codes of a file that are read: no class is larger. */
const MOST_CODES = 2_000;

/** What can be wrong with a file. The words are at `classroom.problem.<code>`. */
export const ROUND_PROBLEMS = ['notRound', 'newerRound', 'otherCourse', 'tooManyCodes'] as const;

export interface RoundProblem {
  readonly code: (typeof ROUND_PROBLEMS)[number] | CodeProblem['code'];
  /** `line`: which code it is, from 1; absent = the file as a whole. */
  readonly params: Readonly<Record<string, string | number>>;
}

export function writeRound({ course, entries }: Round): string {
  const codes = entries.map(({ code }) => code);
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, course, codes }, null, 2)}\n`;
}

/** All of a saved round, or what is wrong with it. Never throws. */
export function readRound(
  text: string,
  course: Course,
):
  | { readonly ok: true; readonly round: Round }
  | { readonly ok: false; readonly problem: RoundProblem } {
  const file = parsed(text);
  if (file === undefined) return { ok: false, problem: { code: 'notRound', params: {} } };
  const { version, codes } = file;
  if (version > FILE_VERSION) {
    return { ok: false, problem: { code: 'newerRound', params: { version } } };
  }
  if (file.course !== course.id) {
    return { ok: false, problem: { code: 'otherCourse', params: { id: file.course } } };
  }
  if (codes.length > MOST_CODES) {
    return { ok: false, problem: { code: 'tooManyCodes', params: { max: MOST_CODES } } };
  }
  let round = startRound(course);
  for (const [index, code] of codes.entries()) {
    const taken = takeCode(round, course, code);
    if (!taken.ok) {
      const { code: what, params } = taken.problem;
      return { ok: false, problem: { code: what, params: { ...params, line: index + 1 } } };
    }
    round = taken.round;
  }
  return { ok: true, round };
}

interface RoundFile {
  readonly version: number;
  readonly course: string;
  readonly codes: readonly string[];
}

function parsed(text: string): RoundFile | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null) return undefined;
    const { format, version, course, codes } = value as Record<string, unknown>;
    const isFile = format === FORMAT && typeof version === 'number' && typeof course === 'string';
    if (!isFile || !Array.isArray(codes)) return undefined;
    const isText = (one: unknown): one is string => typeof one === 'string';
    return codes.every(isText) ? { version, course, codes } : undefined;
  } catch {
    return undefined;
  }
}
