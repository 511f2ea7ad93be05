import type { Scenario } from '../model/scenario.ts';
import { type FileProblem, parseJson, type Read, scenarioOf } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement } from '../policy/types.ts';
import { type CourseRead, courseOf, isCourse } from '../training/course-file.ts';
import type { Course } from '../training/exercise.ts';
import { type Fault, faultsOf, type Warning, warningsOf } from '../training/validate.ts';
import { type Unmet, unmetExpectations } from '../what-if/expectations.ts';

/** One scenario or course of the input: where it stood, and what came of it. */
export type Checked = Judged | CheckedCourse | Unreadable;

export interface Judged {
  /** The file as it was named, with the number of the scenario or line where there are several. */
  readonly source: Source;
  readonly scenario: Scenario;
  readonly judgement: Judgement;
  readonly unmet: readonly Unmet[];
  /** Null when the scenario expects nothing. */
  readonly expectationsMet: boolean | null;
}

export interface CheckedCourse {
  readonly source: Source;
  readonly course: Course;
  /** Why it can't be given to learners; empty = it can. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

export interface Unreadable {
  readonly source: Source;
  readonly problems: readonly FileProblem[];
}

export interface Source {
  readonly file: string;
  /** From 1; of a line of standard input or of a page, or an element of a list. */
  readonly line?: number;
  readonly item?: number;
}

/** All that is in one file: a single scenario or course, or a list of them. */
export function checkFile(file: string, text: string): Checked[] {
  const parsed = parseJson(text);
  if ('problem' in parsed) return [{ source: { file }, problems: [parsed.problem] }];
  const { value } = parsed;
  if (!Array.isArray(value)) return [checkValue({ file }, value)];
  return value.map((one, i) => checkValue({ file, item: i + 1 }, one));
}

/** One scenario per line; empty lines are passed over, but counted. */
export function checkLines(file: string, text: string): Checked[] {
  return text.split('\n').flatMap((line, i): Checked[] => {
    if (line.trim() === '') return [];
    const source = { file, line: i + 1 };
    const parsed = parseJson(line);
    if ('problem' in parsed) return [{ source, problems: [parsed.problem] }];
    return [checkValue(source, parsed.value)];
  });
}

function checkValue(source: Source, value: unknown): Checked {
  return checkRead(source, isCourse(value) ? courseOf(value) : scenarioOf(value));
}

/** As `check`; of a course, what keeps it from learners. */
export function checkRead(source: Source, read: Read | CourseRead): Checked {
  if (!('course' in read)) return check(source, read);
  const { course } = read;
  return { source, course, faults: faultsOf(course), warnings: warningsOf(course) };
}

/** Judges what was read, or says what is wrong with it. */
export function check(source: Source, read: Read): Checked {
  if (!read.ok) return { source, problems: read.problems };
  const { scenario } = read;
  const judgement = judge(scenario);
  const unmet = unmetExpectations(scenario, judgement);
  const { expect, expectChain, expectServed } = scenario;
  const expects = [expect, expectChain, expectServed].some((one) => one !== undefined);
  return {
    source,
    scenario,
    judgement,
    unmet,
    expectationsMet: expects ? unmet.length === 0 : null,
  };
}

/** `page.md:12`: where a scenario stands, as programs write it. */
export function sourceText({ file, line, item }: Source): string {
  const number = line ?? item;
  return number === undefined ? file : `${file}:${number}`;
}

/**
 * Whether it counts as passed: what it expects is met, or, expecting nothing, all is valid; a course that
 * has no faults.
 */
export function isPassed(one: Judged | CheckedCourse): boolean {
  if ('course' in one) return one.faults.length === 0;
  const { expectationsMet, judgement } = one;
  return (
    expectationsMet ?? [...judgement.verdicts.values()].every(({ status }) => status === 'valid')
  );
}
