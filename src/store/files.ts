import { placeNew } from '../geometry/layout.ts';
import { moveParties } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { EMPTY_SCENARIO } from '../model/scenario.ts';
import { readScenario, titledAfterFile, writeScenario } from '../model/scenario-file.ts';
import { type App, activeScenario, scenarioOf } from './app.ts';
import { isCourseText, openCourse } from './courses.ts';
import { NO_ROUTE, NOTHING_SELECTED, notify, say } from './view.ts';
import { activate, addOpen, closeOpen, markSaved, openScenario } from './workspace.ts';

export const FILE_ENDING = '.csp.json';

/** Opens a scenario on a tab of its own: nothing that was open is replaced. */
export function openBeside(app: App, scenario: Scenario, saved: Scenario | null = null): void {
  const placed = moveParties(scenario, placeNew(scenario, new Map()));
  addOpen(app.workspace, openScenario(app.newId(), placed, saved ? placed : null));
  forgetSelection(app);
  app.host.canvas?.fitView();
}

export function newScenario(app: App): void {
  openBeside(app, { ...EMPTY_SCENARIO, language: app.view.getState().language });
  say(app.view, 'newScenario');
}

export async function openFile(app: App): Promise<void> {
  try {
    const file = await app.host.pickFile();
    if (file) openText(app, file.name, file.text);
  } catch {
    notify(app.view, 'fileNotRead', 'problem');
  }
}

/** Opens the text of a file, or says what is wrong with it and leaves everything as it is. */
export function openText(app: App, name: string, text: string): void {
  const read = readScenario(text);
  if (!read.ok && isCourseText(text)) {
    openCourse(app, name, text);
    return;
  }
  if (!read.ok) {
    app.view.setState({ dialog: 'unreadable', unreadable: { name, problems: read.problems } });
    return;
  }
  const scenario = titledAfterFile(read.scenario, name);
  openBeside(app, scenario, scenario);
  say(app.view, 'opened', { title: { text: scenario.title ?? '' } });
}

/** What the file of the scenario holds: with the language its names were written in. */
export function fileText(app: App): string {
  const { language } = app.view.getState();
  const scenario = scenarioOf(app);
  return writeScenario(scenario.language ? scenario : { ...scenario, language });
}

export function saveFile(app: App): void {
  const { id, store } = activeScenario(app);
  const { scenario } = store.getState();
  app.host.saveFile(fileName(scenario), fileText(app));
  markSaved(app.workspace, id, scenario);
  say(app.view, 'saved');
}

/** What no file system refuses, from the title. */
export function fileName({ title }: Scenario, ending: string = FILE_ENDING): string {
  const stem = (title ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${stem.replace(/^-+|-+$/g, '').slice(0, 60) || 'scenario'}${ending}`;
}

export function showScenario(app: App, id: string): void {
  activate(app.workspace, id);
  forgetSelection(app);
  app.host.canvas?.fitView();
}

/** Asks first when there is something to lose. */
export function closeScenario(app: App, id: string): void {
  const found = app.workspace.getState().open.find((one) => one.id === id);
  if (!found) return;
  const { scenario } = found.store.getState();
  const isGuest = app.workspace.getState().guest === id;
  const isSafe = isGuest || scenario.parties.length === 0 || scenario === found.saved;
  if (isSafe) closeAtOnce(app, id);
  else app.view.setState({ dialog: 'close', closing: id });
}

export function closeAtOnce(app: App, id: string): void {
  const { language } = app.view.getState();
  closeOpen(app.workspace, id, () => openScenario(app.newId(), { ...EMPTY_SCENARIO, language }));
  app.view.setState({ dialog: null, closing: null });
  forgetSelection(app);
  app.host.canvas?.fitView();
}

export function duplicateScenario(app: App): void {
  openBeside(app, scenarioOf(app));
}

/** What is selected or begun in one scenario means nothing in another. */
function forgetSelection({ view }: App): void {
  view.setState({
    isFirstVisit: false,
    selection: NOTHING_SELECTED,
    focus: null,
    connectingFrom: null,
    connectMenu: null,
    addMenu: null,
    renaming: null,
    renamingTab: null,
    route: NO_ROUTE,
    preview: null,
  });
}
