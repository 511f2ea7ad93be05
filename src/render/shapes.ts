import { ICONS, type IconName } from '../icons/paths.ts';
import { escapeXml } from '../model/xml.ts';
import type { Look } from './style.ts';

/** The pieces a picture is made of, as SVG text. */

/** With a tenth of a pixel, and never with an exponent. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

interface Label {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly className: string;
  readonly anchor?: 'middle';
  /** BCP 47, where it is not that of the picture. */
  readonly language?: string | undefined;
}

export function label(text: string, { x, y, size, className, anchor, language }: Label): string {
  const middle = anchor ? ' text-anchor="middle"' : '';
  const lang = language ? ` lang="${escapeXml(language)}"` : '';
  return `<text class="${className}" x="${num(x)}" y="${num(y)}" font-size="${size}"${middle}${lang}>${escapeXml(text)}</text>`;
}

/** @param size of its side; the outlines are drawn for 20 */
export function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  className: string,
): string {
  return `<path class="csp-icon ${className}" transform="translate(${num(x)} ${num(y)}) scale(${num(size / 20)})" d="${ICONS[name]}"/>`;
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function box({ x, y, width, height }: Frame, radius: number, className: string): string {
  return `<rect class="${className}" x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${radius}"/>`;
}

/** The arrow heads that lines refer to. */
export function arrowHeads(shown: readonly Look[]): string {
  const heads = shown.map(
    (one) =>
      `<marker id="csp-arrow-${one}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="csp-ink-${one}" d="M1 1L9 5L1 9z"/></marker>`,
  );
  return `<defs>${heads.join('')}</defs>`;
}
