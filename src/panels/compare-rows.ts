import type { TFunction } from 'i18next';
import {
  createExplainer,
  type Explainer,
  longDate,
  type Shown,
  shownStatus,
} from '../i18n/explain.ts';
import type { Language } from '../i18n/locale.ts';
import {
  editionOf,
  factsOf,
  type Party,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';
import type { Verdict } from '../policy/types.ts';
import type { Target } from '../store/view.ts';
import type { Comparison, Setting } from '../what-if/compare.ts';

/** One difference, in words: what differs, and how it stands on either side. */
export interface DifferenceRow {
  readonly key: string;
  readonly what: string;
  readonly field: string;
  readonly a: string;
  readonly b: string;
  /** How the verdicts are, on a row about one; undefined where there is none. */
  readonly verdicts?: { readonly a: Shown | undefined; readonly b: Shown | undefined };
  /** What can be selected; null for what is gone, or is the scenario itself. */
  readonly target: Target | null;
}

/** The differences of a comparison as the rows of a table: settings, parties, relationships. */
export function differenceRows(
  comparison: Comparison,
  before: Scenario,
  after: Scenario,
  t: TFunction,
  language: Language,
): DifferenceRow[] {
  const a = createExplainer(t, language, before);
  const b = createExplainer(t, language, after);
  const merged = createExplainer(t, language, comparison.merged);
  const absent = t('whatif.compare.absent');
  const present = t('whatif.compare.present');

  const settings = comparison.settings.map(
    (setting): DifferenceRow => ({
      key: setting,
      what: t('whatif.compare.scenario'),
      field: t(`whatif.compare.field.${setting}`),
      a: settingIn(before, setting, t, language),
      b: settingIn(after, setting, t, language),
      target: null,
    }),
  );

  const parties = comparison.merged.parties.flatMap(({ id }): DifferenceRow[] => {
    const compared = comparison.parties.get(id);
    const was = before.parties.find((one) => one.id === id);
    const is = after.parties.find((one) => one.id === id);
    const target: Target | null = is ? { kind: 'party', id } : null;
    const what = merged.partyName(id);
    if (!was || !is) {
      const field = t('whatif.compare.field.party');
      return [
        { key: id, what, field, a: was ? present : absent, b: is ? present : absent, target },
      ];
    }
    return (compared?.fields ?? []).map((field) => ({
      key: `${id} ${field}`,
      what,
      field: t(`whatif.compare.field.${field}`),
      a: partyValue(was, field, a, t),
      b: partyValue(is, field, b, t),
      target,
    }));
  });

  const relationships = comparison.merged.relationships.flatMap((line): DifferenceRow[] => {
    const { id } = line;
    const compared = comparison.relationships.get(id);
    if (!compared) return [];
    const was = before.relationships.find((one) => one.id === id);
    const is = after.relationships.find((one) => one.id === id);
    const target: Target | null = is ? { kind: 'relationship', id } : null;
    const what = merged.arrow(line);
    const rows: DifferenceRow[] = [];
    for (const field of was && is ? compared.fields : []) {
      rows.push({
        key: `${id} ${field}`,
        what,
        field: t(`whatif.compare.field.${field}`),
        a: relationshipValue(was as Relationship, field, a, t),
        b: relationshipValue(is as Relationship, field, b, t),
        target,
      });
    }
    if (compared.mark === 'added' || compared.mark === 'removed' || compared.flips) {
      rows.push({
        key: `${id} verdict`,
        what,
        field: t('whatif.compare.field.verdict'),
        a: compared.before ? verdictIn(compared.before, a, t) : absent,
        b: compared.after ? verdictIn(compared.after, b, t) : absent,
        verdicts: {
          a: compared.before && shownStatus(compared.before),
          b: compared.after && shownStatus(compared.after),
        },
        target,
      });
    }
    return rows;
  });
  return [...settings, ...parties, ...relationships];
}

function settingIn(scenario: Scenario, setting: Setting, t: TFunction, language: Language): string {
  if (setting === 'edition') return editionOf(scenario);
  if (setting === 'asOf') {
    return scenario.asOf ? longDate(scenario.asOf, language) : t('ui.status.today');
  }
  return scenario[setting] || t('whatif.compare.unset');
}

function partyValue(party: Party, field: keyof Party, explainer: Explainer, t: TFunction): string {
  const unset = t('whatif.compare.unset');
  switch (field) {
    case 'type':
      return t(`policy.party.${party.type}`);
    case 'country':
      return party.country === undefined ? unset : explainer.country(party.country);
    case 'tenant':
      return party.tenant
        ? t('whatif.compare.tenant', {
            id: party.tenant.id,
            kind: t(`ui.party.tenantKinds.${party.tenant.kind}`),
          })
        : unset;
    case 'facts': {
      const missing = factsOf(party.type).filter((fact) => party.facts?.[fact] === false);
      if (missing.length === 0) return t('whatif.compare.nothingMissing');
      const separator = t('ui.explain.listSeparator');
      return missing.map((fact) => t(`policy.missingFact.${fact}`)).join(separator);
    }
    case 'name':
    case 'organization':
    case 'affiliateGroup':
      return party[field] || unset;
    default:
      return '';
  }
}

function relationshipValue(
  relationship: Relationship,
  field: keyof Relationship,
  explainer: Explainer,
  t: TFunction,
): string {
  switch (field) {
    case 'kind':
      return t(`policy.kind.${relationship.kind}`);
    case 'from':
    case 'to':
      return explainer.partyName(relationship[field]);
    default:
      return relationship.service || t('whatif.compare.unset');
  }
}

function verdictIn(verdict: Verdict, explainer: Explainer, t: TFunction): string {
  const status = t(`policy.status.${shownStatus(verdict)}`);
  const [headline] = verdict.rules;
  if (!headline) return status;
  return t('ui.canvas.kindAndStatus', { kind: status, status: explainer.ruleTitle(headline) });
}
