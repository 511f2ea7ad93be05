import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import { judge, worldOf } from '../policy/judge.ts';
import { RULES, ruleOf } from '../policy/rules/index.ts';
import { FIX_IDS } from '../policy/types.ts';
import { effectOf, fixesFor } from './fixes.ts';

/** Pictures in which fixes show up that the wrong examples do not have the parties for. */
const MORE_PICTURES = [
  'microsoft > customer; microsoft > directBillPartner',
  'customer > directBillPartner; microsoft > indirectProvider > indirectReseller; customer > indirectReseller',
  'customer > customer#2',
  'indirectReseller > microsoft; indirectProvider > microsoft',
  'microsoft > indirectProvider; microsoft > indirectReseller',
  'microsoft > indirectProvider > indirectReseller; indirectReseller > indirectProvider',
  'microsoft > indirectProvider; microsoft > directBillPartner > indirectReseller',
  'directBillPartner > indirectProvider',
  'microsoft > indirectProvider > indirectReseller; indirectProvider > customer',
  'microsoft -- indirectProvider; indirectProvider -- indirectProvider#2; directBillPartner -- customer',
  'microsoft ~> customer; directBillPartner ~> customer#2',
  'indirectProvider ~> indirectReseller; customer',
  'microsoft > directBillPartner[org=a] > customer[org=a,tenant=t/customer]; microsoft > directBillPartner#2',
  'microsoft > directBillPartner[DE] > customer; microsoft > indirectProvider > indirectReseller',
  'microsoft > indirectProvider[US] > indirectReseller[DE]; microsoft > indirectProvider#2[FR]',
  'indirectProvider[US] -- indirectReseller[DE]; indirectProvider#2[FR]',
  'microsoft > directBillPartner > customer[RU]',
  'edition=2020-05; microsoft > directBillPartner[CN] > customer[CN]',
  'microsoft > directBillPartner[-support] > customer; microsoft > indirectProvider',
  'indirectReseller > customer; microsoft > indirectProvider',
  'microsoft > indirectProvider > indirectReseller#2[org=x]; indirectProvider > indirectReseller[org=o,tenant=t/csp] > customer; indirectReseller#2 > customer#2[org=o,tenant=t/csp]',
];

describe('the fixes of every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: each removes its finding from the wrong example and breaks nothing that was valid there',
    (_, rule) => {
      const scenario = parseChain(rule.examples.wrong);
      const world = worldOf(scenario);
      const edge = world.edges.at(-1);
      if (!edge) throw new Error('the wrong example draws nothing');
      const { id } = edge.relationship;
      const before = judge(scenario).verdicts.get(id)?.reasons ?? [];
      expect(before.map((reason) => reason.rule)).toContain(rule.id);

      const own = rule.fixes(edge, world).filter((fix) => fix.edits.length > 0);
      for (const fix of own) {
        const effect = effectOf(scenario, fix.edits);
        const after = judge(effect.scenario).verdicts.get(id)?.reasons ?? [];
        expect(
          after.map((reason) => reason.rule),
          fix.id,
        ).not.toContain(rule.id);
        expect(effect.turnsInvalid, fix.id).toEqual([]);
      }
      // A broken supply is cured where it is broken: there the fixes are those of other rules.
      expect(fixesFor(scenario, id).length).toBeGreaterThan(0);
    },
  );

  it('are all reached, so that each has its words tried', () => {
    const seen = new Set<string>();
    const pictures = [...RULES.map(({ examples }) => examples.wrong), ...MORE_PICTURES];
    for (const picture of pictures) {
      const scenario = parseChain(picture);
      for (const { id } of scenario.relationships) {
        for (const { fix } of fixesFor(scenario, id)) seen.add(fix.id);
      }
    }
    expect([...seen].sort()).toEqual([...FIX_IDS].sort());
  });
});

describe('an offered fix', () => {
  const scenarios = arbitraryScenario();

  it('does what it promises, on any scenario', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const before = judge(scenario).verdicts;
        for (const { id } of scenario.relationships) {
          for (const offer of fixesFor(scenario, id)) {
            const after = judge(offer.effect.scenario).verdicts;
            const cured = after.get(offer.relationship)?.reasons ?? [];
            expect(cured.map((reason) => reason.rule)).not.toContain(offer.rule);
            expect(after.get(id)?.status === 'valid').toBe(offer.cures);
            for (const one of offer.effect.turnsValid) {
              expect([before.get(one)?.status, after.get(one)?.status]).toEqual([
                'invalid',
                'valid',
              ]);
            }
            for (const one of offer.effect.turnsInvalid) {
              expect([before.get(one)?.status, after.get(one)?.status]).toEqual([
                'valid',
                'invalid',
              ]);
            }
          }
        }
      }),
    );
  });

  it('gives a scenario that can be saved and read', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const { id } of scenario.relationships) {
          for (const { effect } of fixesFor(scenario, id)) {
            expect(readScenario(writeScenario(effect.scenario))).toEqual({
              ok: true,
              scenario: effect.scenario,
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('uses exactly the params its words know', () => {
    const names = new Map<string, string>();
    for (const picture of MORE_PICTURES) {
      const scenario = parseChain(picture);
      for (const { id } of scenario.relationships) {
        for (const { fix } of fixesFor(scenario, id)) {
          const params = Object.keys(fix.params).sort().join();
          expect(names.get(fix.id) ?? params, fix.id).toBe(params);
          names.set(fix.id, params);
        }
      }
    }
  });

  it('is offered for each relationship that a missing step stops, step by step', () => {
    const unsigned = parseChain(
      'microsoft > indirectProvider[-mpaSigned] > indirectReseller > customer',
    );
    const [sign] = fixesFor(unsigned, 'e3');
    expect(sign?.fix).toMatchObject({
      id: 'sign',
      edits: [{ op: 'setFact', party: 'indirectProvider', fact: 'mpaSigned', value: true }],
    });
    expect(sign).toMatchObject({ cures: true, rule: 'mpa-unsigned' });
    expect(sign?.effect.turnsValid).toEqual(['e1', 'e2', 'e3']);
  });

  it('is none for what is valid or not there', () => {
    const chain = parseChain('microsoft > directBillPartner > customer');
    expect(fixesFor(chain, 'e1')).toEqual([]);
    expect(fixesFor(chain, 'e9')).toEqual([]);
  });

  it('names the three options of scenario 6', () => {
    const { examples } = ruleOf('same-provider-customer');
    const scenario = parseChain(examples.wrong);
    const last = scenario.relationships.at(-1)?.id ?? '';
    const offers = fixesFor(scenario, last);
    const option = (id: string) => offers.find(({ fix }) => fix.id === id);
    // Only the separate tenant cures both reasons (POLICY 2.8).
    expect(option('option-1')).toMatchObject({ cures: true });
    for (const id of ['option-2', 'option-3']) {
      const effect = option(id)?.effect;
      const after = effect && judge(effect.scenario).verdicts.get(last);
      expect(after?.reasons.map(({ rule }) => rule)).toEqual(['csp-tenant-purchase']);
    }
  });
});
