import { gridPlaces } from '../geometry/grid.ts';
import { moveParties } from '../model/edit.ts';
import { type RowsRead, writeRows } from '../model/rows.ts';
import { type App, scenarioOf } from './app.ts';
import { change } from './edit.ts';
import { fileName } from './files.ts';
import { NOTHING_SELECTED, notify, say } from './view.ts';

/** From this many parties without a place on, they are set in rows: a layout of them would take too long. */
const MANY = 200;

/** What rows are written to. */
export const ROW_TARGETS = ['clipboard', 'csv', 'tsv'] as const;
export type RowTarget = (typeof ROW_TARGETS)[number];

/** Makes rows that were read the scenario, as one undo step. Does nothing while a row has a problem. */
export function applyRows(app: App, { scenario, parties, relationships }: RowsRead): void {
  if (!scenario) return;
  const homeless = scenario.parties.filter(({ position }) => !position).length;
  app.view.setState({ dialog: null, rowsText: '', selection: NOTHING_SELECTED, focus: null });
  change(app, homeless > MANY ? moveParties(scenario, gridPlaces(scenario)) : scenario);
  say(app.view, 'rowsRead', {}, parties + relationships);
}

/** Hands the rows of the active scenario to the clipboard or to the reader as a file. */
export async function exportRows(app: App, target: RowTarget): Promise<void> {
  const scenario = scenarioOf(app);
  const names = app.host.rowNames?.(scenario);
  if (!names) return;
  const text = writeRows(scenario, names, target === 'csv' ? ',' : '\t');
  if (target !== 'clipboard') {
    const name = fileName(scenario).replace(/\.csp\.json$/, `.${target}`);
    // Without the mark, a spreadsheet takes the text for one in its own old encoding.
    app.host.saveFile(name, `\uFEFF${text}`);
    say(app.view, 'saved');
    return;
  }
  try {
    await app.host.writeClipboard(text);
    say(app.view, 'rowsCopied', {}, scenario.parties.length + scenario.relationships.length);
  } catch {
    notify(app.view, 'clipboardBlocked', 'problem');
  }
}
