import type { TFunction } from 'i18next';
import { placeNew } from '../geometry/layout.ts';
import { type DrawnLine, drawLines } from '../geometry/line.ts';
import {
  createExplainer,
  type Explainer,
  longDate,
  type Shown,
  shownStatus,
} from '../i18n/explain.ts';
import type { Language } from '../i18n/locale.ts';
import { moveParties } from '../model/edit.ts';
import { editionOf, type Position, type Relationship, type Scenario } from '../model/scenario.ts';
import { scenarioMetadata } from '../model/svg-scenario.ts';
import { escapeXml } from '../model/xml.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement } from '../policy/types.ts';
import { drawParty, measureParty, type PartyBox } from './party.ts';
import { arrowHeads, box, icon, label, num } from './shapes.ts';
import { type Look, NEUTRAL, type PictureTheme, pictureStyle, SHOWN } from './style.ts';
import { fitLines, oneLine, textWidth } from './text.ts';

/** In which words to write, whatever the language of the scenario. */
export interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

export interface Picture {
  /** A whole SVG file, which may also stand in a page as it is. */
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the verdict of each relationship stands. */
  readonly badges: readonly PlacedBadge[];
}

export interface PlacedBadge {
  readonly relationship: string;
  /** `Contoso sells to Fabrikam: Supported` */
  readonly words: string;
  /** CSS pixels from the upper left corner of the picture to the middle of the badge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The scenario as a picture: parties where the scenario has them (others get places), every relationship
 * with its verdict in colour, line, sign and word, and all of it once more as a text. It needs no other
 * file, carries the scenario in its metadata, and is the same in every program.
 */
export function drawPicture(scenario: Scenario, wording: Wording, theme: PictureTheme): Picture {
  return drawPlaced(moveParties(scenario, placeNew(scenario, new Map())), wording, theme);
}

/** The picture of a scenario whose parties all have their places. */
export function drawPlaced(
  placed: Scenario,
  { t, language }: Wording,
  theme: PictureTheme,
): Picture {
  const explainer = createExplainer(t, language, placed);
  const judgement = judge(placed);
  const parties = placed.parties.map((party) =>
    measureParty(party, party.position ?? ORIGIN, t, explainer),
  );
  const lines = measureLines(placed, judgement, parties, t, explainer, NO_LABELS);

  const drawing = extent(parties, lines);
  const width = Math.max(MIN_WIDTH, drawing.right - drawing.left + 2 * MARGIN);
  const head = drawHead(placed, judgement, t, width);
  const top = head.height + MARGIN;
  const below = top + drawing.bottom - drawing.top + MARGIN;
  const foot = drawFoot(placed, { t, language }, width, below);
  const height = below + foot.height;
  const left = (width - (drawing.right - drawing.left)) / 2;
  const [shiftX, shiftY] = [left - drawing.left, top - drawing.top];
  const shift = `translate(${num(shiftX)} ${num(shiftY)})`;

  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="csp-${language}" lang="${language}" xml:lang="${language}" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}" role="img" aria-labelledby="csp-title" aria-describedby="csp-desc">`,
    `<title id="csp-title">${escapeXml(titleOf(placed, t))}</title>`,
    `<desc id="csp-desc">${escapeXml(inWords(placed, judgement, lines, t))}</desc>`,
    scenarioMetadata(placed),
    `<style>${pictureStyle(theme)}</style>`,
    arrowHeads(SHOWN.filter((one) => lines.some(({ shown }) => shown === one))),
    box({ x: 0, y: 0, width, height }, 0, 'csp-back'),
    head.svg,
    `<g transform="${shift}">`,
    ...lines.map(drawLine),
    ...parties.map(
      (one) => `<g><title>${escapeXml(one.words)}</title>${drawParty(one, placed.language)}</g>`,
    ),
    ...lines.map(drawBadge),
    '</g>',
    foot.svg,
    '</svg>\n',
  ].join('\n');
  const badges = placedBadges(lines, shiftX, shiftY);
  return { svg, width: Math.ceil(width), height: Math.ceil(height), badges };
}

/** By relationship id: what it is called in the text beside the picture, such as A, B, C. */
export type Labels = ReadonlyMap<string, string>;

/**
 * The drawing alone, for a page that says everything else itself: no title, no counts, no metadata, and
 * nothing for a screen reader. Concealed, all relationships look the same, and nothing in it tells what
 * any of them is worth, nor is it asked.
 */
export function drawBare(
  placed: Scenario,
  { t, language }: Wording,
  theme: PictureTheme,
  labels: Labels,
  isConcealed: boolean,
): Picture {
  const explainer = createExplainer(t, language, placed);
  const judgement = isConcealed ? null : judge(placed);
  const parties = placed.parties.map((party) =>
    measureParty(party, party.position ?? ORIGIN, t, explainer),
  );
  const lines = measureLines(placed, judgement, parties, t, explainer, labels);
  const drawing = extent(parties, lines);
  const width = drawing.right - drawing.left + 2 * BARE_MARGIN;
  const height = drawing.bottom - drawing.top + 2 * BARE_MARGIN;
  const [shiftX, shiftY] = [BARE_MARGIN - drawing.left, BARE_MARGIN - drawing.top];
  const looks = new Set(lines.map(({ shown }) => shown));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="csp-${language}" lang="${language}" xml:lang="${language}" width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}" aria-hidden="true">`,
    `<style>${pictureStyle(theme, isConcealed)}</style>`,
    arrowHeads([...looks]),
    `<g transform="translate(${num(shiftX)} ${num(shiftY)})">`,
    ...lines.map(drawLine),
    ...parties.map((one) => drawParty(one, placed.language, isConcealed)),
    ...lines.map(drawBadge),
    '</g>',
    '</svg>\n',
  ].join('\n');
  const badges = placedBadges(lines, shiftX, shiftY);
  return { svg, width: Math.ceil(width), height: Math.ceil(height), badges };
}

const BARE_MARGIN = 12;
const NO_LABELS: Labels = new Map();

function placedBadges(
  lines: readonly PictureLine[],
  shiftX: number,
  shiftY: number,
): PlacedBadge[] {
  return lines.map(({ id, words, drawn, badge }) => ({
    relationship: id,
    words,
    x: drawn.badge.x + shiftX,
    y: drawn.badge.y + shiftY,
    width: badge.width,
    height: badge.height,
  }));
}

export function titleOf({ title }: Scenario, t: TFunction): string {
  return oneLine(title ?? '') || t('ui.scenario.untitled');
}

/** `2 not supported`, for each verdict there is, the gravest first. */
export function countsOf({ verdicts }: Judgement, t: TFunction): { shown: Shown; words: string }[] {
  const all = [...verdicts.values()].map(shownStatus);
  return (['prohibited', 'prerequisite', 'unknown', 'valid'] as const).flatMap((shown) => {
    const count = all.filter((one) => one === shown).length;
    return count > 0 ? [{ shown, words: t(`ui.status.${shown}`, { count }) }] : [];
  });
}

const ORIGIN: Position = { x: 0, y: 0 };
const MARGIN = 28;
const MIN_WIDTH = 480;

/** A relationship with everything that is drawn of it. */
interface PictureLine extends Relationship {
  readonly shown: Look;
  readonly drawn: DrawnLine;
  readonly words: string;
  readonly badge: Badge;
}

interface Badge {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const BADGE = { size: 12, isBold: true };
const SERVICE = { size: 11 };
const BADGE_TEXT = 280;

/** @param judgement null = concealed */
function measureLines(
  { relationships }: Scenario,
  judgement: Judgement | null,
  parties: readonly PartyBox[],
  t: TFunction,
  explainer: Explainer,
  labels: Labels,
): PictureLine[] {
  const measured = relationships.flatMap((relationship) => {
    const line = explainer.line(relationship);
    const label = labels.get(relationship.id) ?? '';
    if (judgement === null) {
      const badge = measureBadge(relationship, '', label, t);
      return { ...relationship, shown: NEUTRAL, words: oneLine(line), badge };
    }
    const verdict = judgement.verdicts.get(relationship.id);
    if (!verdict) return [];
    const status = explainer.status(verdict);
    return {
      ...relationship,
      shown: shownStatus(verdict),
      words: oneLine(t('ui.canvas.lineAndStatus', { line, status })),
      badge: measureBadge(relationship, status, label, t),
    };
  });
  const boxes = new Map(parties.map((one) => [one.party.id, one.box]));
  const drawn = drawLines(measured, boxes, ({ badge }) => badge);
  return measured.flatMap((line) => {
    const found = drawn.get(line.id);
    return found ? { ...line, drawn: found } : [];
  });
}

/** @param status empty where it is concealed: then the badge has no sign either */
function measureBadge(
  { kind, service }: Relationship,
  status: string,
  mark: string,
  t: TFunction,
): Badge {
  const kindWords = t(`policy.kind.${kind}`);
  const judged =
    kind === 'sells' ? status : t('ui.canvas.kindAndStatus', { kind: kindWords, status });
  const words = [mark, status === '' ? kindWords : judged].filter(Boolean).join(' · ');
  const [first = ''] = fitLines(words, BADGE_TEXT, BADGE, 1);
  const [second = ''] = fitLines(service ?? '', BADGE_TEXT, SERVICE, 1);
  const widest = Math.max(textWidth(first, BADGE), textWidth(second, SERVICE));
  return {
    lines: second === '' ? [first] : [first, second],
    width: widest + (status === '' ? 26 : 42),
    height: second === '' ? 28 : 42,
  };
}

function drawLine({ kind, shown, drawn }: PictureLine): string {
  const end = kind === 'partnership' ? '' : ` marker-end="url(#csp-arrow-${shown})"`;
  return `<path class="csp-line csp-${shown} csp-${kind}" d="${drawn.path}"${end}/>`;
}

function drawBadge({ shown, drawn, words, badge }: PictureLine): string {
  const { x, y } = drawn.badge;
  const { width, height, lines } = badge;
  const left = x - width / 2;
  const frame = { x: left, y: y - height / 2, width, height };
  const middle = shown === NEUTRAL ? x : left + 27 + (width - 42) / 2;
  const ink = `csp-ink-${shown}`;
  return [
    shown === NEUTRAL ? '<g>' : `<g><title>${escapeXml(words)}</title>`,
    box(frame, 14, `csp-badge-${shown} csp-${shown}`),
    shown === NEUTRAL ? '' : icon(shown, left + 8, y - 8, 16, `csp-${shown}`),
    ...lines.map((line, i) =>
      label(line, {
        x: middle,
        y: y + 4.3 + (lines.length > 1 ? i * 15 - 7.5 : 0),
        size: i === 0 ? BADGE.size : SERVICE.size,
        className: i === 0 ? `${ink} csp-bold` : ink,
        anchor: 'middle',
      }),
    ),
    '</g>',
  ].join('');
}

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Around everything: boxes, badges, and how far the lines may reach. */
function extent(parties: readonly PartyBox[], lines: readonly PictureLine[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, width = 0, height = 0) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const { x, y, width, height } of parties.map((one) => one.box)) take(x, y, width, height);
  for (const { drawn, badge } of lines) {
    const { x, y } = drawn.badge;
    take(x - badge.width / 2, y - badge.height / 2, badge.width, badge.height);
    for (const [px, py] of pointsOn(drawn.path)) take(px, py);
  }
  return left === Infinity
    ? { left: 0, top: 0, right: 0, bottom: 0 }
    : { left, top, right, bottom };
}

const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Places along the curve of `M… C…`, so that bent lines and loops stay in the picture. */
export function pointsOn(path: string): [number, number][] {
  const [ax, ay, bx, by, cx, cy, dx, dy] = (path.match(/-?[\d.]+/g) ?? []).map(Number) as Eight;
  const mix = (t: number, a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return STEPS.map((t) => [mix(t, ax, bx, cx, dx), mix(t, ay, by, cy, dy)]);
}

type Eight = [number, number, number, number, number, number, number, number];

const TITLE = { size: 18, isBold: true };
const SUMMARY = { size: 13 };

/** The title, what the chain is worth, and how many relationships have which verdict. */
function drawHead(scenario: Scenario, judgement: Judgement, t: TFunction, width: number) {
  const room = width - 2 * MARGIN;
  const title = fitLines(titleOf(scenario, t), room, TITLE, 2);
  const chain: { shown?: Shown; words: string } = { words: t(`policy.chain.${judgement.chain}`) };
  const parts = [chain, ...countsOf(judgement, t)];
  let x = MARGIN;
  let y = MARGIN + title.length * 25 + 10;
  const svg = title.map((line, i) =>
    label(line, { x, y: MARGIN + 14 + i * 25, size: TITLE.size, className: 'csp-text csp-bold' }),
  );
  for (const { shown, words } of parts) {
    const wide = textWidth(words, { ...SUMMARY, isBold: !shown }) + (shown ? 20 : 0);
    if (x > MARGIN && x + wide > width - MARGIN) {
      x = MARGIN;
      y += 21;
    }
    if (shown) svg.push(icon(shown, x, y - 12, 16, `csp-${shown}`));
    svg.push(
      label(words, {
        x: x + (shown ? 20 : 0),
        y,
        size: SUMMARY.size,
        className: shown ? `csp-ink-${shown}` : 'csp-text csp-bold',
      }),
    );
    x += wide + 18;
  }
  return { svg: svg.join('\n'), height: y + 8 };
}

const SMALL = { size: 11 };

/** By what it was judged, and what the judgement is not. */
function drawFoot(scenario: Scenario, { t, language }: Wording, width: number, top: number) {
  const texts = [
    `${t(`policy.edition.${editionOf(scenario)}`)} · ${asOfWords(scenario, { t, language })}`,
    t('policy.disclaimer'),
  ];
  const lines = texts.flatMap((text) => fitLines(text, width - 2 * MARGIN, SMALL, 3));
  const svg = lines.map((line, i) =>
    label(line, { x: MARGIN, y: top + i * 17, size: SMALL.size, className: 'csp-muted' }),
  );
  return { svg: svg.join('\n'), height: lines.length * 17 + 8 };
}

function asOfWords({ asOf }: Scenario, { t, language }: Wording): string {
  return asOf ? t('report.asOf', { date: longDate(asOf, language) }) : t('ui.status.today');
}

/** What the picture shows, for those who do not see it. */
function inWords(
  { parties }: Scenario,
  judgement: Judgement,
  lines: readonly PictureLine[],
  t: TFunction,
): string {
  if (parties.length === 0) return t('ui.canvas.empty');
  return [
    t(`policy.chain.${judgement.chain}`),
    ...lines.map(({ words }) => words),
    t('policy.disclaimer'),
  ].join('\n');
}
