import { Checkbox } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Edit } from '../model/edit.ts';
import {
  FACTS,
  type Fact,
  factsOf,
  isPartner,
  type Party,
  RELATIONSHIP_KINDS,
  type Relationship,
} from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import type { App } from '../store/app.ts';
import { edit } from '../store/edit.ts';
import { say } from '../store/view.ts';
import { CountryChoice } from './CountryChoice.tsx';
import { Field } from './Field.tsx';

/** What can be changed for everything that is selected, each as one undo step. */
export function BulkEdits() {
  const { parties, relationships } = useView((state) => state.selection);
  const scenario = useActiveScenario();
  const chosen = new Set([...parties, ...relationships]);
  return (
    <>
      <PartyEdits parties={scenario.parties.filter(({ id }) => chosen.has(id))} />
      <RelationshipEdits
        relationships={scenario.relationships.filter(({ id }) => chosen.has(id))}
      />
    </>
  );
}

function PartyEdits({ parties }: { readonly parties: readonly Party[] }) {
  const t = useT();
  const app = useApp();
  const located = parties.filter(({ type }) => type !== 'microsoft');
  if (parties.length < 2 || located.length === 0) return null;
  const unsigned = located.filter(
    ({ type, facts }) => isPartner(type) && facts?.mpaSigned === false,
  );
  const country = common(located, (party) => party.country);
  const set = (field: 'country' | 'organization' | 'affiliateGroup', value: string | null) =>
    editAll(
      app,
      located.map(({ id }) => ({ op: 'setParty', party: id, set: { [field]: value } })),
    );
  return (
    <section className="bulk">
      <h3 className="heading">{t('table.bulk.title')}</h3>
      {unsigned.length > 0 && (
        <button
          type="button"
          className="button button--primary"
          onClick={() => setFactOfAll(app, unsigned, 'mpaSigned', true)}
        >
          <Icon name="valid" />
          {t('table.bulk.sign', { count: unsigned.length })}
        </button>
      )}
      <CountryChoice
        key={located.map(({ id }) => id).join()}
        label={t('table.column.country')}
        value={country}
        onChange={(value) => set('country', value)}
      />
      <FactsOfAll parties={located} />
      {(['organization', 'affiliateGroup'] as const).map((field) => {
        const value = common(located, (party) => party[field]);
        return (
          <Field
            key={field}
            label={t(`table.column.${field}`)}
            value={value ?? ''}
            placeholder={value === null ? t('table.bulk.several') : ''}
            onCommit={(typed) => set(field, tidyName(typed))}
          />
        );
      })}
    </section>
  );
}

function FactsOfAll({ parties }: { readonly parties: readonly Party[] }) {
  const t = useT();
  const app = useApp();
  return (
    <div className="facts">
      {FACTS.map((fact) => {
        const asked = parties.filter(({ type }) => factsOf(type).includes(fact));
        const holds = asked.filter(({ facts }) => facts?.[fact] !== false).length;
        if (asked.length === 0) return null;
        return (
          <Checkbox
            key={fact}
            className="check"
            isSelected={holds === asked.length}
            isIndeterminate={holds > 0 && holds < asked.length}
            onChange={(value) => setFactOfAll(app, asked, fact, value)}
          >
            <span className="check__box">
              <Icon name={holds === asked.length ? 'valid' : 'minus'} />
            </span>
            {t(`policy.fact.${fact}`)}{' '}
            <small className="quiet">
              {t('table.bulk.some', { n: holds, count: asked.length })}
            </small>
          </Checkbox>
        );
      })}
    </div>
  );
}

function RelationshipEdits({ relationships }: { readonly relationships: readonly Relationship[] }) {
  const t = useT();
  const app = useApp();
  if (relationships.length < 2) return null;
  const service = common(relationships, (one) => one.service);
  const set = (change: Pick<Extract<Edit, { op: 'setRelationship' }>, 'set'>['set']) =>
    editAll(
      app,
      relationships.map(({ id }) => ({ op: 'setRelationship', relationship: id, set: change })),
    );
  return (
    <section className="bulk">
      <h3 className="heading">{t('ui.explain.kind')}</h3>
      <div className="panel__actions">
        {RELATIONSHIP_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            aria-pressed={relationships.every((one) => one.kind === kind)}
            onClick={() => set({ kind })}
          >
            {t(`policy.kind.${kind}`)}
          </button>
        ))}
      </div>
      <Field
        label={t('table.column.service')}
        value={service ?? ''}
        placeholder={service === null ? t('table.bulk.several') : ''}
        onCommit={(typed) => set({ service: tidyName(typed) })}
      />
    </section>
  );
}

function setFactOfAll(app: App, parties: readonly Party[], fact: Fact, value: boolean): void {
  editAll(
    app,
    parties.map(({ id }) => ({ op: 'setFact', party: id, fact, value })),
  );
}

function editAll(app: App, edits: readonly Edit[]): void {
  edit(app, ...edits);
  say(app.view, 'changed', {}, edits.length);
}

/** The value that all have; null when they differ. */
function common<T>(list: readonly T[], value: (one: T) => string | undefined) {
  const [first] = list;
  const wanted = first && value(first);
  return list.every((one) => value(one) === wanted) ? wanted : null;
}
