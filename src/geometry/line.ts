import type { Position } from '../model/scenario.ts';
import { type Box, overlaps } from './layout.ts';

/** A relationship to be drawn. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A relationship as drawn, in canvas units. */
export interface DrawnLine {
  /** SVG path data, from the first end to the second. */
  readonly path: string;
  /** The middle of its badge, on the line. */
  readonly badge: Position;
}

/** The room a badge takes, wide enough for its words in every language. */
export const BADGE = { width: 132, height: 26 } as const;
/** How far parallel lines stand apart. */
const LANE = 40;
const LOOP = 72;
/** Where on the line a badge may stand, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;
/** How far a line may bend aside to pass a party that stands in the way, the least first. */
const BENDS = [0, 130, -130, 230, -230] as const;
const SAMPLES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
/** Above this many lines times boxes, lines run straight and badges stand in the middle, whatever is there. */
const CAREFUL_UP_TO = 20_000;

/**
 * Paths and badges of all lines at once: parallel and opposite lines run side by side, badges keep off
 * parties and off each other where there is room.
 *
 * @param boxes of the parties, by id; a line to a party without a box is left out
 */
export function drawLines(
  lines: readonly Line[],
  boxes: ReadonlyMap<string, Box>,
): Map<string, DrawnLine> {
  const isCareful = lines.length * boxes.size <= CAREFUL_UP_TO;
  const badges: Box[] = [];
  const drawn = new Map<string, DrawnLine>();
  for (const [lane, lanes, line] of inLanes(lines)) {
    const from = boxes.get(line.from);
    const to = boxes.get(line.to);
    if (!from || !to) continue;
    const obstacles = isCareful ? [...boxes.values()] : [];
    const curves = from === to ? loops(from, lane) : bends(from, to, lane, lanes, isCareful);
    const others = obstacles.filter((box) => box !== from && box !== to);
    const { curve, badge } = best(curves, lane, lanes, [...obstacles, ...badges], others);
    if (isCareful) badges.push(badgeBox(badge));
    drawn.set(line.id, { path: pathOf(curve), badge });
  }
  return drawn;
}

/** A line that follows the pointer, from a party to a place. */
export function drawLoose(from: Box, to: Position): string {
  const target = { ...to, width: 0, height: 0 };
  return pathOf(between(from, target, 0, 1, 0));
}

/** A cubic Bézier curve: two ends and their controls. */
type Curve = readonly [Position, Position, Position, Position];

/** Each line with its number among those that join the same two parties. */
function inLanes(lines: readonly Line[]): [number, number, Line][] {
  const keyOf = ({ from, to }: Line) => (from < to ? `${from}\n${to}` : `${to}\n${from}`);
  const total = new Map<string, number>();
  for (const line of lines) total.set(keyOf(line), (total.get(keyOf(line)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const key = keyOf(line);
    const lane = seen.get(key) ?? 0;
    seen.set(key, lane + 1);
    return [lane, total.get(key) as number, line];
  });
}

function bends(from: Box, to: Box, lane: number, lanes: number, all: boolean): Curve[] {
  return (all ? BENDS : [0]).map((bend) => between(from, to, lane, lanes, bend));
}

/** The first curve that passes no party and has room for its badge; otherwise the one that passes the fewest. */
function best(
  curves: readonly Curve[],
  lane: number,
  lanes: number,
  occupied: readonly Box[],
  parties: readonly Box[],
): { curve: Curve; badge: Position } {
  let fewest = Number.POSITIVE_INFINITY;
  let chosen: { curve: Curve; badge: Position } | undefined;
  for (const curve of curves) {
    const { badge, isFree } = placeBadge(curve, lane, lanes, occupied);
    const passed = SAMPLES.filter((t) => isInside(pointAt(curve, t), parties)).length;
    const faults = passed + (isFree ? 0 : 4);
    if (faults < fewest) {
      fewest = faults;
      chosen = { curve, badge };
    }
    if (fewest === 0) break;
  }
  return chosen as { curve: Curve; badge: Position };
}

function isInside({ x, y }: Position, boxes: readonly Box[]): boolean {
  return boxes.some(
    (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
}

function between(from: Box, to: Box, lane: number, lanes: number, bend: number): Curve {
  const a = middleOf(from);
  const b = middleOf(to);
  // The gap decides, not the middles: boxes are wider than high.
  const gapX = Math.max(to.x - from.x - from.width, from.x - to.x - to.width);
  const gapY = Math.max(to.y - from.y - from.height, from.y - to.y - to.height);
  const isVertical = gapY >= gapX || gapY > 48;
  // Sideways on the canvas, not along the line: so opposite lines do not swap over.
  const side = (lane - (lanes - 1) / 2) * LANE;
  if (isVertical) {
    const down = b.y >= a.y ? 1 : -1;
    const shift = (box: Box) => limit(side, Math.max(0, box.width / 2 - 16));
    const start = { x: a.x + shift(from), y: a.y + (down * from.height) / 2 };
    const end = { x: b.x + shift(to), y: b.y - (down * to.height) / 2 };
    const reach = down * Math.max(32, Math.abs(end.y - start.y) / 2);
    return [
      start,
      { x: start.x + bend, y: start.y + reach },
      { x: end.x + bend, y: end.y - reach },
      end,
    ];
  }
  const right = b.x >= a.x ? 1 : -1;
  const shift = (box: Box) => limit(side, Math.max(0, box.height / 2 - 10));
  const start = { x: a.x + (right * from.width) / 2, y: a.y + shift(from) };
  const end = { x: b.x - (right * to.width) / 2, y: b.y + shift(to) };
  const reach = right * Math.max(32, Math.abs(end.x - start.x) / 2);
  return [
    start,
    { x: start.x + reach, y: start.y + bend },
    { x: end.x - reach, y: end.y + bend },
    end,
  ];
}

/** Out of one side and back into it, right, left or below; a second loop runs around the first. */
function loops(box: Box, lane: number): Curve[] {
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

function placeBadge(
  curve: Curve,
  lane: number,
  lanes: number,
  occupied: readonly Box[],
): { badge: Position; isFree: boolean } {
  // Parallel lines carry their badges at different heights: side by side they would touch.
  const stagger = lanes > 1 ? (lane - (lanes - 1) / 2) * Math.min(0.24, 0.6 / lanes) : 0;
  const at = (t: number) => pointAt(curve, limitTo(t + stagger, 0.12, 0.88));
  const isFree = (point: Position) => !occupied.some((box) => overlaps(badgeBox(point), box, 2));
  const free = PLACES.map(at).find(isFree);
  return { badge: free ?? at(0.5), isFree: free !== undefined };
}

function badgeBox({ x, y }: Position): Box {
  return { x: x - BADGE.width / 2, y: y - BADGE.height / 2, ...BADGE };
}

function pointAt([a, b, c, d]: Curve, t: number): Position {
  const mix = (k: 'x' | 'y') =>
    (1 - t) ** 3 * a[k] + 3 * (1 - t) ** 2 * t * b[k] + 3 * (1 - t) * t ** 2 * c[k] + t ** 3 * d[k];
  return { x: round(mix('x')), y: round(mix('y')) };
}

function pathOf([a, b, c, d]: Curve): string {
  const xy = ({ x, y }: Position) => `${round(x)},${round(y)}`;
  return `M${xy(a)} C${xy(b)} ${xy(c)} ${xy(d)}`;
}

function middleOf({ x, y, width, height }: Box): Position {
  return { x: x + width / 2, y: y + height / 2 };
}

function limit(value: number, max: number): number {
  return limitTo(value, -max, max);
}

function limitTo(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
