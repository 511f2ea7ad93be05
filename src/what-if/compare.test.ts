import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits } from '../model/edit.ts';
import { judge } from '../policy/judge.ts';
import { compare } from './compare.ts';

const chain = parseChain('microsoft > indirectProvider > indirectReseller > customer');

describe('a comparison', () => {
  it('finds what was added, removed and changed, and which verdicts flip', () => {
    const after = applyEdits(chain, [
      { op: 'removeRelationship', relationship: 'e2' },
      { op: 'setParty', party: 'customer', set: { country: 'FR' } },
      { op: 'addParty', party: { id: 'new', type: 'customer' } },
      {
        op: 'addRelationship',
        relationship: { id: 'n', kind: 'sells', from: 'indirectReseller', to: 'new' },
      },
    ]);
    const { merged, parties, relationships } = compare(chain, after);
    expect(merged.relationships.map(({ id }) => id).sort()).toEqual(['e1', 'e2', 'e3', 'n']);
    expect(parties.get('customer')).toEqual({ mark: 'changed', fields: ['country'] });
    expect(parties.get('new')?.mark).toBe('added');
    expect(relationships.get('e1')).toMatchObject({ mark: 'same', flips: false });
    expect(relationships.get('e2')).toMatchObject({ mark: 'removed', after: undefined });
    expect(relationships.get('e3')).toMatchObject({ mark: 'same', flips: true });
    expect(relationships.get('n')).toMatchObject({ mark: 'added', before: undefined });
  });

  it('shows what is gone as it was judged, and the rest as it is judged now', () => {
    const after = applyEdits(chain, [{ op: 'removeRelationship', relationship: 'e2' }]);
    const { judgement } = compare(chain, after);
    expect(judgement.verdicts.get('e2')?.status).toBe('valid');
    expect(judgement.verdicts.get('e3')?.rules).toEqual(['supply-missing']);
  });

  it('with itself finds nothing, wherever the parties stand', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const moved = {
          ...scenario,
          parties: scenario.parties.map((party) => ({ ...party, position: { x: 7, y: 7 } })),
        };
        const { parties, relationships, judgement } = compare(scenario, moved);
        expect([...parties.values()].filter(({ mark }) => mark !== 'same')).toEqual([]);
        expect([...relationships.values()].filter((one) => one.mark !== 'same')).toEqual([]);
        expect([...relationships.values()].filter(({ flips }) => flips)).toEqual([]);
        expect([...judgement.verdicts.keys()].sort()).toEqual(
          [...judge(scenario).verdicts.keys()].sort(),
        );
      }),
    );
  });
});
