import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { stopKey, walkOf } from './walk.ts';

const told = (scenario: Scenario) => walkOf(scenario).map(({ id }) => id);

describe('the walk along a chain', () => {
  it('goes from Microsoft to the customer, each relationship before the party it leads to', () => {
    const chain = parseChain('microsoft > indirectProvider > indirectReseller > customer');
    const [microsoft, provider, reseller, customer] = chain.parties.map(({ id }) => id);
    expect(told(chain)).toEqual([microsoft, 'e1', provider, 'e2', reseller, 'e3', customer]);
    const turned = {
      parties: chain.parties.toReversed(),
      relationships: chain.relationships.toReversed(),
    };
    expect(told(turned)).toEqual(told(chain));
  });

  it('tells a partnership before the sale between the same two', () => {
    const scenario: Scenario = {
      parties: [
        { id: 'r', type: 'indirectReseller' },
        { id: 'p', type: 'indirectProvider' },
        { id: 'm', type: 'microsoft' },
      ],
      relationships: [
        { id: 'sale', kind: 'sells', from: 'p', to: 'r' },
        { id: 'bond', kind: 'partnership', from: 'r', to: 'p' },
        { id: 'supply', kind: 'sells', from: 'm', to: 'p' },
      ],
    };
    expect(told(scenario)).toEqual(['m', 'supply', 'p', 'bond', 'sale', 'r']);
  });

  it('tells a customer of two partners once, with both sales', () => {
    const scenario: Scenario = {
      parties: [
        { id: 'm', type: 'microsoft' },
        { id: 'd', type: 'directBillPartner' },
        { id: 'f', type: 'directBillPartner' },
        { id: 'c', type: 'customer' },
      ],
      relationships: [
        { id: '1', kind: 'sells', from: 'm', to: 'd' },
        { id: '2', kind: 'sells', from: 'd', to: 'c' },
        { id: '3', kind: 'sells', from: 'm', to: 'f' },
        { id: '4', kind: 'sells', from: 'f', to: 'c' },
      ],
    };
    expect(told(scenario)).toEqual(['m', '1', 'd', '2', 'c', '3', 'f', '4']);
  });

  it('begins again, from above, with what Microsoft does not reach', () => {
    const scenario: Scenario = {
      parties: [
        { id: 'c', type: 'customer' },
        { id: 'r', type: 'indirectReseller' },
        { id: 'm', type: 'microsoft' },
      ],
      relationships: [{ id: '1', kind: 'sells', from: 'r', to: 'c' }],
    };
    expect(told(scenario)).toEqual(['m', 'r', '1', 'c']);
  });

  it('tells everything once', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const all = [
          ...scenario.parties.map(({ id }) => `party ${id}`),
          ...scenario.relationships.map(({ id }) => `relationship ${id}`),
        ];
        expect(walkOf(scenario).map(stopKey).sort()).toEqual(all.sort());
      }),
    );
  });

  it('takes long chains', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `p${i}`);
    const scenario: Scenario = {
      parties: ids.map((id) => ({ id, type: 'indirectReseller' })),
      relationships: ids.slice(1).map((to, i) => ({
        id: `e${i}`,
        kind: 'sells',
        from: ids[i] as string,
        to,
      })),
    };
    expect(walkOf(scenario)).toHaveLength(39_999);
  });
});
