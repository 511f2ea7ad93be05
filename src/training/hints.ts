import { applyEdits, type Edit } from '../model/edit.ts';
import type { PartyType, Scenario } from '../model/scenario.ts';
import { judge, worldOf } from '../policy/judge.ts';
import { ruleOf } from '../policy/rules/index.ts';
import type { SourceId } from '../policy/sources.ts';
import type { Category, Fix, Ok, OkId, Reason, RuleId, Verdict } from '../policy/types.ts';
import { fixesFor } from '../what-if/fixes.ts';
import { inTheWay, rootsFirst } from '../what-if/repair-space.ts';
import { routes } from '../what-if/routes.ts';
import { editsBetween } from './difference.ts';
import type { Editing, Exercise, OrderItem, Predict, Spot, Text } from './exercise.ts';
import { isEditing } from './exercise.ts';
import { type Unmet, unmetGoals } from './goal.ts';
import { rightOrder } from './grade.ts';

/** Help with an exercise, as data: what it is about, never its words. */
export type Hint =
  /** An author's own. */
  | { readonly hint: 'text'; readonly text: Text }
  /** Where to look. */
  | { readonly hint: 'lookAt'; readonly relationship: string }
  | { readonly hint: 'lookAround'; readonly party: string }
  | { readonly hint: 'lookUp'; readonly sources: readonly SourceId[] }
  /** What to ask of it: the question that a rule answers, not the answer. */
  | { readonly hint: 'ask'; readonly rule: RuleId }
  | {
      readonly hint: 'category';
      readonly category: Category;
      readonly sources: readonly SourceId[];
    }
  | { readonly hint: 'because'; readonly reason: Reason }
  /** `start` names what is gone. */
  | { readonly hint: 'missing'; readonly goal: Unmet; readonly start: Scenario }
  /** What a supported chain is made of, from Microsoft on. */
  | { readonly hint: 'shape'; readonly types: readonly PartyType[] }
  | { readonly hint: 'begins'; readonly item: OrderItem }
  /** How many edits a solution is away. */
  | { readonly hint: 'left'; readonly edits: number }
  /** What to do, or the answer. */
  | { readonly hint: 'fix'; readonly fix: Fix }
  | { readonly hint: 'step'; readonly edit: Edit }
  | {
      readonly hint: 'refused';
      readonly relationships: readonly string[];
      /** The headline of each. */
      readonly reasons: readonly Reason[];
    }
  | { readonly hint: 'supported'; readonly relationship: string; readonly ok: Ok }
  | { readonly hint: 'rule'; readonly reason: Reason }
  | { readonly hint: 'order'; readonly items: readonly OrderItem[] }
  /** There is nothing left to do. */
  | { readonly hint: 'done' };

/**
 * Three graded hints: where to look, which rule or fact matters, what to do. Only the third gives the
 * answer. Where a drawing is the answer they follow it; once it is right there is one hint, which says so.
 *
 * @param scenario as it is now; of exercises that edit nothing, their own
 */
export function hintsOf(exercise: Exercise, scenario: Scenario): readonly Hint[] {
  if (exercise.hints) return exercise.hints.map((text): Hint => ({ hint: 'text', text }));
  if (isEditing(exercise)) return ofEditing(exercise, scenario);
  switch (exercise.kind) {
    case 'predict':
      return ofPredict(exercise);
    case 'spot':
      return ofSpot(exercise);
    case 'reason':
      return ofReason(exercise.scenario, exercise.relationship);
    case 'order': {
      const items = rightOrder(exercise).flatMap((place) => exercise.items[place] ?? []);
      const [first] = items;
      if (!first) return [DONE];
      const sources: readonly SourceId[] = 'fact' in first ? ['mpa'] : ['s1'];
      return [
        { hint: 'lookUp', sources },
        { hint: 'begins', item: first },
        { hint: 'order', items },
      ];
    }
  }
}

const DONE: Hint = { hint: 'done' };

/** The question worth asking of a relationship that turns out to be valid. */
const QUESTION: Readonly<Record<OkId, RuleId>> = {
  'ok-microsoft-provider': 'mpa-unsigned',
  'ok-microsoft-direct': 'direct-bill-capability',
  'ok-provider-reseller': 'mpa-unsigned',
  'ok-own-use': 'csp-tenant-purchase',
  'ok-provider-own-use': 'same-provider-customer',
  'ok-reseller-customer': 'region-sale',
  'ok-direct-customer': 'region-sale',
  'ok-multi-partner': 'region-sale',
  'ok-partnership': 'region-partner',
  'ok-manages': 'manager-not-partner',
};

/** The one that is refused, if any: it teaches most. Which that is, the hints before the last do not say. */
function ofPredict({ relationships, scenario }: Predict): readonly Hint[] {
  const { verdicts } = judge(scenario);
  const isRefused = (id: string) => verdicts.get(id)?.status === 'invalid';
  const relationship = relationships.find(isRefused) ?? relationships.at(-1) ?? '';
  const verdict = verdicts.get(relationship);
  const question = verdict && questionOf(verdict);
  if (!verdict || !question) return [DONE];
  return [
    { hint: 'lookAt', relationship },
    { hint: 'ask', rule: question },
    verdictHint(relationship, verdict),
  ];
}

function questionOf({ rules, why }: Verdict): RuleId | undefined {
  const [rule] = rules;
  const [ok] = why;
  return rule ?? (ok && QUESTION[ok.ok]);
}

function verdictHint(relationship: string, { reasons, why }: Verdict): Hint {
  const [reason] = reasons;
  const [ok] = why;
  if (reason) return { hint: 'refused', relationships: [relationship], reasons: [reason] };
  return ok ? { hint: 'supported', relationship, ok } : DONE;
}

function ofSpot({ scenario }: Spot): readonly Hint[] {
  const { verdicts } = judge(scenario);
  const refused = rootsFirst(inTheWay(scenario, 'all'), scenario);
  const relationships = refused.map(({ relationship }) => relationship.id);
  const reasons = relationships.flatMap((id) => verdicts.get(id)?.reasons[0] ?? []);
  const [root] = refused;
  const [reason] = reasons;
  if (!root || !reason) return [DONE];
  return [
    { hint: 'lookAround', party: root.to.id },
    { hint: 'ask', rule: reason.rule },
    { hint: 'refused', relationships, reasons },
  ];
}

function ofReason(scenario: Scenario, relationship: string): readonly Hint[] {
  const [reason] = judge(scenario).verdicts.get(relationship)?.reasons ?? [];
  if (!reason) return [DONE];
  const { category, sources } = ruleOf(reason.rule);
  return [
    { hint: 'lookAt', relationship },
    { hint: 'category', category, sources },
    { hint: 'rule', reason },
  ];
}

function ofEditing(exercise: Editing, scenario: Scenario): readonly Hint[] {
  const unmet = unmetGoals(exercise.goal, scenario, exercise.scenario);
  const [first] = unmet;
  if (!first) return [DONE];
  return (
    (unmet.some(restsOnVerdicts) ? ofRefused(exercise, scenario, unmet) : undefined) ??
    ofMissing(exercise, scenario, unmet, first)
  );
}

/** Goals that something refused can stand in the way of. */
function restsOnVerdicts(goal: Unmet): boolean {
  if ('chain' in goal) return goal.chain === 'complete' || goal.chain === 'incomplete';
  return 'valid' in goal || 'served' in goal || 'related' in goal;
}

/** What is drawn and refused is put right before anything is added. */
function ofRefused(
  exercise: Editing,
  scenario: Scenario,
  unmet: readonly Unmet[],
): readonly Hint[] | undefined {
  const [edge] = rootsFirst(inTheWay(scenario, 'all'), scenario);
  const relationship = edge?.relationship.id;
  if (relationship === undefined) return undefined;
  const [reason] = judge(scenario).verdicts.get(relationship)?.reasons ?? [];
  if (!reason) return undefined;
  return [
    { hint: 'lookAt', relationship },
    { hint: 'because', reason },
    fixHint(exercise, scenario, relationship, unmet),
  ];
}

/** The fix that meets the goal, or one that leaves nothing worse; else the next step to the solution. */
function fixHint(
  exercise: Editing,
  scenario: Scenario,
  relationship: string,
  unmet: readonly Unmet[],
): Hint {
  const before = new Set(unmet.map((goal) => JSON.stringify(goal)));
  const offers = fixesFor(scenario, relationship)
    .map(({ fix, cures }) => ({
      fix,
      cures,
      left: unmetGoals(exercise.goal, applyEdits(scenario, fix.edits), exercise.scenario),
    }))
    .filter(
      ({ fix, left }) =>
        fix.edits.every(({ op }) => op !== 'setScenario') &&
        isWithinReach(exercise, fix.edits) &&
        left.every((goal) => before.has(JSON.stringify(goal))),
    );
  const best =
    offers.filter(({ left }) => left.length === 0).sort(byEdits)[0] ??
    offers.find(({ fix, cures }) => cures && fix.id !== 'delete') ??
    offers.find(({ fix }) => fix.id !== 'delete') ??
    offers[0];
  return best ? { hint: 'fix', fix: best.fix } : nextStep(exercise, scenario);
}

/** The fewest first: an exercise may allow no more. */
function byEdits(a: { readonly fix: Fix }, b: { readonly fix: Fix }): number {
  return a.fix.edits.length - b.fix.edits.length;
}

/** Whether the exercise lets everything be added that the edits add. */
function isWithinReach(exercise: Editing, edits: readonly Edit[]): boolean {
  const addable = exercise.kind === 'build' ? exercise.addable : undefined;
  if (!addable) return true;
  return edits.every((edit) => edit.op !== 'addParty' || addable.includes(edit.party.type));
}

/** What is not there yet, or had to stay and is gone. */
function ofMissing(
  exercise: Editing,
  scenario: Scenario,
  unmet: readonly Unmet[],
  first: Unmet,
): readonly Hint[] {
  const goal = unmet.find((one) => 'served' in one || 'related' in one) ?? first;
  if ('served' in goal) {
    const route = routeTo(goal.served, exercise, scenario, unmet);
    const next = route?.edits[0];
    if (route && next) {
      const after = new Map(route.effect.scenario.parties.map(({ id, type }) => [id, type]));
      const types = route.path.flatMap((id) => after.get(id) ?? []);
      return [
        { hint: 'lookAround', party: goal.served },
        { hint: 'shape', types },
        { hint: 'step', edit: next },
      ];
    }
  }
  const party = partyOf(goal, exercise, scenario);
  const step = nextStep(exercise, scenario);
  const missing: Hint = { hint: 'missing', goal, start: exercise.scenario };
  if (party !== undefined) return [{ hint: 'lookAround', party }, missing, step];
  return [missing, { hint: 'left', edits: away(exercise, scenario).length }, step];
}

function routeTo(customer: string, exercise: Editing, scenario: Scenario, unmet: readonly Unmet[]) {
  const before = new Set(unmet.map((goal) => JSON.stringify(goal)));
  const { here, through } = routes(scenario, undefined, customer);
  return [...here, ...through].find(({ edits, effect }) => {
    const left = unmetGoals(exercise.goal, effect.scenario, exercise.scenario);
    return (
      isWithinReach(exercise, edits) &&
      left.length < unmet.length &&
      left.every((goal) => before.has(JSON.stringify(goal)))
    );
  });
}

/** The party that a goal is about, if it is there. */
function partyOf(goal: Unmet, exercise: Editing, scenario: Scenario): string | undefined {
  const { nodes } = worldOf(scenario);
  const named: (string | undefined)[] = [];
  if ('served' in goal) named.push(goal.served);
  else if ('related' in goal) {
    for (const who of [goal.to, goal.from]) if ('party' in who) named.push(who.party);
  } else if ('unchanged' in goal) {
    const isOther = (id: string) =>
      unmetGoals({ unchanged: [id] }, scenario, exercise.scenario).length > 0;
    named.push(...goal.unchanged.filter(isOther));
  } else if ('kept' in goal) {
    const lost = goal.kept.find(
      (id) => unmetGoals({ kept: [id] }, scenario, exercise.scenario).length > 0,
    );
    named.push(exercise.scenario.relationships.find(({ id }) => id === lost)?.to);
  }
  return named.find((id) => id !== undefined && nodes.has(id));
}

function nextStep(exercise: Editing, scenario: Scenario): Hint {
  const [edit] = away(exercise, scenario);
  return edit ? { hint: 'step', edit } : DONE;
}

/** The edits from here to the solution, wherever the learner has got to. */
function away(exercise: Editing, scenario: Scenario): readonly Edit[] {
  return editsBetween(scenario, applyEdits(exercise.scenario, exercise.solution));
}
