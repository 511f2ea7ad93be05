import { useMemo } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { judge } from '../policy/judge.ts';
import type { Spot } from '../training/exercise.ts';
import { lettersOf } from './answers.ts';
import type { KindProps } from './kind-props.ts';
import { Letter, Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';
import { WhyVerdict } from './WhyVerdict.tsx';

/** Mark all that is not valid: in the list, or in the drawing. */
export function SpotView({
  exercise,
  draft,
  onDraft,
  isLocked,
  isRevealed,
  wasShown,
  missing,
}: KindProps<Spot>) {
  const { t } = usePlaying();
  const { scenario } = exercise;
  const explainer = useExplainer(scenario);
  const labels = useMemo(() => lettersOf(scenario), [scenario]);
  const marks = useMemo(() => new Set(draft.marked), [draft.marked]);
  const { verdicts } = judge(scenario);
  const toggle = (id: string) => {
    const marked = marks.has(id) ? draft.marked.filter((one) => one !== id) : [...draft.marked, id];
    onDraft({ ...draft, marked });
  };
  const canMark = !isLocked && !isRevealed;
  return (
    <div className="play-split">
      <Picture
        scenario={scenario}
        isConcealed={!isRevealed}
        labels={labels}
        marks={marks}
        isListed={false}
        {...(canMark ? { onSelect: toggle } : {})}
      />
      <div className="play-split__side">
        {isRevealed ? (
          <ol className="play-rows">
            {scenario.relationships.map((relationship) => {
              const isMarked = marks.has(relationship.id);
              const isRight = isMarked === (verdicts.get(relationship.id)?.status !== 'valid');
              return (
                <li key={relationship.id} className="play-row">
                  <h4 className="play-row__title">
                    <Letter labels={labels} relationship={relationship.id} />
                    {explainer.line(relationship)}
                  </h4>
                  {!wasShown && (
                    <p className={`play-yours play-yours--${isRight ? 'right' : 'wrong'}`}>
                      <Icon name={isRight ? 'valid' : 'prohibited'} />
                      <span>
                        <strong>{t(isRight ? 'play.result.right' : 'play.result.wrong')}</strong>{' '}
                        {t(isMarked ? 'play.spot.youMarked' : 'play.spot.youLeft')}
                      </span>
                    </p>
                  )}
                  <WhyVerdict scenario={scenario} relationship={relationship} />
                </li>
              );
            })}
          </ol>
        ) : (
          <fieldset
            className={`play-question ${missing.length > 0 ? 'play-choices--open' : ''}`}
            disabled={isLocked}
            data-question=""
          >
            <legend className="play-row__title">{t('play.spot.legend')}</legend>
            <div className="play-options">
              {scenario.relationships.map((relationship, index) => (
                <label key={relationship.id} className="play-option">
                  <input
                    type="checkbox"
                    value={index}
                    checked={marks.has(relationship.id)}
                    onChange={() => toggle(relationship.id)}
                  />
                  <span>
                    <Letter labels={labels} relationship={relationship.id} />
                    {explainer.line(relationship)}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </div>
  );
}
