import { type Explainer, longDate } from '../i18n/explain.ts';
import {
  CAPABILITIES,
  DEFAULT_EDITION,
  type Fact,
  isPartner,
  type Party,
  type Scenario,
  STEPS,
} from '../model/scenario.ts';
import { MPA_DATE } from '../policy/rules/mpa-unsigned.ts';
import type { Wording } from './svg.ts';

/** More names than these say no more than their number. */
const NAMED = 8;
/** The rules are those of the article, whatever day is judged (A16). */
const ARTICLE_DATE = '2020-05-12';

/**
 * What the scenario leaves open and how it is judged all the same (POLICY 2.1 and 3), as sentences: only
 * what matters for these parties and relationships.
 */
export function assumptionsOf(
  scenario: Scenario,
  explainer: Explainer,
  { t, language }: Wording,
): string[] {
  const { parties, relationships, asOf, edition } = scenario;
  const sentences: string[] = [];
  const about = (
    key: 'steps' | 'capabilities' | 'countries' | 'companies',
    whom: readonly Party[],
  ): void => {
    if (whom.length === 0) return;
    sentences.push(
      whom.length > NAMED
        ? t(`report.assumed.${key}Many`, { count: whom.length })
        : t(`report.assumed.${key}`, {
            parties: explainer.say({ parties: whom.map(({ id }) => id) }),
          }),
    );
  };
  const isOpen = (facts: readonly Fact[]) => (party: Party) =>
    facts.some((fact) => party.facts?.[fact] === undefined);
  const partners = parties.filter(({ type }) => isPartner(type));
  const companies = parties.filter(({ type }) => type !== 'microsoft');
  const customers = parties.filter(({ type }) => type === 'customer');
  const has = (kind: Scenario['relationships'][number]['kind']) =>
    relationships.some((one) => one.kind === kind);

  if (!asOf) sentences.push(t('report.assumed.today', { mpaDate: longDate(MPA_DATE, language) }));
  else if (asOf < ARTICLE_DATE)
    sentences.push(t('report.assumed.early', { date: longDate(ARTICLE_DATE, language) }));
  if (!edition) sentences.push(t('report.assumed.edition', { edition: DEFAULT_EDITION }));
  about('steps', partners.filter(isOpen(STEPS)));
  about(
    'capabilities',
    partners.filter((party) => party.type === 'directBillPartner' && isOpen(CAPABILITIES)(party)),
  );
  about(
    'countries',
    companies.filter(({ country }) => country === undefined),
  );
  about('companies', companies.length > 1 ? companies.filter((party) => !party.organization) : []);
  if (has('sells') && customers.length > 0) sentences.push(t('report.assumed.affiliates'));
  if (customers.some(({ country }) => country)) {
    const isOld = edition === '2020-05';
    sentences.push(t(isOld ? 'report.assumed.tenantLater' : 'report.assumed.tenant'));
  }
  if (has('manages')) sentences.push(t('report.assumed.manages'));
  sentences.push(t('help.limits.text'));
  return sentences;
}
