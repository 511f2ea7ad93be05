import {
  type ChainStatus,
  editionOf,
  type Party,
  type PartyType,
  type RelationshipKind,
  type Scenario,
} from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement, RuleId } from '../policy/types.ts';

/**
 * When a drawing is what was asked for, as data: a predicate over parties, relationships and verdicts,
 * never over places on the canvas. Ids are those of the exercise's scenario.
 */
export type Goal =
  /** All of these. */
  | { readonly all: readonly Goal[] }
  /** This relationship is still drawn and valid; `every` = all that are drawn, and one at least. */
  | { readonly valid: string | 'every' }
  /** This relationship is drawn and refused, by this rule where one is named. */
  | { readonly refused: string; readonly rule?: RuleId }
  /** A supported chain reaches this customer, through parties of these types where they are named. */
  | { readonly served: string; readonly through?: readonly PartyType[] }
  /** A valid relationship of this kind goes from one to the other; `service` where one is named. */
  | {
      readonly related: RelationshipKind;
      readonly from: Who;
      readonly to: Who;
      readonly service?: string;
    }
  | { readonly chain: ChainStatus }
  /**
   * These parties are still there, as they were: same type, country, organization, tenant and facts, except
   * for what `but` names. With `judged`, what they are judged by is also what it was: edition and day.
   */
  | {
      readonly unchanged: readonly string[];
      readonly but?: readonly PartyAspect[];
      readonly judged?: 'same';
    }
  /** These relationships are still drawn between the same parties. */
  | { readonly kept: readonly string[] }
  /** At most so many parties of a type. */
  | { readonly atMost: number; readonly of: PartyType };

/** What the rules know of a party besides its type. */
export const PARTY_ASPECTS = [
  'country',
  'organization',
  'affiliateGroup',
  'tenant',
  'facts',
] as const;
export type PartyAspect = (typeof PARTY_ASPECTS)[number];

/** A party by id, or any of a type. */
export type Who = { readonly party: string } | { readonly type: PartyType };

/** A goal that is not met; never an `all`. */
export type Unmet = Exclude<Goal, { readonly all: readonly Goal[] }>;

/**
 * What is still missing, in the order of the goal; empty = the goal is met.
 *
 * @param start the scenario the exercise began with
 */
export function unmetGoals(
  goal: Goal,
  scenario: Scenario,
  start: Scenario,
  judgement: Judgement = judge(scenario),
): Unmet[] {
  if ('all' in goal) {
    return goal.all.flatMap((one) => unmetGoals(one, scenario, start, judgement));
  }
  return isMet(goal, scenario, start, judgement) ? [] : [goal];
}

function isMet(goal: Unmet, scenario: Scenario, start: Scenario, judgement: Judgement): boolean {
  const statusOf = (relationship: string) => judgement.verdicts.get(relationship)?.status;
  if ('valid' in goal) {
    if (goal.valid !== 'every') return statusOf(goal.valid) === 'valid';
    const verdicts = [...judgement.verdicts.values()];
    return verdicts.length > 0 && verdicts.every(({ status }) => status === 'valid');
  }
  if ('refused' in goal) {
    const verdict = judgement.verdicts.get(goal.refused);
    if (verdict?.status !== 'invalid') return false;
    return goal.rule === undefined || verdict.rules.includes(goal.rule);
  }
  if ('served' in goal) return isServed(goal.served, goal.through ?? [], scenario, judgement);
  if ('related' in goal) {
    const types = typesOf(scenario);
    return scenario.relationships.some(
      ({ id, kind, from, to, service }) =>
        kind === goal.related &&
        isWho(goal.from, from, types) &&
        isWho(goal.to, to, types) &&
        (goal.service === undefined || service?.trim() === goal.service) &&
        statusOf(id) === 'valid',
    );
  }
  if ('chain' in goal) return judgement.chain === goal.chain;
  if ('unchanged' in goal) {
    if (goal.judged && !isJudgedAlike(scenario, start)) return false;
    const { unchanged, but = [] } = goal;
    return unchanged.every((id) => {
      const was = start.parties.find((party) => party.id === id);
      const is = scenario.parties.find((party) => party.id === id);
      return was !== undefined && is !== undefined && factsKey(was, but) === factsKey(is, but);
    });
  }
  if ('kept' in goal) {
    return goal.kept.every((id) => {
      const was = start.relationships.find((one) => one.id === id);
      const is = scenario.relationships.find((one) => one.id === id);
      return was && is && was.kind === is.kind && was.from === is.from && was.to === is.to;
    });
  }
  return scenario.parties.filter(({ type }) => type === goal.of).length <= goal.atMost;
}

function isServed(
  customer: string,
  through: readonly PartyType[],
  scenario: Scenario,
  { customers }: Judgement,
): boolean {
  const types = typesOf(scenario);
  const routes = customers.find((one) => one.customer === customer)?.routes ?? [];
  return routes.some((route) => {
    const onTheWay = new Set(route.map((id) => types.get(id)));
    return through.every((type) => onTheWay.has(type));
  });
}

function typesOf({ parties }: Scenario): ReadonlyMap<string, PartyType> {
  return new Map(parties.map(({ id, type }) => [id, type]));
}

function isWho(who: Who, id: string, types: ReadonlyMap<string, PartyType>): boolean {
  return 'party' in who ? who.party === id : types.get(id) === who.type;
}

function isJudgedAlike(a: Scenario, b: Scenario): boolean {
  return editionOf(a) === editionOf(b) && (a.asOf ?? null) === (b.asOf ?? null);
}

/** What the rules know of a party, in one order. A fact that is not said is one that is given. */
function factsKey(party: Party, but: readonly PartyAspect[]): string {
  const { type, country, organization, affiliateGroup, tenant, facts = {} } = party;
  const missing = Object.entries(facts)
    .filter(([, value]) => value === false)
    .map(([fact]) => fact)
    .sort();
  const known: Readonly<Record<PartyAspect, unknown>> = {
    country,
    organization,
    affiliateGroup,
    tenant: [tenant?.id, tenant?.kind],
    facts: missing,
  };
  const kept = PARTY_ASPECTS.filter((aspect) => !but.includes(aspect));
  return JSON.stringify([type, ...kept.map((aspect) => known[aspect])]);
}
