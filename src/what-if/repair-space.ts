import { applyEdits, type Edit } from '../model/edit.ts';
import { FACTS, type Party, type Relationship, type Scenario } from '../model/scenario.ts';
import { worldOf } from '../policy/judge.ts';
import { ruleOf } from '../policy/rules/index.ts';
import type { Fix, RuleId } from '../policy/types.ts';
import type { Edge, World } from '../policy/world.ts';

/** What is to become valid: one relationship, or every relationship that is drawn. */
export type RepairTarget = { readonly relationship: string } | 'all';

/** A fix as a rule offers it for one finding. */
export interface Offer {
  readonly fix: Fix;
  readonly at: string;
  readonly rule: RuleId;
}

/** A scenario some steps away from the first one. */
export interface State {
  readonly scenario: Scenario;
  readonly steps: readonly Fix[];
  /** Edits so far. */
  readonly size: number;
  /** Each step under a number that does not depend on the ids that new parties happened to get. */
  readonly signatures: readonly number[];
  /** Ids that the steps brought along, each by the step that brought it. */
  readonly names: ReadonlyMap<string, string>;
}

export function startOf(scenario: Scenario): State {
  return { scenario, steps: [], size: 0, signatures: [], names: new Map() };
}

/** Whether the target is reached. A relationship that is gone has not become valid. */
export function isReached(scenario: Scenario, target: RepairTarget): boolean {
  const world = worldOf(scenario);
  if (target === 'all') return world.edges.every((edge) => world.statusOf(edge) === 'valid');
  const edge = findEdge(world, target.relationship);
  return edge !== undefined && world.statusOf(edge) === 'valid';
}

/** The rules that refuse a relationship; unlike `judge`, asks about no other than it needs. */
export function rulesOn(edge: Edge, world: World): readonly RuleId[] {
  world.statusOf(edge);
  return edge.decision?.rules ?? [];
}

/** The relationships whose findings stand between the scenario and the target. */
export function inTheWay(scenario: Scenario, target: RepairTarget): readonly Edge[] {
  const world = worldOf(scenario);
  if (target === 'all') return world.edges.filter((edge) => world.statusOf(edge) !== 'valid');
  const edge = findEdge(world, target.relationship);
  const found = new Set<Edge>();
  const collect = (one: Edge) => {
    const rules = rulesOn(one, world);
    if (rules.length === 0 || found.has(one)) return;
    found.add(one);
    if (rules.includes('supply-broken')) one.from.supply.forEach(collect);
  };
  if (edge) collect(edge);
  return [...found];
}

/** Findings in the way of the target. */
export function findingsLeft(scenario: Scenario, target: RepairTarget): number {
  const world = worldOf(scenario);
  const edges = inTheWay(scenario, target);
  return edges.reduce((sum, edge) => sum + rulesOn(edge, world).length, 0);
}

/** Relationships that fail by themselves before those that only rest on another. */
export function rootsFirst(edges: readonly Edge[], scenario: Scenario): readonly Edge[] {
  const world = worldOf(scenario);
  const isRoot = (edge: Edge) => rulesOn(edge, world).some((rule) => rule !== 'supply-broken');
  return [...edges.filter(isRoot), ...edges.filter((edge) => !isRoot(edge))];
}

/**
 * The fixes that the rules offer for the findings of one relationship. Removing it is none, except where
 * everything is to become valid and its rules offer nothing else.
 */
export function offersAt(edge: Edge, world: World, target: RepairTarget): readonly Offer[] {
  const at = edge.relationship.id;
  const offers = rulesOn(edge, world).flatMap((rule) =>
    ruleOf(rule)
      .fixes(edge, world)
      .filter(({ edits }) => edits.length > 0)
      .map((fix): Offer => ({ fix, at, rule })),
  );
  // The same edit has a name of its own in scenario 6.
  const isOption1 = offers.some(({ fix }) => fix.id === 'option-1');
  const others = offers.filter(
    ({ fix }) => fix.id !== 'delete' && !(isOption1 && fix.id === 'customer-tenant'),
  );
  return others.length > 0 || target !== 'all' ? others : offers.slice(0, 1);
}

/** Whether the finding that a fix was offered for is gone. */
export function isCured(scenario: Scenario, { at, rule }: Offer): boolean {
  const world = worldOf(scenario);
  const edge = findEdge(world, at);
  return !edge || !rulesOn(edge, world).includes(rule);
}

/** Gives equal steps equal numbers, within one search. */
export type Signatures = Map<string, number>;

export function stepFrom(state: State, fix: Fix, signatures: Signatures): State {
  const brought = broughtBy(fix.edits, state.scenario);
  const local = new Map(state.names);
  for (const [k, id] of brought.entries()) local.set(id, `+${k}`);
  const text = JSON.stringify(fix.edits, (_, value) =>
    typeof value === 'string' ? (local.get(value) ?? value) : value,
  );
  let number = signatures.get(text);
  if (number === undefined) {
    number = signatures.size;
    signatures.set(text, number);
  }
  const names = new Map(state.names);
  for (const [k, id] of brought.entries()) names.set(id, `${number}+${k}`);
  return {
    scenario: applyEdits(state.scenario, fix.edits),
    steps: [...state.steps, fix],
    size: state.size + fix.edits.length,
    signatures: [...state.signatures, number],
    names,
  };
}

/** The same for all states whose scenarios differ only in the ids of what the steps brought along. */
export function keyOf({ scenario, names }: State, start: Scenario): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  const parts: string[] = [];
  scenario.parties.forEach((party, i) => {
    if (party !== start.parties[i]) parts.push(partyKey(party, nameOf));
  });
  const before = new Map(start.relationships.map((one) => [one.id, one]));
  for (const one of scenario.relationships) {
    if (before.get(one.id) !== one) parts.push(relationshipKey(one, nameOf));
    before.delete(one.id);
  }
  for (const id of before.keys()) parts.push(`-${JSON.stringify(id)}`);
  const head = `${scenario.edition}/${scenario.asOf}`;
  return [head, ...parts.sort()].join('\n');
}

function findEdge({ edges }: World, id: string): Edge | undefined {
  return edges.find(({ relationship }) => relationship.id === id);
}

/** The ids of new parties, relationships and tenants, in the order in which the edits bring them. */
function broughtBy(edits: readonly Edit[], { parties }: Scenario): readonly string[] {
  const ids: string[] = [];
  const isNewTenant = (id: string) => !parties.some(({ tenant }) => tenant?.id === id);
  const tenant = (id: string | undefined) => {
    if (id !== undefined && isNewTenant(id)) ids.push(id);
  };
  for (const edit of edits) {
    if (edit.op === 'addParty') {
      ids.push(edit.party.id);
      tenant(edit.party.tenant?.id);
    } else if (edit.op === 'addRelationship') ids.push(edit.relationship.id);
    else if (edit.op === 'setParty') tenant(edit.set.tenant?.id);
  }
  return ids;
}

function partyKey(party: Party, nameOf: (id: string) => string): string {
  const { id, type, country, organization, affiliateGroup, tenant, facts } = party;
  return JSON.stringify([
    nameOf(id),
    type,
    country,
    organization === undefined ? null : nameOf(organization),
    affiliateGroup,
    tenant && nameOf(tenant.id),
    tenant?.kind,
    FACTS.filter((fact) => facts?.[fact] === false),
  ]);
}

function relationshipKey(
  { id, kind, from, to }: Relationship,
  nameOf: (id: string) => string,
): string {
  return JSON.stringify([nameOf(id), kind, nameOf(from), nameOf(to)]);
}
