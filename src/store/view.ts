import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../i18n/locale.ts';
import type { RelationshipKind, Scenario } from '../model/scenario.ts';
import type { FileProblem } from '../model/scenario-file.ts';
import type { Params } from '../policy/types.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The panels beside the canvas; on a small screen each is a sheet that comes up from below. */
export const PANELS = ['details', 'problems'] as const;
export type PanelId = (typeof PANELS)[number];
export const SHEETS = ['add', 'panel'] as const;
export type SheetId = (typeof SHEETS)[number];

/** What stands in the middle: the canvas, or another way to see and edit the same scenario. */
export const MAIN_VIEWS = ['canvas', 'table', 'matrix', 'outline'] as const;
export type MainView = (typeof MAIN_VIEWS)[number];

export const DIALOGS = [
  'samples',
  'help',
  'shortcuts',
  'commands',
  'close',
  'unreadable',
  'pasteRows',
] as const;
export type DialogId = (typeof DIALOGS)[number];

/** A party or a relationship, by id. */
export interface Target {
  readonly kind: 'party' | 'relationship';
  readonly id: string;
}

export interface Selection {
  readonly parties: readonly string[];
  readonly relationships: readonly string[];
}

export const NOTHING_SELECTED: Selection = { parties: [], relationships: [] };

export const SAYINGS = [
  'added',
  'connected.valid',
  'connected.invalid',
  'connected.unknown',
  'fixed',
  'removed',
  'copied',
  'pasted',
  'changed',
  'rowsRead',
  'rowsCopied',
  'arranged',
  'undone',
  'redone',
  'noProblems',
  'newScenario',
  'opened',
  'saved',
] as const;
export type Saying = (typeof SAYINGS)[number];

/** Something that happened, to be told once in the reader's words: `ui.say.<what>`. */
export interface Said {
  /** Tells two equal ones apart. */
  readonly n: number;
  readonly what: Saying;
  readonly params: Params;
  readonly count?: number;
}

export const NOTICES = [
  'storageBlocked',
  'storageFull',
  'keptUnreadable',
  'fileNotRead',
  'clipboardBlocked',
  'nothingToPaste',
  'wordsNotLoaded',
] as const;
export type NoticeId = (typeof NOTICES)[number];

/** A message that stays until it is read: `ui.notice.<what>`. */
export interface Notice {
  readonly n: number;
  readonly what: NoticeId;
  readonly tone: 'info' | 'problem';
}

export interface ViewState {
  readonly language: Language;
  /** The language shown beside the first, in explanations; null = none. */
  readonly secondLanguage: Language | null;
  readonly theme: Theme;
  /** Of the next relationship to be drawn. */
  readonly kind: RelationshipKind;
  readonly snap: boolean;
  readonly miniMap: boolean;
  /** Whether letters without Ctrl are commands on the canvas (WCAG 2.1.4: they can be switched off). */
  readonly singleKeys: boolean;
  readonly selection: Selection;
  /** Where the keyboard is on the canvas. */
  readonly focus: Target | null;
  /** The party a relationship is being drawn from. */
  readonly connectingFrom: string | null;
  /** The party whose "Connect to…" menu is open. */
  readonly connectMenu: string | null;
  /** The party whose name is being edited in place. */
  readonly renaming: string | null;
  readonly mainView: MainView;
  readonly panel: PanelId;
  readonly sheet: SheetId | null;
  readonly dialog: DialogId | null;
  /** What the open dialog is about: the file that could not be read. */
  readonly unreadable: { readonly name: string; readonly problems: readonly FileProblem[] } | null;
  /** What the dialog for rows of a spreadsheet starts with. */
  readonly rowsText: string;
  /** The scenario that is asked about before it is closed. */
  readonly closing: string | null;
  /** Whether the first sample is still there as it was shown, with an invitation to break it. */
  readonly isFirstVisit: boolean;
  /** What the scenario would become, shown on the canvas while something that offers it is pointed at. */
  readonly preview: Scenario | null;
  /** What the scenario is compared with on the canvas. */
  readonly baseline: Scenario | null;
  readonly said: Said | null;
  readonly notices: readonly Notice[];
}

export type View = StoreApi<ViewState>;

/** What of the view is remembered from visit to visit. */
export type Preferences = Pick<
  ViewState,
  'secondLanguage' | 'theme' | 'snap' | 'miniMap' | 'singleKeys'
>;

export const DEFAULT_PREFERENCES: Preferences = {
  secondLanguage: null,
  theme: 'system',
  snap: false,
  miniMap: false,
  singleKeys: true,
};

export function createView(language: Language, preferences: Preferences): View {
  return createStore<ViewState>(() => ({
    language,
    ...preferences,
    kind: 'sells',
    selection: NOTHING_SELECTED,
    focus: null,
    connectingFrom: null,
    connectMenu: null,
    renaming: null,
    mainView: 'canvas',
    panel: 'details',
    sheet: null,
    dialog: null,
    unreadable: null,
    rowsText: '',
    closing: null,
    isFirstVisit: false,
    preview: null,
    baseline: null,
    said: null,
    notices: [],
  }));
}

/** Tells the reader, politely and once, what just happened. */
export function say(view: View, what: Saying, params: Params = {}, count?: number): void {
  view.setState(({ said }) => ({
    said: { n: (said?.n ?? 0) + 1, what, params, ...(count === undefined ? {} : { count }) },
  }));
}

export function notify(view: View, what: NoticeId, tone: Notice['tone']): void {
  view.setState(({ notices }) => {
    const n = (notices.at(-1)?.n ?? 0) + 1;
    // The same trouble again says nothing new.
    const others = notices.filter((one) => one.what !== what);
    return { notices: [...others, { n, what, tone }].slice(-4) };
  });
}

export function dismiss(view: View, n: number): void {
  view.setState(({ notices }) => ({ notices: notices.filter((one) => one.n !== n) }));
}

/** Changes what stands in the middle. What was begun on one view is not gone on with on another. */
export function showView(view: View, mainView: MainView): void {
  view.setState({
    mainView,
    connectingFrom: null,
    connectMenu: null,
    renaming: null,
    preview: null,
    sheet: null,
  });
}
