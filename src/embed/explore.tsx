import { placeInTiers } from '../geometry/layout.ts';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import { moveParties } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { writeScenario } from '../model/scenario-file.ts';
import { edited, type History, historyOf, redone, undone } from '../play/history.ts';
import type { Selected } from '../play/surface-edits.ts';
import { judge } from '../policy/judge.ts';
import { drawPlaced, titleOf } from '../render/svg.ts';
import { Exploring } from './Exploring.tsx';
import { createHost } from './host.ts';
import { judgedMessage } from './judged.ts';
import { loadWords } from './load-words.ts';
import type { HostMessage } from './protocol.ts';
import { readAddress, readLoaded, type Source } from './source.ts';
import { createStage, Problems } from './stage.tsx';
import { controlsOf, dress, themeOf } from './wishes.ts';
import { createT } from './words.ts';

/** `mode=explore`: a scenario of another page that can be changed, with React and without the canvas. */

const address = new URL(location.href);
const controls = controlsOf(address);
const host = createHost(address);
const { tell } = host;
const stage = createStage('explore');

let language = resolveLocale([address.searchParams.get('lng'), ...navigator.languages]);
let theme = themeOf(address);
let source: Source;
/** The author's scenario; null where there is none to be shown. */
let start: Scenario | null = null;
let history: History | null = null;
let selected = focusOf(address);

/** Reads the source in the words of the language. What was changed stays as it was changed. */
async function open(wanted: Language): Promise<void> {
  const t = createT(await loadWords('explore', wanted), wanted);
  if ('problems' in source) {
    start = null;
    history = null;
    return;
  }
  const titled = source.scenario(t, wanted);
  if (!history || history.now === start) history = historyOf(titled);
  start = titled;
}

async function draw(): Promise<void> {
  await stage.show(language, theme, (t) => {
    if (!history) {
      document.title = t('embed.notShown');
      const list = 'problems' in source ? source.problems(t) : [];
      tell({ type: 'error', code: 'unreadable', message: list.join('\n') });
      return <Problems title={t('embed.notShown')} list={list} />;
    }
    const { past, now, future } = history;
    document.title = titleOf(now, t);
    return (
      <Exploring
        address={address}
        controls={controls}
        scenario={now}
        selected={selected}
        isChanged={now !== start}
        onSelect={choose}
        onEdit={(edits) => go((before) => edited(before, edits))}
        onUndo={past.length > 0 ? () => go(undone) : undefined}
        onRedo={future.length > 0 ? () => go(redone) : undefined}
        onReset={() => go(reset)}
      />
    );
  });
}

/** The author's scenario again, as one step. */
function reset({ past, now }: History): History {
  return { past: [...past, now], now: start ?? now, future: [] };
}

/** One step of the reader's. */
function go(step: (history: History) => History): void {
  if (!history) return;
  const next = step(history);
  if (next === history) return;
  history = next;
  void draw();
  tell({ type: 'change', scenario: writeScenario(next.now) });
  void tellJudged();
}

function choose(one: Selected | null): void {
  const before = relationshipOf(selected);
  selected = one;
  void draw();
  const relationship = relationshipOf(one);
  if (relationship !== before) tell({ type: 'select', relationship });
}

/** The relationship that the address names. */
function focusOf({ hash }: URL): Selected | null {
  const id = new URLSearchParams(hash.slice(1)).get('focus');
  return id === null ? null : { kind: 'relationship', id };
}

function relationshipOf(one: Selected | null): string | null {
  return one?.kind === 'relationship' ? one.id : null;
}

async function tellJudged(): Promise<void> {
  const wanted = language;
  const t = createT(await loadWords('explore', wanted), wanted);
  if (!history) return;
  const { now } = history;
  tell(judgedMessage(now, judge(now), titleOf(now, t), wanted));
}

async function obey(message: HostMessage): Promise<void> {
  switch (message.type) {
    case 'hello':
      await tellJudged();
      host.tellHeight();
      return;
    case 'load': {
      if ('course' in message) return tell({ type: 'error', code: 'unknown', message: '' });
      const read = await readLoaded(message);
      // What can't be read leaves everything as it is.
      if ('problems' in read) {
        const t = createT(await loadWords('explore', language), language);
        tell({ type: 'error', code: 'unreadable', message: read.problems(t).join('\n') });
        return;
      }
      source = read;
      history = null;
      selected = null;
      return showAnew();
    }
    case 'select': {
      const { relationship } = message;
      const isKnown = history?.now.relationships.some(({ id }) => id === relationship);
      if (relationship !== null && !isKnown) {
        return tell({ type: 'error', code: 'unknown', message: '' });
      }
      selected = relationship === null ? null : { kind: 'relationship', id: relationship };
      return draw();
    }
    case 'setLanguage':
      language = message.language;
      return showAnew();
    case 'setTheme':
      theme = message.theme;
      dress(language, theme);
      return draw();
    case 'export':
      return tellPicture();
  }
}

async function tellPicture(): Promise<void> {
  const t = createT(await loadWords('explore', language), language);
  if (!history) return tell({ type: 'error', code: 'unknown', message: '' });
  const { now } = history;
  const placed = moveParties(now, placeInTiers(now, new Map()));
  tell({ type: 'export', svg: drawPlaced(placed, { t, language }, theme).svg });
}

async function showAnew(): Promise<void> {
  await open(language);
  await draw();
  await tellJudged();
}

async function begin(): Promise<void> {
  source = await readAddress(address);
  await open(language);
  await draw();
  host.begin((message) => void obey(message));
}

void begin();
