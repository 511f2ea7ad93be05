import type { TFunction } from 'i18next';
import { createExplainer, type Explainer, type Shown, shownStatus } from '../i18n/explain.ts';
import type { Language } from '../i18n/locale.ts';
import {
  editionOf,
  factsOf,
  type Party,
  type PartyType,
  type Scenario,
} from '../model/scenario.ts';
import { regionOf } from '../policy/markets.ts';
import type { SourceId } from '../policy/sources.ts';
import type { CustomerReport, Judgement, Verdict } from '../policy/types.ts';
import type { Stop } from '../training/walk.ts';

/** What is said of a stop in one language. */
export interface StopWords {
  readonly language: Language;
  readonly title: string;
  /** What is known before anything is revealed. */
  readonly facts: readonly string[];
  /** From where the facts are; empty = nothing is said that needs a source. */
  readonly factsFrom: string;
  /** What to ask; empty where there is nothing to reveal. */
  readonly question: string;
  /** What is revealed. */
  readonly answer: StopAnswer | undefined;
}

export interface StopAnswer {
  readonly shown: Shown;
  /** The verdict in a word; empty where the sentences are all. */
  readonly verdict: string;
  readonly headline: string;
  readonly sentences: readonly string[];
  /** How it is known, and from where. */
  readonly sources: string;
}

/** Where the article says what `classroom.role.<type>` says. */
const ROLE_SOURCES: Readonly<Record<PartyType, SourceId>> = {
  microsoft: 's1',
  indirectProvider: 'types',
  indirectReseller: 'types',
  directBillPartner: 'types',
  customer: 's2',
};

/** Reasons that are said in full: an audience reads no more at a glance. */
const REASONS = 2;

export function stopWords(
  stop: Stop,
  scenario: Scenario,
  judgement: Judgement,
  t: TFunction,
  language: Language,
): StopWords {
  const explainer = createExplainer(t, language, scenario);
  if (stop.kind === 'relationship') {
    const verdict = judgement.verdicts.get(stop.id);
    return {
      language,
      title: explainer.line(stop.relationship),
      facts: [],
      factsFrom: '',
      question: t('classroom.present.askVerdict'),
      answer: verdict && verdictWords(verdict, explainer, t),
    };
  }
  const { party } = stop;
  const reach = reachOf(party, scenario, judgement);
  return {
    language,
    title: partyTitle(party, explainer, t),
    facts: [t(`classroom.role.${party.type}`), ...partyFacts(party, scenario, explainer, t)],
    factsFrom: namesOf([ROLE_SOURCES[party.type]], explainer).join(' · '),
    question: reach
      ? t(`classroom.present.${party.type === 'customer' ? 'askReach' : 'askSupply'}`)
      : '',
    answer: reach && reachWords(reach, explainer, t),
  };
}

/** For a list of stops: gives nothing away. */
export function stopTitle(stop: Stop, explainer: Explainer, t: TFunction): string {
  return stop.kind === 'party'
    ? partyTitle(stop.party, explainer, t)
    : explainer.line(stop.relationship);
}

function partyTitle(party: Party, explainer: Explainer, t: TFunction): string {
  const name = explainer.partyName(party.id);
  const type = t(`policy.party.${party.type}`);
  return name.startsWith(type) ? name : t('ui.canvas.typeAndName', { type, name });
}

function partyFacts(
  party: Party,
  scenario: Scenario,
  explainer: Explainer,
  t: TFunction,
): readonly string[] {
  if (party.type === 'microsoft') return [];
  const { country, organization, tenant, facts } = party;
  const isOwnName = organization?.toLowerCase() === explainer.partyName(party.id).toLowerCase();
  const region = country && regionOf(country, editionOf(scenario));
  const place = country
    ? [
        explainer.country(country),
        region
          ? t('classroom.fact.region', { region: t(`regions.region.${region}`) })
          : t('classroom.fact.noRegion'),
      ]
    : [t('ui.party.countryUnknown')];
  const missing = factsOf(party.type).filter((fact) => facts?.[fact] === false);
  return [
    place.join(' · '),
    ...(organization && !isOwnName ? [t('classroom.fact.organization', { organization })] : []),
    ...(tenant && party.type === 'customer'
      ? [t('classroom.fact.tenant', { tenant: tenant.id })]
      : []),
    ...(missing.length > 0
      ? [missing.map((fact) => t(`policy.missingFact.${fact}`)).join(' · ')]
      : []),
  ];
}

function verdictWords(verdict: Verdict, explainer: Explainer, t: TFunction): StopAnswer {
  const shown = shownStatus(verdict);
  const [headline] = verdict.rules;
  const said = verdict.reasons.slice(0, REASONS);
  const more = verdict.reasons.length - said.length;
  const sentences = [
    ...said.map((reason) => explainer.reason(reason)),
    ...(more > 0 ? [t('classroom.present.more', { count: more })] : []),
    ...verdict.why.slice(0, 1).map((ok) => explainer.ok(ok)),
    ...verdict.notes.map((note) => explainer.note(note)),
    ...(verdict.status === 'unknown' ? [t('ui.explain.unknown')] : []),
  ];
  const cited = said.length > 0 ? said : verdict.why.slice(0, 1);
  const names = namesOf(
    cited.flatMap(({ sources }) => sources),
    explainer,
  );
  const [reason] = said;
  const known = reason ? [t(`policy.strength.${reason.strength}`)] : [];
  const source = names.length > 0 ? names : [t('ui.explain.drawingRule')];
  return {
    shown,
    verdict: t(`policy.status.${shown}`),
    headline: headline ? explainer.ruleTitle(headline) : '',
    sentences,
    sources: verdict.status === 'unknown' ? '' : [...known, ...source].join(' · '),
  };
}

/** Whether products reach a party, by the verdicts of what is drawn; undefined of Microsoft. */
type Reach =
  | { readonly reach: 'served'; readonly path: readonly string[] }
  | { readonly reach: 'managed' | 'notServed' | 'supplied' | 'notSupplied' };

function reachOf(party: Party, scenario: Scenario, judgement: Judgement): Reach | undefined {
  if (party.type === 'microsoft') return undefined;
  if (party.type === 'customer') {
    const report = judgement.customers.find(({ customer }) => customer === party.id);
    return report && servedBy(report);
  }
  const isSupplied = scenario.relationships.some(
    ({ id, kind, to }) =>
      kind === 'sells' && to === party.id && judgement.verdicts.get(id)?.status === 'valid',
  );
  return { reach: isSupplied ? 'supplied' : 'notSupplied' };
}

function servedBy({ routes, managed }: CustomerReport): Reach {
  const [path] = routes;
  if (path) return { reach: 'served', path };
  return { reach: managed ? 'managed' : 'notServed' };
}

function reachWords(reach: Reach, explainer: Explainer, t: TFunction): StopAnswer {
  const sentence =
    reach.reach === 'served'
      ? t('classroom.reach.served', { path: explainer.path(reach.path) })
      : t(`classroom.reach.${reach.reach}`);
  const isReached = reach.reach === 'served' || reach.reach === 'supplied';
  return {
    shown: isReached ? 'valid' : 'unknown',
    verdict: '',
    headline: '',
    sentences: [sentence],
    sources: '',
  };
}

function namesOf(sources: readonly SourceId[], explainer: Explainer): readonly string[] {
  const unique = [...new Set(sources)];
  return explainer.citations(unique).map((citation) => explainer.citation(citation));
}
