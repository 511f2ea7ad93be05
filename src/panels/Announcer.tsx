import type { TFunction } from 'i18next';
import { useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import type { Explainer } from '../i18n/explain.ts';
import type { Flips, Said } from '../store/view.ts';

/** Tells screen readers what happened: once, politely, in the reader's language. */
export function Announcer() {
  const t = useT();
  const explainer = useExplainer();
  const said = useView((state) => state.said);
  const parts = said ? [wordsOf(said, t, explainer), ...flipWords(said.flips, t)] : [];
  return (
    <div className="sr-only" role="status" aria-live="polite" aria-atomic="true">
      <span key={said?.n ?? 0}>{parts.filter(Boolean).join(t('ui.canvas.separator'))}</span>
    </div>
  );
}

function wordsOf({ what, params, count }: Said, t: TFunction, explainer: Explainer): string {
  if (what === null) return '';
  const words = Object.entries(params).map(([name, value]) => [name, explainer.say(value)]);
  return t(`ui.say.${what}` as 'ui.say.undone', {
    ...Object.fromEntries(words),
    ...(count === undefined ? {} : { count }),
  });
}

function flipWords(flips: Flips | undefined, t: TFunction): string[] {
  const { valid = 0, invalid = 0 } = flips ?? {};
  return [
    ...(invalid > 0 ? [t('ui.say.flips.invalid', { count: invalid })] : []),
    ...(valid > 0 ? [t('ui.say.flips.valid', { count: valid })] : []),
  ];
}
