import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useRepairSearch } from '../hooks/use-repair-search.ts';
import { useT } from '../hooks/use-t.ts';
import { removeAll } from '../store/edit.ts';
import { DEFAULT_LIMITS, type RepairOutcome } from '../what-if/repair.ts';
import type { Repair } from '../what-if/repair-result.ts';
import type { RepairTarget } from '../what-if/repair-space.ts';
import { previewing } from './previewing.ts';
import { RepairCard } from './RepairCard.tsx';

interface RepairSearchProps {
  readonly target: RepairTarget;
  /** Where nothing smaller helps, nobody should have to ask. */
  readonly isAutomatic?: boolean;
}

/** Looks for repairs of several fixes, tells how far it got, and lists what it found. */
export function RepairSearch({ target, isAutomatic = false }: RepairSearchProps) {
  const t = useT();
  const { state, outcome, start, stop } = useRepairSearch(target);
  const isWaiting = isAutomatic && state === 'idle';
  useEffect(() => {
    if (isWaiting) start();
  }, [isWaiting, start]);

  const startButton = (
    <button type="button" className="button" onClick={start}>
      {t(target === 'all' ? 'repair.everything' : 'repair.search')}
    </button>
  );
  if (state === 'idle') return isAutomatic ? null : startButton;
  return (
    <section className="repairs">
      <h3 className="heading">{t('repair.results')}</h3>
      {state === 'running' && (
        <div className="repairs__running">
          <progress
            aria-label={t('repair.running')}
            max={DEFAULT_LIMITS.tries}
            value={outcome?.tried ?? 0}
          />
          <button type="button" className="button button--quiet" onClick={stop}>
            {t('repair.stop')}
          </button>
          <p className="quiet small">{outcome ? progressOf(outcome, t) : t('repair.running')}</p>
        </div>
      )}
      <p className="quiet small" role="status">
        {state === 'stopped' && t('repair.stopped', { progress: progressOf(outcome, t) })}
        {state === 'done' && outcome && summaryOf(outcome, t)}
      </p>
      {state === 'stopped' && startButton}
      <ul className="fixes">
        {outcome?.repairs.map((repair) => (
          <li key={JSON.stringify(repair.edits)}>
            <RepairCard repair={repair} />
          </li>
        ))}
      </ul>
      {outcome?.removal && state !== 'running' && (
        <Removal removal={outcome.removal} isOne={target !== 'all'} />
      )}
    </section>
  );
}

interface RemovalProps {
  readonly removal: Repair;
  readonly isOne: boolean;
}

/** Taking away what is not valid, apart from the repairs. */
function Removal({ removal, isOne }: RemovalProps) {
  const t = useT();
  const app = useApp();
  const count = removal.removes.length;
  const words = isOne ? t('policy.fix.delete') : t('repair.removal', { count });
  return (
    <section>
      <h4 className="heading">{t('repair.apart')}</h4>
      <button
        type="button"
        className="fix"
        onClick={() => removeAll(app, removal.removes)}
        {...previewing(app, removal.edits)}
      >
        <span className="fix__words">{words}</span>
        <span className="fix__remark quiet">{t('repair.removalHint')}</span>
      </button>
    </section>
  );
}

function summaryOf(outcome: RepairOutcome, t: TFunction): string {
  const progress = progressOf(outcome, t);
  const count = outcome.repairs.length;
  return count > 0 ? t('repair.found', { count, progress }) : t('repair.none', { progress });
}

/** A search that was ended before its first news tried nothing that is known of. */
const NOTHING_YET = { tried: 0, covered: 0, isComplete: false };

function progressOf(outcome: RepairOutcome | undefined, t: TFunction): string {
  const { tried, covered, isComplete } = outcome ?? NOTHING_YET;
  return t('repair.progress', {
    tried: t('repair.tried', { count: tried }),
    covered: isComplete
      ? t('repair.allCovered')
      : covered > 0
        ? t('repair.covered', { count: covered })
        : t('repair.noneCovered'),
  });
}
