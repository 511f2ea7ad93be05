import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { today } from '../embed/today.ts';
import { explainText } from '../i18n/explain-training.ts';
import { ENDONYMS, type Language } from '../i18n/locale.ts';
import { Player } from '../play/Player.tsx';
import { PlayContext } from '../play/play-context.ts';
import type { Course } from '../training/exercise.ts';
import { type Run, scoreOf } from '../training/run.ts';
import { interactionsBetween } from './interactions.ts';
import type { LmsProblem, Reporter, Session } from './reporter.ts';
import { writeRun } from './run-text.ts';

interface Props {
  readonly course: Course;
  readonly reporter: Reporter;
  readonly session: Session;
  readonly start: Run;
  /** What was kept could not be read. */
  readonly isNew: boolean;
  /** Those there are already. */
  readonly problems: readonly LmsProblem[];
  /** Takes over those that follow. */
  readonly onProblems: (listener: (problem: LmsProblem) => void) => void;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly onLanguage: (language: Language) => void;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly t: TFunction;
}

/** The player between what a learning management system has to say and what it is told. */
export function CoursePage(props: Props) {
  const { course, reporter, session, start, language, theme, t } = props;
  const [run, setRun] = useState(start);
  const [problems, setProblems] = useState(props.problems);
  const [isShortened, setShortened] = useState(false);
  const [isOver, setOver] = useState(false);
  const [sentence, setSentence] = useState('');
  const latest = useRef(run);

  const { onProblems } = props;
  useEffect(() => {
    onProblems((problem) => {
      // Once is enough: the newest of a kind.
      setProblems((before) => [...before.filter(({ code }) => code !== problem.code), problem]);
    });
  }, [onProblems]);
  const title = explainText(course.title, t, language);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const go = (next: Run) => {
    const before = latest.current;
    latest.current = next;
    setRun(next);
    const at = Date.now();
    reporter.interactions(interactionsBetween(before, next, course, { t, language }, at));
    const { text, dropped } = writeRun(course, next, reporter.stateLimit);
    reporter.progress(scoreOf(next, course), next.at, text);
    setShortened(dropped > 0);
  };
  const leave = async () => {
    const next = await reporter.finish(true);
    if (next === null) setOver(true);
    else location.assign(next);
  };
  const announce = (next: string) => {
    // The same sentence again is said again.
    setSentence((before) => (before === next ? `${next}\u00a0` : next));
  };

  const notices = [
    ...(session.mode === 'normal' ? [] : [t(`lms.notice.${session.mode}`)]),
    ...(props.isNew ? [t('lms.notice.startedAnew')] : []),
    ...(isShortened ? [t('lms.notice.shortened')] : []),
    ...(isOver && problems.length > 0 ? [t('lms.over.withProblems')] : []),
  ];
  return (
    <div className="lms">
      <header className="lms-head">
        <Languages {...props} />
        {problems.length > 0 && (
          <div className="lms-problems" role="alert">
            {problems.map(({ code, detail }) => (
              <p key={code}>
                {t(`lms.problem.${code}`)}
                {detail && <small>{t('lms.detail', { text: detail })}</small>}
              </p>
            ))}
          </div>
        )}
        {notices.length > 0 && (
          <div className="lms-notices">
            {notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </div>
        )}
      </header>
      {/* What the system may not have is left for the learner to see. */}
      {isOver && problems.length === 0 ? (
        <main className="lms-over">
          <h1>{t('lms.over.title')}</h1>
          <p>{t('lms.over.text')}</p>
        </main>
      ) : (
        <PlayContext value={{ t, language, theme, announce, now: () => performance.now() }}>
          <Player
            course={course}
            run={run}
            onRun={go}
            onLeave={isOver ? undefined : () => void leave()}
            today={today()}
          />
        </PlayContext>
      )}
      <p className="sr-only" role="status">
        {sentence}
      </p>
    </div>
  );
}

function Languages({ languages, language, onLanguage, t }: Props) {
  if (languages.length < 2) return null;
  return (
    <label className="lms-language">
      {t('lms.language')}
      <select value={language} onChange={({ target }) => onLanguage(target.value as Language)}>
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {ENDONYMS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
