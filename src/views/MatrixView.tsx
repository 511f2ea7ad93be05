import '../panels/panels.css';
import './views.css';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useJudgement, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';
import { wouldBe } from '../policy/judge.ts';
import { connect } from '../store/edit.ts';
import { goToRelationship } from '../store/problems.ts';
import { Filter, VerdictMark } from './grid.tsx';

/** Parties on each side; more are found by the filter. */
const MANY = 60;
const LEGEND: readonly Shown[] = ['valid', 'prerequisite', 'prohibited'];

/** Who may sell to whom, partner with whom or manage whom: the verdict of every pair, drawn or not. */
export function MatrixView() {
  const t = useT();
  const app = useApp();
  const kind = useView((state) => state.kind);
  const { parties } = useActiveScenario();
  const explainer = useExplainer();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const found = parties.filter(
    ({ id, type }) =>
      wanted === '' ||
      `${explainer.partyName(id)} ${t(`policy.party.${type}`)}`
        .toLocaleLowerCase()
        .includes(wanted),
  );
  const shown = found.slice(0, MANY).map(({ id }) => id);

  return (
    <section className="middle" aria-label={t('table.views.matrix')}>
      <div className="middle__tools">
        <RadioGroup
          className="segments"
          aria-label={t('ui.palette.kind')}
          orientation="horizontal"
          value={kind}
          onChange={(value) => app.view.setState({ kind: value as RelationshipKind })}
        >
          {RELATIONSHIP_KINDS.map((one) => (
            <Radio key={one} value={one} className="segment">
              {t(`policy.kind.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Filter label={t('table.filterParties')} value={filter} onChange={setFilter} />
      </div>
      <p className="middle__hint quiet small">{t('table.matrix.hint')}</p>
      {parties.length < 2 ? (
        <p className="grid__empty">{t('table.matrix.empty')}</p>
      ) : (
        <Grid parties={shown} kind={kind} />
      )}
      <p className="matrix__legend small">
        {LEGEND.map((one) => (
          <VerdictMark key={one} shown={one} />
        ))}
        <span className="verdict-mark">
          <span className="matrix__sample" />
          {t('table.matrix.legendDrawn')}
        </span>
        {found.length > shown.length && (
          <span className="quiet">
            {t('table.matrix.more', { count: found.length - shown.length })}
          </span>
        )}
      </p>
    </section>
  );
}

interface CellState {
  readonly shown: Shown;
  /** What is drawn between the two already. */
  readonly drawn: string | undefined;
}

interface GridProps {
  /** On both sides, in order. */
  readonly parties: readonly string[];
  readonly kind: RelationshipKind;
}

function Grid({ parties, kind }: GridProps) {
  const t = useT();
  const explainer = useExplainer();
  const rows = useCells(parties, kind);
  const press = usePress(parties, kind, rows);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const last = parties.length - 1;
  const focus = { row: Math.min(at.row, last), column: Math.min(at.column, last) };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      press(focus.row, focus.column);
      return;
    }
    const to = moved(event, focus, last);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    cellAt(table.current, to.row, to.column)?.focus();
  };
  const onClick = (event: React.MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (!cell) return;
    const to = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    setAt(to);
    press(to.row, to.column);
  };

  return (
    <div className="matrix">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the keyboard in turn
        role="grid"
        aria-label={t(`table.matrix.${kind}`)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix__corner quiet">
              {t('table.matrix.corner')}
            </th>
            {parties.map((id) => (
              <th key={id} scope="col" className="matrix__column">
                <span>{explainer.partyName(id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <MatrixRow
              key={parties[row]}
              row={row}
              parties={parties}
              kind={kind}
              cells={cells}
              focused={focus.row === row ? focus.column : -1}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends GridProps {
  readonly row: number;
  readonly cells: readonly CellState[];
  /** The column that takes the keyboard; -1 = none in this row. */
  readonly focused: number;
}

const MatrixRow = memo(function MatrixRow({ row, parties, kind, cells, focused }: RowProps) {
  const t = useT();
  const explainer = useExplainer();
  const from = parties[row] as string;
  const nameOf = ({ shown, drawn }: CellState, to: string) => {
    const line = explainer.line({ id: '', kind, from, to });
    const text = t('ui.canvas.lineAndStatus', { line, status: t(`policy.status.${shown}`) });
    return drawn === undefined ? text : t('table.matrix.drawn', { text });
  };
  return (
    <tr>
      <th scope="row" className="matrix__row">
        {explainer.partyName(from)}
      </th>
      {cells.map((cell, column) => {
        const to = parties[column] as string;
        return (
          <td
            key={to}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, which takes the keyboard
            role="gridcell"
            tabIndex={focused === column ? 0 : -1}
            data-row={row}
            data-column={column}
            className={`matrix__cell matrix__cell--${cell.shown} ${cell.drawn === undefined ? '' : 'matrix__cell--drawn'}`}
            aria-label={nameOf(cell, to)}
            title={nameOf(cell, to)}
          >
            <Icon name={cell.shown} />
          </td>
        );
      })}
    </tr>
  );
});

/** The verdict of each pair: as drawn, or as it would be. */
function useCells(
  parties: readonly string[],
  kind: RelationshipKind,
): readonly (readonly CellState[])[] {
  const scenario = useActiveScenario();
  const { verdicts } = useJudgement();
  const wanted = parties.join('\n');
  return useMemo(() => {
    const drawn = new Map<string, string>();
    for (const one of scenario.relationships) {
      const pair = JSON.stringify([one.from, one.to]);
      if (one.kind === kind && !drawn.has(pair)) drawn.set(pair, one.id);
    }
    const ids = wanted === '' ? [] : wanted.split('\n');
    return ids.map((from) =>
      ids.map((to): CellState => {
        const id = drawn.get(JSON.stringify([from, to]));
        const verdict =
          (id === undefined ? undefined : verdicts.get(id)) ??
          wouldBe(scenario, { kind, from, to });
        return { shown: shownStatus(verdict), drawn: id };
      }),
    );
  }, [scenario, verdicts, kind, wanted]);
}

function usePress(
  parties: readonly string[],
  kind: RelationshipKind,
  rows: readonly (readonly CellState[])[],
): (row: number, column: number) => void {
  const app = useApp();
  return (row, column) => {
    const from = parties[row];
    const to = parties[column];
    const cell = rows[row]?.[column];
    if (from === undefined || to === undefined || !cell) return;
    if (cell.drawn === undefined) connect(app, from, to, kind);
    else goToRelationship(app, cell.drawn);
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in the grid; undefined for keys that lead nowhere. */
function moved(event: KeyboardEvent, { row, column }: Place, last: number): Place | undefined {
  const isWhole = event.ctrlKey || event.metaKey;
  const within = (value: number) => Math.max(0, Math.min(last, value));
  switch (event.key) {
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'PageUp':
      return { row: within(row - 10), column };
    case 'PageDown':
      return { row: within(row + 10), column };
    case 'Home':
      return { row: isWhole ? 0 : row, column: 0 };
    case 'End':
      return { row: isWhole ? last : row, column: last };
    default:
      return undefined;
  }
}

function cellAt(table: HTMLTableElement | null, row: number, column: number): HTMLElement | null {
  return table?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}
