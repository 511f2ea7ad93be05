import { type Explainer, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Relationship, Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { SourceId } from '../policy/sources.ts';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';

interface WhyVerdictProps {
  readonly scenario: Scenario;
  readonly relationship: Relationship;
}

/** The verdict on a relationship with every reason there is, how each is known, and from where. */
export function WhyVerdict({ scenario, relationship }: WhyVerdictProps) {
  const { t } = usePlaying();
  const explainer = useExplainer(scenario);
  const verdict = judge(scenario).verdicts.get(relationship.id);
  if (!verdict) return null;
  const shown = shownStatus(verdict);
  return (
    <div className="play-explanation">
      <p className={`play-verdict play-verdict--${shown}`}>
        <Icon name={shown} />
        {explainer.status(verdict)}
      </p>
      {verdict.reasons.map((reason) => (
        <div key={reason.rule + JSON.stringify(reason.params)} className="play-reason">
          <p>{explainer.reason(reason)}</p>
          <p className="play-meta">
            <code>{reason.rule}</code>
            {' · '}
            {t(`policy.category.${reason.category}`)}
            {' · '}
            {t(`policy.strength.${reason.strength}`)}
            {reason.market && ' · '}
            {explainer.market(reason)}
          </p>
          <Sources sources={reason.sources} explainer={explainer} />
        </div>
      ))}
      {verdict.why.map((ok) => (
        <div key={ok.ok} className="play-reason">
          <p>{explainer.ok(ok)}</p>
          <Sources sources={ok.sources} explainer={explainer} />
        </div>
      ))}
      {verdict.notes.map((note) => (
        <p key={note.note} className="play-meta">
          {explainer.note(note)}
        </p>
      ))}
    </div>
  );
}

interface SourcesProps {
  readonly sources: readonly SourceId[];
  readonly explainer: Explainer;
}

function Sources({ sources, explainer }: SourcesProps) {
  const { t } = usePlaying();
  return (
    <p className="play-meta">
      {sources.length === 0 && t('ui.explain.drawingRule')}
      {explainer.citations(sources).map((citation, index) => (
        <span key={citation.source}>
          {index > 0 && t('ui.explain.listSeparator')}
          <a href={citation.address} target="_blank" rel="noreferrer">
            {explainer.citation(citation)}
          </a>
        </span>
      ))}
    </p>
  );
}
