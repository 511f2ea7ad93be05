import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLines, textWidth } from './text.ts';

const STYLE = { size: 10 };

describe('the width of a text', () => {
  it.each([
    ['間接', 20],
    ['，。', 20],
    ['\u0301\u200D', 0],
    ['', 0],
  ])('%j is %d at ten pixels', (text, width) => {
    expect(textWidth(text, STYLE)).toBe(width);
  });

  it('grows with the letters, and is larger in bold but for Han', () => {
    expect(textWidth('WWW', STYLE)).toBeGreaterThan(textWidth('iii', STYLE) * 2);
    expect(textWidth('Contoso', { size: 10, isBold: true })).toBeGreaterThan(
      textWidth('Contoso', STYLE),
    );
    expect(textWidth('間', { size: 10, isBold: true })).toBe(10);
  });
});

describe('a text in lines', () => {
  it.each([
    ['one two three', 46, 3, ['one two', 'three']],
    ['間接提供者', 30, 2, ['間接提', '供者']],
    ['甲乙，丙丁', 20, 3, ['甲', '乙，', '丙丁']],
    ['甲乙「丙丁」', 30, 3, ['甲乙', '「丙', '丁」']],
    ['甲乙丙丁戊己', 20, 2, ['甲乙', '丙…']],
    ['a\n b', 100, 3, ['a b']],
    ['', 100, 3, []],
  ])('%j within %d: %j', (text, width, max, lines) => {
    expect(fitLines(text, width, STYLE, max as number)).toEqual(lines);
  });

  it('fits, and loses nothing but what an ellipsis stands for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, max) => {
          const lines = fitLines(text, width, STYLE, max);
          expect(lines.length).toBeLessThanOrEqual(max);
          for (const line of lines) {
            const isOne = [...new Intl.Segmenter('en').segment(line)].length <= 2;
            expect(isOne || textWidth(line, STYLE) <= width).toBe(true);
          }
          const bare = (value: string) => value.replace(/[\s\p{Cc}]/gu, '');
          const shown = bare(lines.join(''));
          expect(bare(text).startsWith(shown.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });
});
