import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { type Box, layoutScenario, overlaps, PARTY_SIZE } from './layout.ts';
import { badgeSize, boxAround, type DrawnLine, drawLines, drawLoose, type Line } from './line.ts';

const at = (x: number, y: number): Box => ({ x, y, ...PARTY_SIZE });
const box = ({ badge }: DrawnLine, of: Line): Box => boxAround(badge, badgeSize(of));
const line = (id: string, from: string, to: string): Line => ({ id, from, to, kind: 'sells' });

describe('lines', () => {
  it('run from side to side, the badge in the middle', () => {
    const boxes = new Map([
      ['a', at(0, 0)],
      ['b', at(0, 300)],
      ['c', at(500, 0)],
    ]);
    const drawn = drawLines([line('down', 'a', 'b'), line('right', 'a', 'c')], boxes);
    expect(drawn.get('down')).toEqual({
      path: 'M104,84 C104,192 104,192 104,300',
      badge: { x: 104, y: 192 },
    });
    expect(drawn.get('right')?.path).toMatch(/^M208,42 .* 500,42$/);
    expect(drawn.get('right')?.badge.y).toBe(42);
  });

  it('that are parallel or opposite cover neither each other nor their badges', () => {
    const boxes = new Map([
      ['a', at(0, 0)],
      ['b', at(0, 260)],
    ]);
    const lines = [line('1', 'a', 'b'), line('2', 'b', 'a'), line('3', 'a', 'b')];
    const drawn = drawLines(lines, boxes);
    const ends = lines.map(({ id }) => endsOf(drawn.get(id)));
    // Opposite lines keep their lane: the second runs upwards in the middle.
    expect(ends.map(([x]) => x)).toEqual([64, 104, 144]);
    expect(ends.map(([, x]) => x)).toEqual([64, 104, 144]);
    const badges = lines.map((one) => box(drawn.get(one.id) as DrawnLine, one));
    for (const [i, one] of badges.entries()) {
      for (const other of badges.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
    }
  });

  it('that leave the same side stand beside each other, in the order of where they lead', () => {
    const boxes = new Map([
      ['a', at(300, 0)],
      ['left', at(0, 260)],
      ['middle', at(300, 260)],
      ['right', at(600, 260)],
    ]);
    const lines = [line('1', 'a', 'right'), line('2', 'a', 'left'), line('3', 'a', 'middle')];
    const drawn = drawLines(lines, boxes);
    const starts = ['left', 'middle', 'right'].map((to) => {
      const { id } = lines.find((one) => one.to === to) as Line;
      return endsOf(drawn.get(id))[0] as number;
    });
    expect(starts).toEqual([364, 404, 444]);
  });

  it('go around the party for a relationship with itself, each loop wider', () => {
    const boxes = new Map([['a', at(0, 0)]]);
    const drawn = drawLines([line('1', 'a', 'a'), line('2', 'a', 'a')], boxes);
    const [inner, outer] = [drawn.get('1')?.badge.x ?? 0, drawn.get('2')?.badge.x ?? 0];
    expect(inner).toBeGreaterThan(PARTY_SIZE.width);
    expect(outer).toBeGreaterThan(inner);
  });

  it('carry their badge beside a party that stands in the way', () => {
    const boxes = new Map([
      ['a', at(0, 0)],
      ['between', at(0, 200)],
      ['b', at(0, 400)],
    ]);
    const one = line('1', 'a', 'b');
    const drawn = drawLines([one], boxes).get('1') as DrawnLine;
    expect(overlaps(box(drawn, one), at(0, 200))).toBe(false);
    // It bends aside by more than half the party's width.
    expect(Math.abs(drawn.badge.x - 104)).toBeGreaterThan(90);
  });

  it('keep badges off parties in a laid out scenario, with few exceptions', () => {
    let badges = 0;
    let covered = 0;
    fc.assert(
      fc.property(arbitraryScenario(6, 8), (scenario) => {
        const places = layoutScenario(scenario, new Map());
        const boxes = new Map([...places].map(([id, { x, y }]) => [id, at(x, y)]));
        const drawn = drawLines(scenario.relationships, boxes);
        for (const one of scenario.relationships) {
          badges++;
          const badge = box(drawn.get(one.id) as DrawnLine, one);
          if ([...boxes.values()].some((other) => overlaps(badge, other))) covered++;
        }
      }),
      { seed: 1 },
    );
    expect(covered / badges).toBeLessThan(0.02);
  });

  it('are the same for the same places, and leave out what has no box', () => {
    const boxes = new Map([['a', at(0, 0)]]);
    expect(drawLines([line('1', 'a', 'nowhere')], boxes).size).toBe(0);
    expect(drawLoose(at(0, 0), { x: 104, y: 300 })).toBe('M104,84 C104,192 104,192 104,300');
  });
});

/** The first and the last x of a path. */
function endsOf(drawn: DrawnLine | undefined): number[] {
  const xs = drawn?.path.match(/-?[\d.]+(?=,)/g)?.map(Number) ?? [];
  return [xs[0] as number, xs.at(-1) as number];
}
