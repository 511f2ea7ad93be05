import { useApp } from '../hooks/app-context.ts';
import { useJudgement, useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useLanguage, useT } from '../hooks/use-t.ts';
import { longDate, type Shown } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { editionOf } from '../model/scenario.ts';
import { select } from '../store/edit.ts';
import { countVerdicts } from '../store/problems.ts';
import { NOTHING_SELECTED } from '../store/view.ts';

const SHOWN: readonly Shown[] = ['prohibited', 'prerequisite', 'unknown', 'valid'];

/** The chain in one line, how many relationships hold, and by what they were judged. */
export function StatusBar() {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const counts = countVerdicts(scenario);
  const conceals = useView((state) => state.conceals);
  if (conceals) return null;
  return (
    <footer className="status">
      <div className="status__counts">
        {SHOWN.filter((shown) => counts[shown] > 0).map((shown) => (
          <button
            key={shown}
            type="button"
            className={`status__count verdict--${shown}`}
            onClick={() => app.view.setState({ panel: 'problems', sheet: 'panel' })}
          >
            <Icon name={shown} />
            {t(`ui.status.${shown}`, { count: counts[shown] })}
          </button>
        ))}
      </div>
      <p className="status__chain">
        <ChainLine />
      </p>
      <button
        type="button"
        className="status__edition"
        onClick={() => {
          select(app, NOTHING_SELECTED);
          app.view.setState({ panel: 'details', sheet: 'panel' });
        }}
      >
        {t('ui.status.edition', { edition: editionOf(scenario) })}
        {' · '}
        {scenario.asOf ? longDate(scenario.asOf, language) : t('ui.status.today')}
      </button>
      <p className="status__disclaimer">{t('ui.status.disclaimer')}</p>
    </footer>
  );
}

/** `Microsoft → Contoso → Fabrikam → Woodgrove: supported`, or what the chain lacks. */
function ChainLine() {
  const t = useT();
  const explainer = useExplainer();
  const { chain, customers } = useJudgement();
  const routes = customers.flatMap((report) => report.routes);
  const [route] = routes;
  if (chain !== 'complete' || !route) return t(`policy.chain.${chain}`);
  const line = t('ui.status.route', { path: explainer.path(route) });
  return routes.length > 1 ? t('ui.status.moreRoutes', { line, count: routes.length - 1 }) : line;
}
