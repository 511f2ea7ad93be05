import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../i18n/locale.ts';
import {
  PARTY_TYPES,
  type PartyType,
  type RelationshipKind,
  type Scenario,
} from '../model/scenario.ts';
import type { FileProblem } from '../model/scenario-file.ts';
import type { Params } from '../policy/types.ts';
import type { Course } from '../training/exercise.ts';
import type { Way } from '../what-if/next.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The panels beside the canvas; on a small screen each is a sheet that comes up from below. */
export const PANELS = ['details', 'problems', 'routes', 'compare'] as const;
export type PanelId = (typeof PANELS)[number];
export const SHEETS = ['add', 'panel'] as const;
export type SheetId = (typeof SHEETS)[number];

/** What stands in the middle: the canvas, or another way to see and edit the same scenario. */
export const MAIN_VIEWS = ['canvas', 'table', 'matrix', 'outline'] as const;
export type MainView = (typeof MAIN_VIEWS)[number];

export const DIALOGS = [
  'samples',
  'share',
  'help',
  'shortcuts',
  'commands',
  'move',
  'export',
  'close',
  'unreadable',
  'pasteRows',
  'exercise',
  'course',
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

export interface AddMenu {
  readonly beside: string | null;
  readonly way: Way;
}
export const NO_ROUTE: ViewState['route'] = { from: null, to: null };

export const NOTHING_SELECTED: Selection = { parties: [], relationships: [] };

export const SAYINGS = [
  'added',
  'connected.valid',
  'connected.invalid',
  'connected.unknown',
  'connected.hidden',
  'fixed',
  'removed',
  'copied',
  'pasted',
  'changed',
  'rowsRead',
  'rowsCopied',
  'arranged',
  'moved',
  'undone',
  'redone',
  'noProblems',
  'newScenario',
  'opened',
  'saved',
  'kept',
  'routeDrawn',
  'comparing',
  'comparisonEnded',
  'tabMoved',
] as const;
export type Saying = (typeof SAYINGS)[number];

/** Something that happened, to be told once in the reader's words: `ui.say.<what>`. */
export interface Said {
  /** Tells two equal ones apart. */
  readonly n: number;
  /** Null when the change of verdicts is all there is to say. */
  readonly what: Saying | null;
  readonly params: Params;
  readonly count?: number;
  /** Which verdicts changed with it. */
  readonly flips?: Flips;
}

/** How many relationships became valid, and how many ceased to be. */
export interface Flips {
  readonly valid: number;
  readonly invalid: number;
}

export const NOTICES = [
  'storageBlocked',
  'storageFull',
  'keptUnreadable',
  'fileNotRead',
  'clipboardBlocked',
  'nothingToPaste',
  'linkCopied',
  'wordsNotLoaded',
  'pinBroken',
  'customerLost',
] as const;
export type NoticeId = (typeof NOTICES)[number];

/** A message that stays until it is read: `ui.notice.<what>`. */
export interface Notice {
  readonly n: number;
  readonly what: NoticeId;
  readonly tone: 'info' | 'problem';
  readonly about?: NoticeAbout;
}

/** A change that a notice is about: it can be undone from there while it is the latest. */
export interface NoticeAbout {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly params: Params;
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
  /** Where the menu of parties to be added is open: beside a party, or on the empty canvas. */
  readonly addMenu: AddMenu | null;
  /** The party whose name is being edited in place. */
  readonly renaming: string | null;
  readonly mainView: MainView;
  /** Learning is shown instead of the editor, and where in it, as the address says; null = the editor. */
  readonly learning: string | null;
  /** Courses that were opened here: of files, of links, or made of a seed. */
  readonly courses: readonly Course[];
  /** The active scenario is presented to a room, over the editor. */
  readonly isPresenting: boolean;
  readonly panel: PanelId;
  readonly sheet: SheetId | null;
  readonly dialog: DialogId | null;
  /** What the open dialog is about: the file that could not be read. */
  readonly unreadable: { readonly name: string; readonly problems: readonly FileProblem[] } | null;
  /** The course that was opened, as the text of its file. */
  readonly courseFile: { readonly name: string; readonly text: string } | null;
  /** A solution that is being recorded: on which tab, and where it began. */
  readonly recording: { readonly tab: string; readonly start: Scenario } | null;
  /** The party that the open dialog moves. */
  readonly moving: string | null;
  /** What the dialog for rows of a spreadsheet starts with. */
  readonly rowsText: string;
  /** The scenario that is asked about before it is closed. */
  readonly closing: string | null;
  /** Whether the first sample is still there as it was shown, with an invitation to break it. */
  readonly isFirstVisit: boolean;
  /** What the scenario would become, shown on the canvas while something that offers it is pointed at. */
  readonly preview: Scenario | null;
  /** Between which parties routes are looked for, by id; null = from any Microsoft, and to nobody yet. */
  readonly route: { readonly from: string | null; readonly to: string | null };
  /** The open scenario whose title is being edited on its tab. */
  readonly renamingTab: string | null;
  /** Nothing that is shown or said gives a verdict away: somebody is to find out for themselves. */
  readonly conceals: boolean;
  /** The scenario can be looked at, and not changed. */
  readonly isReadOnly: boolean;
  /** Types of parties that may be added. */
  readonly addable: readonly PartyType[];
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
    addMenu: null,
    renaming: null,
    mainView: 'canvas',
    learning: null,
    courses: [],
    isPresenting: false,
    panel: 'details',
    sheet: null,
    dialog: null,
    unreadable: null,
    courseFile: null,
    recording: null,
    rowsText: '',
    closing: null,
    moving: null,
    isFirstVisit: false,
    preview: null,
    route: NO_ROUTE,
    renamingTab: null,
    conceals: false,
    isReadOnly: false,
    addable: PARTY_TYPES,
    said: null,
    notices: [],
  }));
}

/** Tells the reader, politely and once, what just happened; of verdicts nothing while they are concealed. */
export function say(
  view: View,
  what: Saying | null,
  params: Params = {},
  count?: number,
  flips?: Flips,
): void {
  const { conceals } = view.getState();
  if (conceals && what === null) return;
  view.setState(({ said }) => ({
    said: {
      n: (said?.n ?? 0) + 1,
      what: conceals && what?.startsWith('connected.') ? 'connected.hidden' : what,
      params,
      ...(count === undefined ? {} : { count }),
      ...(flips === undefined || conceals ? {} : { flips }),
    },
  }));
}

export function notify(
  view: View,
  what: NoticeId,
  tone: Notice['tone'],
  about?: NoticeAbout,
): void {
  view.setState(({ notices }) => {
    const n = (notices.at(-1)?.n ?? 0) + 1;
    // The same trouble again says nothing new.
    const others = notices.filter((one) => one.what !== what);
    const notice = { n, what, tone, ...(about ? { about } : {}) };
    return { notices: [...others, notice].slice(-4) };
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
