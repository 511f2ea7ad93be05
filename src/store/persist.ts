import type { Language } from '../i18n/locale.ts';
import { isLanguage } from '../i18n/locale.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import type { App } from './app.ts';
import { DEFAULT_PREFERENCES, notify, type Preferences, THEMES, type Theme } from './view.ts';
import { type OpenScenario, openScenario, type WorkspaceState } from './workspace.ts';

/** Where the browser keeps things: `localStorage`, or nothing when that is blocked. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'csp-scenario-explorer';
const INDEX = `${PREFIX}/open`;
const PREFERENCES = `${PREFIX}/preferences`;
const LANGUAGE = `${PREFIX}/language`;
const keyOf = (id: string) => `${PREFIX}/scenario/${id}`;

/** How long after the last change the work is kept: long enough not to write at every key. */
const QUIET_MS = 300;

export interface Kept {
  readonly open: readonly OpenScenario[];
  readonly active: string;
  /** Scenarios that are there and could not be read; they stay where they are. */
  readonly unreadable: number;
}

/** What an earlier visit left; undefined for a first visit, or when nothing may be kept. */
export function readKept(box: Box | undefined): Kept | undefined {
  const index = parsed(box, INDEX) as { ids?: unknown; active?: unknown } | undefined;
  if (!box || !Array.isArray(index?.ids)) return undefined;
  let unreadable = 0;
  const open = index.ids.flatMap((id) => {
    const text = typeof id === 'string' ? box.getItem(keyOf(id)) : null;
    if (text === null) return [];
    const read = readScenario(text);
    if (read.ok) return [openScenario(id, read.scenario)];
    unreadable++;
    return [];
  });
  const [first] = open;
  if (!first) return undefined;
  const active = open.some(({ id }) => id === index.active) ? (index.active as string) : first.id;
  return { open, active, unreadable };
}

/** Keeps the open scenarios from now on, shortly after each change, and says so when it can't. */
export function keepWork(app: App, box: Box | undefined): () => void {
  if (!box) {
    notify(app.view, 'storageBlocked', 'problem');
    return () => undefined;
  }
  const written = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      writeAll(app.workspace.getState(), box, written);
    } catch {
      notify(app.view, 'storageFull', 'problem');
    }
  };
  const later = () => {
    timer ??= setTimeout(write, QUIET_MS);
  };

  const watched = new Map<string, () => void>();
  const watch = ({ open }: WorkspaceState) => {
    for (const { id, store } of open) {
      if (!watched.has(id)) watched.set(id, store.subscribe(later));
    }
    later();
  };
  const stop = app.workspace.subscribe(watch);
  watch(app.workspace.getState());
  // A page that is put away may never come back.
  const flush = () => timer !== undefined && write();
  globalThis.addEventListener?.('pagehide', flush);
  return () => {
    flush();
    stop();
    for (const unwatch of watched.values()) unwatch();
    globalThis.removeEventListener?.('pagehide', flush);
  };
}

function writeAll(state: WorkspaceState, box: Box, written: Map<string, unknown>): void {
  const { active, guest } = state;
  const open = state.open.filter(({ id }) => id !== guest);
  for (const { id, store } of open) {
    const { scenario } = store.getState();
    if (written.get(id) === scenario) continue;
    box.setItem(keyOf(id), writeScenario(scenario));
    written.set(id, scenario);
  }
  box.setItem(INDEX, JSON.stringify({ ids: open.map(({ id }) => id), active }));
  for (const id of written.keys()) {
    if (open.some((one) => one.id === id)) continue;
    box.removeItem(keyOf(id));
    written.delete(id);
  }
}

export function readPreferences(box: Box | undefined): Preferences {
  const kept = parsed(box, PREFERENCES);
  if (typeof kept !== 'object' || kept === null) return DEFAULT_PREFERENCES;
  const { secondLanguage, theme, snap, miniMap, singleKeys } = kept as Record<string, unknown>;
  return {
    secondLanguage: isLanguage(secondLanguage) ? secondLanguage : null,
    theme: THEMES.includes(theme as Theme) ? (theme as Theme) : DEFAULT_PREFERENCES.theme,
    snap: snap === true,
    miniMap: miniMap === true,
    singleKeys: singleKeys !== false,
  };
}

export function keepPreferences({ view }: App, box: Box | undefined): () => void {
  return view.subscribe((now, before) => {
    const { secondLanguage, theme, snap, miniMap, singleKeys } = now;
    const preferences: Preferences = { secondLanguage, theme, snap, miniMap, singleKeys };
    const keys = Object.keys(preferences) as (keyof Preferences)[];
    if (keys.some((key) => now[key] !== before[key])) {
      attempt(() => box?.setItem(PREFERENCES, JSON.stringify(preferences)));
    }
    if (now.language !== before.language) attempt(() => box?.setItem(LANGUAGE, now.language));
  });
}

export function readLanguage(box: Box | undefined): Language | undefined {
  const kept = attempt(() => box?.getItem(LANGUAGE));
  return isLanguage(kept) ? kept : undefined;
}

function parsed(box: Box | undefined, key: string): unknown {
  return attempt(() => JSON.parse(box?.getItem(key) ?? 'null')) ?? undefined;
}

/** Remembering a preference is a convenience: when it fails, the work goes on. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
