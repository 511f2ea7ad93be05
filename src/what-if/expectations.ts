import type { ScenarioChange } from '../model/edit.ts';
import type { ChainStatus, Expectation, Scenario } from '../model/scenario.ts';
import type { Judgement, Verdict } from '../policy/types.ts';

/** What a scenario expects of its own verdicts and does not get. */
export type Unmet =
  | { readonly relationship: string; readonly expected: Expectation }
  | { readonly chain: ChainStatus }
  | { readonly customer: string };

export function unmetExpectations(
  { expect = {}, expectChain, expectServed = [] }: Scenario,
  judgement: Judgement,
): Unmet[] {
  const unmet: Unmet[] = [];
  for (const [relationship, expected] of Object.entries(expect)) {
    const verdict = judgement.verdicts.get(relationship);
    if (!verdict || !isAsExpected(verdict, expected)) unmet.push({ relationship, expected });
  }
  if (expectChain && expectChain !== judgement.chain) unmet.push({ chain: expectChain });
  const served = expectServed.length > 0 ? servedIn(judgement) : new Set<string>();
  for (const customer of expectServed) if (!served.has(customer)) unmet.push({ customer });
  return unmet;
}

/** What is to stay as it is: relationships that must be valid, customers that must be served. */
export interface Pins {
  readonly relationships: readonly string[];
  readonly customers: readonly string[];
}

/**
 * The pins that hold before a change and not after it. An expectation of `valid` is a pin, whatever remarks
 * it expects; a relationship or customer that is taken away does not hold any more.
 */
export function brokenPins(
  before: Scenario,
  wasJudged: Judgement,
  isJudged: () => Judgement,
): Pins {
  const { expect = {}, expectServed = [] } = before;
  const pinned = Object.keys(expect).filter((id) => expect[id]?.verdict === 'valid');
  const held = pinned.filter((id) => wasJudged.verdicts.get(id)?.status === 'valid');
  const wasServed = expectServed.length > 0 ? servedIn(wasJudged) : new Set<string>();
  const reached = expectServed.filter((id) => wasServed.has(id));
  if (held.length + reached.length === 0) return { relationships: [], customers: [] };
  const now = isJudged();
  const isServed = reached.length > 0 ? servedIn(now) : new Set<string>();
  return {
    relationships: held.filter((id) => now.verdicts.get(id)?.status !== 'valid'),
    customers: reached.filter((id) => !isServed.has(id)),
  };
}

/** A verdict as an expectation; undefined for what could not be judged. */
export function expectationOf(verdict: Verdict | undefined): Expectation | undefined {
  if (!verdict || verdict.status === 'unknown') return undefined;
  const notes = [...new Set(verdict.notes.map(({ note }) => note))];
  return {
    verdict: verdict.status,
    ...(verdict.status === 'invalid' ? { rules: verdict.rules } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Everything as it is judged now. */
export function expectationsOf(
  { relationships }: Scenario,
  { verdicts, chain, customers }: Judgement,
): Pick<ScenarioChange, 'expect' | 'expectChain' | 'expectServed'> {
  const expect = Object.fromEntries(
    relationships.flatMap(({ id }) => {
      const expectation = expectationOf(verdicts.get(id));
      return expectation ? [[id, expectation] as const] : [];
    }),
  );
  const served = customers.filter((one) => one.served).map(({ customer }) => customer);
  return { expect, expectChain: chain, expectServed: served.length > 0 ? served : null };
}

function servedIn({ customers }: Judgement): ReadonlySet<string> {
  return new Set(customers.filter(({ served }) => served).map(({ customer }) => customer));
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
