import { escapeXml } from '../model/xml.ts';
import type { Finding } from './findings.ts';
import { type Checked, type Source, sourceText } from './judged.ts';

/** The answer as annotations of a GitHub workflow. */
export function asGithub(findings: readonly Finding[], disclaimer: string): string {
  const data = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [
    ...findings.map(
      ({ source: { file, line }, rule, message }) =>
        `::error file=${property(file)},line=${line ?? 1},title=${property(rule)}::${data(message)}`,
    ),
    `::notice::${data(disclaimer)}`,
  ].join('\n');
}

/** The answer as JUnit XML: a suite for each file, a case for each scenario and each mismatch. */
export function asJunit(
  checked: readonly Checked[],
  findings: readonly Finding[],
  disclaimer: string,
): string {
  const cases = new Map<string, { source: Source; failures: Finding[] }>();
  for (const { source } of checked) cases.set(sourceText(source), { source, failures: [] });
  for (const finding of findings) {
    const name = sourceText(finding.source);
    const found = cases.get(name) ?? { source: finding.source, failures: [] };
    found.failures.push(finding);
    cases.set(name, found);
  }
  const suites = new Map<string, [string, { source: Source; failures: Finding[] }][]>();
  for (const one of cases) {
    const { file } = one[1].source;
    suites.set(file, [...(suites.get(file) ?? []), one]);
  }
  const failing = (list: readonly (readonly [string, { failures: Finding[] }])[]) =>
    list.filter(([, { failures }]) => failures.length > 0).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="csp-check" tests="${cases.size}" failures="${failing([...cases])}">`,
    ...[...suites].flatMap(([file, list]) => [
      `  <testsuite name="${escapeXml(file)}" tests="${list.length}" failures="${failing(list)}">`,
      `    <properties><property name="disclaimer" value="${escapeXml(disclaimer)}"/></properties>`,
      ...list.map(([name, { source, failures }]) => {
        const head = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}" file="${escapeXml(file)}" line="${source.line ?? 1}"`;
        const [first] = failures;
        if (!first) return `${head}/>`;
        const text = failures.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
        return `${head}><failure type="${escapeXml(first.rule)}" message="${escapeXml(first.message)}">${escapeXml(text)}</failure></testcase>`;
      }),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n');
}

/** The answer as SARIF 2.1.0. */
export function asSarif(findings: readonly Finding[], disclaimer: string): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const results = findings.map(({ source: { file, line }, rule, message }) => ({
    ruleId: rule,
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
          region: { startLine: line ?? 1 },
        },
      },
    ],
  }));
  const driver = {
    name: 'csp-check',
    fullDescription: { text: disclaimer },
    rules: rules.map((id) => ({ id })),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return JSON.stringify(
    { $schema: schema, version: '2.1.0', runs: [{ tool: { driver }, results }] },
    null,
    2,
  );
}
