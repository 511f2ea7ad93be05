import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, readDelimited, writeDelimited } from './delimited.ts';

describe('delimited text', () => {
  it.each([
    [
      'tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'commas and CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons, as where a comma is the decimal sign',
      'a;b\nc,1;d',
      [
        ['a', 'b'],
        ['c,1', 'd'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    ['quotes, with what would otherwise end a cell', '"a,""b""\nc",d', [['a,"b"\nc', 'd']]],
    ['an empty line between two tables', 'a,b\n\nc,d', [['a', 'b'], [''], ['c', 'd']]],
    ['empty cells at the end', 'a,b,,\n', [['a', 'b', '', '']]],
    ['a tab in a comma separated cell', 'a\tb,c', [['a', 'b,c']]],
    [
      'a quote within a copied cell, which spreadsheets do not double',
      '"A" Ltd\tb',
      [['"A" Ltd', 'b']],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, records) => {
    expect(readDelimited(text)).toEqual({ records });
  });

  it.each([
    ['a quote that is never closed', 'a,b\n"c,d', 1],
    ['text behind a closing quote', '"a"b,c', 0],
  ])('finds %s', (_, text, record) => {
    expect(readDelimited(text).badQuote).toBe(record);
  });

  it('gives back whatever was written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '='),
    });
    const record = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...DELIMITERS),
        (records, delimiter) => {
          // The first line tells which delimiter it is, as column names do.
          const named = [['name', 'type'], ...records];
          expect(readDelimited(writeDelimited(named, delimiter))).toEqual({ records: named });
        },
      ),
    );
  });
});
