import { useId, useMemo } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { judge } from '../policy/judge.ts';
import type { ChooseReason } from '../training/exercise.ts';
import { lettersOf } from './answers.ts';
import type { KindProps } from './kind-props.ts';
import { Letter, Lines, Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';
import { WhyVerdict } from './WhyVerdict.tsx';

/** Which rule refuses it. */
export function ReasonView({
  exercise,
  draft,
  onDraft,
  isLocked,
  isRevealed,
  wasShown,
  missing,
}: KindProps<ChooseReason>) {
  const { t } = usePlaying();
  const name = useId();
  const { scenario } = exercise;
  const explainer = useExplainer(scenario);
  const labels = useMemo(() => lettersOf(scenario), [scenario]);
  const asked = scenario.relationships.find(({ id }) => id === exercise.relationship);
  const others = scenario.relationships.filter((one) => one !== asked);
  const rules = isRevealed
    ? (judge(scenario).verdicts.get(exercise.relationship)?.rules ?? [])
    : [];
  if (!asked) return null;
  const words = (
    <>
      <Letter labels={labels} relationship={asked.id} />
      {explainer.line(asked)}
    </>
  );
  return (
    <div className="play-split">
      <Picture
        scenario={scenario}
        isConcealed={!isRevealed}
        labels={labels}
        selected={asked.id}
        isListed={false}
      />
      <div className="play-split__side">
        {isRevealed ? (
          <>
            <h4 className="play-row__title">{words}</h4>
            <ul className="play-options">
              {exercise.choices.map((rule) => {
                const isRight = rules.includes(rule);
                const isYours = !wasShown && draft.rule === rule;
                return (
                  <li
                    key={rule}
                    className={`play-option ${isRight ? 'play-option--right' : isYours ? 'play-option--wrong' : ''}`}
                  >
                    {(isRight || isYours) && <Icon name={isRight ? 'valid' : 'prohibited'} />}
                    <span>
                      {explainer.ruleTitle(rule)}
                      {isRight && <small>{t('play.reason.applies')}</small>}
                      {isYours && <small>{t('play.yours.yours')}</small>}
                    </span>
                  </li>
                );
              })}
            </ul>
            <WhyVerdict scenario={scenario} relationship={asked} />
          </>
        ) : (
          <fieldset
            className={`play-question ${missing.length > 0 ? 'play-choices--open' : ''}`}
            disabled={isLocked}
            data-question=""
          >
            <legend className="play-row__title">{words}</legend>
            <div className="play-options">
              {exercise.choices.map((rule, index) => (
                <label key={rule} className="play-option">
                  <input
                    type="radio"
                    name={name}
                    value={index}
                    checked={draft.rule === rule}
                    onChange={() => onDraft({ ...draft, rule })}
                  />
                  <span>{explainer.ruleTitle(rule)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <Lines
          scenario={scenario}
          isConcealed={!isRevealed}
          labels={labels}
          only={others.map(({ id }) => id)}
        />
      </div>
    </div>
  );
}
