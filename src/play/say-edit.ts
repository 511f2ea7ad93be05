import type { TFunction } from 'i18next';
import { createExplainer, type Explainer, longDate } from '../i18n/explain.ts';
import type { Language } from '../i18n/locale.ts';
import { applyEdit, type Edit } from '../model/edit.ts';
import type { Party, Scenario, Tenant } from '../model/scenario.ts';

/** What an edit does, in a sentence per thing it changes; `before` is the scenario it is applied to. */
export function sayEdit(edit: Edit, before: Scenario, t: TFunction, language: Language): string[] {
  const after = applyEdit(before, edit);
  const was = createExplainer(t, language, before);
  const is = createExplainer(t, language, after);
  const who = (id: string, scenario: Scenario, explainer: Explainer) => {
    const party = scenario.parties.find((one) => one.id === id);
    return party ? withRole(party, explainer, t) : id;
  };
  const lineIn = (id: string, scenario: Scenario, explainer: Explainer) => {
    const found = scenario.relationships.find((one) => one.id === id);
    return found ? explainer.line(found) : id;
  };
  switch (edit.op) {
    case 'addParty':
      return [t('play.edit.addParty', { value: who(edit.party.id, after, is) })];
    case 'removeParty':
      return [t('play.edit.removeParty', { value: who(edit.party, before, was) })];
    case 'addRelationship':
      return [t('play.edit.addRelationship', { line: lineIn(edit.relationship.id, after, is) })];
    case 'removeRelationship':
      return [t('play.edit.removeRelationship', { line: lineIn(edit.relationship, before, was) })];
    case 'setRelationship':
      return [t('play.edit.setRelationship', { line: lineIn(edit.relationship, after, is) })];
    case 'setFact': {
      const text = edit.value
        ? t(`policy.fact.${edit.fact}`)
        : t(`policy.missingFact.${edit.fact}`);
      return [t('play.edit.fact', { value: who(edit.party, after, is), text })];
    }
    case 'setParty': {
      const value = who(edit.party, before, was);
      return FIELDS.flatMap((field) => {
        const set = edit.set[field];
        if (set === undefined) return [];
        const column = t(`whatif.compare.field.${field}`);
        if (set === null) return [t('play.edit.clear', { value, column })];
        return [t('play.edit.set', { value, column, text: fieldWords(field, set, is, t) })];
      });
    }
    case 'setScenario': {
      const { edition, asOf } = edit.set;
      const texts = [
        ...(edition ? [t(`policy.edition.${edition}`)] : []),
        ...(asOf === null ? [t('ui.status.today')] : []),
        ...(asOf ? [longDate(asOf, language)] : []),
      ];
      return texts.map((text) => t('play.edit.judgeBy', { text }));
    }
  }
}

const FIELDS = ['type', 'name', 'country', 'organization', 'affiliateGroup', 'tenant'] as const;

function fieldWords(
  field: (typeof FIELDS)[number],
  set: string | Tenant,
  explainer: Explainer,
  t: TFunction,
): string {
  if (typeof set !== 'string') {
    const kind = t(`ui.party.tenantKinds.${set.kind}`);
    return t('whatif.compare.tenant', { id: set.id, kind });
  }
  if (field === 'type') return t(`policy.role.${set as Party['type']}`);
  return field === 'country' ? explainer.country(set) : t('policy.quoted', { name: set });
}

/** An unnamed party is called by its role already. */
function withRole({ id, type }: Party, explainer: Explainer, t: TFunction): string {
  const name = explainer.partyName(id);
  const role = t(`policy.role.${type}`);
  return name.toLowerCase().startsWith(role.toLowerCase())
    ? name
    : t('policy.withRole', { name, role });
}
