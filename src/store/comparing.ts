import { placeNew } from '../geometry/layout.ts';
import { moveParties, partyIds } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { readScenario } from '../model/scenario-file.ts';
import { align } from '../what-if/align.ts';
import { type App, activeScenario, scenarioOf } from './app.ts';
import { sizesOf } from './edit.ts';
import { notify, say } from './view.ts';
import { type Baseline, type Spotlight, setBaseline } from './workspace.ts';

/** Compares from now on with the scenario as it is now. */
export function keepBaseline(app: App): void {
  begin(app, scenarioOf(app), 'kept');
}

/** Compares the scenario that is shown with the one on another tab, as that is now. */
export function compareWithTab(app: App, id: string): void {
  const other = app.workspace.getState().open.find((one) => one.id === id);
  if (other) begin(app, aligned(app, other.store.getState().scenario), 'tab');
}

/** Asks for a file to compare with; one that can't be read changes nothing. */
export async function compareWithFile(app: App): Promise<void> {
  const { id } = activeScenario(app);
  try {
    const file = await app.host.pickFile();
    if (!file) return;
    const read = readScenario(file.text);
    if (!read.ok) {
      const unreadable = { name: file.name, problems: read.problems };
      app.view.setState({ dialog: 'unreadable', unreadable });
      return;
    }
    // The reader may have gone to another tab while the file was looked for.
    if (activeScenario(app).id !== id) return;
    const title = read.scenario.title ?? file.name.replace(/(\.csp)?\.json$/i, '');
    begin(app, aligned(app, { ...read.scenario, title }), 'file');
  } catch {
    notify(app.view, 'fileNotRead', 'problem');
  }
}

export function endComparison(app: App): void {
  if (!isComparing(app)) return;
  setBaseline(app.workspace, activeScenario(app).id, null);
  say(app.view, 'comparisonEnded');
}

export function isComparing(app: App): boolean {
  return activeScenario(app).baseline !== null;
}

export function setSpotlight(app: App, spotlight: Spotlight): void {
  const { id, baseline } = activeScenario(app);
  if (baseline) setBaseline(app.workspace, id, { ...baseline, spotlight });
}

function begin(app: App, scenario: Scenario, source: Baseline['source']): void {
  setBaseline(app.workspace, activeScenario(app).id, { scenario, source, spotlight: 'all' });
  app.view.setState({ panel: 'compare', sheet: 'panel', preview: null });
  say(app.view, 'comparing');
}

/** Under the ids of the active scenario; what only the other has is put beside what is drawn. */
function aligned(app: App, other: Scenario): Scenario {
  const active = scenarioOf(app);
  const scenario = align(other, active);
  const known = partyIds(active);
  const own = scenario.parties
    .filter(({ id }) => !known.has(id))
    .map(({ position, ...party }) => party);
  const shown = {
    ...active,
    parties: [...active.parties, ...own],
    relationships: [
      ...active.relationships,
      ...scenario.relationships.filter(({ from, to }) => !known.has(from) || !known.has(to)),
    ],
  };
  return moveParties(scenario, placeNew(shown, sizesOf(app)));
}
