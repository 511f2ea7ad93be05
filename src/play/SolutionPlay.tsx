import { useEffect, useMemo, useRef, useState } from 'react';
import { placeAround } from '../geometry/layout.ts';
import { Icon } from '../icons/Icon.tsx';
import { applyEdits, type Edit, moveParties } from '../model/edit.ts';
import type { Editing } from '../training/exercise.ts';
import { Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import { useTutor } from './tutor.ts';

interface SolutionPlayProps {
  readonly exercise: Editing;
  /** Ends the playing: the learner tries. */
  readonly onTry: () => void;
}

/** A solution step by step: the drawing after each, and what was done, in words. */
export function SolutionPlay({ exercise, onTry }: SolutionPlayProps) {
  const { t, announce } = usePlaying();
  const tutor = useTutor(exercise.scenario);
  const { scenario: start, solution } = exercise;
  const [step, setStep] = useState(0);
  // Every party stands where it will stand in the end, so that nothing jumps from step to step.
  const places = useMemo(
    () => placeAround(applyEdits(start, solution), new Map()),
    [start, solution],
  );
  const scenario = useMemo(
    () => moveParties(applyEdits(start, solution.slice(0, step)), places),
    [start, solution, step, places],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const wordsOf = (index: number) =>
    tutor.step(solution[index] as Edit, applyEdits(start, solution.slice(0, index)));
  const go = (to: number) => {
    setStep(to);
    announce(to === 0 ? t('play.solution.start') : wordsOf(to - 1));
  };
  const isAtEnd = step === solution.length;
  return (
    <section className="play-solution" aria-label={t('play.solution.title')}>
      <h3 ref={heading} tabIndex={-1} className="play-row__title">
        {t('play.solution.title')}
      </h3>
      <p className="play-meta">{t('play.solution.at', { n: step, max: solution.length })}</p>
      <div className="play-split">
        <Picture scenario={scenario} isConcealed={false} />
        <div className="play-split__side">
          <ol className="play-steps">
            {solution.map((edit, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their places
                key={index}
                className={`play-steps__one ${index < step ? 'play-steps__one--done' : ''}`}
                aria-current={index === step - 1 ? 'step' : undefined}
                hidden={index >= step}
              >
                {edit && wordsOf(index)}
              </li>
            ))}
          </ol>
          <div className="play-actions">
            <button
              type="button"
              className="play-button"
              disabled={step === 0}
              onClick={() => go(step - 1)}
            >
              <Icon name="previous" />
              {t('play.solution.previous')}
            </button>
            <button
              type="button"
              className="play-button play-button--primary"
              disabled={isAtEnd}
              onClick={() => go(step + 1)}
            >
              {t('play.solution.next')}
              <Icon name="next" />
            </button>
            <button
              type="button"
              className="play-button"
              disabled={isAtEnd}
              onClick={() => go(solution.length)}
            >
              {t('play.solution.end')}
            </button>
            <button
              type="button"
              className={`play-button ${isAtEnd ? 'play-button--primary' : ''}`}
              onClick={onTry}
            >
              {t('play.solution.try')}
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}
