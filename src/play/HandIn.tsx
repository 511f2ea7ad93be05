import { useEffect, useId, useRef } from 'react';
import type { Course } from '../training/exercise.ts';
import { exercisesOf, type Run } from '../training/run.ts';
import { usePlaying } from './play-context.ts';
import { openExercises } from './results.ts';
import { useTutor } from './tutor.ts';

interface HandInProps {
  readonly course: Course;
  readonly run: Run;
  readonly onHandIn: () => void;
  readonly onClose: () => void;
  readonly onGo: (exercise: string) => void;
}

/** Asks once more, and says what has no answer. */
export function HandIn({ course, run, onHandIn, onClose, onGo }: HandInProps) {
  const { t } = usePlaying();
  const tutor = useTutor();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const all = exercisesOf(course);
  const open = openExercises(run, course);
  return (
    <dialog ref={dialog} className="play-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className="play-subtitle">
        {t('play.handIn.title')}
      </h2>
      <p>{t('play.handIn.text')}</p>
      {open.length === 0 ? (
        <p>{t('play.handIn.allAnswered')}</p>
      ) : (
        <>
          <p>{t('play.handIn.open', { count: open.length })}</p>
          <ul className="play-dialog__open">
            {open.map((exercise) => (
              <li key={exercise.id}>
                <button
                  type="button"
                  className="play-button play-button--quiet"
                  onClick={() => onGo(exercise.id)}
                >
                  {all.indexOf(exercise) + 1}
                  {' · '}
                  {exercise.title ? tutor.text(exercise.title) : t(`play.kind.${exercise.kind}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="play-actions">
        <button type="button" className="play-button play-button--primary" onClick={onHandIn}>
          {t('play.handIn.do')}
        </button>
        <button type="button" className="play-button" onClick={() => dialog.current?.close()}>
          {t('play.handIn.back')}
        </button>
      </div>
    </dialog>
  );
}
