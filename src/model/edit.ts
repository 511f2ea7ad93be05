import type {
  EditionId,
  Fact,
  Party,
  PartyType,
  Position,
  Relationship,
  Scenario,
} from './scenario.ts';

/**
 * Every change of a scenario, as data: what a control, a fix, a lesson's solution and a comparison
 * have in common. `null` as a value takes the field away.
 */
export type Edit =
  | { readonly op: 'addParty'; readonly party: Party }
  | { readonly op: 'removeParty'; readonly party: string }
  | { readonly op: 'setParty'; readonly party: string; readonly set: PartyChange }
  | { readonly op: 'setFact'; readonly party: string; readonly fact: Fact; readonly value: boolean }
  | { readonly op: 'addRelationship'; readonly relationship: Relationship }
  | { readonly op: 'removeRelationship'; readonly relationship: string }
  | {
      readonly op: 'setRelationship';
      readonly relationship: string;
      readonly set: RelationshipChange;
    }
  | { readonly op: 'setScenario'; readonly set: ScenarioChange };

type Nullable<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> | null };
export type PartyChange = { readonly type?: PartyType } & Nullable<
  Omit<Party, 'id' | 'type' | 'facts'>
>;
export type RelationshipChange = Partial<Pick<Relationship, 'kind' | 'from' | 'to'>> &
  Nullable<Pick<Relationship, 'service'>>;
export type ScenarioChange = Nullable<
  Pick<
    Scenario,
    'title' | 'description' | 'language' | 'asOf' | 'expect' | 'expectChain' | 'expectServed'
  >
> & { readonly edition?: EditionId };

/** Applies the edits in order. An edit that names something not there changes nothing. */
export function applyEdits(scenario: Scenario, edits: readonly Edit[]): Scenario {
  return edits.reduce(applyEdit, scenario);
}

export function applyEdit(scenario: Scenario, edit: Edit): Scenario {
  switch (edit.op) {
    case 'addParty':
      return has(scenario.parties, edit.party.id)
        ? scenario
        : { ...scenario, parties: [...scenario.parties, edit.party] };
    case 'removeParty':
      return removeParty(scenario, edit.party);
    case 'setParty':
      return changeParty(scenario, edit.party, (party) => changed(party, edit.set));
    case 'setFact':
      return changeParty(scenario, edit.party, (party) =>
        (party.facts?.[edit.fact] ?? true) === edit.value
          ? party
          : { ...party, facts: { ...party.facts, [edit.fact]: edit.value } },
      );
    case 'addRelationship':
      return addRelationship(scenario, edit.relationship);
    case 'removeRelationship':
      return removeRelationships(scenario, (one) => one.id === edit.relationship);
    case 'setRelationship':
      return changeRelationship(scenario, edit.relationship, edit.set);
    case 'setScenario':
      return changed(scenario, edit.set);
  }
}

/** Puts parties where they were dragged or laid out: positions by party id. */
export function moveParties(
  scenario: Scenario,
  positions: ReadonlyMap<string, Position>,
): Scenario {
  let moved = false;
  const parties = scenario.parties.map((party) => {
    const to = positions.get(party.id);
    if (!to || (party.position?.x === to.x && party.position.y === to.y)) return party;
    moved = true;
    return { ...party, position: { ...party.position, x: to.x, y: to.y } };
  });
  return moved ? { ...scenario, parties } : scenario;
}

/** The first id of the form `prefix-n` that neither the taken ids nor the scenario use. */
export function freshId(prefix: string, taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`${prefix}-${n}`)) n++;
  return `${prefix}-${n}`;
}

export function partyIds(scenario: Scenario): Set<string> {
  return new Set(scenario.parties.map(({ id }) => id));
}

export function relationshipIds(scenario: Scenario): Set<string> {
  return new Set(scenario.relationships.map(({ id }) => id));
}

function has(list: readonly { readonly id: string }[], id: string): boolean {
  return list.some((one) => one.id === id);
}

function changeParty(scenario: Scenario, id: string, change: (party: Party) => Party): Scenario {
  const index = scenario.parties.findIndex((party) => party.id === id);
  const before = scenario.parties[index];
  if (!before) return scenario;
  const after = change(before);
  return after === before
    ? scenario
    : { ...scenario, parties: scenario.parties.with(index, after) };
}

function removeParty(scenario: Scenario, id: string): Scenario {
  if (!has(scenario.parties, id)) return scenario;
  const without = removeRelationships(scenario, ({ from, to }) => from === id || to === id);
  const left = { ...without, parties: scenario.parties.filter((party) => party.id !== id) };
  const served = scenario.expectServed;
  return served?.includes(id)
    ? { ...left, expectServed: served.filter((one) => one !== id) }
    : left;
}

function addRelationship(scenario: Scenario, relationship: Relationship): Scenario {
  const drawable =
    !has(scenario.relationships, relationship.id) &&
    has(scenario.parties, relationship.from) &&
    has(scenario.parties, relationship.to);
  return drawable
    ? { ...scenario, relationships: [...scenario.relationships, relationship] }
    : scenario;
}

function changeRelationship(scenario: Scenario, id: string, set: RelationshipChange): Scenario {
  const index = scenario.relationships.findIndex((one) => one.id === id);
  const before = scenario.relationships[index];
  if (!before) return scenario;
  const after = changed(before, set);
  const drawable = has(scenario.parties, after.from) && has(scenario.parties, after.to);
  return after === before || !drawable
    ? scenario
    : { ...scenario, relationships: scenario.relationships.with(index, after) };
}

/** An expectation about a relationship goes with the relationship, or the file could not be read again. */
function removeRelationships(scenario: Scenario, gone: (one: Relationship) => boolean): Scenario {
  const ids = scenario.relationships.filter(gone).map(({ id }) => id);
  if (ids.length === 0) return scenario;
  const relationships = scenario.relationships.filter((one) => !gone(one));
  if (!scenario.expect) return { ...scenario, relationships };
  const expect = Object.fromEntries(
    Object.entries(scenario.expect).filter(([id]) => !ids.includes(id)),
  );
  return { ...scenario, relationships, expect };
}

/** The same object when nothing differs, so that an edit without effect makes no undo step. */
function changed<T extends object>(before: T, set: object): T {
  const after = { ...before } as Record<string, unknown>;
  let differs = false;
  for (const [key, value] of Object.entries(set)) {
    if (value === null ? !(key in after) : Object.is(after[key], value)) continue;
    differs = true;
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return differs ? (after as T) : before;
}
