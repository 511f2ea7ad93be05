import {
  createExplainer,
  type Explainer,
  longDate,
  type Shown,
  shownStatus,
} from '../i18n/explain.ts';
import { isPartner, type Relationship, type Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { CustomerReport, Judgement, Reason, Verdict } from '../policy/types.ts';
import { fixesFor, type OfferedFix } from '../what-if/fixes.ts';
import { assumptionsOf } from './assumptions.ts';
import { countsOf, titleOf, type Wording } from './svg.ts';

/**
 * What is to be said about a scenario, in the words of one language but in no markup yet: the text is the
 * authors' and the reader's, and each way of writing it escapes it in its own way.
 */
export interface Report {
  readonly title: string;
  readonly description: string;
  /** Label and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly chain: string;
  readonly counts: readonly { readonly shown: Shown; readonly words: string }[];
  readonly customers: readonly ReportedCustomer[];
  readonly relationships: readonly ReportedRelationship[];
  readonly assumptions: readonly string[];
  readonly disclaimer: string;
}

export interface ReportedCustomer {
  readonly name: string;
  readonly routes: readonly string[];
  /** What is to be said where there is no route. */
  readonly remark: string;
}

export interface ReportedRelationship {
  readonly line: string;
  readonly shown: Shown;
  readonly status: string;
  readonly statements: readonly Statement[];
  readonly notes: readonly string[];
  readonly fixes: readonly ReportedFix[];
  /** What must be said besides; empty for most. */
  readonly remark: string;
}

/** A sentence with where it comes from. */
export interface Statement {
  readonly text: string;
  readonly rule: string;
  /** Kind, strength, market table. */
  readonly remarks: readonly string[];
  readonly sources: readonly { readonly words: string; readonly address: string }[];
}

export interface ReportedFix {
  readonly words: string;
  /** What else it does, and whether it changes something real. */
  readonly remarks: readonly string[];
}

/** The best fixes of each relationship; more are in the explorer. */
const FIXES = 3;
/** Proving a fix means judging the whole scenario again. */
const FIXES_UP_TO = 150;

/** @param date of the report, YYYY-MM-DD */
export function reportOn(scenario: Scenario, wording: Wording, date: string): Report {
  const { t, language } = wording;
  const explainer = createExplainer(t, language, scenario);
  const judgement = judge(scenario);
  const hasFixes = scenario.relationships.length <= FIXES_UP_TO;
  return {
    title: titleOf(scenario, t),
    description: scenario.description?.trim() ?? '',
    facts: [
      [t('report.date'), longDate(date, language)],
      [t('ui.scenario.edition'), t(`policy.edition.${judgement.edition}`)],
      [
        t('ui.scenario.asOf'),
        scenario.asOf ? longDate(scenario.asOf, language) : t('report.sameDay'),
      ],
    ],
    chain: t(`policy.chain.${judgement.chain}`),
    counts: countsOf(judgement, t),
    customers: judgement.customers.map((customer) =>
      reportedCustomer(customer, explainer, wording),
    ),
    relationships: scenario.relationships.flatMap((relationship) => {
      const verdict = judgement.verdicts.get(relationship.id);
      if (!verdict) return [];
      const offers = hasFixes ? fixesFor(scenario, relationship.id).slice(0, FIXES) : [];
      return reportedRelationship(relationship, verdict, offers, scenario, explainer, wording);
    }),
    assumptions: [
      ...assumptionsOf(scenario, explainer, wording),
      ...(hasFixes || isAllValid(judgement) ? [] : [t('report.noFixes', { max: FIXES_UP_TO })]),
    ],
    disclaimer: t('help.disclaimer'),
  };
}

function isAllValid({ verdicts }: Judgement): boolean {
  return [...verdicts.values()].every(({ status }) => status === 'valid');
}

const ROUTES = 10;

function reportedCustomer(
  { customer, served, managed, routes, more }: CustomerReport,
  explainer: Explainer,
  { t }: Wording,
): ReportedCustomer {
  const rest = routes.length > ROUTES || more ? ['…'] : [];
  return {
    name: explainer.partyName(customer),
    routes: [...routes.slice(0, ROUTES).map((route) => explainer.path(route)), ...rest],
    remark: served ? '' : t(managed ? 'ui.scenario.elsewhere' : 'ui.scenario.unserved'),
  };
}

/** One relationship in words, with the offers that are to be shown. */
export function reportedRelationship(
  relationship: Relationship,
  verdict: Verdict,
  offers: readonly OfferedFix[],
  scenario: Scenario,
  explainer: Explainer,
  { t }: Wording,
): ReportedRelationship {
  const { reasons, why, notes, status } = verdict;
  return {
    line: explainer.line(relationship),
    shown: shownStatus(verdict),
    status: explainer.status(verdict),
    statements: [
      ...reasons.map((reason) => statementOf(reason, explainer, { t })),
      ...why.map((ok) => ({
        text: explainer.ok(ok),
        rule: '',
        remarks: [],
        sources: sourcesOf(ok.sources, explainer),
      })),
    ],
    notes: notes.map((note) => explainer.note(note)),
    fixes: offers.map((offer) => ({
      words: explainer.fix(offer.fix),
      remarks: effectsOf(offer, explainer, { t }),
    })),
    remark:
      status === 'unknown'
        ? t('ui.explain.unknown')
        : isSaleToCustomer(relationship, scenario)
          ? t('policy.customerAgreement')
          : '',
  };
}

function statementOf(reason: Reason, explainer: Explainer, { t }: Pick<Wording, 't'>): Statement {
  const market = explainer.market(reason);
  return {
    text: explainer.reason(reason),
    rule: reason.rule,
    remarks: [
      t(`policy.category.${reason.category}`),
      reason.sources.length > 0
        ? t(`policy.strength.${reason.strength}`)
        : t('ui.explain.drawingRule'),
      ...(market ? [market] : []),
    ],
    sources: sourcesOf(reason.sources, explainer),
  };
}

function sourcesOf(sources: Reason['sources'], explainer: Explainer): Statement['sources'] {
  return explainer.citations(sources).map((citation) => ({
    words: explainer.citation(citation),
    address: citation.address,
  }));
}

function effectsOf(
  { fix, effect, cures }: OfferedFix,
  explainer: Explainer,
  { t }: Pick<Wording, 't'>,
): string[] {
  const { turnsValid, turnsInvalid, addsInvalid, partiesAdded } = effect;
  const harm = turnsInvalid.length + addsInvalid.length;
  const good = turnsValid.length;
  return [
    good > 0 ? t('ui.fix.turnsValid', { count: good }) : '',
    !cures && good === 0 ? t('ui.fix.oneReasonLess') : '',
    harm > 0 ? t('ui.fix.turnsInvalid', { count: harm }) : '',
    partiesAdded > 0 ? t('ui.fix.adds', { count: partiesAdded }) : '',
    t(`policy.fixNature.${fix.nature}`),
    explainer.fixRemark(fix),
  ].filter((words) => words !== '');
}

/** What a sale to a customer needs besides, which no rule of the article judges (A27). */
function isSaleToCustomer({ kind, from, to }: Relationship, { parties }: Scenario): boolean {
  const typeOf = (id: string) => parties.find((party) => party.id === id)?.type;
  const seller = typeOf(from);
  return kind === 'sells' && typeOf(to) === 'customer' && seller !== undefined && isPartner(seller);
}
