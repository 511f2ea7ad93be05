import type { ChainStatus, Expectation, Scenario } from '../model/scenario.ts';
import type { Judgement, Verdict } from '../policy/types.ts';

/** What a scenario expects of its own verdicts and does not get. */
export type Unmet =
  | { readonly relationship: string; readonly expected: Expectation }
  | { readonly chain: ChainStatus };

export function unmetExpectations(
  { expect = {}, expectChain }: Scenario,
  judgement: Judgement,
): Unmet[] {
  const unmet: Unmet[] = [];
  for (const [relationship, expected] of Object.entries(expect)) {
    const verdict = judgement.verdicts.get(relationship);
    if (!verdict || !isAsExpected(verdict, expected)) unmet.push({ relationship, expected });
  }
  if (expectChain && expectChain !== judgement.chain) unmet.push({ chain: expectChain });
  return unmet;
}

/** Rules are compared when they are expected; notes always, absent = none (POLICY section 7). */
function isAsExpected(verdict: Verdict, { verdict: status, rules, notes = [] }: Expectation) {
  if (verdict.status !== status) return false;
  if (rules && !isSameSet(verdict.rules, rules)) return false;
  return isSameSet(
    verdict.notes.map(({ note }) => note),
    notes,
  );
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((one) => right.has(one));
}
