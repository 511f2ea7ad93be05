import { layout as dagre, Graph } from '@dagrejs/dagre';
import type { Position, Scenario } from '../model/scenario.ts';

/** Canvas units, the same as CSS pixels at zoom 1. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a party takes before it was ever drawn: the width is fixed, the height a usual one. */
export const PARTY_SIZE: Size = { width: 208, height: 84 };
const BETWEEN_TIERS = 104;
const BETWEEN_SIBLINGS = 56;
const GRID = 4;

export type Sizes = ReadonlyMap<string, Size>;

/**
 * Where every party stands: in tiers from Microsoft down, each as near as possible to those it is
 * connected to. The same scenario always gives the same places.
 */
export function layoutScenario(scenario: Scenario, sizes: Sizes): Map<string, Position> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: BETWEEN_SIBLINGS, ranksep: BETWEEN_TIERS });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of scenario.parties) {
    graph.setNode(id, { ...(sizes.get(id) ?? PARTY_SIZE) });
  }
  for (const { id, from, to } of scenario.relationships) {
    if (from !== to) graph.setEdge(from, to, {}, id);
  }
  dagre(graph);
  return new Map(
    scenario.parties.map(({ id }) => {
      const { x, y, width, height } = graph.node(id) as Required<Position & Size>;
      return [id, { x: snap(x - width / 2), y: snap(y - height / 2) }];
    }),
  );
}

/**
 * Places for the parties that have none, leaving the others where they are: below their supplier, above
 * their buyer, or beside everything. A scenario without any place is laid out as a whole.
 */
export function placeNew(scenario: Scenario, sizes: Sizes): Map<string, Position> {
  const homeless = scenario.parties.filter(({ position }) => !position);
  if (homeless.length === 0) return new Map();
  if (homeless.length === scenario.parties.length) return layoutScenario(scenario, sizes);
  return placeAround(scenario, sizes);
}

/** As `placeNew`, but without a layout of the whole: where nobody has a place, a first party gets one. */
export function placeAround(scenario: Scenario, sizes: Sizes): Map<string, Position> {
  const homeless = scenario.parties.filter(({ position }) => !position);
  const taken = new Map<string, Box>();
  for (const { id, position } of scenario.parties) {
    if (position) taken.set(id, boxOf(id, position, sizes));
  }
  const placed = new Map<string, Position>();
  // Suppliers first, so that a new chain grows downwards from what is there.
  for (const { id } of byTier(homeless)) {
    const wished = wishedPlace(id, scenario, taken, sizes);
    const free = freePlace(boxOf(id, wished, sizes), [...taken.values()]);
    taken.set(id, free);
    placed.set(id, { x: snap(free.x), y: snap(free.y) });
  }
  return placed;
}

/**
 * Places for the parties that have none, each in the row of its kind, below a supplier where it has one: a
 * picture that is read from Microsoft down even while nothing is connected yet. The others stay.
 */
export function placeInTiers(scenario: Scenario, sizes: Sizes): Map<string, Position> {
  const tiers = [...new Set(scenario.parties.map(({ type }) => TIER[type]))].sort();
  const taken = new Map<string, Box>();
  const rows = new Map<number, number>();
  const take = ({ id, type }: Scenario['parties'][number], box: Box) => {
    const row = tiers.indexOf(TIER[type]);
    taken.set(id, box);
    rows.set(row, Math.min(box.y, rows.get(row) ?? box.y));
  };
  for (const party of scenario.parties) {
    if (party.position) take(party, boxOf(party.id, party.position, sizes));
  }
  const placed = new Map<string, Position>();
  for (const party of byTier(scenario.parties.filter(({ position }) => !position))) {
    const { id, type } = party;
    const into = scenario.relationships.find(({ from, to }) => to === id && taken.has(from));
    const above = into && taken.get(into.from);
    const x = above?.x ?? Math.min(0, ...[...taken.values()].map((box) => box.x));
    const wished = boxOf(id, { x, y: rowOf(tiers.indexOf(TIER[type]), rows) }, sizes);
    const free = freePlace(wished, [...taken.values()]);
    take(party, free);
    placed.set(id, { x: snap(free.x), y: snap(free.y) });
  }
  return placed;
}

/** How far down a row begins, by the nearest one there is. */
function rowOf(row: number, rows: ReadonlyMap<number, number>): number {
  const [nearest] = [...rows].sort(([a], [b]) => Math.abs(a - row) - Math.abs(b - row) || a - b);
  const [known, y] = nearest ?? [0, 0];
  return y + (row - known) * (PARTY_SIZE.height + BETWEEN_TIERS);
}

export const SIDES = ['above', 'below', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** The nearest free place at a side of another party, canvas units of the upper left corner. */
export function placeBeside(
  scenario: Scenario,
  sizes: Sizes,
  moved: string,
  of: string,
  side: Side,
): Position {
  const boxes = new Map(
    scenario.parties.map(({ id, position }) => [id, boxOf(id, position ?? { x: 0, y: 0 }, sizes)]),
  );
  const box = boxes.get(moved) as Box;
  const other = boxes.get(of) as Box;
  boxes.delete(moved);
  const places: Record<Side, Position> = {
    above: { x: other.x, y: other.y - box.height - BETWEEN_TIERS },
    below: { x: other.x, y: other.y + other.height + BETWEEN_TIERS },
    left: { x: other.x - box.width - BETWEEN_SIBLINGS, y: other.y },
    right: { x: other.x + other.width + BETWEEN_SIBLINGS, y: other.y },
  };
  const taken = [...boxes.values()];
  const wished = { ...box, ...places[side] };
  // Going right from the left side would lead onto the other party again.
  const free = side === 'left' ? freeToTheLeft(wished, taken) : freePlace(wished, taken);
  return { x: snap(free.x), y: snap(free.y) };
}

function freeToTheLeft(wished: Box, taken: readonly Box[]): Box {
  const mirrored = (box: Box): Box => ({ ...box, x: -box.x - box.width });
  return mirrored(freePlace(mirrored(wished), taken.map(mirrored)));
}

export interface Box extends Position, Size {}

/** Whether two boxes come nearer to each other than the margin. */
export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

/** The nearest place to the right of the wished one, or further down, that overlaps nothing. */
export function freePlace(wished: Box, taken: readonly Box[]): Box {
  const box = { ...wished };
  for (let guard = 0; guard <= taken.length; guard++) {
    const inTheWay = taken.find((other) => overlaps(box, other, 16));
    if (!inTheWay) break;
    box.x = inTheWay.x + inTheWay.width + BETWEEN_SIBLINGS;
  }
  return box;
}

const TIER = {
  microsoft: 0,
  indirectProvider: 1,
  indirectReseller: 2,
  directBillPartner: 2,
  customer: 3,
} as const;

function byTier<T extends { readonly type: keyof typeof TIER }>(parties: readonly T[]): T[] {
  return parties.toSorted((a, b) => TIER[a.type] - TIER[b.type]);
}

function wishedPlace(
  id: string,
  scenario: Scenario,
  taken: ReadonlyMap<string, Box>,
  sizes: Sizes,
): Position {
  const { height } = sizes.get(id) ?? PARTY_SIZE;
  const into = scenario.relationships.find(({ from, to }) => to === id && taken.has(from));
  const above = into && taken.get(into.from);
  if (above) return { x: above.x, y: above.y + above.height + BETWEEN_TIERS };
  const outOf = scenario.relationships.find(({ from, to }) => from === id && taken.has(to));
  const below = outOf && taken.get(outOf.to);
  if (below) return { x: below.x, y: below.y - height - BETWEEN_TIERS };
  const boxes = [...taken.values()];
  if (boxes.length === 0) return { x: 0, y: 0 };
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  return { x: right + BETWEEN_SIBLINGS, y: Math.min(...boxes.map(({ y }) => y)) };
}

function boxOf(id: string, position: Position, sizes: Sizes): Box {
  return { ...position, ...(sizes.get(id) ?? PARTY_SIZE) };
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
