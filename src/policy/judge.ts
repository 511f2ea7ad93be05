import {
  editionOf,
  PARTY_TYPES,
  type RELATIONSHIP_KINDS,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';
import { chainOf, reportCustomers } from './chain.ts';
import { notesOn } from './notes.ts';
import { RULES, ruleOf } from './rules/index.ts';
import type {
  Candidate,
  CustomerReport,
  Decision,
  Fault,
  Judgement,
  Reason,
  Rule,
  RuleId,
  Verdict,
} from './types.ts';
import { whyValid } from './why.ts';
import { createWorld, type Edge, edgeOf, type World } from './world.ts';

/**
 * Judges every relationship of a scenario by the rules of its edition. Pure: the same scenario gives the
 * same judgement, whatever the order of its arrays. An absent `asOf` means today, which is later than
 * every date a rule knows, so no clock is needed.
 */
export function judge(scenario: Scenario): Judgement {
  const world = worldOf(scenario);
  const verdicts = new Map<string, Verdict>();
  for (const edge of world.edges) verdicts.set(edge.relationship.id, verdictOn(edge, world));
  let customers: readonly CustomerReport[] | undefined;
  return {
    edition: editionOf(scenario),
    verdicts,
    chain: chainOf(world),
    get customers() {
      customers ??= reportCustomers(world);
      return customers;
    },
  };
}

/**
 * The verdict that a relationship would get if it were drawn now. No rule looks at the relationship
 * itself among its surroundings, so the scenario without it answers.
 */
export function wouldBe(scenario: Scenario, candidate: Candidate): Verdict {
  const world = worldOf(scenario);
  const relationship: Relationship = { id: '', ...candidate };
  return verdictOn(edgeOf(relationship, world.nodes), world);
}

const worlds = new WeakMap<Scenario, World>();

/** The world of a scenario, made once: scenarios are immutable. */
export function worldOf(scenario: Scenario): World {
  let world = worlds.get(scenario);
  if (!world) {
    world = createWorld(scenario, decisionOn);
    worlds.set(scenario, world);
  }
  return world;
}

/**
 * A class, against the habit here, for its getters: in a large picture most explanations are never read,
 * and making them all costs more than judging.
 */
class LazyVerdict implements Verdict {
  readonly status: Verdict['status'];
  readonly rules: Verdict['rules'];
  readonly #edge: Edge;
  readonly #world: World;
  #reasons: Verdict['reasons'] | undefined;
  #notes: Verdict['notes'] | undefined;
  #why: Verdict['why'] | undefined;

  constructor({ status, rules }: Decision, edge: Edge, world: World) {
    this.status = status;
    this.rules = rules;
    this.#edge = edge;
    this.#world = world;
  }

  get reasons(): Verdict['reasons'] {
    this.#reasons ??= reasonsOf(this.rules, this.#edge, this.#world);
    return this.#reasons;
  }

  get notes(): Verdict['notes'] {
    this.#notes ??= this.status === 'valid' ? notesOn(this.#edge, this.#world) : [];
    return this.#notes;
  }

  get why(): Verdict['why'] {
    this.#why ??= this.status === 'valid' ? whyValid(this.#edge, this.#world) : [];
    return this.#why;
  }
}

function verdictOn(edge: Edge, world: World): Verdict {
  const decision = decisionOn(edge, world);
  if (!decision.error) return new LazyVerdict(decision, edge, world);
  return { ...decision, reasons: [], notes: [], why: [] };
}

function decisionOn(edge: Edge, world: World): Decision {
  edge.decision ??= decide(edge, world);
  return edge.decision;
}

/** The rules of one cell of the type matrices, by stage, each in display order. */
interface Plan extends Readonly<Record<Rule['stage'], readonly Rule[]>> {
  /** The prerequisites but for those that ask facts. */
  readonly ofReady: readonly Rule[];
}

const TYPES = PARTY_TYPES.length;
const SELF = ruleOf('self-relationship');

/** Which rules look at which kind and pair of types is known before any scenario is. */
const PLANS: Readonly<Record<Relationship['kind'], readonly Plan[]>> = {
  sells: plansOf('sells'),
  partnership: plansOf('partnership'),
  manages: plansOf('manages'),
};

function plansOf(kind: (typeof RELATIONSHIP_KINDS)[number]): Plan[] {
  return PARTY_TYPES.flatMap((from) =>
    PARTY_TYPES.map((to) => {
      const asked = RULES.filter(
        (rule) =>
          rule !== SELF &&
          rule.judges.some(
            (cells) => cells.kind === kind && cells.from.includes(from) && cells.to.includes(to),
          ),
      );
      const at = (stage: Rule['stage']) => asked.filter((rule) => rule.stage === stage);
      const prerequisite = at('prerequisite');
      return {
        structural: at('structural'),
        contextual: at('contextual'),
        prerequisite,
        ofReady: prerequisite.filter(({ asksFacts }) => !asksFacts),
      };
    }),
  );
}

const VALID: Decision = { status: 'valid', rules: [] };

/** Most refusals are by one rule alone, and say the same of every relationship. */
const REFUSED_BY = new Map<RuleId, Decision>(
  RULES.map(({ id }) => [id, { status: 'invalid', rules: [id] }]),
);

/** POLICY 2.2: self alone; then the type pair, the bans, and the missing steps of what could exist. */
function decide(edge: Edge, world: World): Decision {
  const { from, to, relationship } = edge;
  if (from === to) return REFUSED_BY.get(SELF.id) as Decision;
  const plan = PLANS[relationship.kind][from.typeIndex * TYPES + to.typeIndex] as Plan;
  let refused = VALID;
  try {
    refused = ask(plan.structural, edge, world, refused);
    const possible = refused === VALID;
    refused = ask(plan.contextual, edge, world, refused);
    if (!possible) return refused;
    const steps = from.isUnready || to.isUnready ? plan.prerequisite : plan.ofReady;
    return ask(steps, edge, world, refused);
  } catch (failure) {
    if (!(failure instanceof RuleFailure)) throw failure;
    // A rule that fails has judged nothing, and neither have the others without it.
    const { rule, cause } = failure;
    return { status: 'unknown', rules: [], error: { rule, cause } };
  }
}

class RuleFailure extends Error {
  readonly rule: RuleId;
  constructor(rule: RuleId, cause: unknown) {
    super(rule, { cause });
    this.rule = rule;
  }
}

/** Which of the rules refuse; what they say is asked again when somebody reads it. */
function ask(rules: readonly Rule[], edge: Edge, world: World, before: Decision): Decision {
  let decision = before;
  let i = 0;
  try {
    for (; i < rules.length; i++) {
      const rule = rules[i] as Rule;
      if (rule.check(edge, world) === undefined) continue;
      decision =
        decision === VALID
          ? (REFUSED_BY.get(rule.id) as Decision)
          : { status: 'invalid', rules: [...decision.rules, rule.id] };
    }
  } catch (cause) {
    throw new RuleFailure((rules[i] as Rule).id, cause);
  }
  return decision;
}

function reasonsOf(rules: readonly RuleId[], edge: Edge, world: World): Reason[] {
  return rules.flatMap((id) => {
    const rule = ruleOf(id);
    const found = rule.check(edge, world) ?? [];
    const faults: readonly Fault[] = Array.isArray(found) ? found : [found as Fault];
    return faults.map((fault) => reasonOf(rule, fault, world));
  });
}

function reasonOf(rule: Rule, fault: Fault, { edition }: World): Reason {
  const reason = {
    rule: rule.id,
    category: rule.category,
    strength: fault.strength ?? rule.strength,
    message: fault.message,
    params: fault.params,
    sources: rule.sources,
  };
  return rule.usesMarkets ? { ...reason, market: edition } : reason;
}
