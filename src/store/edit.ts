import {
  layoutScenario,
  PARTY_SIZE,
  placeBeside,
  placeNew,
  type Side,
  type Sizes,
} from '../geometry/layout.ts';
import { HOME } from '../i18n/locale.ts';
import { extract, merge } from '../model/clip.ts';
import {
  applyEdits,
  type Edit,
  freshId,
  moveParties,
  partyIds,
  relationshipIds,
} from '../model/edit.ts';
import {
  type PartyType,
  type Position,
  type RelationshipKind,
  type Scenario,
  usualCountry,
} from '../model/scenario.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import type { Fix } from '../policy/types.ts';
import { type NextParty, nextParties, type Way } from '../what-if/next.ts';
import { type App, activeScenario, judgementOf, scenarioOf } from './app.ts';
import { forgetMendedPins, warnOfBrokenPins } from './pins.ts';
import { type Flips, NOTHING_SELECTED, notify, type Selection, say } from './view.ts';

/** How far a copy stands from its original. */
const COPY_OFFSET: Position = { x: 32, y: 32 };

/** Every edit of the active scenario goes through here: one call is one undo step. */
export function change(app: App, next: Scenario): void {
  const { id, store } = activeScenario(app);
  const before = store.getState().scenario;
  if (before === next || app.view.getState().isReadOnly) return;
  const after = withPlaces(app, next);
  store.setState({ scenario: after });
  app.workspace.setState(({ guest }) => (guest === id ? { guest: null } : {}));
  app.view.setState({ isFirstVisit: false, preview: null });
  const flips = flipsBetween(before, after);
  // Who calls this may say more: what is said last is what is heard.
  if (flips.valid + flips.invalid > 0) say(app.view, null, {}, undefined, flips);
  warnOfBrokenPins(app, before);
}

export function edit(app: App, ...edits: readonly Edit[]): void {
  change(app, applyEdits(scenarioOf(app), edits));
}

/** Shows what edits would make of the scenario, on the canvas and nowhere else; null ends it. */
export function preview(app: App, edits: readonly Edit[] | null): void {
  const next = edits && withPlaces(app, applyEdits(scenarioOf(app), edits));
  app.view.setState({ preview: next });
}

/** @param at canvas units of its middle; without it, the middle of what is seen */
export function addParty(app: App, type: PartyType, at?: Position): string {
  const scenario = scenarioOf(app);
  const id = freshId(type, partyIds(scenario));
  const middle = at ?? freeMiddle(app, scenario);
  const position = {
    x: Math.round(middle.x - PARTY_SIZE.width / 2),
    y: Math.round(middle.y - PARTY_SIZE.height / 2),
  };
  const country = type === 'microsoft' ? {} : { country: likelyCountry(app, scenario) };
  const party = { id, type, ...country, position };
  edit(app, { op: 'addParty', party });
  selectParty(app, id);
  say(app.view, 'added', { party: { party: id } });
  return id;
}

/** What could be added beside a party, in the place where its kind of party mostly stands. */
export function nextPartiesOf(app: App, beside: string, way: Way): NextParty[] {
  const scenario = scenarioOf(app);
  const country =
    scenario.parties.find(({ id }) => id === beside)?.country ?? likelyCountry(app, scenario);
  return nextParties(scenario, beside, way, app.view.getState().kind, country);
}

/** Adds a party and its relationship as one step; the keyboard goes on from the new party. */
export function addNext(app: App, { party, edits, verdict }: NextParty): void {
  edit(app, ...edits);
  selectParty(app, party);
  const [, drawn] = edits;
  const line = drawn?.op === 'addRelationship' ? [drawn.relationship.id] : [];
  say(app.view, `connected.${verdict.status}`, { line: { relationships: line } });
}

export function connect(app: App, from: string, to: string, kind?: RelationshipKind): string {
  const id = freshId('r', relationshipIds(scenarioOf(app)));
  const drawn = kind ?? app.view.getState().kind;
  edit(app, { op: 'addRelationship', relationship: { id, kind: drawn, from, to } });
  selectRelationship(app, id);
  const status = judgementOf(scenarioOf(app)).verdicts.get(id)?.status ?? 'unknown';
  say(app.view, `connected.${status}`, { line: { relationships: [id] } });
  return id;
}

export function applyFix(app: App, fix: Pick<Fix, 'edits'>): void {
  const before = judgementOf(scenarioOf(app)).verdicts;
  edit(app, ...fix.edits);
  const after = judgementOf(scenarioOf(app)).verdicts;
  const cured = [...after].filter(
    ([id, { status }]) =>
      status === 'valid' && before.has(id) && before.get(id)?.status !== 'valid',
  );
  say(app.view, 'fixed', {}, cured.length);
}

export function removeSelection(app: App): void {
  const { parties, relationships } = app.view.getState().selection;
  const count = parties.length + relationships.length;
  if (count === 0) return;
  edit(
    app,
    ...relationships.map((relationship): Edit => ({ op: 'removeRelationship', relationship })),
    ...parties.map((party): Edit => ({ op: 'removeParty', party })),
  );
  select(app, NOTHING_SELECTED);
  app.view.setState({ focus: null });
  say(app.view, 'removed', {}, count);
}

export function removeAll(app: App, relationships: readonly string[]): void {
  edit(
    app,
    ...relationships.map((relationship): Edit => ({ op: 'removeRelationship', relationship })),
  );
  say(app.view, 'removed', {}, relationships.length);
}

export function duplicateSelection(app: App): void {
  const { parties } = app.view.getState().selection;
  if (parties.length === 0) return;
  paste(app, extract(scenarioOf(app), new Set(parties)));
}

/** The selected parties with the relationships among them, as the text of a file. */
export async function copySelection(app: App): Promise<void> {
  const { parties } = app.view.getState().selection;
  if (parties.length === 0) return;
  try {
    await app.host.writeClipboard(writeScenario(extract(scenarioOf(app), new Set(parties))));
    say(app.view, 'copied', {}, parties.length);
  } catch {
    notify(app.view, 'clipboardBlocked', 'problem');
  }
}

export async function cutSelection(app: App): Promise<void> {
  await copySelection(app);
  removeSelection(app);
}

export async function pasteFromClipboard(app: App): Promise<void> {
  let text: string;
  try {
    text = await app.host.readClipboard();
  } catch {
    notify(app.view, 'clipboardBlocked', 'problem');
    return;
  }
  pasteText(app, text);
}

export function pasteText(app: App, text: string): void {
  const read = readScenario(text);
  if (read.ok) paste(app, read.scenario);
  else if (app.view.getState().mainView === 'table') {
    app.view.setState({ dialog: 'pasteRows', rowsText: text });
  } else notify(app.view, 'nothingToPaste', 'info');
}

function paste(app: App, clip: Scenario): void {
  const { scenario, parties } = merge(scenarioOf(app), clip, COPY_OFFSET);
  change(app, scenario);
  select(app, { parties, relationships: [] });
  say(app.view, 'pasted', {}, parties.length);
}

export function arrange(app: App): void {
  const scenario = scenarioOf(app);
  change(app, moveParties(scenario, layoutScenario(scenario, sizesOf(app))));
  say(app.view, 'arranged');
  app.host.canvas?.fitView();
}

export function movePartiesTo(app: App, positions: ReadonlyMap<string, Position>): void {
  change(app, moveParties(scenarioOf(app), positions));
}

/** Puts a party at a side of another, as near as the parties there allow. */
export function moveBeside(app: App, moved: string, of: string, side: Side): void {
  movePartiesTo(
    app,
    new Map([[moved, placeBeside(scenarioOf(app), sizesOf(app), moved, of, side)]]),
  );
  app.view.setState({ focus: { kind: 'party', id: moved } });
  app.host.canvas?.reveal([moved]);
  say(app.view, 'moved', { party: { party: moved }, other: { party: of } });
}

export function undo(app: App): void {
  step(app, 'undo');
}

export function redo(app: App): void {
  step(app, 'redo');
}

export function canUndo(app: App): boolean {
  return activeScenario(app).store.temporal.getState().pastStates.length > 0;
}

export function canRedo(app: App): boolean {
  return activeScenario(app).store.temporal.getState().futureStates.length > 0;
}

export function select(app: App, selection: Selection): void {
  app.view.setState({ selection });
}

export function selectParty(app: App, id: string): void {
  select(app, { parties: [id], relationships: [] });
  app.view.setState({ focus: { kind: 'party', id }, panel: 'details' });
}

export function selectRelationship(app: App, id: string): void {
  select(app, { parties: [], relationships: [id] });
  app.view.setState({ focus: { kind: 'relationship', id }, panel: 'details' });
}

export function selectAll(app: App): void {
  const { parties, relationships } = scenarioOf(app);
  select(app, {
    parties: parties.map(({ id }) => id),
    relationships: relationships.map(({ id }) => id),
  });
}

function step(app: App, way: 'undo' | 'redo'): void {
  const isPossible = way === 'undo' ? canUndo(app) : canRedo(app);
  if (!isPossible) return;
  const before = scenarioOf(app);
  activeScenario(app).store.temporal.getState()[way]();
  forgetWhatIsGone(app);
  forgetMendedPins(app);
  const flips = flipsBetween(before, scenarioOf(app));
  say(app.view, way === 'undo' ? 'undone' : 'redone', {}, undefined, flips);
}

/** Among the relationships that are in both. */
function flipsBetween(before: Scenario, after: Scenario): Flips {
  const old = judgementOf(before).verdicts;
  const flips = { valid: 0, invalid: 0 };
  for (const [id, { status }] of judgementOf(after).verdicts) {
    const was = old.get(id)?.status;
    if (was === undefined || (was === 'valid') === (status === 'valid')) continue;
    flips[status === 'valid' ? 'valid' : 'invalid']++;
  }
  return flips;
}

/** A selection can outlive what it selected; nothing else may see it then. */
export function forgetWhatIsGone(app: App): void {
  const scenario = scenarioOf(app);
  const parties = partyIds(scenario);
  const relationships = relationshipIds(scenario);
  app.view.setState(({ selection, focus, renaming, connectingFrom }) => ({
    selection: {
      parties: selection.parties.filter((id) => parties.has(id)),
      relationships: selection.relationships.filter((id) => relationships.has(id)),
    },
    focus: focus && (focus.kind === 'party' ? parties : relationships).has(focus.id) ? focus : null,
    renaming: renaming && parties.has(renaming) ? renaming : null,
    connectingFrom: connectingFrom && parties.has(connectingFrom) ? connectingFrom : null,
  }));
}

/** Parties that an edit brought along without a place get one, in the same step. */
function withPlaces(app: App, scenario: Scenario): Scenario {
  return moveParties(scenario, placeNew(scenario, sizesOf(app)));
}

export function sizesOf({ host }: App): Sizes {
  return host.canvas?.sizes() ?? new Map();
}

/** The middle of what is seen, moved down and right from any party that stands exactly there. */
function freeMiddle({ host }: App, { parties }: Scenario): Position {
  const middle = { ...(host.canvas?.centre() ?? { x: 0, y: 0 }) };
  const isTaken = () =>
    parties.some(
      ({ position }) =>
        position &&
        Math.abs(position.x + PARTY_SIZE.width / 2 - middle.x) < 24 &&
        Math.abs(position.y + PARTY_SIZE.height / 2 - middle.y) < 24,
    );
  while (isTaken()) {
    middle.x += COPY_OFFSET.x;
    middle.y += COPY_OFFSET.y;
  }
  return middle;
}

/** A new party stands where most of the others do; the first ones where the reader's language is at home. */
function likelyCountry({ view }: App, scenario: Scenario): string {
  return usualCountry(scenario) ?? HOME[view.getState().language];
}
