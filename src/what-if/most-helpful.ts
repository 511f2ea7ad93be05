import type { Scenario } from '../model/scenario.ts';
import { worldOf } from '../policy/judge.ts';
import { harmOf, judgesOtherwise, type Repair, repairOf } from './repair-result.ts';
import { inTheWay, offersAt, rootsFirst } from './repair-space.ts';

/** The one fix that turns the most relationships valid. */
export interface MostHelpful {
  readonly repair: Repair;
  /** Relationships whose fixes were tried, of all that are not valid. */
  readonly tried: number;
  readonly notValid: number;
}

/** Relationships judged at most, over all fixes tried: a page that answers while somebody draws. */
const JUDGED_AT_MOST = 60_000;

/**
 * "Which single missing step breaks most of this chain?" (POLICY 6, question 14): the fix of one finding
 * after which the most relationships are valid that were not; of equals the least harmful, then the
 * smallest. Removing a relationship or judging by another day or edition is no step.
 *
 * @returns undefined where no single fix turns any relationship valid
 */
export function mostHelpful(scenario: Scenario): MostHelpful | undefined {
  const world = worldOf(scenario);
  const problems = rootsFirst(inTheWay(scenario, 'all'), scenario);
  const seen = new Set<string>();
  let best: Repair | undefined;
  let judged = 0;
  let tried = 0;
  for (const edge of problems) {
    if (judged > JUDGED_AT_MOST) break;
    tried++;
    for (const { fix } of offersAt(edge, world, 'all')) {
      const key = JSON.stringify(fix.edits);
      if (fix.id === 'delete' || judgesOtherwise(fix.edits) || seen.has(key)) continue;
      seen.add(key);
      judged += scenario.relationships.length;
      const repair = repairOf([fix], scenario);
      if (repair.effect.turnsValid.length > 0 && (!best || isBetter(repair, best))) best = repair;
    }
  }
  return best && { repair: best, tried, notValid: problems.length };
}

function isBetter(a: Repair, b: Repair): boolean {
  const more = a.effect.turnsValid.length - b.effect.turnsValid.length;
  if (more !== 0) return more > 0;
  const worse = harmOf(a) - harmOf(b) || a.edits.length - b.edits.length;
  return worse < 0;
}
