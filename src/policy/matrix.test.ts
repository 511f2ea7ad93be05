import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import {
  PARTY_TYPES,
  type PartyType,
  RELATIONSHIP_KINDS,
  type Scenario,
} from '../model/scenario.ts';
import { judge, wouldBe } from './judge.ts';
import { isSupportedPair, MATRIX } from './matrix.ts';
import { RULES } from './rules/index.ts';

/** Every type twice, all in one region and supplied, so that only the pair of types decides. */
const EVERYBODY = parseChain(
  'microsoft > indirectProvider > indirectReseller; microsoft > directBillPartner; microsoft#2 > indirectProvider#2 > indirectReseller#2; microsoft#2 > directBillPartner#2; customer; customer#2',
);
const STRUCTURAL = RULES.filter(({ stage }) => stage === 'structural').map(({ id }) => id);

const CELLS = RELATIONSHIP_KINDS.flatMap((kind) =>
  PARTY_TYPES.flatMap((from) => PARTY_TYPES.map((to) => [kind, from, to, MATRIX[kind][from][to]])),
) as [keyof typeof MATRIX, PartyType, PartyType, string][];

describe('the reviewed matrix', () => {
  it('has every cell', () => {
    expect(CELLS).toHaveLength(75);
  });

  it.each(CELLS)('%s: %s to %s is %s', (kind, from, to, cell) => {
    const { status, reasons } = wouldBe(EVERYBODY, { kind, from, to: `${to}#2` });
    const structural = reasons.map(({ rule }) => rule).filter((rule) => STRUCTURAL.includes(rule));
    if (cell === 'yes') expect([status, reasons]).toEqual(['valid', []]);
    else expect(structural).toEqual([cell === 'own-use' ? 'provider-sells-via-resellers' : cell]);
    expect(isSupportedPair(kind, from, to)).toBe(cell === 'yes');
  });

  it.each(CELLS)('%s: %s with itself is a self-relationship', (kind, from) => {
    const { reasons } = wouldBe(EVERYBODY, { kind, from, to: from });
    expect(reasons.map(({ rule }) => rule)).toEqual(['self-relationship']);
  });
});

describe('own use of a reseller company in a provider channel (POLICY 2.8)', () => {
  const related = ['related', '-- indirectReseller[org=o,tenant=t/csp]'] as const;
  const unrelated = ['not related', '; indirectReseller[org=o,tenant=t/csp]'] as const;
  const rows: [readonly [string, string], string, string[], string[]][] = [
    [related, '', ['own-use-tenant-unknown', 'same-provider-customer'], []],
    [related, ',tenant=t/csp', ['csp-tenant-purchase', 'same-provider-customer'], []],
    [related, ',tenant=u/customer', [], ['note-provider-own-use']],
    [unrelated, '', ['own-use-tenant-unknown'], []],
    [unrelated, ',tenant=t/customer', ['csp-tenant-purchase'], []],
    [unrelated, ',tenant=u/customer', [], ['note-provider-own-use']],
  ];

  it.each(rows)('%s, tenant %j', ([, line], tenant, rules, notes) => {
    const scenario: Scenario = parseChain(
      `microsoft > indirectProvider ${line}; indirectProvider > customer[org=o${tenant}]`,
    );
    const verdict = [...judge(scenario).verdicts.values()].at(-1);
    expect(verdict?.reasons.map(({ rule }) => rule).sort()).toEqual(rules);
    expect(verdict?.notes.map(({ note }) => note)).toEqual(notes);
  });
});
