import type { Shown } from '../i18n/explain.ts';
import { FONTS } from './fonts.ts';

/** Auto = the reader's own setting decides, wherever the picture is shown. */
export const PICTURE_THEMES = ['auto', 'light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

export const SHOWN: readonly Shown[] = ['valid', 'prohibited', 'prerequisite', 'unknown'];

/** How every relationship looks while its verdict is concealed. */
export const NEUTRAL = 'neutral' as const;
export type Look = Shown | typeof NEUTRAL;

/** Selector, property, and its value in light and dark. */
type Paint = readonly [string, 'fill' | 'stroke', string, string];

const VERDICTS: Readonly<Record<Shown, { ink: [string, string]; soft: [string, string] }>> = {
  valid: { ink: ['#0b6a0b', '#7bc67b'], soft: ['#e7f2e7', '#173117'] },
  prohibited: { ink: ['#b10e1c', '#ff9a9e'], soft: ['#fdeeef', '#451a1e'] },
  prerequisite: { ink: ['#7a4f00', '#f0c15c'], soft: ['#fdf4e3', '#3a2c0d'] },
  unknown: { ink: ['#5c5a58', '#b3b0ad'], soft: ['#f3f2f1', '#323130'] },
};

const PAINTS: readonly Paint[] = [
  ['.csp-back', 'fill', '#faf9f8', '#1b1a19'],
  ['.csp-text', 'fill', '#201f1e', '#f3f2f1'],
  ['.csp-muted', 'fill', '#5c5a58', '#b3b0ad'],
  ['.csp-party', 'fill', '#ffffff', '#252423'],
  ['.csp-party', 'stroke', '#c8c6c4', '#5c5a58'],
  ['.csp-mark', 'fill', '#ebf3fc', '#0c3b5e'],
  ['.csp-sign', 'stroke', '#0f6cbd', '#62abf5'],
  ['.csp-chip', 'fill', '#f3f2f1', '#323130'],
];

const JUDGED_PAINTS: readonly Paint[] = [
  ['.csp-step', 'fill', '#fdf4e3', '#3a2c0d'],
  ...SHOWN.flatMap((shown): Paint[] => {
    const { ink, soft } = VERDICTS[shown];
    return [
      [`.csp-${shown}`, 'stroke', ...ink],
      [`.csp-ink-${shown}`, 'fill', ...ink],
      [`.csp-badge-${shown}`, 'fill', ...soft],
    ];
  }),
];

const NEUTRAL_PAINTS: readonly Paint[] = [
  ['.csp-neutral', 'stroke', '#3b3a39', '#d2d0ce'],
  ['.csp-ink-neutral', 'fill', '#3b3a39', '#d2d0ce'],
  ['.csp-badge-neutral', 'fill', '#ffffff', '#252423'],
];

const SHAPES = [
  '.csp-line{fill:none;stroke-width:2}',
  '.csp-manages{stroke-width:1.5}',
  '.csp-icon{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}',
  '.csp-bold{font-weight:bold}',
];

/** The verdict is also in the line: whole, dashed, dotted, or both in turn. */
const JUDGED_SHAPES = [
  '.csp-line.csp-prohibited{stroke-dasharray:8 5}',
  '.csp-line.csp-prerequisite{stroke-dasharray:2 5;stroke-linecap:round}',
  '.csp-line.csp-unknown{stroke-dasharray:10 4 2 4}',
];

/**
 * Plain rules without variables, which drawing programs do not know. Every name begins with `csp-`: in a
 * report they stand beside those of the page. Dark is for screens; paper is white.
 */
export function pictureStyle(theme: PictureTheme, isConcealed = false): string {
  const fonts = Object.entries(FONTS).map(
    ([language, stack]) => `.csp-${language}{font-family:${stack}}`,
  );
  const shapes = isConcealed ? SHAPES : [...SHAPES, ...JUDGED_SHAPES];
  const all = [...PAINTS, ...(isConcealed ? NEUTRAL_PAINTS : JUDGED_PAINTS)];
  const painted = paints(all, theme === 'dark' ? 3 : 2);
  const dark = `@media screen and (prefers-color-scheme:dark){${paints(all, 3).join('')}}`;
  return [...fonts, ...shapes, ...painted, ...(theme === 'auto' ? [dark] : [])].join('\n');
}

function paints(all: readonly Paint[], side: 2 | 3): string[] {
  return all.map((paint) => `${paint[0]}{${paint[1]}:${paint[side]}}`);
}
