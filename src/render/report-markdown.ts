import type { Scenario } from '../model/scenario.ts';
import { mermaidChart } from './mermaid.ts';
import { type ReportedRelationship, reportOn, type Statement } from './report.ts';
import { SIGNS } from './signs.ts';
import type { Wording } from './svg.ts';
import { oneLine } from './text.ts';

/**
 * The report as Markdown (CommonMark with tables), its picture as a Mermaid chart: text through and through.
 *
 * @param date of the report, YYYY-MM-DD
 */
export function markdownReport(scenario: Scenario, wording: Wording, date: string): string {
  const { t } = wording;
  const report = reportOn(scenario, wording, date);
  const blocks = [
    `# ${escapeMarkdown(report.title)}`,
    `> ${escapeMarkdown(report.disclaimer)}`,
    table(report.facts, t('report.kind')),
    ...report.description.split(/\n{2,}/).map(escapeMarkdown),
    `**${escapeMarkdown(report.chain)}**`,
    list(report.counts.map(({ shown, words }) => `${SIGNS[shown]} ${escapeMarkdown(words)}`)),
    `## ${t('report.picture')}`,
    `\`\`\`mermaid\n${mermaidChart(scenario, wording)}\`\`\``,
    ...(report.customers.length > 0
      ? [
          `## ${t('ui.scenario.customers')}`,
          list(
            report.customers.map(({ name, routes, remark }) =>
              nested(
                `**${escapeMarkdown(name)}**`,
                [...routes, remark].filter(Boolean).map(escapeMarkdown),
              ),
            ),
          ),
        ]
      : []),
    `## ${t('report.relationships')}`,
    ...(report.relationships.length > 0
      ? report.relationships.flatMap((one, i) => relationship(one, i + 1, wording))
      : [t('report.none')]),
    `## ${t('report.assumptions')}`,
    list(report.assumptions.map(escapeMarkdown)),
    '---',
    escapeMarkdown(t('policy.disclaimer')),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/**
 * Text as text: nothing in it is Markdown, HTML, a link or the end of a table cell, wherever it stands.
 * Line breaks become spaces, for a line break ends most things.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~$#^!{}@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function relationship(
  { line, shown, status, statements, notes, fixes, remark }: ReportedRelationship,
  n: number,
  { t }: Wording,
): string[] {
  return [
    `### ${n}. ${escapeMarkdown(line)}`,
    `**${SIGNS[shown]} ${escapeMarkdown(status)}**`,
    list(statements.map(statement)),
    ...titled(t('ui.explain.notes'), notes.map(escapeMarkdown)),
    ...titled(
      t('ui.fix.title'),
      fixes.map(({ words, remarks }) =>
        nested(escapeMarkdown(words), [remarks.map(escapeMarkdown).join(' · ')]),
      ),
    ),
    escapeMarkdown(remark),
  ];
}

function titled(words: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`#### ${words}`, list(items)];
}

function statement({ text, rule, remarks, sources }: Statement): string {
  const links = sources.map(({ words, address }) => `[${escapeMarkdown(words)}](${address})`);
  const code = rule === '' ? [] : [`\`${rule}\``];
  const meta = [...code, ...remarks.map(escapeMarkdown), ...links].join(' · ');
  return nested(escapeMarkdown(text), meta === '' ? [] : [meta]);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function nested(words: string, items: readonly string[]): string {
  return [words, ...items.map((item) => `  - ${item}`)].join('\n');
}

function table(rows: readonly (readonly [string, string])[], head: string): string {
  return [
    `| ${escapeMarkdown(head)} | |`,
    '|---|---|',
    ...rows.map(([name, value]) => `| ${escapeMarkdown(name)} | ${escapeMarkdown(value)} |`),
  ].join('\n');
}
