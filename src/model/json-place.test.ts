import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorPlace } from './json-place.ts';

describe('the place of a JSON error', () => {
  it.each([
    ['', 1, 1],
    ['{\n  "a": }', 2, 8],
    ['{"a": 1,}', 1, 9],
    ['[1 2]', 1, 4],
    ['[1,]', 1, 4],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['{"a": 01}', 1, 8],
    ['{"a": tru}', 1, 7],
    ['{"a": "x\ny"}', 1, 7],
    ['[1]]', 1, 4],
    ['{"a": [1}', 1, 9],
    ['{"a":\n\n  1', 3, 4],
    ['// no', 1, 1],
  ])('of %j is line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonErrorPlace(text)).toEqual({ line, column });
  });

  it('is right behind the last character that was JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonErrorPlace(`${text}@`)).toEqual({ line: 1, column: text.length + 1 });
        expect(jsonErrorPlace(`[${text}`)).toEqual({ line: 1, column: text.length + 2 });
      }),
    );
  });
});
