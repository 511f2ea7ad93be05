import { tidyName } from '../model/tidy.ts';
import { type App, activeScenario } from './app.ts';
import { edit } from './edit.ts';
import { showScenario } from './files.ts';
import { say } from './view.ts';
import { moveOpen } from './workspace.ts';

/** Opens the title of a scenario for editing on its tab; without an id, that of the one shown. */
export function renameTab(app: App, id = activeScenario(app).id): void {
  if (activeScenario(app).id !== id) showScenario(app, id);
  app.view.setState({ renamingTab: id });
}

/** @param title as typed; null leaves the one there is */
export function endRenamingTab(app: App, title: string | null): void {
  const { renamingTab } = app.view.getState();
  app.view.setState({ renamingTab: null });
  if (title === null || renamingTab !== activeScenario(app).id) return;
  edit(app, { op: 'setScenario', set: { title: tidyName(title) } });
}

/** Puts a tab where another one stands. */
export function moveTabTo(app: App, id: string, place: string): void {
  const { open } = app.workspace.getState();
  const index = (of: string) => open.findIndex((one) => one.id === of);
  if (index(id) >= 0 && index(place) >= 0) moveTab(app, id, index(place) - index(id));
}

/** Moves a tab to the left (negative) or right, and says where it is now. */
export function moveTab(app: App, id: string, by: number): void {
  moveOpen(app.workspace, id, by);
  const { open } = app.workspace.getState();
  const at = open.findIndex((one) => one.id === id);
  say(app.view, 'tabMoved', { n: { text: String(at + 1) }, max: { text: String(open.length) } });
}

export function canMoveTab(app: App, by: number): boolean {
  const { open, active } = app.workspace.getState();
  const at = open.findIndex(({ id }) => id === active) + by;
  return at >= 0 && at < open.length;
}
