/**
 * How wide a text will be, without a page to measure it in: by classes of characters, wide enough for the
 * wider of the usual fonts. The ranges are written out, so that every version of every engine gives the
 * same picture.
 */

export interface TextStyle {
  /** In CSS pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** @returns CSS pixels */
export function textWidth(text: string, { size, isBold = false }: TextStyle): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    // Han characters are as wide as they are high, bold ones too.
    if (isWideCode(code)) ems += 1;
    else ems += narrowEms(character, code) * (isBold ? BOLD : REGULAR);
  }
  return ems * size;
}

/**
 * The text in lines of at most that width: broken at spaces and between Han characters, anywhere in a word
 * that is wider than a line. What does not fit into the last line ends in an ellipsis.
 *
 * @param width in CSS pixels
 */
export function fitLines(
  text: string,
  width: number,
  style: TextStyle,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  let rest = clustersOf(oneLine(text));
  while (rest.length > 0) {
    const count = fittingCount(rest, width, style);
    if (count >= rest.length) return [...lines, rest.join('')];
    if (lines.length === maxLines - 1) return [...lines, ellipsized(rest, width, style)];
    const end = breakBefore(rest, count);
    lines.push(rest.slice(0, end).join('').trimEnd());
    rest = rest.slice(end);
    while (rest[0] === ' ') rest = rest.slice(1);
  }
  return lines;
}

/** Without line breaks and other invisible characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character. */
function clustersOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function fittingCount(clusters: readonly string[], width: number, style: TextStyle): number {
  let used = 0;
  let count = 0;
  for (const cluster of clusters) {
    used += textWidth(cluster, style);
    if (used > width) break;
    count++;
  }
  return Math.max(1, count);
}

/** Where to break, at or before the first cluster that has no room; there, if nowhere else. */
function breakBefore(clusters: readonly string[], count: number): number {
  for (let i = count; i > 0; i--) if (canBreak(clusters[i - 1], clusters[i])) return i;
  return count;
}

function canBreak(before = '', after = ''): boolean {
  if (NOT_FIRST.includes(after) || NOT_LAST.includes(before)) return false;
  return before === ' ' || after === ' ' || isWide(before) || isWide(after);
}

/** Marks that no line may begin or end with. */
const NOT_FIRST = '，。、：；？！）”’」』》〉】…,.:;?!)';
const NOT_LAST = '（“‘「『《〈【(';

function ellipsized(clusters: readonly string[], width: number, style: TextStyle): string {
  const count = fittingCount(clusters, width - textWidth('…', style), style);
  return `${clusters.slice(0, count).join('').trimEnd()}…`;
}

function isWide(cluster: string): boolean {
  return isWideCode(cluster.codePointAt(0) ?? 0);
}

function isWideCode(code: number): boolean {
  return WIDE.some(([first, last]) => code >= first && code <= last);
}

function narrowEms(character: string, code: number): number {
  if (code < 0x7f) return ASCII.get(character) ?? 0.58;
  if (JOINED.some(([first, last]) => code >= first && code <= last)) return 0;
  return code < 0x250 ? 0.6 : 0.7;
}

/** East Asian characters and emoji; and marks that Han fonts draw full width. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2190, 0x21ff],
  [0x2600, 0x27bf],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x1f3fa],
  [0x1f400, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Combining marks, joiners and variants, which take no room of their own. */
const JOINED: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0000, 0xe01ef],
];

/** How much wider than the table Latin letters may be: DejaVu Sans is, Segoe UI is not. */
const REGULAR = 1.1;
const BOLD = 1.24;

const ASCII = new Map<string, number>(
  (
    [
      ["ijl|'", 0.26],
      [' !.,:;`I', 0.3],
      ['frt()[]/\\-"{}', 0.38],
      ['cksvxyzJ*^', 0.53],
      ['ABEKPSVXYF&L', 0.68],
      ['CDGHNOQRTUw', 0.76],
      ['mMW@%', 0.95],
    ] as const
  ).flatMap(([characters, ems]) => [...characters].map((one) => [one, ems] as const)),
);
