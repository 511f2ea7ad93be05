import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { judge, worldOf } from './judge.ts';
import type { Fault, Params, Rule } from './types.ts';

/** Test support: a rule against its table. The chain text is the title of the row. */

export interface Refused {
  readonly chain: string;
  /** Exactly what the rule says of the whole chain, relationship by relationship. */
  readonly faults: readonly Fault[];
}

export function refused(chain: string, ...faults: readonly Fault[]): Refused {
  return { chain, faults };
}

/** A fault whose params are parties only, given as `seller: 'id'`. */
export function fault(message: string, parties: Record<string, string>, rest: Params = {}): Fault {
  const params: Record<string, Params[string]> = { ...rest };
  for (const [name, party] of Object.entries(parties)) params[name] = { party };
  return { message, params };
}

export function testRule(
  rule: Rule,
  table: { readonly valid: readonly string[]; readonly invalid: readonly Refused[] },
): void {
  describe(rule.id, () => {
    it.each(table.valid)('accepts %s', (chain) => {
      expect(faultsIn(chain, rule)).toEqual([]);
    });

    it.each(table.invalid.map(({ chain, faults }) => [chain, faults] as const))(
      'refuses %s',
      (chain, faults) => {
        expect(faultsIn(chain, rule)).toEqual(faults);
      },
    );

    it('gives exactly the params it declares, and every message is reached by a row', () => {
      const found = table.invalid.flatMap(({ chain }) => faultsIn(chain, rule));
      for (const { message, params } of found) {
        expect(Object.keys(params).sort()).toEqual([...(rule.messages[message] ?? [])].sort());
      }
      expect([...new Set(found.map(({ message }) => message))].sort()).toEqual(
        Object.keys(rule.messages).sort(),
      );
    });

    it('has a right example that is valid and a wrong one that it refuses', () => {
      const right = judge(parseChain(rule.examples.right));
      for (const { status } of right.verdicts.values()) expect(status).toBe('valid');
      expect(faultsIn(rule.examples.wrong, rule).length).toBeGreaterThan(0);
      const last = [...judge(parseChain(rule.examples.wrong)).verdicts.values()].at(-1);
      expect(last?.reasons.map((reason) => reason.rule)).toContain(rule.id);
    });
  });
}

function faultsIn(chain: string, rule: Rule): Fault[] {
  const world = worldOf(parseChain(chain));
  return world.edges.flatMap((edge) => {
    const { kind } = edge.relationship;
    const asked = rule.judges.some(
      (cells) =>
        cells.kind === kind &&
        cells.from.includes(edge.from.type) &&
        cells.to.includes(edge.to.type),
    );
    const found = asked ? rule.check(edge, world) : undefined;
    return found === undefined ? [] : Array.isArray(found) ? found : [found as Fault];
  });
}
