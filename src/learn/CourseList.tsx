import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { useTutor } from '../play/tutor.ts';
import { learnAddress } from '../store/learning.ts';
import type { Course } from '../training/exercise.ts';
import { scoreOf } from '../training/run.ts';
import { forgetRun, readRun } from './keep-runs.ts';
import type { FileProblem } from './LearnPage.tsx';
import { PAGES } from './pages.ts';
import { resultsCsv, resultsJson } from './results-file.ts';

interface CourseListProps {
  readonly courses: readonly Course[];
  /** The address names a course that is not there. */
  readonly isUnknown: boolean;
  readonly fileProblem: FileProblem | null;
  readonly onGo: (address: string) => void;
  readonly onOpenFile: () => void;
}

/** All that can be learned here, and how far one has come. */
export function CourseList({ courses, isUnknown, fileProblem, onGo, onOpenFile }: CourseListProps) {
  const t = useT();
  const { host } = useApp();
  return (
    <div className="learn__list">
      <h1 className="learn__title">{t('play.title')}</h1>
      <p className="learn__text">{t('play.learn.text')}</p>
      {host.box === undefined && <p className="learn__note">{t('play.learn.notKept')}</p>}
      {isUnknown && (
        <p className="learn__note" role="alert">
          {t('play.learn.unknown')}
        </p>
      )}
      {fileProblem && (
        <div className="learn__note learn__note--problem" role="alert">
          <p>
            {fileProblem.name === null
              ? t('play.learn.badLink')
              : t('play.learn.unreadable', { name: fileProblem.name })}
          </p>
          <ul>
            {fileProblem.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <section aria-label={t('play.learn.courses')}>
        {courses.length === 0 && <p className="quiet">{t('play.learn.none')}</p>}
        <ul className="learn__courses">
          {courses.map((course) => (
            <CourseCard key={course.id} course={course} onGo={onGo} />
          ))}
          {PAGES.flatMap(({ id, listed }) => (listed ? [{ id, ...listed }] : [])).map(
            ({ id, title, about }) => (
              <li key={id} className="learn__card">
                <h2>{title(t)}</h2>
                <p>{about(t)}</p>
                <div className="learn__actions">
                  <button type="button" className="button" onClick={() => onGo(id)}>
                    {t('play.learn.start')}
                  </button>
                </div>
              </li>
            ),
          )}
        </ul>
        <button type="button" className="button" onClick={onOpenFile}>
          <Icon name="file" />
          {t('play.learn.openFile')}
        </button>
      </section>
    </div>
  );
}

interface CourseCardProps {
  readonly course: Course;
  readonly onGo: (address: string) => void;
}

function CourseCard({ course, onGo }: CourseCardProps) {
  const t = useT();
  const tutor = useTutor();
  const language = useLanguage();
  const { host } = useApp();
  const [isAsking, setAsking] = useState(false);
  const [{ run, isDamaged }, setKept] = useState(() => readRun(host.box, course));
  const { done, exercises, points, of, isPassed } = scoreOf(run, course);
  const isBegun = done > 0;
  const isTold = run.mode === 'practice' || run.isSubmitted;
  const title = tutor.text(course.title);
  return (
    <li className="learn__card">
      <p className="learn__mode">{t(`play.mode.${course.mode}`)}</p>
      <h2>{title}</h2>
      {course.description && <p>{tutor.text(course.description)}</p>}
      {isDamaged && <p className="learn__note">{t('play.learn.damaged')}</p>}
      <div className="learn__progress">
        <progress value={done} max={exercises} aria-label={t('play.progressLabel')} />
        <span>
          {t('play.progress', { n: done, max: exercises })}
          {isTold && isBegun && <> · {t('play.points', { n: points, max: of })}</>}
        </span>
        {isPassed && (
          <span className="learn__passed">
            <Icon name="valid" />
            {t('play.results.passed')}
          </span>
        )}
      </div>
      <div className="learn__actions">
        <button
          type="button"
          className="button button--primary"
          onClick={() => onGo(learnAddress(course.id, isBegun ? run.at : null))}
        >
          {t(isBegun ? 'play.learn.goOn' : 'play.learn.start')}
          <span className="sr-only">: {title}</span>
        </button>
        {isBegun && isTold && (
          <>
            <button
              type="button"
              className="button button--quiet"
              onClick={() => host.saveFile(`${course.id}.json`, resultsJson(run, course))}
            >
              {t('play.learn.json')}
            </button>
            <button
              type="button"
              className="button button--quiet"
              onClick={() =>
                host.saveFile(`${course.id}.csv`, resultsCsv(run, course, t, language))
              }
            >
              {t('play.learn.csv')}
            </button>
          </>
        )}
        {isBegun && (
          <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
            {t('play.learn.reset')}
          </button>
        )}
      </div>
      {isAsking && (
        <Confirm
          title={t('play.learn.resetTitle')}
          text={t('play.learn.resetText')}
          action={t('play.learn.resetDo')}
          onDo={() => {
            forgetRun(host.box, course.id);
            setKept(readRun(host.box, course));
          }}
          onClose={() => setAsking(false)}
        >
          <strong>{title}</strong>
        </Confirm>
      )}
    </li>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Confirm({ title, text, action, onDo, onClose, children }: ConfirmProps) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="play-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className="play-subtitle">
        {title}
      </h2>
      <p>{children}</p>
      <p>{text}</p>
      <div className="play-actions">
        <button
          type="button"
          className="button button--primary"
          onClick={() => {
            onDo();
            dialog.current?.close();
          }}
        >
          {action}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t('ui.cancel')}
        </button>
      </div>
    </dialog>
  );
}
