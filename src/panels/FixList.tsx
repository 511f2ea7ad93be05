import { useMemo, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import type { Relationship } from '../model/scenario.ts';
import { applyFix } from '../store/edit.ts';
import { fixesFor, type OfferedFix } from '../what-if/fixes.ts';
import { previewing } from './previewing.ts';
import { RepairSearch } from './RepairSearch.tsx';

/** Shown at first; more are a click away. */
const SHOWN = 5;

/** What would cure the relationship, each with what else it does; one click applies it, one undo takes it back. */
export function FixList({ relationship }: { readonly relationship: Relationship }) {
  const t = useT();
  const scenario = useScenario();
  const [isAll, setAll] = useState(false);
  const fixes = useMemo(() => fixesFor(scenario, relationship.id), [scenario, relationship.id]);
  const shown = isAll ? fixes : fixes.slice(0, SHOWN);

  return (
    <section>
      <h3 className="heading">{t('ui.fix.title')}</h3>
      {fixes.length === 0 && <p className="quiet">{t('ui.fix.none')}</p>}
      <ul className="fixes">
        {shown.map((offer) => (
          <li key={JSON.stringify(offer.fix.edits)}>
            <FixButton offer={offer} />
          </li>
        ))}
      </ul>
      {shown.length < fixes.length && (
        <button type="button" className="button button--quiet" onClick={() => setAll(true)}>
          {t('ui.fix.more', { count: fixes.length - shown.length })}
        </button>
      )}
      <RepairSearch
        key={relationship.id}
        target={{ relationship: relationship.id }}
        isAutomatic={!fixes.some(({ cures }) => cures)}
      />
    </section>
  );
}

function FixButton({ offer }: { readonly offer: OfferedFix }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const { fix } = offer;
  const remark = explainer.fixRemark(fix);
  return (
    <button
      type="button"
      className="fix"
      onClick={() => applyFix(app, fix)}
      {...previewing(app, fix.edits)}
    >
      <span className="fix__words">{explainer.fix(fix)}</span>
      <Effects offer={offer} />
      <span className="fix__nature quiet">{t(`policy.fixNature.${fix.nature}`)}</span>
      {remark && <span className="fix__remark quiet">{remark}</span>}
    </button>
  );
}

function Effects({ offer: { effect, cures } }: { readonly offer: OfferedFix }) {
  const t = useT();
  const { turnsValid, turnsInvalid, addsInvalid, partiesAdded } = effect;
  const harm = turnsInvalid.length + addsInvalid.length;
  const good = turnsValid.length > 0 ? t('ui.fix.turnsValid', { count: turnsValid.length }) : '';
  return (
    <span className="fix__effects">
      {good && <span className="fix__good">{good}</span>}
      {!cures && turnsValid.length === 0 && (
        <span className="fix__part">{t('ui.fix.oneReasonLess')}</span>
      )}
      {harm > 0 && <span className="fix__harm">{t('ui.fix.turnsInvalid', { count: harm })}</span>}
      {partiesAdded > 0 && <span>{t('ui.fix.adds', { count: partiesAdded })}</span>}
    </span>
  );
}
