import '../embed/embed.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { dress } from '../embed/wishes.ts';
import { createT } from '../embed/words.ts';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import { DEFAULT_PASS_MARK } from '../training/exercise.ts';
import { type Run, startRun } from '../training/run.ts';
import { CoursePage } from './CoursePage.tsx';
import { createCmi5 } from './cmi5.ts';
import type { LmsProblem, Reporter, Surroundings } from './reporter.ts';
import { readRun } from './run-text.ts';
import { createScorm12 } from './scorm12.ts';
import { createScorm2004 } from './scorm2004.ts';
import type { Packed } from './standard.ts';

/** The page of a package: the course, and what the learning management system is told of it. */
declare global {
  var cspPackage: Packed;
}

const { course, standard, languages } = globalThis.cspPackage;
const address = new URL(location.href);
const theme = (['light', 'dark'] as const).find((one) => one === address.searchParams.get('theme'));

/** What went wrong before there was a page to say it on. */
const problems: LmsProblem[] = [];
let onProblem = (problem: LmsProblem): void => {
  problems.push(problem);
};
const reporter = createReporter({
  onProblem: (problem) => onProblem(problem),
  now: () => Date.now(),
});

function createReporter(surroundings: Surroundings): Reporter {
  if (standard === 'scorm12') return createScorm12(window, surroundings);
  if (standard === 'scorm2004') return createScorm2004(window, surroundings);
  return createCmi5(address, {
    ...surroundings,
    fetch: (url, init) => fetch(url, init),
    uuid,
    passMark: course.passMark ?? DEFAULT_PASS_MARK,
  });
}

/** Also where a page is not secure, and browsers make none. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The first that is wanted of those there are. */
function languageOf(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    if (!wish || !/^(en|zh|yue)\b/i.test(wish)) continue;
    const language = resolveLocale([wish]);
    if (languages.includes(language)) return language;
  }
  return languages[0] ?? 'en';
}

const loaded = new Map<Language, Promise<object>>();

function loadWords(language: Language): Promise<object> {
  const loading =
    loaded.get(language) ??
    new Promise<object>((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `words.${language}.js`;
      const fail = () => reject(new Error(`no words in ${script.src}`));
      script.addEventListener('load', () =>
        globalThis.cspWords ? resolve(globalThis.cspWords) : fail(),
      );
      script.addEventListener('error', fail);
      document.head.append(script);
    });
  loaded.set(language, loading);
  return loading;
}

function runFrom(resume: string | null): { run: Run; isNew: boolean } {
  const run = resume === null ? startRun(course) : readRun(course, resume);
  return { run: run ?? startRun(course), isNew: run === undefined };
}

async function open(): Promise<void> {
  const session = await reporter.start();
  let isOver = false;
  addEventListener('pagehide', () => {
    isOver = true;
    void reporter.finish(false);
  });
  // A session that ended is not taken up by coming back to the page as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isOver) location.reload();
  });

  const { run, isNew } = runFrom(session.resume);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const show = async (language: Language) => {
    const t = createT(await loadWords(language), language);
    dress(language, theme ?? 'auto');
    root.render(
      <CoursePage
        course={course}
        reporter={reporter}
        session={session}
        start={run}
        isNew={isNew}
        problems={problems}
        onProblems={(listener) => {
          onProblem = listener;
        }}
        language={language}
        languages={languages}
        onLanguage={(wanted) => void show(wanted)}
        theme={theme ?? 'auto'}
        t={t}
      />,
    );
  };
  const wishes = [address.searchParams.get('lng'), ...session.languages, ...navigator.languages];
  await show(languageOf(wishes));
}

void open();
