import { useApp } from '../hooks/app-context.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { goToProblem, goToRelationship, type Problem, problemGroups } from '../store/problems.ts';
import { MarketOf } from './MarketOf.tsx';
import { MostHelpful } from './MostHelpful.tsx';
import { RepairSearch } from './RepairSearch.tsx';

/** Everything that is not valid, under the rule that heads it. A row selects its relationship. */
export function ProblemsPanel() {
  const t = useT();
  const app = useApp();
  const scenario = useScenario();
  const groups = problemGroups(scenario);
  if (scenario.relationships.length === 0) {
    return <p className="panel panel--empty panel--idle">{t('ui.problems.nothingDrawn')}</p>;
  }
  if (groups.length === 0) {
    return (
      <div className="panel panel--empty">
        <Icon name="valid" />
        <p>{t('ui.problems.none')}</p>
      </div>
    );
  }
  return (
    <div className="panel">
      <div className="panel__actions">
        <button type="button" className="button button--quiet" onClick={() => goToProblem(app, -1)}>
          <Icon name="up" />
          {t('ui.command.previousProblem')}
        </button>
        <button type="button" className="button button--quiet" onClick={() => goToProblem(app, 1)}>
          <Icon name="down" />
          {t('ui.command.nextProblem')}
        </button>
      </div>
      <MostHelpful />
      <RepairSearch target="all" />
      {groups.map(({ rule, problems }) => (
        <section key={rule ?? 'unknown'}>
          <h3 className="heading">
            {rule ? t(`policy.rule.${rule}.title`) : t('policy.status.unknown')}{' '}
            {rule && <MarketOf rule={rule} />}
          </h3>
          <ul className="rows">
            {problems.map((problem) => (
              <li key={problem.relationship}>
                <ProblemRow problem={problem} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ProblemRow({ problem: { relationship: id, verdict } }: { readonly problem: Problem }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const relationship = useScenario().relationships.find((one) => one.id === id);
  const isSelected = useView(({ selection }) => selection.relationships.includes(id));
  if (!relationship) return null;
  const shown = shownStatus(verdict);
  return (
    <button
      type="button"
      className="row"
      aria-pressed={isSelected}
      onClick={() => goToRelationship(app, id)}
    >
      <span className={`row__mark verdict--${shown}`}>
        <Icon name={shown} />
      </span>
      <span className="row__text">
        {explainer.line(relationship)}
        <small className="quiet">{t(`policy.status.${shown}`)}</small>
        {verdict.reasons.length > 1 && (
          <small className="quiet">
            {t('ui.problems.moreReasons', { count: verdict.reasons.length - 1 })}
          </small>
        )}
      </span>
    </button>
  );
}
