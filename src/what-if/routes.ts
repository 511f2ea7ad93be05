import { type Edit, freshId, relationshipIds } from '../model/edit.ts';
import type { PartyType, RelationshipKind, Scenario } from '../model/scenario.ts';
import { PARTY_TYPES } from '../model/scenario.ts';
import { Draft, type Place } from '../policy/fix.ts';
import { judge, worldOf, wouldBe } from '../policy/judge.ts';
import { MATRIX } from '../policy/matrix.ts';
import type { Candidate, RuleId, Verdict } from '../policy/types.ts';
import { isOwnUse, type Node, type World } from '../policy/world.ts';
import { type Effect, effectOf, fixesFor, type OfferedFix } from './fixes.ts';

/** A chain of sales from Microsoft on that holds once its edits are made: proved by judging the result. */
export interface Route {
  /** Party ids from Microsoft on, as they are called after the edits. */
  readonly path: readonly string[];
  /** Those of the path that the edits add; they stand in `effect.scenario`. */
  readonly added: readonly string[];
  /** What draws it. Empty when it is drawn and valid already. */
  readonly edits: readonly Edit[];
  /** How many relationships the edits draw. */
  readonly draws: number;
  readonly effect: Effect;
}

/** Sales that no route can use, under the rule that heads the refusal. */
export interface Refusal {
  readonly rule: RuleId;
  /** Pairs of parties that are on the canvas; empty where only chains with new parties failed by it. */
  readonly steps: readonly Candidate[];
}

export interface RouteAnswer {
  /** Through parties on the canvas only, those with least to draw first. */
  readonly here: readonly Route[];
  /** The shortest ones through parties still to be added. */
  readonly through: readonly Route[];
  readonly refused: readonly Refusal[];
  /** Whether there are more chains than were looked at or listed. */
  readonly more: boolean;
}

/** Routes listed of either sort, and chains that are proved to find them: more would not be read. */
const LISTED = 8;
const PROOFS = 80;
/** In a dense picture there are more chains than can be put in order; the rest is told as `more`. */
const CHAINS = 4000;

/**
 * How the products may reach a party by sales.
 *
 * @param from the party that must be on the way, Microsoft or a partner; undefined = any Microsoft
 * @param to the party they are to reach
 */
export function routes(scenario: Scenario, from: string | undefined, to: string): RouteAnswer {
  const world = worldOf(scenario);
  const end = world.nodes.get(to);
  const via = from === undefined ? undefined : world.nodes.get(from);
  if (!end || end === via || (from !== undefined && !via)) {
    return { here: [], through: [], refused: [], more: false };
  }
  const steps = stepsOf(world);
  const { chains, more } = chainsTo(end, via, steps);
  chains.sort((a, b) => a.added - b.added || a.draws - b.draws);
  return prove(scenario, chains, via, steps, more);
}

/** What stands at one place of a chain: a party, or one of this type that is still to be added. */
type Slot = Node | PartyType;

interface Chain {
  readonly slots: readonly Slot[];
  readonly added: number;
  readonly draws: number;
}

type Step = 'drawn' | 'open' | 'refused';

interface Steps {
  readonly world: World;
  readonly between: (from: Node, to: Node) => Step;
  readonly refusals: Map<RuleId, Map<string, Candidate>>;
}

/** A sale that only these refuse may become valid when the rest of its chain is drawn. */
const CURED_BY_SUPPLY: readonly RuleId[] = [
  'supply-missing',
  'supply-broken',
  'same-provider-customer',
];

function stepsOf(world: World): Steps {
  const drawn = new Set(
    world.edges
      .filter(({ relationship }) => relationship.kind === 'sells')
      .map(({ from, to }) => `${from.index} ${to.index}`),
  );
  const known = new Map<string, Step>();
  const refusals: Steps['refusals'] = new Map();
  const find = (from: Node, to: Node): Step => {
    const candidate: Candidate = { kind: 'sells', from: from.id, to: to.id };
    const { rules, status } = wouldBe(world.scenario, candidate);
    const [headline] = rules;
    const isPossible =
      status !== 'unknown' && rules.every((rule) => CURED_BY_SUPPLY.includes(rule));
    if (isPossible) return drawn.has(`${from.index} ${to.index}`) ? 'drawn' : 'open';
    if (headline) refuse(refusals, headline, candidate);
    return 'refused';
  };
  const between = (from: Node, to: Node) => {
    const key = `${from.index} ${to.index}`;
    const step = known.get(key) ?? find(from, to);
    known.set(key, step);
    return step;
  };
  return { world, between, refusals };
}

function refuse(refusals: Steps['refusals'], rule: RuleId, step?: Candidate): void {
  const steps = refusals.get(rule) ?? new Map<string, Candidate>();
  if (step) steps.set(JSON.stringify([step.from, step.to]), step);
  refusals.set(rule, steps);
}

/** Every chain from a Microsoft to the end that no pair of its parties rules out by itself. */
function chainsTo(
  end: Node,
  via: Node | undefined,
  { world, between }: Steps,
): { chains: Chain[]; more: boolean } {
  const byType = new Map<PartyType, Node[]>();
  for (const node of world.nodes.values()) {
    byType.set(node.type, [...(byType.get(node.type) ?? []), node]);
  }
  const slotsOf = (type: PartyType): Slot[] => {
    if (via?.type === type) return [via];
    const drawn = byType.get(type) ?? [];
    return type === 'microsoft' && drawn.length > 0 ? drawn : [...drawn, type];
  };

  const chains: Chain[] = [];
  let more = false;
  const grow = (chain: Chain, shape: readonly PartyType[]): void => {
    const type = shape.at(-1);
    if (type === undefined) {
      if (chains.length < CHAINS) chains.push(chain);
      else more = true;
      return;
    }
    const [below] = chain.slots as [Slot];
    for (const slot of slotsOf(type)) {
      if (more) return;
      const isNew = isAdded(slot);
      const step = isNew || isAdded(below) ? 'open' : between(slot, below);
      if (step === 'refused') continue;
      const added = chain.added + (isNew ? 1 : 0);
      const draws = chain.draws + (step === 'drawn' ? 0 : 1);
      grow({ slots: [slot, ...chain.slots], added, draws }, shape.slice(0, -1));
    }
  };
  for (const shape of shapesTo(end)) {
    if (via && !shape.includes(via.type)) continue;
    grow({ slots: [end], added: 0, draws: 0 }, shape);
  }
  return { chains, more };
}

/** The types above a party, from Microsoft down: microsoft, indirectProvider, indirectReseller. */
function shapesTo(end: Node): PartyType[][] {
  const above = (type: PartyType): PartyType[][] =>
    PARTY_TYPES.filter((seller) => maySell(seller, type, end)).flatMap((seller) =>
      seller === 'microsoft' ? [[seller]] : above(seller).map((shape) => [...shape, seller]),
    );
  return above(end.type);
}

function maySell(seller: PartyType, buyer: PartyType, end: Node): boolean {
  const cell = MATRIX.sells[seller][buyer];
  return cell === 'yes' || (cell === 'own-use' && isOwnUse(end));
}

function isAdded(slot: Slot): slot is PartyType {
  return typeof slot === 'string';
}

function prove(
  scenario: Scenario,
  chains: readonly Chain[],
  via: Node | undefined,
  steps: Steps,
  moreChains: boolean,
): RouteAnswer {
  const here: Route[] = [];
  const through: Route[] = [];
  const proved = new Set<string>();
  const fewest = new Map<string, number>();
  let more = moreChains;
  let proofs = 0;
  for (const chain of chains) {
    const key = keyOf(chain, via);
    if (proved.has(key)) continue;
    const shape = chain.slots.map(typeOf).join();
    // Of each shape only the shortest are worth adding parties for.
    if (chain.added > 0 && chain.added > (fewest.get(shape) ?? Number.POSITIVE_INFINITY)) continue;
    const found = chain.added === 0 ? here : through;
    if (found.length >= LISTED || proofs >= PROOFS) {
      more = true;
      continue;
    }
    proofs++;
    const route = routeOf(scenario, chain, steps);
    if (!route) continue;
    proved.add(key);
    if (chain.added > 0) fewest.set(shape, chain.added);
    found.push(route);
  }
  const refused = [...steps.refusals].map(([rule, pairs]) => ({
    rule,
    steps: [...pairs.values()],
  }));
  return { here, through, refused, more };
}

/** How a party that is on the way is supplied makes no other way from it on. */
function keyOf({ slots }: Chain, via: Node | undefined): string {
  const start = via ? slots.indexOf(via) : 0;
  return slots
    .slice(start)
    .map((slot) => (isAdded(slot) ? slot : `=${slot.id}`))
    .join(' ');
}

function typeOf(slot: Slot): PartyType {
  return isAdded(slot) ? slot : slot.type;
}

/** Draws the chain and judges it; undefined when any sale of it is not valid then. */
function routeOf(scenario: Scenario, { slots }: Chain, steps: Steps): Route | undefined {
  const { world, between, refusals } = steps;
  const draft = new Draft(world);
  const added: string[] = [];
  const path = slots.map((slot, i) => {
    if (!isAdded(slot)) return slot.id;
    const id = draft.add(slot, slot === 'microsoft' ? {} : placeFor(slots, i));
    added.push(id);
    return id;
  });
  let draws = 0;
  for (let i = 1; i < slots.length; i++) {
    const [from, to] = [slots[i - 1] as Slot, slots[i] as Slot];
    if (!isAdded(from) && !isAdded(to) && between(from, to) === 'drawn') continue;
    draft.draw('sells', path[i - 1] as string, path[i] as string);
    draws++;
  }
  const { edits } = draft;
  const effect = effectOf(scenario, edits);
  const failed = firstFailure(path, effect.scenario);
  if (failed) {
    if (failed.rule) {
      const isDrawable = world.nodes.has(failed.from) && world.nodes.has(failed.to);
      const { from, to } = failed;
      refuse(refusals, failed.rule, isDrawable ? { kind: 'sells', from, to } : undefined);
    }
    return undefined;
  }
  return { path, added, edits, draws, effect };
}

/** A new partner stands where the nearest party below it does, or, if nobody says, the nearest above. */
function placeFor(slots: readonly Slot[], at: number): Place {
  const near = [...slots.slice(at + 1), ...slots.slice(0, at).reverse()];
  for (const slot of near) {
    if (!isAdded(slot) && slot.party.country !== undefined) return { country: slot.party.country };
  }
  return {};
}

/** The first sale of the path that is not valid, with the rule that heads its refusal. */
function firstFailure(path: readonly string[], scenario: Scenario) {
  const { verdicts } = judge(scenario);
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1] as string, path[i] as string];
    const drawn = scenario.relationships
      .filter((one) => one.kind === 'sells' && one.from === from && one.to === to)
      .map(({ id }) => verdicts.get(id));
    if (drawn.some((verdict) => verdict?.status === 'valid')) continue;
    return { from, to, rule: drawn[0]?.rules[0] };
  }
  return undefined;
}

/** Who may be joined to a party in one direction by one kind of relationship. Party ids. */
export interface Connections {
  /** Joined already, by a relationship of this kind and direction, whatever its verdict. */
  readonly drawn: readonly string[];
  /** A relationship drawn now would be valid. */
  readonly open: readonly string[];
  /** The others, by the rule that heads the refusal, in the order of the rules; undefined = not judged. */
  readonly refused: readonly {
    readonly rule: RuleId | undefined;
    readonly parties: readonly string[];
  }[];
}

/** @param way `out`: from the party to the others; `in`: from the others to it */
export function connections(
  scenario: Scenario,
  party: string,
  kind: RelationshipKind,
  way: 'out' | 'in',
): Connections {
  const pair = (other: string): Candidate =>
    way === 'out' ? { kind, from: party, to: other } : { kind, from: other, to: party };
  const joined = new Set(
    scenario.relationships.flatMap((one) => {
      if (one.kind !== kind) return [];
      const [near, far] = way === 'out' ? [one.from, one.to] : [one.to, one.from];
      if (near === party) return [far];
      // A partnership has no direction.
      return kind === 'partnership' && far === party ? [near] : [];
    }),
  );
  const drawn: string[] = [];
  const open: string[] = [];
  const refused = new Map<RuleId | undefined, { parties: string[] }>();
  for (const { id } of scenario.parties) {
    if (id === party) continue;
    if (joined.has(id)) {
      drawn.push(id);
      continue;
    }
    const { status, rules } = wouldBe(scenario, pair(id));
    if (status === 'valid') open.push(id);
    else {
      const group = refused.get(rules[0]) ?? { parties: [] };
      group.parties.push(id);
      refused.set(rules[0], group);
    }
  }
  return { drawn, open, refused: [...refused].map(([rule, { parties }]) => ({ rule, parties })) };
}

/** A way to join two parties that may not be joined as asked: the relationship together with what cures it. */
export interface Alternative {
  readonly offer: OfferedFix;
  /** Draws the relationship and repairs it, in one. */
  readonly edits: readonly Edit[];
  /** Of both, against the scenario as it is. */
  readonly effect: Effect;
}

export interface WhyNot {
  readonly verdict: Verdict;
  /** What draws just this relationship. */
  readonly edits: readonly Edit[];
  /** Nearest first; empty when it would be valid, and when nothing known helps. */
  readonly alternatives: readonly Alternative[];
}

const ALTERNATIVES = 3;

/** What a relationship that is not drawn would be, and the nearest valid thing to draw instead. */
export function whyNot(scenario: Scenario, candidate: Candidate): WhyNot {
  const verdict = wouldBe(scenario, candidate);
  const id = freshId('r', relationshipIds(scenario));
  const drawing: Edit = { op: 'addRelationship', relationship: { id, ...candidate } };
  if (verdict.status === 'valid') return { verdict, edits: [drawing], alternatives: [] };
  const drawn = effectOf(scenario, [drawing]).scenario;
  const alternatives = fixesFor(drawn, id)
    // Another type of party would answer another question.
    .filter(({ cures, fix }) => cures && fix.id !== 'retype')
    .map((offer): Alternative => {
      const edits = [drawing, ...offer.fix.edits];
      return { offer, edits, effect: effectOf(scenario, edits) };
    })
    .sort((a, b) => harm(a) - harm(b) || isCorrection(a) - isCorrection(b))
    .slice(0, ALTERNATIVES);
  return { verdict, edits: [drawing], alternatives };
}

/** What only corrects the picture comes after what can be done. */
function isCorrection({ offer }: Alternative): number {
  return offer.fix.nature === 'drawing' ? 1 : 0;
}

function harm({ effect }: Alternative): number {
  return effect.turnsInvalid.length + effect.addsInvalid.length;
}
