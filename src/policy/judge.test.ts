import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { merge } from '../model/clip.ts';
import { applyEdit } from '../model/edit.ts';
import { PARTY_TYPES, RELATIONSHIP_KINDS, type Scenario } from '../model/scenario.ts';
import { judge, wouldBe } from './judge.ts';
import type { Judgement, Verdict } from './types.ts';

const INDIRECT = 'microsoft > indirectProvider > indirectReseller > customer';

function shuffled(scenario: Scenario): fc.Arbitrary<Scenario> {
  const shuffle = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  return fc
    .record({
      parties: shuffle(scenario.parties),
      relationships: shuffle(scenario.relationships),
    })
    .map((arrays) => ({ ...scenario, ...arrays }));
}

/** With the notes and explanations that are only made when they are read. */
function plain({ status, rules, reasons, notes, why, error }: Verdict) {
  return { status, rules, reasons, notes, why, error };
}

/** All but which of two duplicates carries the note. */
function comparable({ verdicts, chain, customers }: Judgement) {
  const withoutDuplicate = (verdict: Verdict) => ({
    ...plain(verdict),
    notes: verdict.notes.filter(({ note }) => note !== 'note-duplicate'),
  });
  return {
    chain,
    verdicts: new Map([...verdicts].sort().map(([id, verdict]) => [id, withoutDuplicate(verdict)])),
    customers: customers.toSorted((a, b) => (a.customer < b.customer ? -1 : 1)),
  };
}

describe('judging', () => {
  it('says the same whatever the order of the file', () => {
    const pairs = arbitraryScenario().chain((scenario) =>
      shuffled(scenario).map((other) => [scenario, other] as const),
    );
    fc.assert(
      fc.property(pairs, ([scenario, other]) => {
        expect(comparable(judge(other))).toEqual(comparable(judge(scenario)));
        const duplicates = (one: Scenario) =>
          [...judge(one).verdicts.values()].flatMap(({ notes }) => notes).length;
        expect(duplicates(other)).toBe(duplicates(scenario));
      }),
    );
  });

  it('does not look at ids', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        // The order of the ids is kept: it decides which of several routes is told.
        const rename = (id: string) => `renamed-${id}`;
        const renamed: Scenario = {
          ...scenario,
          parties: scenario.parties.map((party) => ({ ...party, id: rename(party.id) })),
          relationships: scenario.relationships.map((one) => ({
            ...one,
            from: rename(one.from),
            to: rename(one.to),
          })),
        };
        const told = (one: Scenario) =>
          JSON.stringify([...judge(one).verdicts.values()].map(plain)).replaceAll('renamed-', '');
        expect(told(renamed)).toEqual(told(scenario));
      }),
    );
  });

  it('does not change for an unrelated component', () => {
    const apart = parseChain(
      'microsoft > indirectProvider[DE,org=apart,tenant=apart/csp] > indirectReseller[FR] > customer[-billing,PL]; microsoft > customer#2[org=alone]',
    );
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const both = judge(merge(scenario, apart, { x: 0, y: 0 }).scenario).verdicts;
        for (const [id, verdict] of judge(scenario).verdicts) {
          expect(plain(both.get(id) as Verdict)).toEqual(plain(verdict));
        }
      }),
    );
  });

  it('gives reasons to the invalid and explanations to the valid, never both', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        for (const verdict of judge(scenario).verdicts.values()) {
          const { status, rules, reasons, notes, why } = verdict;
          expect(status).not.toBe('unknown');
          expect([...new Set(reasons.map(({ rule }) => rule))]).toEqual(rules);
          expect(reasons.length > 0).toBe(status === 'invalid');
          expect(why.length > 0).toBe(status === 'valid');
          if (status === 'invalid') expect(notes).toEqual([]);
        }
      }),
    );
  });

  it('names the edition in every verdict about regions', () => {
    const { verdicts } = judge(
      parseChain('edition=2020-05; microsoft > directBillPartner > customer[GU]'),
    );
    expect(verdicts.get('e2')?.reasons[0]).toMatchObject({
      rule: 'region-sale',
      market: '2020-05',
    });
    const unsigned = judge(parseChain('microsoft > directBillPartner[-mpaSigned]')).verdicts;
    expect(unsigned.get('e1')?.reasons[0]).not.toHaveProperty('market');
  });

  it('takes an absent date for today, after every date a rule knows', () => {
    const unsigned = parseChain('microsoft > directBillPartner[-mpaSigned]');
    expect(judge(unsigned).verdicts.get('e1')?.status).toBe('invalid');
    expect(judge({ ...unsigned, asOf: null }).verdicts.get('e1')?.status).toBe('invalid');
    expect(judge({ ...unsigned, asOf: '2020-01-31' }).verdicts.get('e1')?.status).toBe('valid');
  });
});

describe('a rule that fails', () => {
  /** A party whose facts can't be looked at when a rule asks: what a defect in a rule would do. */
  const chain = parseChain(INDIRECT);
  const broken: Scenario = {
    ...chain,
    parties: chain.parties.map((party) =>
      party.id === 'indirectProvider'
        ? {
            ...party,
            facts: {
              onboarded: false,
              get mpaSigned(): boolean {
                throw new Error('defect');
              },
            },
          }
        : party,
    ),
  };
  const { verdicts, chain: status } = judge(broken);

  it('gives neither a valid nor an invalid verdict, and says which rule it was', () => {
    expect(verdicts.get('e1')).toMatchObject({
      status: 'unknown',
      reasons: [],
      why: [],
      error: { rule: 'mpa-unsigned', cause: new Error('defect') },
    });
  });

  it('leaves what rests on it undecided too, instead of blaming it', () => {
    expect(verdicts.get('e2')?.status).toBe('unknown');
    expect(verdicts.get('e3')).toMatchObject({
      status: 'unknown',
      error: { rule: 'supply-broken' },
    });
  });

  it('leaves the chain incomplete, and the rest of it judged', () => {
    expect(status).toBe('incomplete');
    const more = applyEdit(broken, {
      op: 'addRelationship',
      relationship: { id: 'x', kind: 'manages', from: 'indirectProvider', to: 'customer' },
    });
    expect(judge(more).verdicts.get('x')?.status).toBe('valid');
  });
});

describe('the verdict before drawing', () => {
  it('is the verdict after drawing', () => {
    fc.assert(
      fc.property(arbitraryScenario(5, 8), (scenario) => {
        for (const { id: from } of scenario.parties) {
          for (const { id: to } of scenario.parties) {
            for (const kind of RELATIONSHIP_KINDS) {
              const relationship = { id: 'new', kind, from, to };
              const drawn = applyEdit(scenario, { op: 'addRelationship', relationship });
              const { notes: after, ...verdict } = plain(
                judge(drawn).verdicts.get('new') as Verdict,
              );
              const { notes: before, ...promised } = plain(wouldBe(scenario, { kind, from, to }));
              expect(promised).toEqual(verdict);
              // Notes are about what is drawn: a sale no longer stands alone, a duplicate appears.
              expect(after.length).toBeGreaterThanOrEqual(before.length - 1);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('exists for every pair of types and every kind', () => {
    for (const kind of RELATIONSHIP_KINDS) {
      for (const from of PARTY_TYPES) {
        for (const to of PARTY_TYPES) {
          const scenario = parseChain(`${from}; ${to}#2`);
          expect(wouldBe(scenario, { kind, from, to: `${to}#2` }).status).not.toBe('unknown');
        }
      }
    }
  });
});

describe('why a relationship is valid', () => {
  const why = (chain: string, id: string) =>
    judge(parseChain(chain))
      .verdicts.get(id)
      ?.why.map(({ ok }) => ok);

  it.each([
    [INDIRECT, 'e1', ['ok-microsoft-provider']],
    [INDIRECT, 'e2', ['ok-provider-reseller']],
    [INDIRECT, 'e3', ['ok-reseller-customer']],
    ['microsoft > directBillPartner > customer', 'e1', ['ok-microsoft-direct']],
    ['microsoft > directBillPartner > customer', 'e2', ['ok-direct-customer']],
    ['indirectReseller -- indirectProvider', 'e1', ['ok-partnership']],
    ['indirectReseller ~> customer', 'e1', ['ok-manages']],
    [
      'microsoft > directBillPartner > customer; microsoft > directBillPartner#2 > customer',
      'e2',
      ['ok-direct-customer', 'ok-multi-partner'],
    ],
    [
      'microsoft > directBillPartner > customer[org=o,tenant=t/customer]; indirectReseller[org=o]',
      'e2',
      ['ok-own-use', 'ok-direct-customer'],
    ],
    [
      'microsoft > indirectProvider > customer[org=o,tenant=t/customer]; indirectReseller[org=o]',
      'e2',
      ['ok-provider-own-use'],
    ],
  ])('%s, %s', (chain, id, expected) => {
    expect(why(chain, id)).toEqual(expected);
  });

  it('tells the way of the supply from Microsoft on', () => {
    const [main] = judge(parseChain(INDIRECT)).verdicts.get('e3')?.why ?? [];
    expect(main?.params).toEqual({
      seller: { party: 'indirectReseller' },
      customer: { party: 'customer' },
      region: { region: 'united-states' },
      path: { path: ['microsoft', 'indirectProvider', 'indirectReseller'] },
    });
  });
});

describe('the whole chain', () => {
  it.each([
    ['microsoft; customer', 'empty'],
    ['microsoft > customer', 'broken'],
    ['microsoft > indirectProvider', 'incomplete'],
    ['microsoft > directBillPartner > customer; customer#2', 'incomplete'],
    ['directBillPartner ~> customer', 'incomplete'],
    ['microsoft > directBillPartner > customer; directBillPartner ~> customer#2', 'complete'],
    [INDIRECT, 'complete'],
  ])('of %s is %s', (chain, status) => {
    expect(judge(parseChain(chain)).chain).toBe(status);
  });

  it('reports how each customer is reached', () => {
    const { customers } = judge(
      parseChain(
        `${INDIRECT}; microsoft > directBillPartner > customer; directBillPartner ~> customer#2; customer#3`,
      ),
    );
    expect(customers).toEqual([
      {
        customer: 'customer',
        served: true,
        managed: false,
        routes: [
          ['microsoft', 'directBillPartner', 'customer'],
          ['microsoft', 'indirectProvider', 'indirectReseller', 'customer'],
        ],
        more: false,
      },
      { customer: 'customer#2', served: false, managed: true, routes: [], more: false },
      { customer: 'customer#3', served: false, managed: false, routes: [], more: false },
    ]);
  });

  it('lists no more routes than can be read, and says that there are more', () => {
    const resellers = Array.from({ length: 9 }, (_, i) => `indirectReseller#${i + 1}`);
    const lines = resellers.flatMap((reseller) => [
      ...Array.from({ length: 9 }, (_, i) => `indirectProvider#${i + 1} > ${reseller}`),
      `${reseller} > customer`,
    ]);
    const supply = Array.from({ length: 9 }, (_, i) => `microsoft > indirectProvider#${i + 1}`);
    const [report] = judge(parseChain([...supply, ...lines].join('; '))).customers;
    expect(report?.routes).toHaveLength(50);
    expect(report?.more).toBe(true);
  });
});
