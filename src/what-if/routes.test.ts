import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits } from '../model/edit.ts';
import { RELATIONSHIP_KINDS } from '../model/scenario.ts';
import { judge, wouldBe } from '../policy/judge.ts';
import { connections, routes, whyNot } from './routes.ts';

const paths = (list: readonly { readonly path: readonly string[] }[]) =>
  list.map(({ path }) => path.join(' > '));

describe('the routes to a customer', () => {
  it('are the two of scenario 1 when all parties are there', () => {
    const scenario = parseChain(
      'microsoft; indirectProvider; indirectReseller; directBillPartner; customer',
    );
    const { here, refused, more } = routes(scenario, undefined, 'customer');
    expect(paths(here)).toEqual([
      'microsoft > directBillPartner > customer',
      'microsoft > indirectProvider > indirectReseller > customer',
    ]);
    expect(here.map(({ draws }) => draws)).toEqual([2, 3]);
    expect({ refused, more }).toEqual({ refused: [], more: false });
  });

  it('are drawn already when they are valid, with nothing to draw', () => {
    const scenario = parseChain('microsoft > directBillPartner > customer');
    const { here } = routes(scenario, undefined, 'customer');
    expect(here).toMatchObject([{ draws: 0, edits: [] }]);
  });

  it('use what is drawn and only lacks the rest', () => {
    const scenario = parseChain('microsoft; indirectProvider > indirectReseller > customer');
    const { here } = routes(scenario, undefined, 'customer');
    expect(here[0]).toMatchObject({
      draws: 1,
      edits: [{ op: 'addRelationship', relationship: { from: 'microsoft' } }],
    });
    expect(here[0]?.effect.turnsValid).toEqual(['e1', 'e2']);
  });

  it('go through new parties of the right country and no more of them than needed', () => {
    const scenario = parseChain('customer[GU]; indirectProvider[US]');
    const { here, through } = routes(scenario, undefined, 'customer');
    expect(here).toEqual([]);
    expect(through.map(({ path, added }) => [path.length, added.length])).toEqual([
      [3, 2],
      [4, 2],
    ]);
    const [, second] = through;
    const reseller = second?.effect.scenario.parties.find(
      ({ type }) => type === 'indirectReseller',
    );
    expect(reseller).toEqual({ id: 'indirectReseller-1', type: 'indirectReseller', country: 'GU' });
  });

  it('say which rule stops the pairs that no route can use', () => {
    const scenario = parseChain(
      'microsoft; directBillPartner[NZ]; directBillPartner#2[-enrolled,AU]; customer[AU]',
    );
    const { here, refused } = routes(scenario, undefined, 'customer');
    expect(here).toEqual([]);
    expect(refused).toEqual([
      {
        rule: 'region-sale',
        steps: [{ kind: 'sells', from: 'directBillPartner', to: 'customer' }],
      },
      {
        rule: 'not-enrolled',
        steps: [{ kind: 'sells', from: 'directBillPartner#2', to: 'customer' }],
      },
    ]);
  });

  it('are none where the country is not known, and the rule says so', () => {
    const { here, through, refused } = routes(
      parseChain('microsoft > directBillPartner; customer[?]'),
      undefined,
      'customer',
    );
    expect([here, through]).toEqual([[], []]);
    expect(refused.map(({ rule }) => rule)).toContain('country-unknown');
  });

  it('from a party go through it, supplied once', () => {
    const scenario = parseChain(
      'microsoft > indirectProvider; microsoft > indirectProvider#2; indirectProvider > indirectReseller; directBillPartner; customer',
    );
    const { here, through } = routes(scenario, 'indirectReseller', 'customer');
    expect(paths(here)).toEqual(['microsoft > indirectProvider > indirectReseller > customer']);
    expect(through).toEqual([]);
    expect(routes(scenario, 'customer', 'indirectReseller').here).toEqual([]);
  });

  it('lead from a provider to a partner’s own use only by the rules of scenarios 4 and 6', () => {
    const scenario = parseChain(
      'microsoft > indirectProvider; indirectReseller[org=o]; customer[org=o,tenant=t/customer]',
    );
    expect(paths(routes(scenario, 'indirectProvider', 'customer').here)).toEqual([
      'microsoft > indirectProvider > customer',
    ]);
  });

  it('hold, whatever is drawn: every sale on them is valid after the edits', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        for (const { id } of scenario.parties) {
          const { here, through } = routes(scenario, undefined, id);
          for (const { path, added, edits, effect } of [...here, ...through]) {
            const after = applyEdits(scenario, edits);
            expect(after).toEqual(effect.scenario);
            const { verdicts } = judge(after);
            for (const [i, to] of path.slice(1).entries()) {
              const sales = after.relationships.filter(
                (one) => one.kind === 'sells' && one.from === path[i] && one.to === to,
              );
              expect(sales.some((one) => verdicts.get(one.id)?.status === 'valid')).toBe(true);
            }
            expect(after.parties.length - scenario.parties.length).toBe(added.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in a large picture are the shortest, and it says that there are more', () => {
    const resellers = Array.from({ length: 30 }, (_, i) => `indirectReseller#${i + 1}`);
    const providers = Array.from({ length: 30 }, (_, i) => `indirectProvider#${i + 1}`);
    const scenario = parseChain(['microsoft; customer', ...resellers, ...providers].join('; '));
    const { here, more } = routes(scenario, undefined, 'customer');
    expect(here).toHaveLength(8);
    expect(more).toBe(true);
  });
});

describe('the connections of a party', () => {
  it('are what each pair would be, each other party once', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        for (const { id } of scenario.parties) {
          for (const kind of RELATIONSHIP_KINDS) {
            const { drawn, open, refused } = connections(scenario, id, kind, 'in');
            const all = [...drawn, ...open, ...refused.flatMap(({ parties }) => parties)];
            expect(all.sort()).toEqual(
              scenario.parties.flatMap((one) => (one.id === id ? [] : [one.id])).sort(),
            );
            for (const from of open) {
              expect(wouldBe(scenario, { kind, from, to: id }).status).toBe('valid');
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are grouped by the rule that refuses', () => {
    const scenario = parseChain(
      'microsoft > directBillPartner[AU] > customer[AU]; customer#2[NZ]; customer#3[AU]; indirectReseller[AU]',
    );
    expect(connections(scenario, 'directBillPartner', 'sells', 'out')).toEqual({
      drawn: ['customer'],
      open: ['customer#3'],
      refused: [
        { rule: 'sells-to-microsoft', parties: ['microsoft'] },
        { rule: 'region-sale', parties: ['customer#2'] },
        { rule: 'partner-resale', parties: ['indirectReseller'] },
      ],
    });
  });
});

describe('why not', () => {
  it('names the rule and a valid way that draws and cures in one', () => {
    const scenario = parseChain('microsoft > indirectProvider; customer');
    const { verdict, alternatives } = whyNot(scenario, {
      kind: 'sells',
      from: 'indirectProvider',
      to: 'customer',
    });
    expect(verdict.rules[0]).toBe('provider-sells-via-resellers');
    const [nearest] = alternatives;
    expect(nearest?.offer.fix.id).toBe('insert-reseller');
    expect(nearest?.effect).toMatchObject({ turnsInvalid: [], addsInvalid: [], partiesAdded: 1 });
    const after = judge(applyEdits(scenario, nearest?.edits ?? []));
    expect([...after.verdicts.values()].map(({ status }) => status)).toEqual([
      'valid',
      'valid',
      'valid',
    ]);
  });

  it('of what would be valid is nothing but the drawing', () => {
    const scenario = parseChain('microsoft > directBillPartner; customer');
    const answer = whyNot(scenario, { kind: 'sells', from: 'directBillPartner', to: 'customer' });
    expect(answer.verdict.status).toBe('valid');
    expect(answer.alternatives).toEqual([]);
    expect(answer.edits).toHaveLength(1);
  });

  it('offers only what makes the asked relationship valid, on any scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario(5, 8), (scenario) => {
        const [from, to] = scenario.parties;
        if (!from || !to) return;
        const { edits, alternatives } = whyNot(scenario, {
          kind: 'sells',
          from: from.id,
          to: to.id,
        });
        const [drawing] = edits;
        const id = drawing?.op === 'addRelationship' ? drawing.relationship.id : '';
        for (const alternative of alternatives) {
          const after = applyEdits(scenario, alternative.edits);
          expect(judge(after).verdicts.get(id)?.status).toBe('valid');
        }
      }),
    );
  });
});
