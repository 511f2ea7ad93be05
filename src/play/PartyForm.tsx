import { useMemo } from 'react';
import { countryName, type Explainer } from '../i18n/explain.ts';
import type { Edit, PartyChange } from '../model/edit.ts';
import {
  CAPABILITIES,
  editionOf,
  type Fact,
  isPartner,
  PARTY_TYPES,
  type Party,
  type PartyType,
  type Scenario,
  STEPS,
  TENANT_KINDS,
} from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { COUNTRIES, regionOf } from '../policy/markets.ts';
import { PlainButton, SelectField, TextField } from './fields.tsx';
import { usePlaying } from './play-context.ts';
import { typesFor } from './surface-edits.ts';

interface PartyFormProps {
  readonly scenario: Scenario;
  readonly party: Party;
  readonly explainer: Explainer;
  readonly addable: readonly PartyType[];
  /** The region that a country belongs to is half of a verdict. */
  readonly isConcealed: boolean;
  readonly onEdit: (edit: Edit) => void;
  readonly onDelete: () => void;
}

const UNKNOWN = '?';

/** Everything that a rule may ask of a party. */
export function PartyForm({
  scenario,
  party,
  explainer,
  addable,
  isConcealed,
  onEdit,
  onDelete,
}: PartyFormProps) {
  const { t } = usePlaying();
  const set = (change: PartyChange) => onEdit({ op: 'setParty', party: party.id, set: change });
  const types = typesFor(party.type, addable, PARTY_TYPES);
  const { tenant } = party;
  const isOfPartner = isPartner(party.type);
  return (
    <>
      <TextField
        label={t('ui.party.name')}
        value={party.name ?? ''}
        placeholder={explainer.partyName(party.id)}
        onCommit={(name) => set({ name: tidyName(name) })}
      />
      {types.length > 1 && (
        <SelectField
          label={t('ui.party.type')}
          value={party.type}
          options={types.map((id) => ({ id, name: t(`policy.party.${id}`) }))}
          onChange={(type) => set({ type })}
        />
      )}
      {party.type !== 'microsoft' && (
        <>
          <CountryField
            scenario={scenario}
            party={party}
            isConcealed={isConcealed}
            onChange={(country) => set({ country })}
          />
          {isOfPartner && (
            <FactFields title={t('ui.party.steps')} facts={STEPS} party={party} onEdit={onEdit} />
          )}
          {party.type === 'directBillPartner' && (
            <FactFields
              title={t('ui.party.capabilities')}
              facts={CAPABILITIES}
              party={party}
              onEdit={onEdit}
            />
          )}
          <TextField
            label={t('ui.party.tenant')}
            hint={t(isOfPartner ? 'ui.party.cspTenantHint' : 'ui.party.customerTenantHint')}
            value={tenant?.id ?? ''}
            onCommit={(typed) => {
              const id = tidyName(typed);
              const kind = tenant?.kind ?? (isOfPartner ? 'csp' : 'customer');
              set({ tenant: id === null ? null : { id, kind } });
            }}
          />
          {tenant && party.type === 'customer' && (
            <SelectField
              label={t('ui.party.tenantKind')}
              value={tenant.kind}
              options={TENANT_KINDS.map((id) => ({ id, name: t(`ui.party.tenantKinds.${id}`) }))}
              onChange={(kind) => set({ tenant: { ...tenant, kind } })}
            />
          )}
          <TextField
            label={t('ui.party.organization')}
            hint={t('ui.party.organizationHint')}
            value={party.organization ?? ''}
            onCommit={(typed) => set({ organization: tidyName(typed) })}
          />
          <TextField
            label={t('ui.party.affiliateGroup')}
            hint={t('surface.affiliateHint')}
            value={party.affiliateGroup ?? ''}
            onCommit={(typed) => set({ affiliateGroup: tidyName(typed) })}
          />
        </>
      )}
      <PlainButton icon="delete" isQuiet onPress={onDelete}>
        {t('ui.command.delete')}
      </PlainButton>
    </>
  );
}

interface CountryFieldProps {
  readonly scenario: Scenario;
  readonly party: Party;
  readonly isConcealed: boolean;
  readonly onChange: (country: string | null) => void;
}

function CountryField({ scenario, party, isConcealed, onChange }: CountryFieldProps) {
  const { t, language } = usePlaying();
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return COUNTRIES.map((id) => ({ id, name: countryName(id, t) })).sort((a, b) =>
      compare(a.name, b.name),
    );
  }, [t, language]);
  const region = party.country && regionOf(party.country, editionOf(scenario));
  const hint = region
    ? t('ui.party.region', { region: t(`regions.region.${region}`) })
    : t(party.country ? 'ui.party.noRegion' : 'ui.party.countryHint');
  return (
    <SelectField
      label={t(party.type === 'customer' ? 'ui.party.tenantCountry' : 'ui.party.accountCountry')}
      {...(isConcealed ? {} : { hint })}
      value={party.country ?? UNKNOWN}
      options={[{ id: UNKNOWN, name: t('ui.party.countryUnknown') }, ...countries]}
      onChange={(country) => onChange(country === UNKNOWN ? null : country)}
    />
  );
}

interface FactFieldsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly party: Party;
  readonly onEdit: (edit: Edit) => void;
}

function FactFields({ title, facts, party, onEdit }: FactFieldsProps) {
  const { t } = usePlaying();
  return (
    <fieldset className="plain-checks">
      <legend>{title}</legend>
      {facts.map((fact) => (
        <label key={fact}>
          <input
            type="checkbox"
            checked={party.facts?.[fact] !== false}
            onChange={({ target }) =>
              onEdit({ op: 'setFact', party: party.id, fact, value: target.checked })
            }
          />
          {t(`policy.fact.${fact}`)}
        </label>
      ))}
    </fieldset>
  );
}
