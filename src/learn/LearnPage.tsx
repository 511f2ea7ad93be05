import './learn.css';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { loadLearning, showLanguage } from '../i18n/words.ts';
import { Icon } from '../icons/Icon.tsx';
import { Player } from '../play/Player.tsx';
import type { SurfaceProps } from '../play/player-props.ts';
import { learnAddress, readLearnAddress, startCourse } from '../store/learning.ts';
import { notify } from '../store/view.ts';
import type { Course } from '../training/exercise.ts';
import { openedExercise, type Run } from '../training/run.ts';
import { CourseList } from './CourseList.tsx';
import { readCourseFile } from './course-files.ts';
import { hasCourseLink, useCourseLink } from './course-link.ts';
import { COURSES, courseNamed } from './courses.ts';
import { useOpenedCourses } from './keep-courses.ts';
import { countRun } from './keep-record.ts';
import { keepRun, readRun } from './keep-runs.ts';
import { Played } from './Played.tsx';
import { PAGES } from './pages.ts';

const CanvasSurface = lazy(async () => ({
  default: (await import('./CanvasSurface.tsx')).CanvasSurface,
}));

/** Scenarios are edited on the canvas of the explorer, which comes with the first that is. */
function Surface(props: SurfaceProps) {
  const t = useT();
  return (
    <Suspense fallback={<p className="loading">{t('ui.loading')}</p>}>
      <CanvasSurface {...props} />
    </Suspense>
  );
}

const VIEWS = new Map(PAGES.map(({ id, load }) => [id, lazy(load)]));

type Loading = 'loading' | 'ready' | 'failed';

/** Learning instead of the editor: its words come first, and what was open in the editor stays there. */
export function LearnPage() {
  const { words } = useAppContext();
  const t = useT();
  const [state, setState] = useState<Loading>('loading');
  const load = useCallback(() => {
    setState('loading');
    loadLearning(words).then(
      () => setState('ready'),
      () => setState('failed'),
    );
  }, [words]);
  useEffect(load, [load]);

  if (state === 'ready') return <Learning />;
  return (
    <div className="learn">
      <LearnBar />
      <main className="learn__main">
        {state === 'loading' ? (
          <p className="loading" role="status">
            {t('ui.loading')}
          </p>
        ) : (
          <div className="learn__problem" role="alert">
            <p>{t('ui.notice.wordsNotLoaded')}</p>
            <button type="button" className="button" onClick={load}>
              {t('report.export.retry')}
            </button>
          </div>
        )}
      </main>
    </div>
  );
}

function Learning() {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const address = useView((state) => state.learning) ?? '';
  const { first, rest } = readLearnAddress(address);
  const opened = useOpenedCourses();
  const [fileProblem, setFileProblem] = useState<FileProblem | null>(null);

  const go = (learning: string) => app.view.setState({ learning });
  const open = useCallback(
    (course: Course) => {
      setFileProblem(null);
      startCourse(app, course);
    },
    [app],
  );
  const openFile = async () => {
    const file = await app.host.pickFile();
    if (!file) return;
    const read = readCourseFile(file.text, t, language);
    if (read.ok) open(read.course);
    else setFileProblem({ name: file.name, problems: read.problems });
  };

  const tellProblem = useCallback((problems: readonly string[]) => {
    setFileProblem({ name: null, problems });
  }, []);
  useCourseLink(first, open, tellProblem);

  // A file that was opened stands before a course of the same name that comes with the explorer.
  const courses = [...opened, ...COURSES.filter(({ id }) => !courseNamed(id, opened))];
  const course = courseNamed(first, courses);
  const Page = VIEWS.get(first);
  const hasMain = PAGES.some((page) => page.id === first && page.hasMain);
  const Frame = hasMain ? 'div' : 'main';
  return (
    <Played>
      <div className="learn">
        <LearnBar />
        {course ? (
          <Suspense fallback={<p className="loading">{t('ui.loading')}</p>}>
            <CoursePlayer key={course.id} course={course} exercise={rest} onGo={go} />
          </Suspense>
        ) : (
          <Frame className="learn__main">
            {Page ? (
              <Suspense fallback={<p className="loading">{t('ui.loading')}</p>}>
                <Page courses={courses} onOpen={open} rest={rest} />
              </Suspense>
            ) : (
              <CourseList
                courses={courses}
                isUnknown={first !== '' && !hasCourseLink()}
                fileProblem={fileProblem}
                onGo={go}
                onOpenFile={() => void openFile()}
              />
            )}
          </Frame>
        )}
      </div>
    </Played>
  );
}

export interface FileProblem {
  /** Of a file; null = it came with a link. */
  readonly name: string | null;
  readonly problems: readonly string[];
}

interface CoursePlayerProps {
  readonly course: Course;
  /** Of the address; empty = the first page of the course. */
  readonly exercise: string;
  readonly onGo: (address: string) => void;
}

/** The player on this page: the address says where one is, the browser keeps what was done. */
function CoursePlayer({ course, exercise, onGo }: CoursePlayerProps) {
  const t = useT();
  const { host } = useApp();
  const [{ run, isDamaged }, setKept] = useState(() => readRun(host.box, course));
  const [isKept, setIsKept] = useState(host.box !== undefined);
  const here = openedAt(run, course, exercise);
  const onRun = (next: Run) => {
    setKept({ run: next, isDamaged: false });
    setIsKept(keepRun(host.box, next));
    countRun(host.box, course, next, host.output.today());
    if (next.at !== here.at) onGo(learnAddress(course.id, next.at));
  };
  return (
    <div className="learn__scroll">
      {isDamaged && <p className="learn__note">{t('play.learn.damaged')}</p>}
      {!isKept && <p className="learn__note">{t('play.learn.notKept')}</p>}
      <Player
        course={course}
        run={here}
        onRun={onRun}
        surface={Surface}
        onLeave={() => onGo('')}
        today={host.output.today()}
      />
    </div>
  );
}

function openedAt(run: Run, course: Course, exercise: string): Run {
  const isKnown = course.lessons.some(({ exercises }) =>
    exercises.some(({ id }) => id === exercise),
  );
  return isKnown ? openedExercise(run, exercise) : { ...run, at: null };
}

/** The head of the page: a way back, and the language. */
function LearnBar() {
  const t = useT();
  const { app, words } = useAppContext();
  const language = useLanguage();
  const back = useRef<HTMLButtonElement>(null);
  // What had the keyboard is gone with the editor.
  useEffect(() => back.current?.focus({ preventScroll: true }), []);
  const choose = async (chosen: Language) => {
    try {
      await showLanguage(words, chosen);
      app.view.setState({ language: chosen });
    } catch {
      notify(app.view, 'wordsNotLoaded', 'problem');
    }
  };
  return (
    <header className="learn__bar">
      <button
        ref={back}
        type="button"
        className="bar__button"
        onClick={() => app.view.setState({ learning: null })}
      >
        <Icon name="previous" />
        {t('ui.learn.back')}
      </button>
      <span className="learn__brand">
        <Icon name="learn" />
        {t('ui.learn.title')}
      </span>
      <label className="learn__language">
        <Icon name="language" />
        <span className="sr-only">{t('ui.menu.language')}</span>
        <select value={language} onChange={(event) => void choose(event.target.value as Language)}>
          {LANGUAGES.map((id) => (
            <option key={id} value={id} lang={id}>
              {ENDONYMS[id]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
