import type { TFunction } from 'i18next';
import { placeAround } from '../geometry/layout.ts';
import { createExplainer } from '../i18n/explain.ts';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import { moveParties } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { type ReportedRelationship, reportedRelationship } from '../render/report.ts';
import { drawPlaced, titleOf } from '../render/svg.ts';
import { button, el, sign } from './dom.ts';
import style from './embed.css?inline';
import { showFailed } from './failed.ts';
import { createFrame } from './frame.ts';
import { createHost } from './host.ts';
import { editorAddress, editorPage, judgedMessage } from './judged.ts';
import { loadWords } from './load-words.ts';
import type { ErrorCode, HostMessage, ViewMessage } from './protocol.ts';
import { readAddress, readLoaded, type Source } from './source.ts';
import { controlsOf, dress, themeOf } from './wishes.ts';
import { createT } from './words.ts';

/**
 * The view that other pages embed: one scenario to read, without React and without the editor. It is a
 * classic script, as are the words: a sandboxed frame has no origin, and could load no modules from most
 * servers.
 */
const address = new URL(location.href);
const controls = controlsOf(address);
const host = createHost(address);
const { tell } = host;
let language = resolveLocale([address.searchParams.get('lng'), ...navigator.languages]);
let theme = themeOf(address);
let source: Source;
/** The relationship that is explained; at first the one that the address names. */
let selected = new URLSearchParams(address.hash.slice(1)).get('focus');
let shown: Shown | null = null;

/** What the messages to the host are made of. */
interface Shown {
  readonly svg: string;
  readonly judged: Extract<ViewMessage, { type: 'judged' }>;
  readonly select: (relationship: string | null) => void;
  readonly close: () => void;
}

let drawing = 0;

/** Draws everything anew, in the words of the language, and says to the host what came of it. */
async function draw(): Promise<void> {
  const mine = ++drawing;
  const wanted = language;
  const t = createT(await loadWords('view', wanted), wanted);
  if (mine !== drawing) return;
  dress(wanted, theme);
  shown?.close();
  shown = null;
  const root = document.getElementById('root') as HTMLElement;
  if ('problems' in source) root.replaceChildren(problems(source.problems(t), t));
  else {
    const scenario = source.scenario(t, wanted);
    shown = show(root, moveParties(scenario, placeAround(scenario, new Map())), t, wanted);
    tell(shown.judged);
  }
}

function problems(list: readonly string[], t: TFunction): HTMLElement {
  document.title = t('embed.notShown');
  const items = list.map((one) => el('li', {}, one));
  tell({ type: 'error', code: 'unreadable', message: list.join('\n') });
  return el(
    'main',
    { class: 'problem', role: 'alert' },
    el('h1', {}, t('embed.notShown')),
    el('ul', {}, ...items),
  );
}

function show(root: HTMLElement, scenario: Scenario, t: TFunction, lng: Language): Shown {
  const wording = { t, language: lng };
  const judgement = judge(scenario);
  const explainer = createExplainer(t, lng, scenario);
  const reported = scenario.relationships.flatMap((relationship) => {
    const verdict = judgement.verdicts.get(relationship.id);
    if (!verdict) return [];
    const words = reportedRelationship(relationship, verdict, [], scenario, explainer, wording);
    return { ...words, id: relationship.id };
  });
  const picture = drawPlaced(scenario, wording, theme);
  const title = titleOf(scenario, t);
  document.title = title;

  const explanation = el('div', { class: 'explanation', 'aria-live': 'polite' });
  const select = (relationship: string | null) => {
    const one = reported.find(({ id }) => id === relationship);
    selected = one?.id ?? null;
    frame.mark(selected);
    explanation.replaceChildren(...(one ? [explained(one, t, close)] : []));
  };
  const choose = (relationship: string | null) => {
    select(relationship);
    tell({ type: 'select', relationship: selected });
  };
  const close = () => {
    const badge = frame.badge(selected);
    choose(null);
    badge?.focus();
  };
  const frame = createFrame({
    picture,
    t,
    hasZoom: controls.has('zoom'),
    select: (id) => choose(id === selected ? null : id),
  });
  explanation.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  const list = reported.map((one) =>
    el('li', {}, el('h3', {}, one.line), verdictWords(one), ...sentences(one)),
  );
  const listed = list.length > 0 ? el('ol', {}, ...list) : el('p', {}, t('report.none'));
  const summary = el('summary', {}, el('h2', {}, t('report.relationships')));
  const details = el('details', controls.has('list') ? { open: '' } : {}, summary, listed);
  const foot = el('p', { class: 'foot' });
  if (controls.has('open')) foot.append(openLink(scenario, t, lng));
  foot.append(el('span', {}, t('policy.disclaimer')));
  root.replaceChildren(
    el(
      'main',
      {},
      el('h1', { class: 'sr-only' }, title),
      frame.element,
      explanation,
      details,
      foot,
    ),
  );
  select(selected);
  return {
    svg: picture.svg,
    judged: judgedMessage(scenario, judgement, title, lng),
    select,
    close: frame.close,
  };
}

function verdictWords({ shown: kind, status }: ReportedRelationship): HTMLElement {
  return el('p', { class: `verdict ${kind}` }, sign(kind), status);
}

function sentences({ statements, notes }: ReportedRelationship): HTMLElement[] {
  return [...statements.map(({ text }) => text), ...notes].map((text) => el('p', {}, text));
}

/** One relationship in full: the sentences, how they are known, and from where. */
function explained(one: ReportedRelationship, t: TFunction, close: () => void): HTMLElement {
  const statements = one.statements.flatMap(({ text, rule, remarks, sources }) => {
    const links = sources.map(({ words, address: href }) =>
      el('a', { href, target: '_blank', rel: 'noopener' }, words),
    );
    const parts = [...(rule === '' ? [] : [el('code', {}, rule)]), ...remarks, ...links];
    const meta = parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
    return [el('p', {}, text), el('p', { class: 'meta' }, ...meta)];
  });
  return el(
    'section',
    { 'aria-label': t('embed.explanation') },
    button({ class: 'close', 'aria-label': t('ui.close') }, close, sign('close')),
    el('h2', {}, one.line),
    verdictWords(one),
    ...statements,
    ...one.notes.map((note) => el('p', {}, note)),
    ...(one.remark === '' ? [] : [el('p', { class: 'meta' }, one.remark)]),
  );
}

/** To the editor, with this scenario. */
function openLink(scenario: Scenario, t: TFunction, lng: Language): HTMLElement {
  const link = el('a', { target: '_blank', rel: 'noopener' }, sign('external'), t('embed.open'));
  link.href = editorPage(address, lng).href;
  void editorAddress(scenario, address, lng).then((href) => {
    link.href = href;
  });
  return link;
}

async function obey(message: HostMessage): Promise<void> {
  switch (message.type) {
    case 'hello':
      if (shown) tell(shown.judged);
      host.tellHeight();
      return;
    case 'load': {
      if ('course' in message) return fail('unknown');
      const read = await readLoaded(message);
      // What can't be read leaves everything as it is.
      if ('problems' in read) {
        const t = createT(await loadWords('view', language), language);
        tell({ type: 'error', code: 'unreadable', message: read.problems(t).join('\n') });
        return;
      }
      source = read;
      selected = null;
      return draw();
    }
    case 'select': {
      const { relationship } = message;
      const isKnown = shown?.judged.verdicts.some((one) => one.relationship === relationship);
      if (relationship === null || isKnown) shown?.select(relationship);
      else fail('unknown');
      return;
    }
    case 'setLanguage':
      language = message.language;
      return draw();
    case 'setTheme':
      theme = message.theme;
      return draw();
    case 'export':
      if (shown) tell({ type: 'export', svg: shown.svg });
      else fail('unknown');
  }
}

function fail(code: ErrorCode): void {
  tell({ type: 'error', code, message: '' });
}

async function start(): Promise<void> {
  document.head.append(el('style', {}, style));
  source = await readAddress(address);
  await draw();
  host.begin((message) => void obey(message));
}

start().catch(() => showFailed(language));
