import { applyEdits, type ScenarioChange } from '../model/edit.ts';
import { EDITIONS, type EditionId, editionOf, type Scenario } from '../model/scenario.ts';
import { type RegionId, regionOf } from '../policy/markets.ts';
import { MPA_DATE } from '../policy/rules/mpa-unsigned.ts';
import type { Reason, Verdict } from '../policy/types.ts';
import { compare } from './compare.ts';

/** A relationship that is judged differently by another edition or on another day. */
export interface Flip {
  readonly relationship: string;
  /** Stricter: valid no more. Looser: valid then. Otherwise: refused all the same, by other rules. */
  readonly direction: 'stricter' | 'looser' | 'otherwise';
  readonly before: Verdict;
  readonly after: Verdict;
  /** What tells the two apart: the reasons that come, or, where it becomes valid, those that go. */
  readonly reasons: readonly Reason[];
}

/** A party whose country stands in another market list in the other edition. */
export interface Move {
  readonly party: string;
  readonly country: string;
  /** Undefined = in no list of that edition. */
  readonly before: RegionId | undefined;
  readonly after: RegionId | undefined;
}

/** The first day on which the partner agreement is required, and the last on which it is not. */
export const DATES = { mpa: MPA_DATE, dayBeforeMpa: '2020-01-31' } as const;

/** What would be judged differently after the change, stricter first, in the order drawn. */
export function flips(scenario: Scenario, change: ScenarioChange): Flip[] {
  const after = applyEdits(scenario, [{ op: 'setScenario', set: change }]);
  if (after === scenario) return [];
  const found: Flip[] = [];
  for (const [relationship, { before, after: then }] of compare(scenario, after).relationships) {
    const flip = before && then && flipOf(relationship, before, then);
    if (flip) found.push(flip);
  }
  return found.sort((a, b) => ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction));
}

const ORDER: readonly Flip['direction'][] = ['stricter', 'looser', 'otherwise'];

function flipOf(relationship: string, before: Verdict, after: Verdict): Flip | undefined {
  if (before.status === after.status && before.rules.join() === after.rules.join())
    return undefined;
  const only = (these: Verdict, others: Verdict) =>
    these.reasons.filter(({ rule }) => !others.rules.includes(rule));
  if (after.status === 'valid') {
    return { relationship, direction: 'looser', before, after, reasons: only(before, after) };
  }
  const direction = before.status === 'valid' ? 'stricter' : 'otherwise';
  const come = only(after, before);
  const reasons = come.length > 0 ? come : only(before, after);
  return { relationship, direction, before, after, reasons };
}

/** The edition that is not the scenario's. */
export function otherEdition(scenario: Scenario): EditionId {
  return EDITIONS.find((edition) => edition !== editionOf(scenario)) as EditionId;
}

/** The parties whose region the edition changes; why its verdicts differ (POLICY 4.3). */
export function moves(scenario: Scenario, edition: EditionId): Move[] {
  const now = editionOf(scenario);
  return scenario.parties.flatMap(({ id, type, country }) => {
    if (country === undefined || type === 'microsoft') return [];
    const before = regionOf(country, now);
    const after = regionOf(country, edition);
    return before === after ? [] : [{ party: id, country, before, after }];
  });
}

/** Whether the MPA is required on the scenario's day; today it is. */
export function isMpaDue({ asOf }: Scenario): boolean {
  return !asOf || asOf >= MPA_DATE;
}
