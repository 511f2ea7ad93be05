import type { Scenario } from '../model/scenario.ts';
import { type FileProblem, parseJson, type Read, scenarioOf } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement } from '../policy/types.ts';
import { type Unmet, unmetExpectations } from '../what-if/expectations.ts';

/** One scenario of the input: where it stood, and what came of it. */
export type Checked = Judged | Unreadable;

export interface Judged {
  /** The file as it was named, with the number of the scenario or line where there are several. */
  readonly source: Source;
  readonly scenario: Scenario;
  readonly judgement: Judgement;
  readonly unmet: readonly Unmet[];
  /** Null when the scenario expects nothing. */
  readonly expectationsMet: boolean | null;
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

/** All scenarios of one file: a single one, or a list. */
export function checkFile(file: string, text: string): Checked[] {
  const parsed = parseJson(text);
  if ('problem' in parsed) return [{ source: { file }, problems: [parsed.problem] }];
  const { value } = parsed;
  if (!Array.isArray(value)) return [check({ file }, scenarioOf(value))];
  return value.map((one, i) => check({ file, item: i + 1 }, scenarioOf(one)));
}

/** One scenario per line; empty lines are passed over, but counted. */
export function checkLines(file: string, text: string): Checked[] {
  return text.split('\n').flatMap((line, i): Checked[] => {
    if (line.trim() === '') return [];
    const source = { file, line: i + 1 };
    const parsed = parseJson(line);
    if ('problem' in parsed) return [{ source, problems: [parsed.problem] }];
    return [check(source, scenarioOf(parsed.value))];
  });
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

/** Whether it counts as passed: what it expects is met, or, expecting nothing, all is valid. */
export function isPassed({ expectationsMet, judgement }: Judged): boolean {
  return (
    expectationsMet ?? [...judgement.verdicts.values()].every(({ status }) => status === 'valid')
  );
}
