import { resolveLocale } from '../i18n/locale.ts';
import { Player } from '../play/Player.tsx';
import { type Run, scoreOf, startRun } from '../training/run.ts';
import { type CourseSource, readCourseAddress, readCourseText } from './course-source.ts';
import { showFailed } from './failed.ts';
import { createHost } from './host.ts';
import { loadWords } from './load-words.ts';
import type { HostMessage, ViewMessage } from './protocol.ts';
import { createStage, Problems } from './stage.tsx';
import { today } from './today.ts';
import { dress, themeOf } from './wishes.ts';
import { createT } from './words.ts';

/**
 * `mode=exercise`: a course, or a single exercise, in another page. What the learner did is kept for as long
 * as the page is open; that page is told of it, and may keep it.
 */

const address = new URL(location.href);
const host = createHost(address);
const { tell } = host;
const stage = createStage('exercise');

let language = resolveLocale([address.searchParams.get('lng'), ...navigator.languages]);
let theme = themeOf(address);
let source: CourseSource;
let run: Run | null = null;
/** How many courses were opened: none goes on where another was. */
let opened = 0;

function open(next: CourseSource): void {
  source = next;
  opened++;
  run = 'course' in next ? startRun(next.course) : null;
}

async function draw(): Promise<void> {
  await stage.show(language, theme, (t) => {
    document.title = t('play.title');
    if ('problems' in source || run === null) {
      const list = 'problems' in source ? source.problems(t) : [];
      return <Problems title={t('surface.exercise.notShown')} list={list} />;
    }
    return <Player key={opened} course={source.course} run={run} onRun={keep} today={today()} />;
  });
}

/** The learner went on. An answer is told to the host, and so is an assessment that is handed in. */
function keep(next: Run): void {
  const isAnswered = next.results !== run?.results || next.isSubmitted !== run.isSubmitted;
  run = next;
  void draw();
  const result = resultMessage();
  if (isAnswered && result) tell(result);
}

function resultMessage(): Extract<ViewMessage, { type: 'result' }> | undefined {
  if ('problems' in source || run === null) return undefined;
  const { points, of, share, isComplete, isPassed } = scoreOf(run, source.course);
  return { type: 'result', points, of, share, isComplete, isPassed };
}

async function tellProblems(): Promise<void> {
  if (!('problems' in source)) return;
  const t = createT(await loadWords('exercise', language), language);
  tell({ type: 'error', code: 'unreadable', message: source.problems(t).join('\n') });
}

async function obey(message: HostMessage): Promise<void> {
  switch (message.type) {
    case 'hello': {
      const result = resultMessage();
      if (result) tell(result);
      else await tellProblems();
      host.tellHeight();
      return;
    }
    case 'load': {
      if (!('course' in message)) return tell({ type: 'error', code: 'unknown', message: '' });
      const read = readCourseText(message.course);
      // What can't be read leaves everything as it is.
      if ('problems' in read) {
        const t = createT(await loadWords('exercise', language), language);
        tell({ type: 'error', code: 'unreadable', message: read.problems(t).join('\n') });
        return;
      }
      open(read);
      return draw();
    }
    case 'setLanguage':
      language = message.language;
      return draw();
    case 'setTheme':
      theme = message.theme;
      dress(language, theme);
      return draw();
    case 'select':
    case 'export':
      return tell({ type: 'error', code: 'unknown', message: '' });
  }
}

async function begin(): Promise<void> {
  open(await readCourseAddress(address));
  await draw();
  host.begin((message) => void obey(message));
}

begin().catch(() => showFailed(language));
