import { useMemo } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useLanguage, useT } from '../hooks/use-t.ts';
import { createExplainer } from '../i18n/explain.ts';
import { applyEdits, partyIds } from '../model/edit.ts';
import { applyFix } from '../store/edit.ts';
import type { Repair } from '../what-if/repair-result.ts';
import { previewing } from './previewing.ts';

/** More names than this are a number, and so are more steps. */
const NAMED = 3;
const STEPS = 8;

interface RepairCardProps {
  readonly repair: Repair;
  /** Whether to say if it is the smallest; not where only single fixes were compared. */
  readonly isRanked?: boolean;
}

/** A repair: its steps, what they do elsewhere, and how far it is known to be the smallest. */
export function RepairCard({ repair, isRanked = true }: RepairCardProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const steps = useStepWords(repair);
  const { effect, nature, removes, isSmallest, edits } = repair;
  const harm = effect.turnsInvalid.length + effect.addsInvalid.length;
  const edges = (relationships: readonly string[]) => explainer.say({ relationships });
  return (
    <button
      type="button"
      className="fix"
      onClick={() => applyFix(app, repair)}
      {...previewing(app, edits)}
    >
      {isRanked && (
        <span className="fix__rank">
          <span
            className={isSmallest ? 'fix__smallest' : undefined}
            title={isSmallest ? t('repair.smallestHint') : undefined}
          >
            {t(isSmallest ? 'repair.smallest' : 'repair.larger')}
          </span>
          <span>{t('repair.edits', { count: edits.length })}</span>
        </span>
      )}
      {steps.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may read alike, and their order never changes
        <span key={i} className="fix__words">
          {steps.length > 1 ? `${i + 1}. ${words}` : words}
        </span>
      ))}
      {repair.steps.length > steps.length && (
        <span className="quiet">
          {t('repair.moreSteps', { count: repair.steps.length - steps.length })}
        </span>
      )}
      <span className="fix__effects">
        {effect.turnsValid.length > 0 && (
          <span className="fix__good">
            {effect.turnsValid.length > NAMED
              ? t('ui.fix.turnsValid', { count: effect.turnsValid.length })
              : t('repair.turnsValid', { edges: edges(effect.turnsValid) })}
          </span>
        )}
        {harm > 0 && (
          <span className="fix__harm">
            {harm > NAMED || effect.addsInvalid.length > 0
              ? t('ui.fix.turnsInvalid', { count: harm })
              : t('repair.turnsInvalid', { edges: edges(effect.turnsInvalid) })}
          </span>
        )}
        {removes.length > 0 && (
          <span className="fix__harm">{t('repair.removes', { edges: edges(removes) })}</span>
        )}
        {effect.partiesAdded > 0 && <span>{t('ui.fix.adds', { count: effect.partiesAdded })}</span>}
      </span>
      <span className="fix__nature quiet">{t(`policy.fixNature.${nature}`)}</span>
      {repair.steps.map(explainer.fixRemark).map(
        (remark) =>
          remark && (
            <span key={remark} className="fix__remark quiet">
              {remark}
            </span>
          ),
      )}
    </button>
  );
}

/** A later step may speak of a party that an earlier one brings: that one is named as it will be. */
function useStepWords({ steps, edits }: Repair): readonly string[] {
  const t = useT();
  const language = useLanguage();
  const scenario = useScenario();
  const now = useExplainer();
  return useMemo(() => {
    const known = partyIds(scenario);
    const after = createExplainer(t, language, applyEdits(scenario, edits));
    return steps.slice(0, STEPS).map((fix) => {
      const named = Object.values(fix.params).flatMap((value) =>
        'party' in value ? [value.party] : 'parties' in value ? value.parties : [],
      );
      return (named.every((id) => known.has(id)) ? now : after).fix(fix);
    });
  }, [t, language, scenario, now, steps, edits]);
}
