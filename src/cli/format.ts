import type { TFunction } from 'i18next';
import { createExplainer, type Explainer, shownStatus } from '../i18n/explain.ts';
import { explainWarning } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import { explainText } from '../i18n/explain-training.ts';
import type { Language } from '../i18n/locale.ts';
import type { Verdict } from '../policy/types.ts';
import { exercisesOf } from '../training/run.ts';
import type { Mismatch } from './docs-compare.ts';
import { faultText, mismatchFindings } from './findings.ts';
import type { Checked, CheckedCourse, Judged, Source, Unreadable } from './judged.ts';
import { isPassed, sourceText } from './judged.ts';
import { unmetText } from './unmet.ts';

/** Colours a text, where colours are wanted. */
export type Paint = (colour: 'red' | 'yellow' | 'green' | 'bold' | 'dim', text: string) => string;

const CODES = { red: 31, yellow: 33, green: 32, bold: 1, dim: 2 } as const;
export const painted: Paint = (colour, text) => `\u001B[${CODES[colour]}m${text}\u001B[0m`;
export const plain: Paint = (_, text) => text;

/** The answer as JSON: an array in input order. */
export function asJson(
  checked: readonly Checked[],
  t: TFunction,
  language: Language,
  mismatches: readonly Mismatch[] = [],
): string {
  return JSON.stringify(
    [
      ...checked.map((one) => {
        if ('problems' in one) return unreadableJson(one, t);
        return 'course' in one ? courseJson(one, t, language) : judgedJson(one);
      }),
      ...mismatches.map(mismatchJson),
    ],
    null,
    2,
  );
}

function mismatchJson({ kind, source, like }: Mismatch): object {
  return { source: sourceText(source), mismatch: kind, like: sourceText(like) };
}

function unreadableJson({ source, problems: [first] }: Unreadable, t: TFunction): object {
  const message = first ? explainProblem({ ...first, path: '' }, t) : '';
  return { source: sourceText(source), error: { message, path: first?.path ?? '' } };
}

function courseJson(one: CheckedCourse, t: TFunction, language: Language): object {
  const { source, course, faults, warnings } = one;
  return {
    source: sourceText(source),
    id: course.id,
    exercises: exercisesOf(course).length,
    faults: faults.map((fault) => ({
      exercise: fault.exercise,
      fault: fault.code,
      message: faultText(fault, one, t, language),
    })),
    warnings: warnings.map((warning) => ({
      exercise: warning.exercise,
      warning: warning.code,
      message: explainWarning(warning, course, t, language),
    })),
  };
}

function judgedJson({ source, scenario, judgement, expectationsMet }: Judged): object {
  const relationships = Object.fromEntries(
    [...judgement.verdicts].map(([id, { status, rules, notes }]) => [
      id,
      { verdict: status, rules, notes: notes.map(({ note }) => note) },
    ]),
  );
  return {
    source: sourceText(source),
    id: scenario.id ?? null,
    chain: judgement.chain,
    relationships,
    expectationsMet,
  };
}

/** The answer for people: every relationship that is not valid, with its reasons, and a summary. */
export function asText(
  checked: readonly Checked[],
  t: TFunction,
  language: Language,
  paint: Paint,
  mismatches: readonly Mismatch[] = [],
): string {
  const differing = mismatchFindings(mismatches, t).map(({ source, message }) => {
    return `${paint('bold', where(source, t))}\n  ${paint('red', '≠')} ${message}`;
  });
  const blocks = checked.flatMap((one) => {
    const lines = linesOf(one, t, language, paint);
    return lines.length > 0 ? [lines.join('\n')] : [];
  });
  return [...blocks, ...differing, summary(checked, t)].join('\n\n');
}

function linesOf(one: Checked, t: TFunction, language: Language, paint: Paint): string[] {
  if ('problems' in one) return unreadable(one, t, paint);
  return 'course' in one ? ofCourse(one, t, language, paint) : judged(one, t, language, paint);
}

function ofCourse(one: CheckedCourse, t: TFunction, language: Language, paint: Paint): string[] {
  const { source, course, faults, warnings } = one;
  const title = explainText(course.title, t, language) || course.id;
  const count = t('authoring.cli.course', { count: exercisesOf(course).length });
  const ready = faults.length === 0 ? ` ${paint('green', `✓ ${t('authoring.cli.ready')}`)}` : '';
  return [
    `${paint('bold', where(source, t))} ${t('file.check.detailed', { text: title, detail: count })}${ready}`,
    ...faults.map((fault) => `  ${paint('red', '✕')} ${faultText(fault, one, t, language)}`),
    ...warnings.map((warning) => {
      const problem = explainWarning(warning, course, t, language);
      const { exercise } = warning;
      const text = exercise === null ? problem : t('file.at', { path: exercise, problem });
      return `  ${paint('yellow', '◔')} ${t('authoring.cli.warning', { text })}`;
    }),
  ];
}

function unreadable({ source, problems }: Unreadable, t: TFunction, paint: Paint): string[] {
  return [
    paint('bold', where(source, t)),
    ...problems.map((problem) => `  ${paint('red', '✕')} ${explainProblem(problem, t)}`),
  ];
}

function judged(one: Judged, t: TFunction, language: Language, paint: Paint): string[] {
  const { source, scenario, judgement, unmet, expectationsMet } = one;
  const explainer = createExplainer(t, language, scenario);
  const lines = scenario.relationships.flatMap((relationship) => {
    const verdict = judgement.verdicts.get(relationship.id);
    if (!verdict || verdict.status === 'valid') return [];
    const shown = shownStatus(verdict);
    const colour = shown === 'prohibited' ? 'red' : 'yellow';
    const mark = shown === 'prohibited' ? '✕' : shown === 'prerequisite' ? '◔' : '?';
    const status = paint(colour, `${mark} ${explainer.status(verdict)}`);
    const id = paint('dim', `(${relationship.id})`);
    return [
      `  ${status}  ${explainer.line(relationship)} ${id}`,
      ...reasons(verdict, explainer, paint),
    ];
  });
  const expected = unmet.map(
    (miss) => `  ${paint('red', '≠')} ${unmetText(miss, one, t, explainer)}`,
  );
  if (lines.length === 0 && expected.length === 0) return [];
  const title = scenario.title ? ` ${scenario.title}` : '';
  const met = expectationsMet ? ` ${paint('green', `✓ ${t('file.check.asExpected')}`)}` : '';
  return [paint('bold', where(source, t)) + title + met, ...lines, ...expected];
}

function reasons({ reasons }: Verdict, explainer: Explainer, paint: Paint): string[] {
  return reasons.map((reason) => {
    const market = explainer.market(reason);
    const meta = market ? `${reason.rule} · ${market}` : reason.rule;
    return `      ${explainer.reason(reason)} ${paint('dim', meta)}`;
  });
}

function summary(checked: readonly Checked[], t: TFunction): string {
  const judgedOnes = checked.filter((one): one is Judged => 'judgement' in one);
  const courses = checked.filter((one): one is CheckedCourse => 'course' in one);
  const invalid = judgedOnes
    .flatMap(({ judgement }) => [...judgement.verdicts.values()])
    .filter(({ status }) => status !== 'valid').length;
  const unmet = judgedOnes.filter((one) => one.expectationsMet !== null && !isPassed(one)).length;
  const faults = courses.reduce((sum, one) => sum + one.faults.length, 0);
  const unread = checked.length - judgedOnes.length - courses.length;
  const scenarios = checked.length - courses.length;
  return [
    ...(scenarios > 0 || courses.length === 0
      ? [
          t('file.check.summary', { count: scenarios }),
          t('file.check.invalidCount', { count: invalid }),
        ]
      : []),
    ...(courses.length > 0
      ? [
          t('authoring.cli.courses', { count: courses.length }),
          t('authoring.cli.faults', { count: faults }),
        ]
      : []),
    ...(unmet > 0 ? [t('file.check.unmetCount', { count: unmet })] : []),
    ...(unread > 0 ? [t('file.check.unreadCount', { count: unread })] : []),
    t('policy.disclaimer'),
  ].join(' · ');
}

function where(source: Source, t: TFunction): string {
  const { file, line, item } = source;
  // As editors and terminals make links of it.
  if (line !== undefined && file !== '-') return sourceText(source);
  const place = (detail: string) => t('file.check.detailed', { text: file, detail });
  if (line !== undefined) return place(t('file.check.line', { n: line }));
  return item === undefined ? file : place(t('file.check.item', { n: item }));
}
