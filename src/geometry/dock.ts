import type { Position } from '../model/scenario.ts';
import type { Box } from './layout.ts';
import type { Line } from './line.ts';

/** How far lines stand apart on the side of a party, and how near to its corner they come. */
const LANE = 40;
const CORNER = 20;

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Where a line ends on the side of a party. */
export interface Dock extends Position {
  readonly side: Side;
}

export interface Docked<L extends Line> {
  readonly line: L;
  readonly from: Box;
  readonly to: Box;
  /** Undefined for a relationship of a party with itself. */
  readonly start: Dock | undefined;
  readonly end: Dock | undefined;
  /** Its number among the lines that join the same two parties, and how many those are. */
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Each line with its ends. Lines that end on the same side of a party stand beside each other, in the
 * order of what they lead to, so that they do not cross there; parallel ones in the order of the file.
 */
export function docked<L extends Line>(
  lines: readonly L[],
  boxes: ReadonlyMap<string, Box>,
): Docked<L>[] {
  const drawable = lines.flatMap((line) => {
    const from = boxes.get(line.from);
    const to = boxes.get(line.to);
    return from && to ? [{ line, from, to, sides: sidesBetween(from, to) }] : [];
  });

  const ends = new Map<string, { line: Line; end: 'start' | 'end'; towards: number }[]>();
  for (const { line, from, to, sides } of drawable) {
    if (from === to) continue;
    const add = (end: 'start' | 'end', party: string, side: Side, other: Box) => {
      const key = `${party} ${side}`;
      const towards = isLevel(side) ? middleOf(other).y : middleOf(other).x;
      const group = ends.get(key) ?? [];
      ends.set(key, group);
      group.push({ line, end, towards });
    };
    add('start', line.from, sides[0], to);
    add('end', line.to, sides[1], from);
  }
  const offsets = new Map<string, number>();
  for (const group of ends.values()) {
    // Sorting is stable: parallel lines keep the order of the file at both ends.
    group.sort((a, b) => a.towards - b.towards);
    for (const [i, { line, end }] of group.entries()) {
      offsets.set(`${line.id} ${end}`, i - (group.length - 1) / 2);
    }
  }
  const spread = (line: Line, end: 'start' | 'end', party: string, side: Side, box: Box) => {
    const count = ends.get(`${party} ${side}`)?.length ?? 1;
    const room = (isLevel(side) ? box.height : box.width) - 2 * CORNER;
    return (offsets.get(`${line.id} ${end}`) ?? 0) * Math.min(LANE, room / Math.max(1, count - 1));
  };

  return inLanes(drawable).map(({ line, from, to, sides, lane, lanes }) => {
    if (from === to) return { line, from, to, start: undefined, end: undefined, lane, lanes };
    const start = dockAt(from, sides[0], spread(line, 'start', line.from, sides[0], from));
    const end = dockAt(to, sides[1], spread(line, 'end', line.to, sides[1], to));
    return { line, from, to, start, end, lane, lanes };
  });
}

/** Each line with its number among those that join the same two parties. */
function inLanes<T extends { readonly line: Line }>(
  all: readonly T[],
): (T & { lane: number; lanes: number })[] {
  const keyOf = ({ from, to }: Line) => (from < to ? `${from}\n${to}` : `${to}\n${from}`);
  const total = new Map<string, number>();
  for (const { line } of all) total.set(keyOf(line), (total.get(keyOf(line)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return all.map((one) => {
    const key = keyOf(one.line);
    const lane = seen.get(key) ?? 0;
    seen.set(key, lane + 1);
    return { ...one, lane, lanes: total.get(key) as number };
  });
}

/** The sides that face each other. The gap decides, not the middles: boxes are wider than high. */
export function sidesBetween(from: Box, to: Box): [Side, Side] {
  const gapX = Math.max(to.x - from.x - from.width, from.x - to.x - to.width);
  const gapY = Math.max(to.y - from.y - from.height, from.y - to.y - to.height);
  if (gapY >= gapX || gapY > 48) {
    return middleOf(to).y >= middleOf(from).y ? ['bottom', 'top'] : ['top', 'bottom'];
  }
  return middleOf(to).x >= middleOf(from).x ? ['right', 'left'] : ['left', 'right'];
}

export function dockAt(box: Box, side: Side, offset: number): Dock {
  const middle = middleOf(box);
  switch (side) {
    case 'top':
      return { side, x: middle.x + offset, y: box.y };
    case 'bottom':
      return { side, x: middle.x + offset, y: box.y + box.height };
    case 'left':
      return { side, x: box.x, y: middle.y + offset };
    case 'right':
      return { side, x: box.x + box.width, y: middle.y + offset };
  }
}

export function isLevel(side: Side): boolean {
  return side === 'left' || side === 'right';
}

export function middleOf({ x, y, width, height }: Box): Position {
  return { x: x + width / 2, y: y + height / 2 };
}
