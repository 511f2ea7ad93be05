import { useEffect, useId, useRef, useState } from 'react';
import { longDate } from '../i18n/explain.ts';
import type { Course } from '../training/exercise.ts';
import { type Run, scoreOf } from '../training/run.ts';
import { usePlaying } from './play-context.ts';
import { useTutor } from './tutor.ts';

interface CertificateProps {
  readonly course: Course;
  readonly run: Run;
  readonly today: string | undefined;
  readonly onClose: () => void;
}

/** To be printed, with the name one types. It says what it is, and what it is not. */
export function Certificate({ course, run, today, onClose }: CertificateProps) {
  const { t, language } = usePlaying();
  const tutor = useTutor();
  const [name, setName] = useState('');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { points, of, share } = scoreOf(run, course);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <dialog
      ref={dialog}
      className="play-dialog play-dialog--certificate"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className="play-certificate__form">
        <label className="play-field">
          <span>{t('play.certificate.name')}</span>
          <input
            type="text"
            value={name}
            maxLength={80}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className="play-actions">
          <button
            type="button"
            className="play-button play-button--primary"
            onClick={() => window.print()}
          >
            {t('play.certificate.print')}
          </button>
          <button type="button" className="play-button" onClick={() => dialog.current?.close()}>
            {t('ui.close')}
          </button>
        </div>
      </div>
      <article className="play-certificate">
        <h2 id={titleId} className="play-certificate__title">
          {t('play.certificate.title')}
        </h2>
        <p className="play-certificate__name">{name.trim() || t('play.certificate.nobody')}</p>
        <p>{t('play.certificate.text')}</p>
        <p className="play-certificate__course">{tutor.text(course.title)}</p>
        <dl>
          <div>
            <dt>{t('play.certificate.score')}</dt>
            <dd>
              {percent.format(share)} · {t('play.points', { n: points, max: of })}
            </dd>
          </div>
          <div>
            <dt>{t('play.certificate.mode')}</dt>
            <dd>{t(`play.mode.${run.mode}`)}</dd>
          </div>
          {today && (
            <div>
              <dt>{t('play.certificate.date')}</dt>
              <dd>{longDate(today, language)}</dd>
            </div>
          )}
        </dl>
        <p className="play-meta">{t('play.certificate.not')}</p>
      </article>
    </dialog>
  );
}
