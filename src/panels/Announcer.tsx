import { useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';

/** Tells screen readers what happened: once, politely, in the reader's language. */
export function Announcer() {
  const t = useT();
  const explainer = useExplainer();
  const said = useView((state) => state.said);
  const params = Object.fromEntries(
    Object.entries(said?.params ?? {}).map(([name, value]) => [name, explainer.say(value)]),
  );
  const words = said
    ? t(`ui.say.${said.what}` as 'ui.say.undone', {
        ...params,
        ...(said.count === undefined ? {} : { count: said.count }),
      })
    : '';
  return (
    <div className="sr-only" role="status" aria-live="polite" aria-atomic="true">
      <span key={said?.n ?? 0}>{words}</span>
    </div>
  );
}
