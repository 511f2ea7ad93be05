import type { Edit } from '../model/edit.ts';
import type { Expectation, Scenario } from '../model/scenario.ts';
import {
  brokenPins,
  expectationOf,
  expectationsOf,
  unmetExpectations,
} from '../what-if/expectations.ts';
import { type App, judgementOf, scenarioOf } from './app.ts';
import { notify } from './view.ts';

/** The edit that expects a relationship to be judged as it is now. */
export function expectNow(scenario: Scenario, relationship: string): Edit {
  const now = expectationOf(judgementOf(scenario).verdicts.get(relationship));
  return expecting({ ...scenario.expect, ...(now ? { [relationship]: now } : {}) });
}

export function expectNothing(scenario: Scenario, relationship: string): Edit {
  const { [relationship]: _, ...left } = scenario.expect ?? {};
  return expecting(left);
}

/** The edit that says whether a valid sale must reach a customer. */
export function expectServed(
  { expectServed = [] }: Scenario,
  customer: string,
  must: boolean,
): Edit {
  const others = expectServed.filter((id) => id !== customer);
  const served = must ? [...others, customer] : others;
  return { op: 'setScenario', set: { expectServed: served.length > 0 ? served : null } };
}

export function expectAllNow(scenario: Scenario): Edit {
  return { op: 'setScenario', set: expectationsOf(scenario, judgementOf(scenario)) };
}

export const EXPECT_NOTHING: Edit = {
  op: 'setScenario',
  set: { expect: null, expectChain: null, expectServed: null },
};

/** One line of what a scenario expects, and whether it gets it. */
export type Expected = { readonly isMet: boolean } & (
  | { readonly relationship: string; readonly expectation: Expectation }
  | { readonly customer: string }
  | { readonly chain: NonNullable<Scenario['expectChain']> }
);

export function expectedOf(scenario: Scenario): readonly Expected[] {
  const unmet = unmetExpectations(scenario, judgementOf(scenario));
  const { expect = {}, expectServed = [], expectChain } = scenario;
  return [
    ...Object.entries(expect).map(([relationship, expectation]) => ({
      relationship,
      expectation,
      isMet: !unmet.some((one) => 'relationship' in one && one.relationship === relationship),
    })),
    ...expectServed.map((customer) => ({
      customer,
      isMet: !unmet.some((one) => 'customer' in one && one.customer === customer),
    })),
    ...(expectChain ? [{ chain: expectChain, isMet: !unmet.some((one) => 'chain' in one) }] : []),
  ];
}

/** Says at once what must stay valid and no longer is; from the message the change can be undone. */
export function warnOfBrokenPins(app: App, before: Scenario): void {
  if (app.view.getState().conceals || (!before.expect && !before.expectServed)) return;
  const after = scenarioOf(app);
  const broken = brokenPins(before, judgementOf(before), () => judgementOf(after));
  const { relationships, customers } = broken;
  if (relationships.length > 0) {
    const params = { edges: { relationships } };
    notify(app.view, 'pinBroken', 'problem', { before, after, params });
  }
  // Most customers are lost by the relationship that was pinned too: one change, one message.
  if (customers.length > 0 && relationships.length === 0) {
    const params = { parties: { parties: customers } };
    notify(app.view, 'customerLost', 'problem', { before, after, params });
  }
}

/** A warning goes when the change it was about has been undone. */
export function forgetMendedPins(app: App): void {
  const now = scenarioOf(app);
  app.view.setState(({ notices }) => ({
    notices: notices.filter(({ about }) => about?.before !== now),
  }));
}

function expecting(expect: NonNullable<Scenario['expect']>): Edit {
  const isEmpty = Object.keys(expect).length === 0;
  return { op: 'setScenario', set: { expect: isEmpty ? null : expect } };
}
