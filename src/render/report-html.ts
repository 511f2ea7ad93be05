import type { Shown } from '../i18n/explain.ts';
import { LANGUAGES } from '../i18n/locale.ts';
import { ICONS } from '../icons/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { escapeXml as escaped } from '../model/xml.ts';
import { FONTS } from './fonts.ts';
import { type ReportedRelationship, reportOn, type Statement } from './report.ts';
import type { PictureTheme } from './style.ts';
import { drawPicture, type Wording } from './svg.ts';

/**
 * The report as one HTML file that needs nothing else, for screens and for paper.
 *
 * @param date of the report, YYYY-MM-DD
 */
export function htmlReport(
  scenario: Scenario,
  wording: Wording,
  theme: PictureTheme,
  date: string,
): string {
  const { t, language } = wording;
  const report = reportOn(scenario, wording, date);
  const { svg } = drawPicture(scenario, wording, theme);
  const heading = (words: string) => `<h2>${escaped(words)}</h2>`;
  const facts = report.facts.map(
    ([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`,
  );
  const counts = report.counts.map(
    ({ shown, words }) => `<li class="${shown}">${sign(shown)}${escaped(words)}</li>`,
  );
  const customers = report.customers.map(
    ({ name, routes, remark }) =>
      `<li><strong>${escaped(name)}</strong>${[...routes, remark]
        .filter(Boolean)
        .map((words) => `<br>${escaped(words)}`)
        .join('')}</li>`,
  );
  return `${[
    '<!doctype html>',
    `<html lang="${language}" data-theme="${theme}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(report.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<p class="kind">${escaped(t('report.kind'))}</p>`,
    `<h1>${escaped(report.title)}</h1>`,
    `<p class="notice">${escaped(report.disclaimer)}</p>`,
    `<dl class="facts">${facts.join('')}</dl>`,
    report.description === '' ? '' : `<p class="own">${escaped(report.description)}</p>`,
    `<p class="chain">${escaped(report.chain)}</p>`,
    counts.length > 0 ? `<ul class="counts">${counts.join('')}</ul>` : '',
    heading(t('report.picture')),
    `<figure>${svg}</figure>`,
    ...(customers.length > 0
      ? [heading(t('ui.scenario.customers')), `<ul>${customers.join('')}</ul>`]
      : []),
    heading(t('report.relationships')),
    ...(report.relationships.length > 0
      ? [
          `<ol class="all">${report.relationships.map((one) => relationship(one, wording)).join('\n')}</ol>`,
        ]
      : [`<p>${escaped(t('report.none'))}</p>`]),
    heading(t('report.assumptions')),
    `<ul>${report.assumptions.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>`,
    '</main>',
    `<footer>${escaped(t('policy.disclaimer'))}</footer>`,
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

function relationship(
  { line, shown, status, statements, notes, fixes, remark }: ReportedRelationship,
  { t }: Wording,
): string {
  const list = (words: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : `<h4>${escaped(words)}</h4><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return [
    `<li class="one"><h3>${escaped(line)} <span class="verdict ${shown}">${sign(shown)}${escaped(status)}</span></h3>`,
    ...statements.map(statement),
    list(t('ui.explain.notes'), notes.map(escaped)),
    list(
      t('ui.fix.title'),
      fixes.map(({ words, remarks }) => `${escaped(words)}${meta(remarks.map(escaped))}`),
    ),
    remark === '' ? '' : `<p class="meta">${escaped(remark)}</p>`,
    '</li>',
  ].join('');
}

function statement({ text, rule, remarks, sources }: Statement): string {
  const code = rule === '' ? [] : [`<code>${rule}</code>`];
  const links = sources.map(
    ({ words, address }) => `<a href="${escaped(address)}">${escaped(words)}</a>`,
  );
  return `<p>${escaped(text)}</p>${meta([...code, ...remarks.map(escaped), ...links])}`;
}

function meta(items: readonly string[]): string {
  return items.length === 0 ? '' : `<p class="meta">${items.join(' · ')}</p>`;
}

function sign(shown: Shown): string {
  return `<svg class="sign" viewBox="0 0 20 20" aria-hidden="true"><path d="${ICONS[shown]}"/></svg>`;
}

const DARK =
  'color-scheme:dark;--back:#1b1a19;--text:#f3f2f1;--muted:#b3b0ad;--line:#3b3a39;--accent:#62abf5;--soft:#252423;--valid:#7bc67b;--prohibited:#ff9a9e;--prerequisite:#f0c15c;--unknown:#b3b0ad';
const LIGHT =
  'color-scheme:light;--back:#ffffff;--text:#201f1e;--muted:#5c5a58;--line:#d2d0ce;--accent:#0f6cbd;--soft:#faf9f8;--valid:#0b6a0b;--prohibited:#b10e1c;--prerequisite:#7a4f00;--unknown:#5c5a58';

/** Paper is white, whatever the theme; a relationship is not torn apart by the end of a page. */
const STYLE = `
:root{${LIGHT}}
@media screen{:root[data-theme=dark]{${DARK}}}
@media screen and (prefers-color-scheme:dark){:root[data-theme=auto]{${DARK}}}
${LANGUAGES.map((language) => `[lang="${language}"]{font-family:${FONTS[language]}}`).join('\n')}
body{margin:0;background:var(--back);color:var(--text);font-size:15px;line-height:1.6;overflow-wrap:anywhere;text-autospace:normal}
main,footer{max-width:900px;margin:0 auto;padding:24px}
h1{margin:0 0 12px;font-size:26px;line-height:1.3}
h2{margin:32px 0 10px;font-size:19px;border-bottom:1px solid var(--line)}
h3{margin:0 0 6px;font-size:16px}
h4{margin:10px 0 4px;font-size:13px;color:var(--muted)}
p{margin:6px 0}
ul,ol{margin:0;padding-inline-start:22px}
a{color:var(--accent)}
.kind,.meta,footer{color:var(--muted);font-size:13px}
.kind{margin:0}
.notice{padding:8px 12px;border-inline-start:4px solid var(--accent);background:var(--soft)}
.own{white-space:pre-line}
.facts{display:flex;flex-wrap:wrap;gap:4px 28px;margin:14px 0}
dt{color:var(--muted);font-size:13px}
dd{margin:0}
.chain{font-size:17px;font-weight:bold}
.counts{display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;list-style:none}
figure{margin:0;overflow:auto}
figure>svg{display:block;box-sizing:border-box;max-width:100%;height:auto;margin:0 auto;border:1px solid var(--line);border-radius:8px}
.all{display:grid;gap:14px}
.one{padding:0 0 12px 4px;border-bottom:1px solid var(--line)}
.verdict{white-space:nowrap;font-size:14px}
.sign{width:1.1em;height:1.1em;margin-inline-end:.3em;vertical-align:-.18em;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.valid{color:var(--valid)}.prohibited{color:var(--prohibited)}.prerequisite{color:var(--prerequisite)}.unknown{color:var(--unknown)}
@page{margin:16mm}
@media print{
body{font-size:11pt}
main,footer{max-width:none;padding:0}
.one,figure,h4+ul{break-inside:avoid}
h2,h3,h4{break-after:avoid}
figure{overflow:visible}
figure>svg{max-height:230mm}
a{color:inherit}
.one a::after{content:" (" attr(href) ")";font-size:8pt}
}
`;
