import { useCallback, useState } from 'react';
import {
  Button,
  Cell,
  Checkbox,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { columnName } from '../i18n/row-words.ts';
import { Icon } from '../icons/Icon.tsx';
import type { PartyChange } from '../model/edit.ts';
import {
  CAPABILITIES,
  FACTS,
  type Fact,
  factsOf,
  isPartner,
  PARTY_TYPES,
  type Party,
  STEPS,
  TENANT_KINDS,
} from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { CountryChoice } from '../panels/CountryChoice.tsx';
import { edit, select, selectParty } from '../store/edit.ts';
import { ChoiceCell, EditCell, TextCell } from './cells.tsx';
import { Filter, GridHead, LAYOUT, SelectionBox, SelectionHeader } from './grid.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useSorted } from './use-sorted.ts';

const COLUMNS = [
  'name',
  'type',
  'country',
  ...STEPS,
  'organization',
  'affiliateGroup',
  'tenant',
  'tenantKind',
  ...CAPABILITIES,
] as const;
type PartyColumn = (typeof COLUMNS)[number];

const WIDTH: Partial<Record<PartyColumn, number>> = {
  name: 170,
  type: 168,
  country: 140,
  organization: 140,
  affiliateGroup: 130,
  tenant: 130,
  tenantKind: 150,
};

/** Every party with its facts, each in a cell that changes it. Selecting a row explains it in the panel. */
export function PartyTable() {
  const t = useT();
  const app = useApp();
  const { parties } = useActiveScenario();
  const selected = useView((state) => state.selection.parties);
  const [filter, setFilter] = useState('');
  const textOf = usePartyText();
  const { items, more, sortDescriptor, onSortChange } = useSorted(parties, filter, COLUMNS, textOf);

  const onSelectionChange = (keys: Selection) => {
    const ids = keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) selectParty(app, only);
    else {
      select(app, { parties: ids, relationships: [] });
      app.view.setState({ panel: 'details' });
    }
  };

  const onKeyDown = useRowKeys({ onSelect: (id) => selectParty(app, id) });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows within
    <section className="grid-part" onKeyDown={onKeyDown}>
      <GridHead title={t('table.parties')} count={parties.length}>
        <Filter label={t('table.filterParties')} value={filter} onChange={setFilter} />
      </GridHead>
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          className="grid"
          aria-label={t('table.parties')}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={onSelectionChange}
          {...(sortDescriptor ? { sortDescriptor } : {})}
          onSortChange={onSortChange}
        >
          <TableHeader className="grid__head">
            <SelectionHeader />
            {COLUMNS.map((column) => (
              <Column
                key={column}
                id={column}
                className="grid__column"
                isRowHeader={column === 'name'}
                allowsSorting
                width={WIDTH[column] ?? 110}
              >
                {({ sortDirection }) => (
                  <>
                    {columnName(t, column)}
                    {sortDirection && <Icon name={sortDirection === 'ascending' ? 'up' : 'down'} />}
                  </>
                )}
              </Column>
            ))}
            <Column id="actions" className="grid__column" width={64}>
              <span className="sr-only">{t('table.column.actions')}</span>
            </Column>
          </TableHeader>
          <TableBody
            items={items}
            dependencies={[t]}
            renderEmptyState={() => (
              <p className="grid__empty">
                {t(parties.length === 0 ? 'table.noParties' : 'table.nothingFound')}
              </p>
            )}
          >
            {(party) => <PartyRow party={party} name={textOf(party, 'name')} />}
          </TableBody>
        </Table>
      </Virtualizer>
      {more > 0 && <p className="quiet small">{t('table.more', { count: more })}</p>}
    </section>
  );
}

function PartyRow({ party, name }: { readonly party: Party; readonly name: string }) {
  return (
    <Row id={party.id} className="grid__row" textValue={name} data-focus={`party:${party.id}`}>
      <Cell className="grid__cell grid__cell--box">
        <SelectionBox />
      </Cell>
      {COLUMNS.map((column) => (
        <Cell key={column} className="grid__cell">
          <PartyCell party={party} column={column} />
        </Cell>
      ))}
      <Cell className="grid__cell">
        <DeleteParty party={party} />
      </Cell>
    </Row>
  );
}

function PartyCell({ party, column }: { readonly party: Party; readonly column: PartyColumn }) {
  const t = useT();
  const app = useApp();
  const set = (change: PartyChange) => edit(app, { op: 'setParty', party: party.id, set: change });
  const label = columnName(t, column);
  switch (column) {
    case 'name':
      return <NameCell party={party} />;
    case 'type':
      return (
        <ChoiceCell
          label={label}
          value={party.type}
          options={PARTY_TYPES.map((id) => ({ id, name: t(`policy.party.${id}`) }))}
          onChange={(type) => set({ type })}
        />
      );
    case 'country':
      return <CountryCell party={party} />;
    case 'tenantKind':
      return party.tenant && party.type === 'customer' ? (
        <TenantKindCell party={party} tenant={party.tenant} />
      ) : (
        <NotAsked />
      );
    case 'organization':
    case 'affiliateGroup':
    case 'tenant': {
      if (party.type === 'microsoft') return <NotAsked />;
      const value = column === 'tenant' ? (party.tenant?.id ?? '') : (party[column] ?? '');
      const usual = isPartner(party.type) ? 'csp' : 'customer';
      return (
        <TextCell
          label={label}
          name={t('table.cell', { column: label, value: value || t('table.notSet') })}
          value={value}
          shown={value || <NotSet />}
          onCommit={(typed) => {
            const kept = tidyName(typed);
            if (column !== 'tenant') set({ [column]: kept });
            else {
              const { tenant } = party;
              const kind = tenant?.kind ?? usual;
              set({ tenant: kept === null ? null : { ...tenant, id: kept, kind } });
            }
          }}
        />
      );
    }
    default:
      return <FactCell party={party} fact={column} />;
  }
}

function NameCell({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const isAsked = useView((state) => state.renaming === party.id);
  const shown = explainer.partyName(party.id);
  const label = t('table.column.name');
  return (
    <TextCell
      label={label}
      name={shown}
      value={party.name ?? ''}
      shown={
        <>
          <span className="cell__icon">
            <Icon name={party.type} />
          </span>
          <span className="cell__text">{shown}</span>
        </>
      }
      placeholder={shown}
      onCommit={(typed) =>
        edit(app, { op: 'setParty', party: party.id, set: { name: tidyName(typed) } })
      }
      isAsked={isAsked}
      onAnswered={() => isAsked && app.view.setState({ renaming: null })}
    />
  );
}

function CountryCell({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const [isOpen, setOpen] = useState(false);
  if (party.type === 'microsoft') return <NotAsked />;
  const value = party.country === undefined ? '' : explainer.country(party.country);
  const label = t('table.column.country');
  return (
    <EditCell
      label={t('table.cellOf', { column: label, name: explainer.partyName(party.id) })}
      name={t('table.cell', { column: label, value: value || t('table.notSet') })}
      shown={value || <NotSet />}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <CountryChoice
        label={t(party.type === 'customer' ? 'ui.party.tenantCountry' : 'ui.party.accountCountry')}
        value={party.country}
        autoFocus
        onChange={(country) => {
          if (country === (party.country ?? null)) return;
          setOpen(false);
          edit(app, { op: 'setParty', party: party.id, set: { country } });
        }}
      />
    </EditCell>
  );
}

function TenantKindCell({
  party,
  tenant,
}: {
  readonly party: Party;
  readonly tenant: NonNullable<Party['tenant']>;
}) {
  const t = useT();
  const app = useApp();
  return (
    <ChoiceCell
      label={t('table.column.tenantKind')}
      value={tenant.kind}
      options={TENANT_KINDS.map((id) => ({ id, name: t(`ui.party.tenantKinds.${id}`) }))}
      onChange={(kind) =>
        edit(app, { op: 'setParty', party: party.id, set: { tenant: { ...tenant, kind } } })
      }
    />
  );
}

function FactCell({ party, fact }: { readonly party: Party; readonly fact: Fact }) {
  const t = useT();
  const app = useApp();
  if (!factsOf(party.type).includes(fact)) return <NotAsked />;
  return (
    <Checkbox
      className="check check--cell"
      slot={null}
      aria-label={t(`policy.fact.${fact}`)}
      isSelected={party.facts?.[fact] !== false}
      onChange={(value) => edit(app, { op: 'setFact', party: party.id, fact, value })}
    >
      <span className="check__box">
        <Icon name="valid" />
      </span>
    </Checkbox>
  );
}

function DeleteParty({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  return (
    <Button
      className="cell cell--action"
      slot={null}
      aria-label={t('table.deleteParty', { name: explainer.partyName(party.id) })}
      onPress={() => edit(app, { op: 'removeParty', party: party.id })}
    >
      <Icon name="delete" />
    </Button>
  );
}

function NotSet() {
  const t = useT();
  return <span className="quiet">{t('table.notSet')}</span>;
}

function NotAsked() {
  const t = useT();
  return (
    <span className="cell__none">
      <Icon name="minus" />
      <span className="sr-only">{t('table.doesNotApply')}</span>
    </span>
  );
}

/** What a cell says, to be looked for and sorted by. */
function usePartyText(): (party: Party, column: string) => string {
  const t = useT();
  const explainer = useExplainer();
  return useCallback(
    (party, column) => {
      switch (column) {
        case 'name':
          return explainer.partyName(party.id);
        case 'type':
          return t(`policy.party.${party.type}`);
        case 'country':
          return party.country === undefined ? '' : explainer.country(party.country);
        case 'organization':
        case 'affiliateGroup':
          return party[column] ?? '';
        case 'tenant':
          return party.tenant?.id ?? '';
        case 'tenantKind':
          return party.tenant ? t(`ui.party.tenantKinds.${party.tenant.kind}`) : '';
        default: {
          const fact = FACTS.find((one) => one === column);
          if (!fact || !factsOf(party.type).includes(fact)) return '';
          return t(party.facts?.[fact] === false ? 'table.no' : 'table.yes');
        }
      }
    },
    [t, explainer],
  );
}
