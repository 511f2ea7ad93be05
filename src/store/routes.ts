import type { Edit } from '../model/edit.ts';
import { type App, scenarioOf } from './app.ts';
import { edit, select } from './edit.ts';
import { say, type Target, type ViewState } from './view.ts';

/** Opens the panel of routes with this question; `from: null` asks for any way from Microsoft. */
export function showRoutes({ view }: App, route: ViewState['route']): void {
  view.setState({ route, panel: 'routes', sheet: 'panel' });
}

/** Selects something and brings it into sight; the panel the reader is in stays. */
export function goTo(app: App, { kind, id }: Target): void {
  const { relationships } = scenarioOf(app);
  const line = relationships.find((one) => one.id === id);
  const isParty = kind === 'party';
  select(app, { parties: isParty ? [id] : [], relationships: isParty ? [] : [id] });
  app.view.setState({ focus: { kind, id } });
  app.host.canvas?.reveal(isParty ? [id] : line ? [line.from, line.to] : []);
}

/** Draws a relationship together with what makes it valid, in one step. */
export function drawPair(app: App, edits: readonly Edit[]): void {
  edit(app, ...edits);
  for (const one of edits) {
    if (one.op !== 'addRelationship') continue;
    const { id, from, to } = one.relationship;
    app.host.canvas?.reveal([from, to]);
    say(app.view, 'connected.valid', { line: { relationships: [id] } });
    return;
  }
}

/** Draws a route in one step and brings it into sight. */
export function drawRoute(app: App, path: readonly string[], edits: readonly Edit[]): void {
  edit(app, ...edits);
  app.host.canvas?.reveal(path);
  say(app.view, 'routeDrawn', { path: { path } });
}
