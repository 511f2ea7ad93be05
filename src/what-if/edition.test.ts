import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits } from '../model/edit.ts';
import { editionOf } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { DATES, flips, isMpaDue, moves, otherEdition } from './edition.ts';

const brief = (scenario: Parameters<typeof flips>[0], change: Parameters<typeof flips>[1]) =>
  flips(scenario, change).map(({ relationship, direction, reasons }) => [
    relationship,
    direction,
    ...reasons.map(({ rule }) => rule),
  ]);

describe('the other edition', () => {
  it('judges Guam with Australia in 2020 and with the United States in 2023', () => {
    const scenario = parseChain(
      'microsoft > directBillPartner[US] > customer[GU]; microsoft > directBillPartner#2[AU] > customer#2[GU]',
    );
    expect(brief(scenario, { edition: '2020-05' })).toEqual([
      ['e2', 'stricter', 'region-sale'],
      ['e4', 'looser', 'region-sale'],
    ]);
    expect(moves(scenario, '2020-05')).toEqual([
      { party: 'customer', country: 'GU', before: 'united-states', after: 'australia' },
      { party: 'customer#2', country: 'GU', before: 'united-states', after: 'australia' },
    ]);
  });

  it('knows China only in 2023, Belarus and Russia only in 2020', () => {
    const china = parseChain('microsoft > directBillPartner[CN] > customer[CN]');
    expect(brief(china, { edition: '2020-05' })).toEqual([
      // Once for each end.
      ['e2', 'stricter', 'market-unlisted', 'market-unlisted'],
    ]);
    const belarus = parseChain('edition=2020-05; microsoft > directBillPartner[PS] > customer[BY]');
    expect(brief(belarus, { edition: '2023-10' })).toEqual([['e2', 'stricter', 'market-unlisted']]);
    expect(moves(belarus, '2023-10')).toEqual([
      {
        party: 'customer',
        country: 'BY',
        before: 'middle-east-central-eastern-europe',
        after: undefined,
      },
    ]);
    const russia = parseChain('edition=2020-05; microsoft > directBillPartner[US] > customer[RU]');
    expect(brief(russia, { edition: '2023-10' })).toEqual([['e2', 'otherwise', 'market-unlisted']]);
  });

  it('breaks what rests on a supply that it breaks', () => {
    const scenario = parseChain(
      'edition=2020-05; microsoft > indirectProvider[AU] > indirectReseller[GU] > customer[GU]',
    );
    expect(brief(scenario, { edition: '2023-10' })).toEqual([
      ['e2', 'stricter', 'region-partner'],
      ['e3', 'stricter', 'supply-broken'],
    ]);
  });
});

describe('the day the MPA came', () => {
  const unsigned = parseChain('microsoft > directBillPartner[-mpaSigned] > customer');

  it('makes the difference between one day and the next', () => {
    expect(brief(unsigned, { asOf: DATES.dayBeforeMpa })).toEqual([
      ['e1', 'looser', 'mpa-unsigned'],
      ['e2', 'looser', 'mpa-unsigned', 'supply-broken'],
    ]);
    expect(brief(unsigned, { asOf: DATES.mpa })).toEqual([]);
    const then = { ...unsigned, asOf: DATES.dayBeforeMpa };
    expect(brief(then, { asOf: null })[0]).toEqual(['e1', 'stricter', 'mpa-unsigned']);
  });

  it('is past today and on that day, and not on the day before', () => {
    expect(
      [null, DATES.mpa, DATES.dayBeforeMpa].map((asOf) => isMpaDue({ ...unsigned, asOf })),
    ).toEqual([true, true, false]);
  });
});

describe('flips', () => {
  it('are exactly what is judged differently, on any scenario, and none without a change', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const edition = otherEdition(scenario);
        const after = applyEdits(scenario, [{ op: 'setScenario', set: { edition } }]);
        const was = judge(scenario).verdicts;
        const is = judge(after).verdicts;
        const differ = scenario.relationships
          .filter(({ id }) => was.get(id)?.rules.join() !== is.get(id)?.rules.join())
          .map(({ id }) => id);
        const found = flips(scenario, { edition });
        expect(found.map(({ relationship }) => relationship).sort()).toEqual(differ.sort());
        for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0);
        expect(flips(scenario, { edition: editionOf(scenario) })).toEqual([]);
      }),
    );
  });
});
