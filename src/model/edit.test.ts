import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from './arbitrary.ts';
import { parseChain } from './chain-text.ts';
import { extract, merge } from './clip.ts';
import { applyEdit, applyEdits, type Edit, freshId, moveParties } from './edit.ts';
import type { Scenario } from './scenario.ts';
import { readScenario, writeScenario } from './scenario-file.ts';

const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');

describe('an edit', () => {
  it('adds and removes a party, with its relationships and what was expected of them', () => {
    const scenario: Scenario = {
      ...CHAIN,
      expect: { e1: { verdict: 'valid' }, e2: { verdict: 'valid' }, e3: { verdict: 'valid' } },
    };
    const after = applyEdit(scenario, { op: 'removeParty', party: 'indirectReseller' });
    expect(after.parties.map(({ id }) => id)).toEqual([
      'microsoft',
      'indirectProvider',
      'customer',
    ]);
    expect(after.relationships.map(({ id }) => id)).toEqual(['e1']);
    expect(Object.keys(after.expect ?? {})).toEqual(['e1']);
  });

  it('sets a field and takes it away with null', () => {
    const named = applyEdit(CHAIN, {
      op: 'setParty',
      party: 'customer',
      set: { name: 'Woodgrove Bank', country: null },
    });
    expect(named.parties[3]).toEqual({ id: 'customer', type: 'customer', name: 'Woodgrove Bank' });
  });

  it('sets a fact, and does not write down what absence already says', () => {
    const unsigned = applyEdit(CHAIN, {
      op: 'setFact',
      party: 'indirectReseller',
      fact: 'mpaSigned',
      value: false,
    });
    expect(unsigned.parties[2]?.facts).toEqual({ mpaSigned: false });
    expect(
      applyEdit(CHAIN, { op: 'setFact', party: 'customer', fact: 'enrolled', value: true }),
    ).toBe(CHAIN);
  });

  it('reverses, retargets and re-kinds a relationship, but never into the void', () => {
    const reversed = applyEdit(CHAIN, {
      op: 'setRelationship',
      relationship: 'e2',
      set: { from: 'indirectReseller', to: 'indirectProvider', kind: 'partnership' },
    });
    expect(reversed.relationships[1]).toEqual({
      id: 'e2',
      kind: 'partnership',
      from: 'indirectReseller',
      to: 'indirectProvider',
    });
    expect(
      applyEdit(CHAIN, { op: 'setRelationship', relationship: 'e2', set: { to: 'nobody' } }),
    ).toBe(CHAIN);
    expect(
      applyEdit(CHAIN, {
        op: 'addRelationship',
        relationship: { id: 'e9', kind: 'sells', from: 'nobody', to: 'customer' },
      }),
    ).toBe(CHAIN);
  });

  it.each<Edit>([
    { op: 'addParty', party: { id: 'customer', type: 'microsoft' } },
    { op: 'removeParty', party: 'nobody' },
    { op: 'setParty', party: 'customer', set: { type: 'customer' } },
    { op: 'setParty', party: 'nobody', set: { name: 'x' } },
    { op: 'removeRelationship', relationship: 'nothing' },
    { op: 'setRelationship', relationship: 'nothing', set: { kind: 'manages' } },
    { op: 'setRelationship', relationship: 'e1', set: { kind: 'sells' } },
    { op: 'setScenario', set: { title: null } },
  ])('without effect gives the same object: $op', (edit) => {
    expect(applyEdit(CHAIN, edit)).toBe(CHAIN);
  });

  it('keeps fields it does not know', () => {
    const scenario = {
      ...CHAIN,
      parties: [{ ...CHAIN.parties[0], colour: 'red' }],
    } as unknown as Scenario;
    const after = applyEdits(scenario, [
      { op: 'setParty', party: 'microsoft', set: { name: 'M' } },
      { op: 'setScenario', set: { title: 'T' } },
    ]);
    expect(after.parties[0]).toEqual({ ...scenario.parties[0], name: 'M' });
  });
});

describe('moving', () => {
  it('changes only the parties that moved', () => {
    const moved = moveParties(CHAIN, new Map([['customer', { x: 3, y: 4 }]]));
    expect(moved.parties[3]?.position).toEqual({ x: 3, y: 4 });
    expect(moved.parties[0]).toBe(CHAIN.parties[0]);
    expect(moveParties(moved, new Map([['customer', { x: 3, y: 4 }]]))).toBe(moved);
  });
});

describe('ids', () => {
  it('are the first free ones', () => {
    expect(freshId('customer', new Set(['customer-1', 'customer-3']))).toBe('customer-2');
  });
});

describe('copy and paste', () => {
  it('takes the chosen parties with the relationships among them', () => {
    const clip = extract(CHAIN, new Set(['indirectProvider', 'indirectReseller']));
    expect(clip.relationships.map(({ id }) => id)).toEqual(['e2']);
  });

  it('gives what comes in new ids where the old ones are taken, and moves it', () => {
    const placed = moveParties(CHAIN, new Map([['customer', { x: 10, y: 20 }]]));
    const { scenario, parties } = merge(placed, placed, { x: 24, y: 24 });
    expect(parties).toEqual([
      'microsoft-1',
      'indirectProvider-1',
      'indirectReseller-1',
      'customer-1',
    ]);
    expect(scenario.relationships).toHaveLength(6);
    expect(scenario.relationships[5]).toMatchObject({
      from: 'indirectReseller-1',
      to: 'customer-1',
    });
    expect(scenario.parties[7]?.position).toEqual({ x: 34, y: 44 });
  });

  it('always gives a scenario that can be written and read again', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (a, b) => {
        const { scenario } = merge(a, b, { x: 0, y: 0 });
        expect(readScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
      }),
    );
  });
});
