import type { Position, RelationshipKind } from '../model/scenario.ts';
import { type Curve, curveBetween, loops, pathOf, pointAt } from './curve.ts';
import { dockAt, docked, sidesBetween } from './dock.ts';
import { type Box, overlaps, type Size } from './layout.ts';

/** A relationship to be drawn. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationshipKind;
}

/** A relationship as drawn, in canvas units. */
export interface DrawnLine {
  /** SVG path data, from the first end to the second. */
  readonly path: string;
  /** The middle of its badge, on the line. */
  readonly badge: Position;
}

/** The room a badge takes: a sale says its verdict alone, the others their kind too. */
export function badgeSize({ kind }: Line): Size {
  return { width: kind === 'sells' ? 124 : 188, height: 28 };
}

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
 * @param sizeOf the badge of a line, where that is known better than by the kind of the line
 */
export function drawLines<L extends Line>(
  lines: readonly L[],
  boxes: ReadonlyMap<string, Box>,
  sizeOf: (line: L) => Size = badgeSize,
): Map<string, DrawnLine> {
  const isCareful = lines.length * boxes.size <= CAREFUL_UP_TO;
  const parties = isCareful ? [...boxes.values()] : [];
  const badges: Box[] = [];
  const drawn = new Map<string, DrawnLine>();
  for (const { line, from, to, start, end, lane, lanes } of docked(lines, boxes)) {
    const size = sizeOf(line);
    const curves =
      start && end
        ? (isCareful ? BENDS : [0]).map((bend) => curveBetween(start, end, bend))
        : loops(from, lane);
    const others = parties.filter((box) => box !== from && box !== to);
    const stagger = lanes > 1 ? (lane - (lanes - 1) / 2) * Math.min(0.24, 0.6 / lanes) : 0;
    const { curve, badge } = best(curves, size, stagger, [...parties, ...badges], others);
    if (isCareful) badges.push(boxAround(badge, size));
    drawn.set(line.id, { path: pathOf(curve), badge });
  }
  return drawn;
}

/** A line that follows the pointer, from a party to a place. */
export function drawLoose(from: Box, to: Position): string {
  const target = { ...to, width: 0, height: 0 };
  const [side, opposite] = sidesBetween(from, target);
  return pathOf(curveBetween(dockAt(from, side, 0), dockAt(target, opposite, 0), 0));
}

/** The first curve that passes no party and has room for its badge; otherwise the one that passes the fewest. */
function best(
  curves: readonly Curve[],
  size: Size,
  stagger: number,
  occupied: readonly Box[],
  parties: readonly Box[],
): { curve: Curve; badge: Position } {
  let fewest = Number.POSITIVE_INFINITY;
  let chosen: { curve: Curve; badge: Position } | undefined;
  for (const curve of curves) {
    const { badge, isFree } = placeBadge(curve, size, stagger, occupied);
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

function placeBadge(
  curve: Curve,
  size: Size,
  /** Parallel lines carry their badges at different heights: side by side they would touch. */
  stagger: number,
  occupied: readonly Box[],
): { badge: Position; isFree: boolean } {
  const at = (t: number) => pointAt(curve, Math.min(0.88, Math.max(0.12, t + stagger)));
  const isFree = (point: Position) =>
    !occupied.some((box) => overlaps(boxAround(point, size), box, 2));
  const free = PLACES.map(at).find(isFree);
  return { badge: free ?? at(0.5), isFree: free !== undefined };
}

/** What a badge covers. */
export function boxAround({ x, y }: Position, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
