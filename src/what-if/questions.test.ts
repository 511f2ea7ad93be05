import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { flips } from './edition.ts';
import { fixesFor } from './fixes.ts';
import { mostHelpful } from './most-helpful.ts';
import { nextParties } from './next.ts';
import { routes, whyNot } from './routes.ts';

// The twenty questions that partner managers, trainers and authors ask, each answered by the product.

const chain = (text: string): Scenario => parseChain(text);
const statusOf = (text: string) => judge(chain(text)).chain;

/** The rules of the relationship from one party to another. */
function rulesOf(text: string, from: string, to: string): readonly string[] {
  const scenario = chain(text);
  const line = scenario.relationships.find((one) => one.from === from && one.to === to);
  return judge(scenario).verdicts.get(line?.id ?? '')?.rules ?? ['not drawn'];
}

/** The fixes that make the relationship valid. */
function cures(text: string, from: string, to: string): string[] {
  const scenario = chain(text);
  const line = scenario.relationships.find((one) => one.from === from && one.to === to);
  return fixesFor(scenario, line?.id ?? '').flatMap(({ fix, cures }) => (cures ? [fix.id] : []));
}

const SELLS_DIRECT = { kind: 'sells', from: 'microsoft', to: 'customer' } as const;

const notesOf = (text: string) =>
  [...judge(chain(text)).verdicts.values()].flatMap(({ notes }) => notes.map(({ note }) => note));

describe('the product answers', () => {
  it('1: which chains reach a customer', () => {
    expect(statusOf('microsoft > directBillPartner > customer')).toBe('complete');
    expect(statusOf('microsoft > indirectProvider > indirectReseller > customer')).toBe('complete');
    expect(statusOf('microsoft > customer')).toBe('broken');
    const { here, through } = routes(chain('customer'), undefined, 'customer');
    expect(here).toEqual([]);
    expect(through.map(({ path }) => path.length).sort()).toEqual([3, 4]);
  });

  it('2: a reseller cannot buy from Microsoft; a provider in between, or direct bill, cures it', () => {
    const text = 'microsoft > indirectReseller > customer';
    expect(rulesOf(text, 'microsoft', 'indirectReseller')).toContain('reseller-needs-provider');
    expect(cures(text, 'microsoft', 'indirectReseller')).toContain('retype');
    const scenario = chain(text);
    const [first] = scenario.relationships;
    const offered = fixesFor(scenario, first?.id ?? '').map(({ fix }) => fix.id);
    expect(offered).toContain('supply-from-new');
  });

  it('3: a partnership is no sale, and the sale above is what is missing', () => {
    const text = 'microsoft > indirectProvider -- indirectReseller > customer';
    expect(rulesOf(text, 'indirectReseller', 'customer')).toEqual(['supply-missing']);
    expect(cures(text, 'indirectReseller', 'customer')).toContain('supply-from');
  });

  it('4: a provider does not bill a customer, but may manage it', () => {
    const text = 'microsoft > indirectProvider > customer';
    expect(rulesOf(text, 'indirectProvider', 'customer')).toEqual(['provider-sells-via-resellers']);
    const scenario = chain(text);
    const line = scenario.relationships.at(-1)?.id ?? '';
    expect(fixesFor(scenario, line).map(({ fix }) => fix.id)).toContain('insert-reseller');
    expect(rulesOf('indirectProvider ~> customer', 'indirectProvider', 'customer')).toEqual([]);
  });

  it('5: a customer in another region needs an account there', () => {
    const text = 'microsoft > indirectProvider > indirectReseller > customer[DE]';
    expect(rulesOf(text, 'indirectReseller', 'customer')).toEqual(['region-sale']);
    expect(cures(text, 'indirectReseller', 'customer')).toEqual(
      expect.arrayContaining(['account-in-region', 'correct-country']),
    );
  });

  it.each([
    [6, 'microsoft > indirectProvider[DE] > indirectReseller[FR] > customer[PL]', []],
    [7, 'microsoft > directBillPartner[AU] > customer[NZ]', ['region-sale']],
    [8, 'microsoft > directBillPartner[ZA] > customer[NG]', ['region-sale']],
  ])('%i: whether %s stays within a region', (_, text, rules) => {
    const all = [...judge(chain(text)).verdicts.values()].flatMap((verdict) => verdict.rules);
    expect(all).toEqual(rules);
  });

  it('9, 10: own use goes to a customer tenant that differs from the CSP tenant', () => {
    const own = (kind: string) =>
      `microsoft > indirectProvider > indirectReseller[org=fabrikam] > customer[org=contoso,tenant=own/${kind}]; microsoft > directBillPartner[org=contoso]`;
    expect(rulesOf(own('csp'), 'indirectReseller', 'customer')).toContain('csp-tenant-purchase');
    expect(rulesOf(own('customer'), 'indirectReseller', 'customer')).toEqual([]);
  });

  it('10: buying from oneself is refused', () => {
    const text =
      'microsoft > indirectProvider > indirectReseller[org=contoso] > customer[org=contoso]';
    expect(rulesOf(text, 'indirectReseller', 'customer')).toContain('self-sale');
  });

  it('11: options 2 and 3 do not replace the customer tenant', () => {
    const text =
      'microsoft > indirectProvider > indirectReseller#2 > customer[org=fabrikam,tenant=own/csp]; indirectProvider > indirectReseller[org=fabrikam]';
    const scenario = chain(text);
    const line = scenario.relationships.find(({ to }) => to === 'customer')?.id ?? '';
    expect(judge(scenario).verdicts.get(line)?.rules).toEqual([
      'csp-tenant-purchase',
      'same-provider-customer',
    ]);
    const options = fixesFor(scenario, line).filter(({ fix }) => /^option-[23]$/.test(fix.id));
    expect(options.map(({ fix, cures }) => [fix.id, cures]).sort()).toEqual([
      ['option-2', false],
      ['option-3', false],
    ]);
  });

  it('12: an affiliate buys from somebody else', () => {
    const text = 'microsoft > directBillPartner[group=g] > customer[group=g]';
    expect(rulesOf(text, 'directBillPartner', 'customer')).toEqual(['affiliate-sale']);
  });

  it('13: a provider that buys back through its reseller is valid, with a note', () => {
    const text =
      'microsoft > indirectProvider[org=contoso] > indirectReseller > customer[org=contoso,tenant=own/customer]';
    expect(rulesOf(text, 'indirectReseller', 'customer')).toEqual([]);
    expect(notesOf(text)).toContain('note-round-trip');
  });

  it('14: one unsigned agreement breaks three relationships, and signing it cures them all', () => {
    const scenario = chain(
      'microsoft > indirectProvider[-mpaSigned] > indirectReseller > customer',
    );
    const last = scenario.relationships.at(-1)?.id ?? '';
    const [best] = fixesFor(scenario, last);
    expect(mostHelpful(scenario)?.repair.effect.turnsValid).toHaveLength(3);
    expect(best?.fix.id).toBe('sign');
    expect(best?.effect.turnsValid).toHaveLength(3);
  });

  it('15: a relationship needs no agreement, the first sale does', () => {
    const unsigned = 'indirectReseller[-mpaSigned]';
    expect(
      rulesOf(`indirectProvider -- ${unsigned}`, 'indirectProvider', 'indirectReseller'),
    ).toEqual([]);
    expect(
      rulesOf(`microsoft > indirectProvider > ${unsigned}`, 'indirectProvider', 'indirectReseller'),
    ).toEqual(['mpa-unsigned']);
  });

  it('16: before February 2020 no agreement was needed', () => {
    const text = 'microsoft > indirectProvider > indirectReseller[-mpaSigned] > customer';
    expect(statusOf(`asOf=2020-01-20; ${text}`)).toBe('complete');
    expect(statusOf(`asOf=2020-02-01; ${text}`)).toBe('broken');
  });

  it('17: two sellers and a third who manages are all valid', () => {
    const text =
      'microsoft > directBillPartner >{Azure} customer; microsoft > indirectProvider > indirectReseller >{Microsoft 365} customer; directBillPartner#2 ~> customer';
    const statuses = [...judge(chain(text)).verdicts.values()].map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['valid']));
  });

  it('18: a customer that bought elsewhere may be managed, not sold to by Microsoft', () => {
    expect(rulesOf('directBillPartner ~> customer', 'directBillPartner', 'customer')).toEqual([]);
    expect(whyNot(chain('microsoft; customer'), SELLS_DIRECT).verdict.rules).toEqual([
      'microsoft-sells-via-partners',
    ]);
    expect(rulesOf('microsoft > customer', 'microsoft', 'customer')).toEqual([
      'microsoft-sells-via-partners',
    ]);
  });

  it('19: there is no third tier, and who may come next says so', () => {
    const scenario = chain('microsoft > indirectProvider > indirectReseller');
    const next = nextParties(scenario, 'indirectReseller', 'after', 'sells', 'US');
    const reseller = next.find(({ type }) => type === 'indirectReseller');
    expect(reseller?.verdict.rules).toEqual(['partner-resale']);
  });

  it('20: Guam changes sides between the editions', () => {
    const text = 'microsoft > directBillPartner[US] > customer[GU]';
    expect(statusOf(`edition=2023-10; ${text}`)).toBe('complete');
    const [flip] = flips(chain(text), { edition: '2020-05' });
    expect(flip).toMatchObject({ relationship: 'e2', direction: 'stricter' });
    expect(rulesOf(`edition=2020-05; ${text}`, 'directBillPartner', 'customer')).toEqual([
      'region-sale',
    ]);
  });
});
