import { createExplainer, type Shown, shownStatus } from '../i18n/explain.ts';
import type { RelationshipKind, Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { SIGNS } from './signs.ts';
import { titleOf, type Wording } from './svg.ts';
import { oneLine } from './text.ts';

/** The chain as a Mermaid flowchart: verdicts in colour, line, sign and word. Ends in a line break. */
export function mermaidChart(scenario: Scenario, { t, language }: Wording): string {
  const explainer = createExplainer(t, language, scenario);
  const { verdicts, chain } = judge(scenario);
  const ids = new Map(scenario.parties.map(({ id }, i) => [id, `p${i}`]));
  const parties = scenario.parties.map(({ id, type, country }) => {
    const typeWords = t(`policy.party.${type}`);
    const name = explainer.partyName(id);
    const words = [
      ...(name === typeWords ? [] : [typeWords]),
      name,
      ...(type === 'microsoft'
        ? []
        : [country ? explainer.country(country) : t('ui.party.countryUnknown')]),
    ];
    return `  ${ids.get(id)}["${words.map(escapeMermaid).join('<br/>')}"]`;
  });
  const styles: string[] = [];
  const lines = scenario.relationships.map(({ id, kind, from, to, service }, i) => {
    const verdict = verdicts.get(id) ?? { status: 'unknown', reasons: [] };
    const shown = shownStatus(verdict);
    styles.push(`  linkStyle ${i} ${STYLES[shown]}`);
    const words = [
      `${t(`policy.kind.${kind}`)}`,
      ...(service?.trim() ? [service] : []),
      `${SIGNS[shown]} ${explainer.status(verdict)}`,
    ];
    const label = words.map(escapeMermaid).join('<br/>');
    return `  ${ids.get(from)} ${ARROWS[kind]}|"${label}"| ${ids.get(to)}`;
  });
  return `${[
    'flowchart TB',
    `  accTitle: ${escapeMermaid(titleOf(scenario, t))}`,
    `  accDescr: ${escapeMermaid(`${t(`policy.chain.${chain}`)} · ${t('policy.disclaimer')}`)}`,
    ...parties,
    ...lines,
    ...styles,
  ].join('\n')}\n`;
}

/**
 * Text as text, inside a label in quotes: every mark that could be Mermaid, Markdown or HTML becomes a
 * character code, in the form Mermaid has for it.
 */
export function escapeMermaid(text: string): string {
  return oneLine(text).replace(
    /(?![A-Za-z0-9 .,()/?-])[!-~]/g,
    (mark) => `#${mark.charCodeAt(0)};`,
  );
}

const ARROWS: Readonly<Record<RelationshipKind, string>> = {
  sells: '-->',
  partnership: '---',
  manages: '-.->',
};

const STYLES: Readonly<Record<Shown, string>> = {
  valid: 'stroke:#0b6a0b,stroke-width:2px,color:#0b6a0b',
  prohibited: 'stroke:#b10e1c,stroke-width:2px,stroke-dasharray:8 5,color:#b10e1c',
  prerequisite: 'stroke:#7a4f00,stroke-width:2px,stroke-dasharray:2 5,color:#7a4f00',
  unknown: 'stroke:#5c5a58,stroke-width:2px,stroke-dasharray:10 4 2 4,color:#5c5a58',
};
