import { applyEdits, type Edit } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge, worldOf } from '../policy/judge.ts';
import { ruleOf } from '../policy/rules/index.ts';
import type { Fix, Judgement, RuleId } from '../policy/types.ts';
import type { Edge, World } from '../policy/world.ts';

/** What a set of edits does, found out by judging the edited scenario. Relationship ids. */
export interface Effect {
  readonly scenario: Scenario;
  /** Valid now and not before, among the relationships that were drawn. */
  readonly turnsValid: readonly string[];
  /** Valid before and not any more. */
  readonly turnsInvalid: readonly string[];
  /** Drawn by the edits, and not valid. */
  readonly addsInvalid: readonly string[];
  readonly partiesAdded: number;
}

/** A fix that really cures its finding, with everything else it does. */
export interface OfferedFix {
  readonly fix: Fix;
  readonly rule: RuleId;
  /** The relationship whose finding it cures: the one asked about, or a sale that it rests on. */
  readonly relationship: string;
  readonly effect: Effect;
  /** Whether the relationship asked about is valid afterwards; false also when it is gone. */
  readonly cures: boolean;
}

export function effectOf(before: Scenario, edits: readonly Edit[]): Effect {
  const scenario = applyEdits(before, edits);
  const old = judge(before).verdicts;
  const turnsValid: string[] = [];
  const turnsInvalid: string[] = [];
  const addsInvalid: string[] = [];
  for (const [id, { status }] of judge(scenario).verdicts) {
    const was = old.get(id)?.status;
    if (was === undefined) {
      if (status !== 'valid') addsInvalid.push(id);
    } else if (status === 'valid' && was !== 'valid') turnsValid.push(id);
    else if (status !== 'valid' && was === 'valid') turnsInvalid.push(id);
  }
  const partiesAdded = Math.max(0, scenario.parties.length - before.parties.length);
  return { scenario, turnsValid, turnsInvalid, addsInvalid, partiesAdded };
}

/**
 * The fixes of a relationship's findings that were proved to help, best first: those that make it valid,
 * with the fewest side effects, then the most good, then the smallest.
 */
export function fixesFor(scenario: Scenario, relationship: string): readonly OfferedFix[] {
  const world = worldOf(scenario);
  const edge = world.edges.find((one) => one.relationship.id === relationship);
  if (!edge) return [];
  const offers = new Map<string, OfferedFix>();
  for (const { at, rule } of findingsBehind(edge, judge(scenario), world)) {
    for (const fix of ruleOf(rule).fixes(at, world)) {
      const offer = proved(fix, rule, at, edge, scenario);
      const key = JSON.stringify(fix.edits);
      // One edit may cure two findings; scenario 6 has a name of its own for it.
      if (offer && (!offers.has(key) || fix.id === 'option-1')) offers.set(key, offer);
    }
  }
  return [...offers.values()].sort(byMerit);
}

/** The findings of a relationship and, where its supply is broken, those of the sales it rests on. */
function findingsBehind(
  edge: Edge,
  judgement: Judgement,
  world: World,
): { at: Edge; rule: RuleId }[] {
  const reasons = judgement.verdicts.get(edge.relationship.id)?.reasons ?? [];
  const rules = [...new Set(reasons.map(({ rule }) => rule))];
  const own = rules.map((rule) => ({ at: edge, rule }));
  if (!rules.includes('supply-broken')) return own;
  const upstream = edge.from.supply.flatMap((supply) => findingsBehind(supply, judgement, world));
  return [...own, ...upstream];
}

function proved(
  fix: Fix,
  rule: RuleId,
  at: Edge,
  asked: Edge,
  before: Scenario,
): OfferedFix | undefined {
  if (fix.edits.length === 0) return undefined;
  const effect = effectOf(before, fix.edits);
  const after = judge(effect.scenario).verdicts;
  const cured = after.get(at.relationship.id);
  if (cured?.reasons.some((reason) => reason.rule === rule)) return undefined;
  const cures = after.get(asked.relationship.id)?.status === 'valid';
  return { fix, rule, relationship: at.relationship.id, effect, cures };
}

function byMerit(a: OfferedFix, b: OfferedFix): number {
  return (
    Number(b.cures) - Number(a.cures) ||
    Number(a.fix.id === 'delete') - Number(b.fix.id === 'delete') ||
    harm(a) - harm(b) ||
    b.effect.turnsValid.length - a.effect.turnsValid.length ||
    a.effect.partiesAdded - b.effect.partiesAdded ||
    a.fix.edits.length - b.fix.edits.length
  );
}

function harm({ effect }: OfferedFix): number {
  return effect.turnsInvalid.length + effect.addsInvalid.length;
}
