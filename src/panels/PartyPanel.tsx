import { Switch } from 'react-aria-components';
import { run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { useJudgement, useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { PartyChange } from '../model/edit.ts';
import {
  CAPABILITIES,
  type Fact,
  isPartner,
  PARTY_TYPES,
  type Party,
  STEPS,
  TENANT_KINDS,
} from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { edit } from '../store/edit.ts';
import { goToRelationship } from '../store/problems.ts';
import { Choice } from './Choice.tsx';
import { ConnectionsSection } from './ConnectionsSection.tsx';
import { CountryChoice } from './CountryChoice.tsx';
import { CustomerExpectation } from './Expectations.tsx';
import { Field } from './Field.tsx';

/** The facts of the selected party, each with the control that fits. */
export function PartyPanel({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const set = (change: PartyChange) => edit(app, { op: 'setParty', party: party.id, set: change });
  const isCustomer = party.type === 'customer';

  return (
    <div className="panel">
      <h2 className="panel__title">{explainer.partyName(party.id)}</h2>
      <div className="panel__actions">
        <button
          type="button"
          className="button"
          onClick={() => app.view.setState({ connectMenu: party.id })}
        >
          <Icon name="connect" />
          {t('ui.canvas.connectTo')}
        </button>
        <button type="button" className="button button--quiet" onClick={() => run('delete', app)}>
          <Icon name="delete" />
          {t('ui.command.delete')}
        </button>
      </div>
      <Field
        label={t('ui.party.name')}
        value={party.name ?? ''}
        placeholder={explainer.partyName(party.id)}
        onCommit={(name) => set({ name: tidyName(name) })}
      />
      <Choice
        label={t('ui.party.type')}
        value={party.type}
        options={PARTY_TYPES.map((id) => ({ id, name: t(`policy.party.${id}`) }))}
        onChange={(type) => set({ type })}
      />
      {party.type !== 'microsoft' && (
        <>
          <CountryChoice
            key={party.id}
            label={t(isCustomer ? 'ui.party.tenantCountry' : 'ui.party.accountCountry')}
            value={party.country}
            onChange={(country) => set({ country })}
          />
          {isPartner(party.type) && (
            <Facts title={t('ui.party.steps')} facts={STEPS} party={party} />
          )}
          {party.type === 'directBillPartner' && (
            <Facts
              title={t('ui.party.capabilities')}
              hint={t('ui.party.capabilitiesHint')}
              facts={CAPABILITIES}
              party={party}
            />
          )}
          <TenantFields party={party} set={set} />
          <Field
            label={t('ui.party.organization')}
            hint={t('ui.party.organizationHint')}
            value={party.organization ?? ''}
            onCommit={(organization) => set({ organization: tidyName(organization) })}
          />
          <Field
            label={t('ui.party.affiliateGroup')}
            hint={t('ui.party.affiliateHint')}
            value={party.affiliateGroup ?? ''}
            onCommit={(group) => set({ affiliateGroup: tidyName(group) })}
          />
        </>
      )}
      <CustomerExpectation party={party} />
      <ConnectionsSection key={party.id} party={party} />
      <OwnRelationships party={party} />
    </div>
  );
}

interface FactsProps {
  readonly title: string;
  readonly hint?: string;
  readonly facts: readonly Fact[];
  readonly party: Party;
}

function Facts({ title, hint, facts, party }: FactsProps) {
  const t = useT();
  const app = useApp();
  return (
    <fieldset className="facts">
      <legend className="field__label">{title}</legend>
      {facts.map((fact) => (
        <Switch
          key={fact}
          className="switch"
          isSelected={party.facts?.[fact] !== false}
          onChange={(value) => edit(app, { op: 'setFact', party: party.id, fact, value })}
        >
          <span className="switch__track" />
          {t(`policy.fact.${fact}`)}
        </Switch>
      ))}
      {hint && <p className="field__hint">{hint}</p>}
    </fieldset>
  );
}

function TenantFields({
  party,
  set,
}: {
  readonly party: Party;
  readonly set: (change: PartyChange) => void;
}) {
  const t = useT();
  const { tenant } = party;
  const usual = isPartner(party.type) ? 'csp' : 'customer';
  return (
    <>
      <Field
        label={t('ui.party.tenant')}
        hint={t(isPartner(party.type) ? 'ui.party.cspTenantHint' : 'ui.party.customerTenantHint')}
        value={tenant?.id ?? ''}
        onCommit={(typed) => {
          const id = tidyName(typed);
          set({ tenant: id === null ? null : { ...tenant, id, kind: tenant?.kind ?? usual } });
        }}
      />
      {tenant && party.type === 'customer' && (
        <Choice
          label={t('ui.party.tenantKind')}
          value={tenant.kind}
          options={TENANT_KINDS.map((id) => ({ id, name: t(`ui.party.tenantKinds.${id}`) }))}
          onChange={(kind) => set({ tenant: { ...tenant, kind } })}
        />
      )}
    </>
  );
}

function OwnRelationships({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const { relationships } = useScenario();
  const { verdicts } = useJudgement();
  const own = relationships.filter(({ from, to }) => from === party.id || to === party.id);
  if (own.length === 0) return null;
  return (
    <section>
      <h3 className="heading">{t('ui.party.relationships')}</h3>
      <ul className="rows">
        {own.map((one) => {
          const verdict = verdicts.get(one.id);
          const shown = verdict ? shownStatus(verdict) : 'unknown';
          return (
            <li key={one.id}>
              <button type="button" className="row" onClick={() => goToRelationship(app, one.id)}>
                <span className={`row__mark verdict--${shown}`}>
                  <Icon name={shown} />
                </span>
                <span className="row__text">
                  {explainer.line(one)}
                  <small className="quiet">{t(`policy.status.${shown}`)}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
