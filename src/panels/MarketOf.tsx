import { useScenario } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { editionOf } from '../model/scenario.ts';
import { ruleOf } from '../policy/rules/index.ts';
import type { RuleId } from '../policy/types.ts';

/** Beside a rule that asks for the CSP region: the edition whose market table answered. Nothing beside others. */
export function MarketOf({ rule }: { readonly rule: RuleId }) {
  const t = useT();
  const edition = editionOf(useScenario());
  if (!ruleOf(rule).usesMarkets) return null;
  return <span className="chip">{t('ui.status.edition', { edition })}</span>;
}
