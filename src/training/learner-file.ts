import * as v from 'valibot';
import { RULE_IDS } from '../policy/types.ts';
import { BOXES, COURSES_REMEMBERED, type LearnerRecord } from './learner.ts';

/** The record of a learner as a file, format `csp-learner`: to take along, and to bring back. */
const FORMAT = 'csp-learner';
const VERSION = 1;
/** Characters of a file that is looked at; the largest record is a tenth of it. */
const LONGEST = 2_000_000;
const MOST = 1_000_000;

/** What can be wrong with such a file. The words are at `practice.problem.<code>`. */
export const RECORD_PROBLEMS = [
  'tooLarge',
  'notJson',
  'notRecord',
  'newerVersion',
  'damaged',
] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

export type ReadRecord =
  | { readonly ok: true; readonly record: LearnerRecord }
  | { readonly ok: false; readonly problem: RecordProblem };

const day = v.pipe(v.string(), v.isoDate(), v.check(isCalendarDate));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST));
const rule = v.pipe(
  v.strictObject({ seen: number, right: number, box: v.picklist(BOXES), due: day }),
  v.check(({ seen, right, box }) => right <= seen && seen > 0 && box <= right),
);
const file = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  rules: v.strictObject(v.entriesFromList(RULE_IDS, v.exactOptional(rule))),
  counted: v.pipe(
    v.array(
      v.strictObject({
        course: id,
        day,
        exercises: v.pipe(v.array(id), v.minLength(1), v.maxLength(1_000)),
      }),
    ),
    v.maxLength(COURSES_REMEMBERED),
  ),
});

/** In a form that is the same for equal records. */
export function writeRecord({ rules, counted }: LearnerRecord): string {
  const inOrder = Object.fromEntries(
    RULE_IDS.flatMap((one) => (rules[one] ? [[one, rules[one]] as const] : [])),
  );
  const text = { format: FORMAT, version: VERSION, rules: inOrder, counted };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/** Reads what `writeRecord` wrote: all of it, or nothing and what is wrong. Never throws. */
export function readRecord(text: string): ReadRecord {
  if (text.length > LONGEST) return refuse('tooLarge');
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return refuse('notJson');
  }
  const head = v.safeParse(v.looseObject({ format: v.literal(FORMAT), version: number }), value);
  if (!head.success) return refuse('notRecord');
  if (head.output.version > VERSION) return refuse('newerVersion');
  const { success, output } = v.safeParse(file, value);
  if (!success) return refuse('damaged');
  return { ok: true, record: { rules: output.rules, counted: output.counted } };
}

function refuse(problem: RecordProblem): ReadRecord {
  return { ok: false, problem };
}

function isCalendarDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
