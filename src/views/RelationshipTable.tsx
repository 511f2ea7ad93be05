import { useCallback, useMemo, useState } from 'react';
import {
  Button,
  Cell,
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
import { useActiveScenario, useJudgement, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { RELATIONSHIP_KINDS, type Relationship } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { Choice } from '../panels/Choice.tsx';
import { PartyChoice } from '../panels/PartyChoice.tsx';
import { edit, select, selectRelationship } from '../store/edit.ts';
import { ChoiceCell, EditCell, TextCell } from './cells.tsx';
import { Filter, GridHead, LAYOUT, SelectionBox, SelectionHeader, VerdictMark } from './grid.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useSorted } from './use-sorted.ts';

const COLUMNS = ['from', 'kind', 'to', 'verdict', 'service'] as const;
type LineColumn = (typeof COLUMNS)[number];
const WIDTH: Record<LineColumn, number> = {
  from: 142,
  kind: 118,
  to: 142,
  verdict: 210,
  service: 130,
};
const SHOWN = ['all', 'valid', 'prohibited', 'prerequisite', 'unknown'] as const;

/** Every relationship with its verdict. Selecting a row explains it in the panel. */
export function RelationshipTable() {
  const t = useT();
  const app = useApp();
  const { relationships } = useActiveScenario();
  const { verdicts } = useJudgement();
  const selected = useView((state) => state.selection.relationships);
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const wanted = useMemo(
    () =>
      relationships.filter(({ id }) => {
        const verdict = verdicts.get(id);
        return shown === 'all' || (verdict !== undefined && shownStatus(verdict) === shown);
      }),
    [relationships, verdicts, shown],
  );
  const textOf = useLineText();
  const { items, more, sortDescriptor, onSortChange } = useSorted(wanted, filter, COLUMNS, textOf);

  const onSelectionChange = (keys: Selection) => {
    const ids = keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) selectRelationship(app, only);
    else {
      select(app, { parties: [], relationships: ids });
      app.view.setState({ panel: 'details' });
    }
  };

  const onKeyDown = useRowKeys({ onSelect: (id) => selectRelationship(app, id) });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows within
    <section className="grid-part" onKeyDown={onKeyDown}>
      <GridHead title={t('table.relationships')} count={relationships.length}>
        <Choice
          label={t('table.column.verdict')}
          value={shown}
          options={SHOWN.map((id) => ({
            id,
            name: id === 'all' ? t('table.allVerdicts') : t(`policy.status.${id}`),
          }))}
          onChange={setShown}
        />
        <Filter label={t('table.filterRelationships')} value={filter} onChange={setFilter} />
      </GridHead>
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          className="grid"
          aria-label={t('table.relationships')}
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
                isRowHeader={column === 'from' || column === 'to'}
                allowsSorting
                width={WIDTH[column]}
              >
                {({ sortDirection }) => (
                  <>
                    {t(`table.column.${column}`)}
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
                {t(relationships.length === 0 ? 'table.noRelationships' : 'table.nothingFound')}
              </p>
            )}
          >
            {(one) => (
              <Row id={one.id} className="grid__row" textValue={textOf(one, 'line')}>
                <Cell className="grid__cell grid__cell--box">
                  <SelectionBox />
                </Cell>
                {COLUMNS.map((column) => (
                  <Cell key={column} className="grid__cell">
                    <LineCell relationship={one} column={column} />
                  </Cell>
                ))}
                <Cell className="grid__cell">
                  <DeleteLine relationship={one} />
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
      {more > 0 && <p className="quiet small">{t('table.more', { count: more })}</p>}
    </section>
  );
}

interface LineProps {
  readonly relationship: Relationship;
}

function LineCell({ relationship, column }: LineProps & { readonly column: LineColumn }) {
  const t = useT();
  const app = useApp();
  const { id, kind, service = '' } = relationship;
  const label = t(`table.column.${column}`);
  switch (column) {
    case 'from':
    case 'to':
      return <EndCell relationship={relationship} end={column} />;
    case 'kind':
      return (
        <ChoiceCell
          label={label}
          value={kind}
          options={RELATIONSHIP_KINDS.map((one) => ({ id: one, name: t(`policy.kind.${one}`) }))}
          onChange={(one) =>
            edit(app, { op: 'setRelationship', relationship: id, set: { kind: one } })
          }
        />
      );
    case 'verdict':
      return <VerdictCell relationship={relationship} />;
    case 'service':
      return (
        <TextCell
          label={label}
          name={t('table.cell', { column: label, value: service || t('table.notSet') })}
          value={service}
          shown={service || <span className="quiet">{t('table.notSet')}</span>}
          onCommit={(typed) =>
            edit(app, {
              op: 'setRelationship',
              relationship: id,
              set: { service: tidyName(typed) },
            })
          }
        />
      );
  }
}

function EndCell({ relationship, end }: LineProps & { readonly end: 'from' | 'to' }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const [isOpen, setOpen] = useState(false);
  const value = explainer.partyName(relationship[end]);
  const label = t(`table.column.${end}`);
  return (
    <EditCell
      label={label}
      name={value}
      shown={<span className="cell__text">{value}</span>}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <PartyChoice
        label={label}
        value={relationship[end]}
        autoFocus
        onChange={(party) => {
          if (party === null || party === relationship[end]) return;
          setOpen(false);
          edit(app, {
            op: 'setRelationship',
            relationship: relationship.id,
            set: { [end]: party },
          });
        }}
      />
    </EditCell>
  );
}

/** The verdict and, where it is not valid, the rule that heads its reasons. */
function VerdictCell({ relationship }: LineProps) {
  const explainer = useExplainer();
  const { verdicts } = useJudgement();
  const verdict = verdicts.get(relationship.id);
  const headline = verdict?.rules[0];
  return (
    <span className="cell__verdict">
      <VerdictMark shown={verdict ? shownStatus(verdict) : 'unknown'} />
      {headline && <small className="quiet">{explainer.ruleTitle(headline)}</small>}
    </span>
  );
}

function DeleteLine({ relationship }: LineProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  return (
    <Button
      className="cell cell--action"
      slot={null}
      aria-label={t('table.deleteLine', { line: explainer.line(relationship) })}
      onPress={() => edit(app, { op: 'removeRelationship', relationship: relationship.id })}
    >
      <Icon name="delete" />
    </Button>
  );
}

/** What a cell says, to be looked for and sorted by. */
function useLineText(): (one: Relationship, column: string) => string {
  const t = useT();
  const explainer = useExplainer();
  const { verdicts } = useJudgement();
  return useCallback(
    (one, column) => {
      const verdict = verdicts.get(one.id);
      switch (column) {
        case 'from':
        case 'to':
          return explainer.partyName(one[column]);
        case 'kind':
          return t(`policy.kind.${one.kind}`);
        case 'verdict':
          return verdict ? t(`policy.status.${shownStatus(verdict)}`) : '';
        case 'service':
          return one.service ?? '';
        default:
          return explainer.line(one);
      }
    },
    [t, explainer, verdicts],
  );
}
