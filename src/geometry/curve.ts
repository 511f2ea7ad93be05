import type { Position } from '../model/scenario.ts';
import { type Dock, isLevel } from './dock.ts';
import type { Box } from './layout.ts';

/** How far a relationship of a party with itself reaches out. */
const LOOP = 72;

/** A cubic Bézier curve: two ends and their controls. */
export type Curve = readonly [Position, Position, Position, Position];

/** Out of one side straight, and straight into the other; bent aside by so much in between. */
export function curveBetween(start: Dock, end: Dock, bend: number): Curve {
  if (isLevel(start.side)) {
    const right = start.side === 'right' ? 1 : -1;
    const reach = right * Math.max(32, Math.abs(end.x - start.x) / 2);
    return [
      start,
      { x: start.x + reach, y: start.y + bend },
      { x: end.x - reach, y: end.y + bend },
      end,
    ];
  }
  const down = start.side === 'bottom' ? 1 : -1;
  const reach = down * Math.max(32, Math.abs(end.y - start.y) / 2);
  return [
    start,
    { x: start.x + bend, y: start.y + reach },
    { x: end.x + bend, y: end.y - reach },
    end,
  ];
}

/** Out of one side and back into it, right, left or below; a second loop runs around the first. */
export function loops(box: Box, lane: number): Curve[] {
  const reach = LOOP * (1.6 + lane * 1.2);
  const aside = (x: number, outwards: number): Curve => {
    const start = { x, y: box.y + box.height * 0.25 };
    const end = { x, y: box.y + box.height * 0.75 };
    const far = x + outwards * reach;
    return [start, { x: far, y: start.y - 24 }, { x: far, y: end.y + 24 }, end];
  };
  const y = box.y + box.height;
  const start = { x: box.x + box.width * 0.25, y };
  const end = { x: box.x + box.width * 0.75, y };
  const deep = y + reach * 0.6;
  const below: Curve = [start, { x: start.x - 24, y: deep }, { x: end.x + 24, y: deep }, end];
  return [aside(box.x + box.width, 1), aside(box.x, -1), below];
}

/** The place at a share of the way along the curve. */
export function pointAt([a, b, c, d]: Curve, t: number): Position {
  const mix = (k: 'x' | 'y') =>
    (1 - t) ** 3 * a[k] + 3 * (1 - t) ** 2 * t * b[k] + 3 * (1 - t) * t ** 2 * c[k] + t ** 3 * d[k];
  return { x: round(mix('x')), y: round(mix('y')) };
}

/** SVG path data. */
export function pathOf([a, b, c, d]: Curve): string {
  const xy = ({ x, y }: Position) => `${round(x)},${round(y)}`;
  return `M${xy(a)} C${xy(b)} ${xy(c)} ${xy(d)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
