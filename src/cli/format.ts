import type { TFunction } from 'i18next';
import { createExplainer, type Explainer, shownStatus } from '../i18n/explain.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import type { Language } from '../i18n/locale.ts';
import type { Verdict } from '../policy/types.ts';
import type { Mismatch } from './docs-compare.ts';
import { mismatchFindings } from './findings.ts';
import type { Checked, Judged, Source, Unreadable } from './judged.ts';
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
  mismatches: readonly Mismatch[] = [],
): string {
  return JSON.stringify(
    [
      ...checked.map((one) => ('problems' in one ? unreadableJson(one, t) : judgedJson(one))),
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
    const lines = 'problems' in one ? unreadable(one, t, paint) : judged(one, t, language, paint);
    return lines.length > 0 ? [lines.join('\n')] : [];
  });
  return [...blocks, ...differing, summary(checked, t)].join('\n\n');
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
  const judgedOnes = checked.filter((one): one is Judged => !('problems' in one));
  const invalid = judgedOnes
    .flatMap(({ judgement }) => [...judgement.verdicts.values()])
    .filter(({ status }) => status !== 'valid').length;
  const unmet = judgedOnes.filter((one) => one.expectationsMet !== null && !isPassed(one)).length;
  const unread = checked.length - judgedOnes.length;
  return [
    t('file.check.summary', { count: checked.length }),
    t('file.check.invalidCount', { count: invalid }),
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
