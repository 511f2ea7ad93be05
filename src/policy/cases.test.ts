import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../model/scenario-file.ts';
import cases from './cases.json' with { type: 'json' };
import { judge } from './judge.ts';

describe('the case file of the policy', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, file) => {
    const read = scenarioOf(file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { scenario } = read;
    const { verdicts, chain } = judge(scenario);
    const found = Object.fromEntries(
      [...verdicts].map(([id, { status, reasons, notes }]) => [
        id,
        {
          verdict: status,
          rules: [...new Set(reasons.map(({ rule }) => rule))].sort(),
          notes: notes.map(({ note }) => note).sort(),
        },
      ]),
    );
    const expected = Object.fromEntries(
      Object.entries(scenario.expect ?? {}).map(([id, { verdict, rules = [], notes = [] }]) => [
        id,
        { verdict, rules: rules.toSorted(), notes: notes.toSorted() },
      ]),
    );
    expect(Object.keys(expected).sort()).toEqual(Object.keys(found).sort());
    expect(found).toEqual(expected);
    expect(chain).toBe(scenario.expectChain);
  });
});
