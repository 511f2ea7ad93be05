import { describe, expect, it } from 'vitest';
import { layoutScenario } from '../geometry/layout.ts';
import { parseChain } from '../model/chain-text.ts';
import { moveParties } from '../model/edit.ts';
import type { Target } from '../store/view.ts';
import { partyByName, readingOrder, type Step, stepFrom } from './focus-order.ts';

const drawn = parseChain(
  'microsoft > indirectProvider > indirectReseller > customer; indirectReseller > customer#2; indirectProvider -- indirectReseller',
);
const scenario = moveParties(drawn, layoutScenario(drawn, new Map()));

function walk(from: Target | null, ...steps: Step[]): string[] {
  let at = from;
  return steps.map((step) => {
    at = stepFrom(scenario, at, step) ?? at;
    return at?.id ?? '';
  });
}

describe('the keyboard on the canvas', () => {
  it('goes down the chain and up again, over each relationship', () => {
    expect(walk(null, 'next', 'down', 'down', 'down', 'down', 'down', 'down')).toEqual([
      'microsoft',
      'e1',
      'indirectProvider',
      'e2',
      'indirectReseller',
      'e3',
      'customer',
    ]);
    expect(walk({ kind: 'party', id: 'customer' }, 'up', 'up', 'up', 'up')).toEqual([
      'e3',
      'indirectReseller',
      'e2',
      'indirectProvider',
    ]);
  });

  it('goes sideways among the relationships of a party, and among parties in reading order', () => {
    expect(walk({ kind: 'relationship', id: 'e3' }, 'next', 'down')).toEqual(['e4', 'customer#2']);
    expect(walk({ kind: 'relationship', id: 'e2' }, 'next', 'previous')).toEqual(['e5', 'e2']);
    const order = readingOrder(scenario);
    expect(walk({ kind: 'party', id: order[0] as string }, 'next', 'next')).toEqual(
      order.slice(1, 3),
    );
  });

  it('goes to the first and the last, and stays where there is nothing further', () => {
    const order = readingOrder(scenario);
    expect(walk(null, 'last', 'next', 'first', 'previous')).toEqual([
      order.at(-1),
      order.at(-1),
      'microsoft',
      'microsoft',
    ]);
    expect(stepFrom(parseChain(''), null, 'next')).toBeNull();
  });

  it('finds a party by the beginning of its name, and the next one by the same letter', () => {
    const nameOf = (id: string) => id;
    const found = (from: string, typed: string) =>
      partyByName(scenario, { kind: 'party', id: from }, typed, nameOf)?.id;
    expect(found('microsoft', 'i')).toBe('indirectProvider');
    expect(found('indirectProvider', 'i')).toBe('indirectReseller');
    expect(found('indirectReseller', 'i')).toBe('indirectProvider');
    expect(found('indirectReseller', 'indirectR')).toBe('indirectReseller');
    expect(found('microsoft', 'x')).toBeUndefined();
  });
});
