import './learn.css';
import {
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { loadLearning, showLanguage } from '../i18n/words.ts';
import { Icon } from '../icons/Icon.tsx';
import { Player } from '../play/Player.tsx';
import { PlayContext, type Playing } from '../play/play-context.ts';
import type { SurfaceProps } from '../play/player-props.ts';
import { notify } from '../store/view.ts';
import type { Course } from '../training/exercise.ts';
import { openedExercise, type Run } from '../training/run.ts';
import { learnAddress, readLearnAddress } from './address.ts';
import { CourseList } from './CourseList.tsx';
import { readCourseFile } from './course-files.ts';
import { COURSES, courseNamed } from './courses.ts';
import { keepRun, readRun } from './keep-runs.ts';
import { PAGES } from './pages.ts';

/** What scenarios are edited with here; undefined = what the player brings. */
const SURFACE: ComponentType<SurfaceProps> | undefined = undefined;

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
  const theme = useView((state) => state.theme);
  const address = useView((state) => state.learning) ?? '';
  const { first, rest } = readLearnAddress(address);
  const [opened, setOpened] = useState<readonly Course[]>([]);
  const [said, setSaid] = useState({ n: 0, words: '' });
  const [fileProblem, setFileProblem] = useState<FileProblem | null>(null);

  const playing = useMemo(
    (): Playing => ({
      t,
      language,
      theme: theme === 'system' ? 'auto' : theme,
      announce: (sentence) => setSaid(({ n }) => ({ n: n + 1, words: sentence })),
      now: () => performance.now(),
    }),
    [t, language, theme],
  );
  const go = (learning: string) => app.view.setState({ learning });
  const open = (course: Course) => {
    setFileProblem(null);
    setOpened((before) => [course, ...before.filter(({ id }) => id !== course.id)]);
    go(course.id);
  };
  const openFile = async () => {
    const file = await app.host.pickFile();
    if (!file) return;
    const read = readCourseFile(file.text);
    if (read.ok) open(read.course);
    else setFileProblem({ name: file.name, problems: read.problems });
  };

  // A file that was opened stands before a course of the same name that comes with the explorer.
  const courses = [...opened, ...COURSES.filter(({ id }) => !courseNamed(id, opened))];
  const course = courseNamed(first, courses);
  const Page = VIEWS.get(first);
  return (
    <PlayContext value={playing}>
      <div className="learn">
        <LearnBar />
        {course ? (
          <CoursePlayer key={course.id} course={course} exercise={rest} onGo={go} />
        ) : (
          <main className="learn__main">
            {Page ? (
              <Suspense fallback={<p className="loading">{t('ui.loading')}</p>}>
                <Page onOpen={open} rest={rest} />
              </Suspense>
            ) : (
              <CourseList
                courses={courses}
                isUnknown={first !== ''}
                fileProblem={fileProblem}
                onGo={go}
                onOpenFile={() => void openFile()}
              />
            )}
          </main>
        )}
        <div className="sr-only" role="status" aria-live="polite" aria-atomic="true">
          <span key={said.n}>{said.words}</span>
        </div>
      </div>
    </PlayContext>
  );
}

export interface FileProblem {
  readonly name: string;
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
        surface={SURFACE}
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
