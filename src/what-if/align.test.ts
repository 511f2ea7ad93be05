import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { align } from './align.ts';
import { compare, summarize } from './compare.ts';

function renamed(scenario: Scenario): Scenario {
  return {
    ...scenario,
    parties: scenario.parties.map((one) => ({ ...one, id: `other-${one.id}` })),
    relationships: scenario.relationships.map((one) => ({
      ...one,
      id: `other-${one.id}`,
      from: `other-${one.from}`,
      to: `other-${one.to}`,
    })),
  };
}

const marks = (scenario: Scenario, like: Scenario) => {
  const { parties, relationships } = compare(align(scenario, like), like);
  return {
    parties: [...parties]
      .filter(([, { mark }]) => mark !== 'same')
      .map(([id, { mark }]) => [id, mark]),
    relationships: [...relationships]
      .filter(([, { mark }]) => mark !== 'same')
      .map(([id, { mark }]) => [id, mark]),
  };
};

describe('aligned scenarios', () => {
  it('are the same when only the ids differ', () => {
    const scenario = parseChain(
      'microsoft > indirectProvider[name=P] > indirectReseller[name=R] > customer[name=A]; indirectReseller > customer#2[name=B]',
    );
    expect(marks(renamed(scenario), scenario)).toEqual({ parties: [], relationships: [] });
  });

  it('find one another by name, and by organization where the name changed', () => {
    const before = parseChain(
      'directBillPartner[name=Contoso,org=contoso] > customer[name=A]; directBillPartner > customer#2[name=B]',
    );
    const after = parseChain(
      'directBillPartner#9[name=Contoso Ltd,org=contoso] > customer#2[name=A,FR]; directBillPartner#9 > customer[name=C]',
    );
    expect(marks(before, after)).toEqual({
      parties: [
        ['directBillPartner#9', 'changed'],
        ['customer#2', 'changed'],
        ['customer', 'added'],
        ["customer#2'", 'removed'],
      ],
      relationships: [
        ['e2', 'added'],
        ["e2'", 'removed'],
      ],
    });
  });

  it('keep what has the same id when it was renamed and nothing else fits', () => {
    const scenario = parseChain('directBillPartner > customer[name=A]');
    const after = applyEdits(scenario, [
      { op: 'setParty', party: 'customer', set: { name: 'Z' } },
      { op: 'setRelationship', relationship: 'e1', set: { kind: 'manages' } },
    ]);
    expect(marks(scenario, after)).toEqual({
      parties: [['customer', 'changed']],
      relationships: [['e1', 'changed']],
    });
  });

  it('judge as before, whatever they are aligned with, and never share an id by accident', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (scenario, like) => {
        const aligned = align(scenario, like);
        const ids = [...aligned.parties, ...aligned.relationships].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const statuses = (one: Scenario) =>
          one.relationships.map(({ id }) => judge(one).verdicts.get(id)?.rules);
        expect(statuses(aligned)).toEqual(statuses(scenario));
        for (const party of aligned.parties) {
          const same = like.parties.find(({ id }) => id === party.id);
          if (same) expect(same.type).toBe(party.type);
        }
      }),
    );
  });

  it('pair every party of a copy with other ids', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const { merged, settings } = compare(align(renamed(scenario), scenario), scenario);
        expect(merged.parties).toHaveLength(scenario.parties.length);
        expect(settings).toEqual([]);
      }),
    );
  });
});

describe('the summary', () => {
  it('counts what changed', () => {
    const before = parseChain('microsoft > directBillPartner > customer; customer#2');
    const after = applyEdits(before, [
      { op: 'setFact', party: 'directBillPartner', fact: 'support', value: false },
      { op: 'removeParty', party: 'customer#2' },
      { op: 'addParty', party: { id: 'n', type: 'customer' } },
      { op: 'setScenario', set: { edition: '2020-05', title: 'T' } },
    ]);
    expect(summarize(compare(before, after))).toEqual({
      turnsValid: 0,
      turnsInvalid: 2,
      partiesAdded: 1,
      partiesRemoved: 1,
      partiesChanged: 1,
      relationshipsAdded: 0,
      relationshipsRemoved: 0,
      relationshipsChanged: 0,
      settingsChanged: 2,
    });
  });
});
