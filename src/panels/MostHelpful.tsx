import { useMemo } from 'react';
import { useScenario } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { mostHelpful } from '../what-if/most-helpful.ts';
import { RepairCard } from './RepairCard.tsx';

/** The answer to "which single missing step breaks most of this chain?", to be applied at once. */
export function MostHelpful() {
  const t = useT();
  const scenario = useScenario();
  const found = useMemo(() => mostHelpful(scenario), [scenario]);
  if (!found) return null;
  const { repair, tried, notValid } = found;
  return (
    <section>
      <h3 className="heading">{t('repair.helpful')}</h3>
      <RepairCard repair={repair} isRanked={false} />
      {tried < notValid && (
        <p className="quiet small">{t('repair.helpfulPart', { tried, count: notValid })}</p>
      )}
    </section>
  );
}
