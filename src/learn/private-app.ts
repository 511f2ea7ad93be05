import type { Edit } from '../model/edit.ts';
import type { Party, Scenario } from '../model/scenario.ts';
import type { App } from '../store/app.ts';
import { createView, DEFAULT_PREFERENCES } from '../store/view.ts';
import { createWorkspace, openScenario } from '../store/workspace.ts';
import { editsBetween } from '../training/difference.ts';

/**
 * An app of its own for one canvas: nothing of it is kept, and nothing of the reader's own work is in it.
 * It reaches the page as the app around it does.
 */
export function createPrivateApp({ view, host, newId }: App, scenario: Scenario): App {
  const { language, secondLanguage, singleKeys } = view.getState();
  const preferences = { ...DEFAULT_PREFERENCES, secondLanguage, singleKeys };
  return {
    workspace: createWorkspace([openScenario('exercise', scenario)], 'exercise'),
    view: createView(language, preferences),
    host: { ...host, canvas: null },
    newId,
  };
}

/** What was done on the canvas, as edits of the scenario behind it: also where parties now stand. */
export function editsDone(before: Scenario, after: Scenario): readonly Edit[] {
  if (before === after) return [];
  const old = new Map(before.parties.map((party) => [party.id, party]));
  const moved = after.parties.filter((party) => isElsewhere(party, old.get(party.id)));
  return [
    ...editsBetween(before, after),
    ...moved.map(
      ({ id, position }): Edit => ({
        op: 'setParty',
        party: id,
        set: { position: position ?? null },
      }),
    ),
  ];
}

/** A party that is new brings its place along. */
function isElsewhere({ position }: Party, before: Party | undefined): boolean {
  if (!before) return false;
  return position?.x !== before.position?.x || position?.y !== before.position?.y;
}
