import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from './arbitrary.ts';
import { parseChain } from './chain-text.ts';
import { OUTLINE_DEPTH, type OutlineItem, outlineOf } from './outline.ts';

/** The outline as lines, each level indented by a space. */
function lines(items: readonly OutlineItem[], indent = ''): string[] {
  return items.flatMap(({ party, relationship, isElsewhere, items: inner }) => [
    `${indent}${relationship ? `${relationship.kind} ` : ''}${party}${isElsewhere ? ' …' : ''}`,
    ...lines(inner, `${indent} `),
  ]);
}
const outline = (text: string) => lines(outlineOf(parseChain(text)));

function all(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...all(item.items)]);
}

describe('the outline', () => {
  it('goes down the chain from Microsoft', () => {
    expect(
      outline('indirectReseller > customer; microsoft > indirectProvider > indirectReseller'),
    ).toEqual([
      'microsoft',
      ' sells indirectProvider',
      '  sells indirectReseller',
      '   sells customer',
    ]);
  });

  it('lists partnerships, management and what is not connected', () => {
    expect(
      outline(
        'indirectProvider -- indirectReseller; indirectProvider ~> customer; directBillPartner',
      ),
    ).toEqual([
      'indirectProvider',
      ' partnership indirectReseller',
      ' manages customer',
      'directBillPartner',
    ]);
  });

  it('lists what is reached again with what leads to it, and goes on where it was first', () => {
    expect(
      outline(
        'microsoft > indirectProvider > indirectReseller > customer; indirectProvider -- indirectReseller',
      ),
    ).toEqual([
      'microsoft',
      ' sells indirectProvider',
      '  sells indirectReseller',
      '   sells customer',
      '  partnership indirectReseller …',
    ]);
  });

  it('ends circles', () => {
    expect(
      outline('customer > customer#2 > customer; indirectReseller > indirectReseller'),
    ).toEqual([
      'indirectReseller',
      ' sells indirectReseller …',
      'customer',
      ' sells customer#2',
      '  sells customer …',
    ]);
  });

  it('goes on at the top with what would be too deep', () => {
    const chain = Array.from({ length: OUTLINE_DEPTH + 4 }, (_, i) => `customer#${i + 2}`).join(
      ' > ',
    );
    const items = outlineOf(parseChain(chain));
    expect(items).toHaveLength(2);
    expect(all(items)).toHaveLength(OUTLINE_DEPTH + 5);
  });

  it('has every party, every relationship once, and no key twice', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const items = all(outlineOf(scenario));
        const parties = new Set(items.map(({ party }) => party));
        expect([...parties].sort()).toEqual(scenario.parties.map(({ id }) => id).sort());
        const drawn = items.flatMap(({ relationship }) => relationship?.id ?? []);
        expect(drawn.sort()).toEqual(scenario.relationships.map(({ id }) => id).sort());
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
    );
  });
});
