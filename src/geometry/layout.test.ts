import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { moveParties } from '../model/edit.ts';
import type { Position, Scenario } from '../model/scenario.ts';
import {
  type Box,
  layoutScenario,
  overlaps,
  PARTY_SIZE,
  placeBeside,
  placeInTiers,
  placeNew,
  SIDES,
} from './layout.ts';

const NONE = new Map();
const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');

function boxes(places: ReadonlyMap<string, Position>): Box[] {
  return [...places.values()].map((place) => ({ ...place, ...PARTY_SIZE }));
}

function overlapping(all: readonly Box[]): number {
  return all.filter((a, i) => all.some((b, k) => k > i && overlaps(a, b))).length;
}

describe('the layout', () => {
  it('puts the supplier above, tier by tier, in one column for a plain chain', () => {
    const places = layoutScenario(CHAIN, NONE);
    const ys = CHAIN.parties.map(({ id }) => places.get(id)?.y as number);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
    expect(new Set(CHAIN.parties.map(({ id }) => places.get(id)?.x)).size).toBe(1);
  });

  it('is the same for the same scenario, and lets no two parties overlap', () => {
    fc.assert(
      fc.property(arbitraryScenario(12, 20), (scenario) => {
        const places = layoutScenario(scenario, NONE);
        expect(layoutScenario(scenario, NONE)).toEqual(places);
        expect(overlapping(boxes(places))).toBe(0);
      }),
    );
  });
});

describe('places in tiers', () => {
  const rowsOf = (scenario: Scenario) => {
    const places = placeInTiers(scenario, NONE);
    return scenario.parties.map(({ id }) => places.get(id)?.y);
  };

  it('put parties that are not connected in rows, from Microsoft down', () => {
    const types = [
      'customer',
      'microsoft',
      'indirectReseller',
      'indirectProvider',
      'indirectReseller',
    ] as const;
    const parties = types.map((type, i) => ({ id: `p${i}`, type }));
    const [customer = 0, microsoft, reseller = 0, provider = 0, other] = rowsOf({
      parties,
      relationships: [],
    });
    expect(microsoft).toBe(0);
    expect(reseller).toBe(other);
    expect([provider < reseller, reseller < customer]).toEqual([true, true]);
  });

  it('leave no row empty, and put buyers below their supplier', () => {
    const places = placeInTiers(parseChain('microsoft > directBillPartner > customer'), NONE);
    expect([...places.values()].map(({ x }) => x)).toEqual([0, 0, 0]);
    const ys = [...places.values()].map(({ y }) => y);
    expect(ys[2]).toBe(2 * (ys[1] as number));
  });

  it('let no two parties overlap, and leave placed ones alone', () => {
    fc.assert(
      fc.property(arbitraryScenario(12, 20), (scenario) => {
        const [first] = scenario.parties;
        const position = { x: 300, y: 100 };
        const some = moveParties(
          scenario,
          new Map(first && !first.position ? [[first.id, position]] : []),
        );
        const homeless = some.parties.filter((party) => !party.position);
        const places = placeInTiers(some, NONE);
        expect([...places.keys()].sort()).toEqual(homeless.map(({ id }) => id).sort());
        const own = some.parties.flatMap((party) => party.position ?? []);
        const all = boxes(new Map([...places, ...own.map((one, i) => [`own ${i}`, one] as const)]));
        const before = overlapping(boxes(new Map(own.map((one, i) => [`${i}`, one] as const))));
        expect(overlapping(all)).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('places for new parties', () => {
  const placed = moveParties(CHAIN, layoutScenario(CHAIN, NONE));
  const withNew = (line: string): Scenario => {
    const { parties, relationships } = parseChain(line);
    const known = new Set(placed.parties.map(({ id }) => id));
    return {
      ...placed,
      parties: [...placed.parties, ...parties.filter(({ id }) => !known.has(id))],
      relationships: [
        ...placed.relationships,
        ...relationships.map((one) => ({ ...one, id: `new-${one.id}` })),
      ],
    };
  };

  it('are none when everybody has one, and all when nobody has', () => {
    expect(placeNew(placed, NONE).size).toBe(0);
    expect(placeNew(CHAIN, NONE)).toEqual(layoutScenario(CHAIN, NONE));
  });

  it('are below the supplier, above the buyer, or beside everything, and overlap nothing', () => {
    const at = (scenario: Scenario, id: string) => placeNew(scenario, NONE).get(id) as Position;
    const of = (id: string) =>
      placed.parties.find((party) => party.id === id)?.position as Position;
    expect(at(withNew('indirectReseller > customer#2'), 'customer#2').y).toBeGreaterThan(
      of('indirectReseller').y,
    );
    expect(
      at(withNew('indirectProvider#2 > indirectReseller'), 'indirectProvider#2').y,
    ).toBeLessThan(of('indirectReseller').y);
    expect(at(withNew('directBillPartner'), 'directBillPartner').x).toBeGreaterThan(
      of('customer').x,
    );
  });

  it('never overlap each other or what is there', () => {
    fc.assert(
      fc.property(arbitraryScenario(12, 16), fc.nat(12), (scenario, kept) => {
        const all = layoutScenario(scenario, NONE);
        const some = new Map([...all].slice(0, kept));
        const partly = moveParties(scenario, some);
        const places = new Map([...some, ...placeNew(partly, NONE)]);
        expect(places.size).toBe(scenario.parties.length);
        expect(overlapping(boxes(places))).toBe(0);
      }),
    );
  });
});

describe('a place beside another party', () => {
  const chain = moveParties(CHAIN, layoutScenario(CHAIN, NONE));
  const placeOf = (id: string) => chain.parties.find((party) => party.id === id)?.position;

  it('is on the side asked for', () => {
    const of = placeOf('indirectProvider') as Position;
    const at = (side: (typeof SIDES)[number]) =>
      placeBeside(chain, NONE, 'customer', 'indirectProvider', side);
    expect(at('left').x).toBeLessThan(of.x);
    expect(at('right').x).toBeGreaterThan(of.x);
    expect(at('above').y).toBeLessThan(of.y);
    expect(at('below').y).toBeGreaterThan(of.y);
  });

  it('covers no party', () => {
    for (const of of ['microsoft', 'indirectProvider', 'indirectReseller']) {
      for (const side of SIDES) {
        const place = placeBeside(chain, NONE, 'customer', of, side);
        const moved = moveParties(chain, new Map([['customer', place]]));
        const places = new Map(moved.parties.map(({ id, position }) => [id, position as Position]));
        expect(overlapping(boxes(places)), `${side} of ${of}`).toBe(0);
      }
    }
  });
});
