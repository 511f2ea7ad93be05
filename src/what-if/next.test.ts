import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import type { PartyType } from '../model/scenario.ts';
import { nextParties, type Way } from './next.ts';

describe('the next party of a chain', () => {
  it.each<[string, string, Way, PartyType[]]>([
    ['microsoft', 'microsoft', 'after', ['indirectProvider', 'directBillPartner']],
    ['microsoft > indirectProvider', 'indirectProvider', 'after', ['indirectReseller']],
    ['microsoft > indirectProvider > indirectReseller', 'indirectReseller', 'after', ['customer']],
    ['indirectProvider', 'indirectProvider', 'before', ['microsoft']],
    ['customer', 'customer', 'after', []],
  ])('of %s, beside %s (%s), may be %j', (chain, beside, way, expected) => {
    const next = nextParties(parseChain(chain), beside, way, 'sells', 'US');
    const valid = next.filter(({ verdict }) => verdict.status === 'valid');
    expect(valid.map(({ type }) => type)).toEqual(expected);
    expect(next).toHaveLength(5);
  });

  it('is refused where the new party would stand in another region', () => {
    const scenario = parseChain('microsoft > directBillPartner[DE]');
    const rules = nextParties(scenario, 'directBillPartner', 'after', 'sells', 'US').map(
      ({ verdict }) => verdict.rules,
    );
    expect(rules.at(-1)).toEqual(['region-sale']);
  });
});
