import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { applyEdit, applyEdits, type Edit } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import { brokenPins, expectationOf, expectationsOf, unmetExpectations } from './expectations.ts';

const CHAIN: Scenario = {
  ...parseChain('microsoft > indirectProvider > indirectReseller > customer'),
  expect: { e3: { verdict: 'valid' } },
  expectServed: ['customer'],
};
const UNSIGN: Edit = { op: 'setFact', party: 'indirectProvider', fact: 'mpaSigned', value: false };

const unmetOf = (scenario: Scenario) => unmetExpectations(scenario, judge(scenario));
const brokenBy = (before: Scenario, ...edits: Edit[]) =>
  brokenPins(before, judge(before), () => judge(applyEdits(before, edits)));

describe('a customer that must be served', () => {
  it('is missed when no valid sale reaches it', () => {
    expect(unmetOf(CHAIN)).toEqual([]);
    expect(unmetOf(applyEdit(CHAIN, UNSIGN))).toContainEqual({ customer: 'customer' });
  });

  it('is kept in the file, and goes with its party', () => {
    expect(readScenario(writeScenario(CHAIN))).toEqual({ ok: true, scenario: CHAIN });
    const gone = applyEdit(CHAIN, { op: 'removeParty', party: 'customer' });
    expect(gone.expectServed).toEqual([]);
    expect(readScenario(writeScenario({ ...CHAIN, expectServed: ['nobody'] }))).toMatchObject({
      ok: false,
      problems: [{ path: 'expectServed[0]', code: 'danglingEnd' }],
    });
  });
});

describe('a pin', () => {
  it('breaks with what it rests on, and when it is taken away', () => {
    const both = { relationships: ['e3'], customers: ['customer'] };
    expect(brokenBy(CHAIN, UNSIGN)).toEqual(both);
    expect(brokenBy(CHAIN, { op: 'removeRelationship', relationship: 'e3' })).toEqual(both);
    expect(brokenBy(CHAIN, { op: 'removeParty', party: 'customer' })).toEqual(both);
  });

  it('does not break by another change, nor a second time', () => {
    const none = { relationships: [], customers: [] };
    expect(brokenBy(CHAIN, { op: 'setScenario', set: { title: 'x' } })).toEqual(none);
    const broken = applyEdit(CHAIN, UNSIGN);
    expect(brokenBy(broken, { op: 'removeRelationship', relationship: 'e2' })).toEqual(none);
  });

  it('is not what is expected to be refused', () => {
    const refused: Scenario = {
      ...parseChain('microsoft > customer'),
      expect: { e1: { verdict: 'invalid' } },
    };
    expect(
      brokenBy(refused, { op: 'removeRelationship', relationship: 'e1' }).relationships,
    ).toEqual([]);
  });
});

describe('what is expected now', () => {
  it.each([
    'microsoft > indirectProvider[-mpaSigned] > indirectReseller > customer; microsoft > customer',
    'microsoft > indirectProvider > indirectReseller > customer; indirectReseller > customer',
    'directBillPartner ~> customer',
    'microsoft',
  ])('is met now: %s', (chain) => {
    const scenario = parseChain(chain);
    const set = expectationsOf(scenario, judge(scenario));
    expect(unmetOf(applyEdit(scenario, { op: 'setScenario', set }))).toEqual([]);
  });

  it('is nothing for what could not be judged', () => {
    expect(expectationOf(undefined)).toBeUndefined();
    const unknown = { status: 'unknown', rules: [], reasons: [], notes: [], why: [] } as const;
    expect(expectationOf(unknown)).toBeUndefined();
  });
});
