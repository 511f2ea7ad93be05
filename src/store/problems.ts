import type { Scenario } from '../model/scenario.ts';
import type { Judgement, RuleId, Verdict } from '../policy/types.ts';
import { type App, judgementOf, scenarioOf } from './app.ts';
import { selectRelationship } from './edit.ts';
import { say } from './view.ts';

/** A relationship that is not valid, under the rule that heads its reasons. */
export interface Problem {
  readonly relationship: string;
  readonly verdict: Verdict;
}

export interface ProblemGroup {
  /** Undefined for relationships that could not be judged. */
  readonly rule: RuleId | undefined;
  readonly problems: readonly Problem[];
}

/** Everything that is not valid, grouped by headline: prohibited first, as the rules are ordered. */
export function problemGroups(scenario: Scenario): readonly ProblemGroup[] {
  const { verdicts } = judgementOf(scenario);
  const groups = new Map<RuleId | undefined, Problem[]>();
  for (const { id } of scenario.relationships) {
    const verdict = verdicts.get(id);
    if (!verdict || verdict.status === 'valid') continue;
    const rule = verdict.rules[0];
    const group = groups.get(rule) ?? [];
    group.push({ relationship: id, verdict });
    groups.set(rule, group);
  }
  return [...groups].map(([rule, problems]) => ({ rule, problems })).sort(byWeight);
}

/** Selects the next problem after the selected one, around the end; F8 and Shift+F8. */
export function goToProblem(app: App, way: 1 | -1): void {
  const all = problemGroups(scenarioOf(app)).flatMap(({ problems }) => problems);
  if (app.view.getState().conceals) return;
  if (all.length === 0) {
    say(app.view, 'noProblems');
    return;
  }
  const [selected] = app.view.getState().selection.relationships;
  const at = all.findIndex(({ relationship }) => relationship === selected);
  const start = at < 0 && way < 0 ? 0 : at;
  const next = all[(start + way + all.length) % all.length];
  if (next) goToRelationship(app, next.relationship);
}

/** Selects a relationship and brings both its ends into sight. */
export function goToRelationship(app: App, id: string): void {
  selectRelationship(app, id);
  const found = scenarioOf(app).relationships.find((one) => one.id === id);
  if (found) app.host.canvas?.reveal([found.from, found.to]);
}

export interface Counts {
  readonly valid: number;
  readonly prohibited: number;
  readonly prerequisite: number;
  readonly unknown: number;
}

export function countVerdicts(scenario: Scenario): Counts {
  const counts = { valid: 0, prohibited: 0, prerequisite: 0, unknown: 0 };
  for (const { status, reasons } of judgementOf(scenario).verdicts.values()) {
    if (status !== 'invalid') counts[status]++;
    else if (reasons.some(({ category }) => category === 'prohibited')) counts.prohibited++;
    else counts.prerequisite++;
  }
  return counts;
}

export interface PartyCount {
  readonly relationships: number;
  readonly notValid: number;
}

const partyCounts = new WeakMap<Scenario, ReadonlyMap<string, PartyCount>>();

/** How many relationships each party has, and how many of them are not valid. */
export function countByParty(scenario: Scenario): ReadonlyMap<string, PartyCount> {
  let counts = partyCounts.get(scenario);
  if (!counts) {
    counts = countAll(scenario, judgementOf(scenario));
    partyCounts.set(scenario, counts);
  }
  return counts;
}

function countAll({ parties, relationships }: Scenario, judgement: Judgement) {
  const counts = new Map(parties.map(({ id }) => [id, { relationships: 0, notValid: 0 }]));
  for (const { id, from, to } of relationships) {
    const notValid = judgement.verdicts.get(id)?.status === 'valid' ? 0 : 1;
    for (const end of new Set([from, to])) {
      const count = counts.get(end);
      if (!count) continue;
      count.relationships += 1;
      count.notValid += notValid;
    }
  }
  return counts;
}

function byWeight(a: ProblemGroup, b: ProblemGroup): number {
  const weight = ({ problems: [first] }: ProblemGroup) =>
    first?.verdict.reasons[0]?.category === 'prohibited' ? 0 : first?.verdict.reasons[0] ? 1 : 2;
  return weight(a) - weight(b);
}
