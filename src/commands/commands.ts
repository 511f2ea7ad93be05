import { PARTY_TYPES, RELATIONSHIP_KINDS } from '../model/scenario.ts';
import { type App, activeScenario, scenarioOf } from '../store/app.ts';
import { endComparison, isComparing, keepBaseline } from '../store/comparing.ts';
import {
  addParty,
  arrange,
  canRedo,
  canUndo,
  copySelection,
  cutSelection,
  duplicateSelection,
  pasteFromClipboard,
  redo,
  removeSelection,
  selectAll,
  undo,
} from '../store/edit.ts';
import {
  closeScenario,
  duplicateScenario,
  newScenario,
  openFile,
  saveFile,
} from '../store/files.ts';
import { goToProblem } from '../store/problems.ts';
import { showRoutes } from '../store/routes.ts';
import { exportRows } from '../store/rows.ts';
import { canMoveTab, moveTab, renameTab } from '../store/tabs.ts';
import { MAIN_VIEWS, showView } from '../store/view.ts';

/**
 * Everything the reader can do by name: menus, tooltips, the command palette, the list of shortcuts and
 * the help are made of this list. Words are at `ui.command.<id>`.
 */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** First the one that is shown. Written as `Mod+Shift+KeyZ`: Mod is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly string[];
  /** Where the keys work: everywhere, or while the keyboard is on the canvas. */
  readonly scope: 'everywhere' | 'canvas';
  /** The browser itself tells the page when these keys are pressed: as copy, cut or paste. */
  readonly native?: true;
  readonly isEnabled?: (app: App) => boolean;
  /** For a switch: whether it is on. */
  readonly isOn?: (app: App) => boolean;
  readonly run: (app: App) => void;
}

export const COMMAND_GROUPS = ['file', 'edit', 'draw', 'view', 'go', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export const COMMAND_IDS = [
  'new',
  'open',
  'save',
  'share',
  'saveExercise',
  'export',
  'saveRowsCsv',
  'saveRowsTsv',
  'samples',
  'duplicateScenario',
  'renameScenario',
  'moveTabLeft',
  'moveTabRight',
  'close',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'copyRows',
  'pasteRows',
  'duplicate',
  'delete',
  'selectAll',
  'rename',
  'connect',
  'addNext',
  'addBefore',
  'moveTo',
  'arrange',
  'addMicrosoft',
  'addIndirectProvider',
  'addIndirectReseller',
  'addDirectBillPartner',
  'addCustomer',
  'kindSells',
  'kindPartnership',
  'kindManages',
  'viewCanvas',
  'viewTable',
  'viewMatrix',
  'viewOutline',
  'fitView',
  'zoomIn',
  'zoomOut',
  'snap',
  'miniMap',
  'nextProblem',
  'previousProblem',
  'showDetails',
  'showProblems',
  'routes',
  'compare',
  'keepBaseline',
  'endComparison',
  'learn',
  'present',
  'commands',
  'shortcuts',
  'help',
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

type Details = Omit<Command, 'id' | 'keys' | 'scope'> & Partial<Pick<Command, 'keys' | 'scope'>>;

const selected = (app: App) => app.view.getState().selection;
const hasSelection = (app: App) =>
  selected(app).parties.length + selected(app).relationships.length > 0;
const hasParties = (app: App) => selected(app).parties.length > 0;
const oneParty = (app: App) => {
  const { parties, relationships } = selected(app);
  return parties.length === 1 && relationships.length === 0 ? parties[0] : undefined;
};
/** The party the keyboard is at, or the one that is selected. */
const partyAt = (app: App) => {
  const { focus } = app.view.getState();
  return focus?.kind === 'party' ? focus.id : (oneParty(app) ?? null);
};
const isEmpty = (app: App) => scenarioOf(app).parties.length === 0;
/** From a relationship, the chain goes on at the party it leads to, or at the one it comes from. */
const besideWhich = (app: App, way: 'after' | 'before') => {
  const { focus } = app.view.getState();
  const line = scenarioOf(app).relationships.find(({ id }) => id === focus?.id);
  if (focus?.kind === 'relationship' && line) return way === 'after' ? line.to : line.from;
  return partyAt(app);
};
const canAddBeside = (app: App) => isEmpty(app) || besideWhich(app, 'after') !== null;
const openAddMenu = (app: App, way: 'after' | 'before') =>
  app.view.setState({ addMenu: { beside: isEmpty(app) ? null : besideWhich(app, way), way } });
const seekProblem = (app: App, way: 1 | -1) => {
  goToProblem(app, way);
  app.host.canvas?.takeFocus();
};
/** Places and sizes mean something only where they are seen. */
const onCanvas = ({ view }: App) => view.getState().mainView === 'canvas';
const show = (index: number): Details => {
  const value = MAIN_VIEWS[index] as (typeof MAIN_VIEWS)[number];
  return {
    group: 'view',
    isOn: ({ view }) => view.getState().mainView === value,
    run: ({ view }) => showView(view, value),
  };
};
const add = (index: number): Details => ({
  group: 'draw',
  run: (app) => void addParty(app, PARTY_TYPES[index] as (typeof PARTY_TYPES)[number]),
});
const kind = (index: number): Details => {
  const value = RELATIONSHIP_KINDS[index] as (typeof RELATIONSHIP_KINDS)[number];
  return {
    group: 'draw',
    keys: [`Digit${index + 1}`],
    scope: 'canvas',
    isOn: ({ view }) => view.getState().kind === value,
    run: ({ view }) => view.setState({ kind: value }),
  };
};

const moveActive = (by: number): Details => ({
  group: 'file',
  isEnabled: (app) => canMoveTab(app, by),
  run: (app) => moveTab(app, activeScenario(app).id, by),
});

const DETAILS: Record<CommandId, Details> = {
  new: { group: 'file', run: newScenario },
  open: { group: 'file', keys: ['Mod+KeyO'], run: (app) => void openFile(app) },
  save: { group: 'file', keys: ['Mod+KeyS'], run: saveFile },
  share: {
    group: 'file',
    isEnabled: (app) => !isEmpty(app),
    run: ({ view }) => view.setState({ dialog: 'share' }),
  },
  saveExercise: {
    group: 'file',
    isEnabled: (app) => !isEmpty(app),
    run: ({ view }) => view.setState({ dialog: 'exercise' }),
  },
  export: {
    group: 'file',
    run: ({ view }) => view.setState({ dialog: 'export' }),
  },
  saveRowsCsv: { group: 'file', run: (app) => void exportRows(app, 'csv') },
  saveRowsTsv: { group: 'file', run: (app) => void exportRows(app, 'tsv') },
  samples: { group: 'file', run: ({ view }) => view.setState({ dialog: 'samples' }) },
  duplicateScenario: { group: 'file', run: duplicateScenario },
  renameScenario: { group: 'file', run: (app) => renameTab(app) },
  moveTabLeft: moveActive(-1),
  moveTabRight: moveActive(1),
  close: { group: 'file', run: (app) => closeScenario(app, activeScenario(app).id) },
  undo: { group: 'edit', keys: ['Mod+KeyZ'], isEnabled: canUndo, run: undo },
  redo: { group: 'edit', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'], isEnabled: canRedo, run: redo },
  cut: {
    group: 'edit',
    keys: ['Mod+KeyX'],
    scope: 'canvas',
    native: true,
    isEnabled: hasParties,
    run: (app) => void cutSelection(app),
  },
  copy: {
    group: 'edit',
    keys: ['Mod+KeyC'],
    scope: 'canvas',
    native: true,
    isEnabled: hasParties,
    run: (app) => void copySelection(app),
  },
  paste: {
    group: 'edit',
    keys: ['Mod+KeyV'],
    scope: 'canvas',
    native: true,
    run: (app) => void pasteFromClipboard(app),
  },
  copyRows: { group: 'edit', run: (app) => void exportRows(app, 'clipboard') },
  pasteRows: {
    group: 'edit',
    run: ({ view }) => view.setState({ dialog: 'pasteRows', rowsText: '' }),
  },
  duplicate: {
    group: 'edit',
    keys: ['Mod+KeyD'],
    scope: 'canvas',
    isEnabled: hasParties,
    run: duplicateSelection,
  },
  delete: {
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    scope: 'canvas',
    isEnabled: hasSelection,
    run: removeSelection,
  },
  selectAll: { group: 'edit', keys: ['Mod+KeyA'], scope: 'canvas', run: selectAll },
  rename: {
    group: 'edit',
    keys: ['F2'],
    scope: 'canvas',
    isEnabled: (app) => oneParty(app) !== undefined && app.view.getState().mainView !== 'matrix',
    run: (app) => app.view.setState({ renaming: oneParty(app) ?? null }),
  },
  connect: {
    group: 'draw',
    keys: ['KeyC'],
    scope: 'canvas',
    isEnabled: (app) => partyAt(app) !== null,
    run: (app) => app.view.setState({ connectMenu: partyAt(app) }),
  },
  addNext: {
    group: 'draw',
    keys: ['Mod+ArrowDown', 'Mod+ArrowRight'],
    scope: 'canvas',
    isEnabled: canAddBeside,
    run: (app) => openAddMenu(app, 'after'),
  },
  addBefore: {
    group: 'draw',
    keys: ['Mod+ArrowUp', 'Mod+ArrowLeft'],
    scope: 'canvas',
    isEnabled: canAddBeside,
    run: (app) => openAddMenu(app, 'before'),
  },
  moveTo: {
    group: 'draw',
    keys: ['Shift+KeyM'],
    scope: 'canvas',
    isEnabled: (app) => partyAt(app) !== null && scenarioOf(app).parties.length > 1,
    run: (app) => app.view.setState({ dialog: 'move', moving: partyAt(app) }),
  },
  arrange: { group: 'draw', keys: ['Shift+KeyL'], scope: 'canvas', run: arrange },
  addMicrosoft: add(0),
  addIndirectProvider: add(1),
  addIndirectReseller: add(2),
  addDirectBillPartner: add(3),
  addCustomer: add(4),
  kindSells: kind(0),
  kindPartnership: kind(1),
  kindManages: kind(2),
  viewCanvas: show(0),
  viewTable: show(1),
  viewMatrix: show(2),
  viewOutline: show(3),
  fitView: {
    group: 'view',
    isEnabled: onCanvas,
    keys: ['Shift+Digit1'],
    scope: 'canvas',
    run: ({ host }) => host.canvas?.fitView(),
  },
  zoomIn: {
    group: 'view',
    isEnabled: onCanvas,
    keys: ['Equal', 'NumpadAdd'],
    scope: 'canvas',
    run: ({ host }) => host.canvas?.zoomIn(),
  },
  zoomOut: {
    group: 'view',
    isEnabled: onCanvas,
    keys: ['Minus', 'NumpadSubtract'],
    scope: 'canvas',
    run: ({ host }) => host.canvas?.zoomOut(),
  },
  snap: {
    group: 'view',
    isOn: ({ view }) => view.getState().snap,
    run: ({ view }) => view.setState(({ snap }) => ({ snap: !snap })),
  },
  miniMap: {
    group: 'view',
    isOn: ({ view }) => view.getState().miniMap,
    run: ({ view }) => view.setState(({ miniMap }) => ({ miniMap: !miniMap })),
  },
  nextProblem: { group: 'go', keys: ['F8'], run: (app) => seekProblem(app, 1) },
  previousProblem: { group: 'go', keys: ['Shift+F8'], run: (app) => seekProblem(app, -1) },
  showDetails: {
    group: 'go',
    run: ({ view }) => view.setState({ panel: 'details', sheet: 'panel' }),
  },
  showProblems: {
    group: 'go',
    run: ({ view }) => view.setState({ panel: 'problems', sheet: 'panel' }),
  },
  routes: { group: 'go', run: (app) => showRoutes(app, { from: null, to: oneParty(app) ?? null }) },
  compare: {
    group: 'go',
    run: ({ view }) => view.setState({ panel: 'compare', sheet: 'panel' }),
  },
  keepBaseline: { group: 'go', run: keepBaseline },
  endComparison: { group: 'go', isEnabled: isComparing, run: endComparison },
  learn: { group: 'go', run: ({ view }) => view.setState({ learning: '' }) },
  present: { group: 'go', run: ({ view }) => view.setState({ isPresenting: true }) },
  commands: {
    group: 'help',
    keys: ['Mod+KeyK'],
    run: ({ view }) => view.setState({ dialog: 'commands' }),
  },
  shortcuts: {
    group: 'help',
    keys: ['?'],
    scope: 'canvas',
    run: ({ view }) => view.setState({ dialog: 'shortcuts' }),
  },
  help: { group: 'help', keys: ['F1'], run: ({ view }) => view.setState({ dialog: 'help' }) },
};

export const COMMANDS: readonly Command[] = COMMAND_IDS.map((id) => ({
  id,
  keys: [],
  scope: 'everywhere',
  ...DETAILS[id],
}));

export function commandOf(id: CommandId): Command {
  return COMMANDS.find((command) => command.id === id) as Command;
}

export function isEnabled(command: Command, app: App): boolean {
  return command.isEnabled?.(app) ?? true;
}

/** Runs a command, unless it can't be run now. */
export function run(id: CommandId, app: App): void {
  const command = commandOf(id);
  if (isEnabled(command, app)) command.run(app);
}
