import { useMemo } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { Relationship } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { CONFIDENCES, type Predict, type Prediction } from '../training/exercise.ts';
import { lettersOf } from './answers.ts';
import { Choices } from './Choices.tsx';
import type { KindProps } from './kind-props.ts';
import { Letter, Lines, Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';
import { WhyVerdict } from './WhyVerdict.tsx';

const STATUSES = ['valid', 'invalid'] as const;

/** Is it valid, and how sure are you: for each relationship asked about. */
export function PredictView(props: KindProps<Predict>) {
  const { exercise, isRevealed } = props;
  const { t } = usePlaying();
  const { scenario } = exercise;
  const labels = useMemo(() => lettersOf(scenario), [scenario]);
  const asked = scenario.relationships.filter(({ id }) => exercise.relationships.includes(id));
  const others = scenario.relationships.filter(({ id }) => !exercise.relationships.includes(id));
  return (
    <div className="play-split">
      <Picture scenario={scenario} isConcealed={!isRevealed} labels={labels} isListed={false} />
      <div className="play-split__side">
        {!isRevealed && <p className="play-meta">{t('play.predict.hint')}</p>}
        <ol className="play-rows">
          {asked.map((relationship) => (
            <li key={relationship.id} className="play-row">
              <Question {...props} relationship={relationship} labels={labels} />
            </li>
          ))}
        </ol>
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

interface QuestionProps extends KindProps<Predict> {
  readonly relationship: Relationship;
  readonly labels: ReadonlyMap<string, string>;
}

function Question({
  exercise,
  draft,
  onDraft,
  isLocked,
  isRevealed,
  wasShown,
  missing,
  relationship,
  labels,
}: QuestionProps) {
  const { t } = usePlaying();
  const explainer = useExplainer(exercise.scenario);
  const { id } = relationship;
  const prediction = draft.predictions[id] ?? {};
  const set = (change: Partial<Prediction>) =>
    onDraft({
      ...draft,
      predictions: { ...draft.predictions, [id]: { ...prediction, ...change } },
    });
  const words = (
    <>
      <Letter labels={labels} relationship={id} />
      {explainer.line(relationship)}
    </>
  );
  if (isRevealed) {
    const status = judge(exercise.scenario).verdicts.get(id)?.status;
    const isRight = prediction.status === status;
    return (
      <>
        <h4 className="play-row__title">{words}</h4>
        {!wasShown && <Yours prediction={prediction} isRight={isRight} />}
        <WhyVerdict scenario={exercise.scenario} relationship={relationship} />
      </>
    );
  }
  const isOpen = missing.includes(id);
  return (
    <fieldset className="play-question" disabled={isLocked} data-question={labels.get(id)}>
      <legend className="play-row__title">{words}</legend>
      <Choices
        label={t('play.predict.verdict')}
        value={prediction.status}
        options={STATUSES.map((one) => ({ id: one, words: t(`play.predict.${one}`) }))}
        onChange={(status) => set({ status })}
        isRequired={isOpen && prediction.status === undefined}
      />
      <Choices
        label={t('play.predict.confidence')}
        value={prediction.confidence}
        options={CONFIDENCES.map((one) => ({ id: one, words: t(`play.confidence.${one}`) }))}
        onChange={(confidence) => set({ confidence })}
        isRequired={isOpen && prediction.confidence === undefined}
      />
    </fieldset>
  );
}

interface YoursProps {
  readonly prediction: Partial<Prediction>;
  readonly isRight: boolean;
}

/** What was predicted. Sure and wrong is worth a kind word: it is what one remembers. */
function Yours({ prediction: { status, confidence }, isRight }: YoursProps) {
  const { t } = usePlaying();
  if (status === undefined || confidence === undefined) {
    return <p className="play-yours">{t('play.yours.none')}</p>;
  }
  const value = t('play.yours.sureness', {
    status: t(`play.predict.${status}`),
    text: t(`play.confidence.${confidence}`),
  });
  return (
    <>
      <p className={`play-yours play-yours--${isRight ? 'right' : 'wrong'}`}>
        <Icon name={isRight ? 'valid' : 'prohibited'} />
        <span>
          <strong>{t(isRight ? 'play.result.right' : 'play.result.wrong')}</strong>{' '}
          {t('play.yours.answer', { value })}
        </span>
      </p>
      {!isRight && confidence === 3 && <p className="play-kind">{t('play.yours.sureAndWrong')}</p>}
    </>
  );
}
