import { describe, expect, it } from 'vitest';
import { EDITIONS, type EditionId } from '../model/scenario.ts';
import { MARKET_TABLE_DATE, marketsOf, REGIONS, regionOf } from './markets.ts';
import table2020 from './markets-2020-06.json' with { type: 'json' };
import table2023 from './markets-2023-08.json' with { type: 'json' };

const TABLES = { '2020-05': table2020, '2023-10': table2023 } satisfies Record<EditionId, object>;
const ALIASES = ['XE', 'XS'];

describe.each(EDITIONS)('the markets of edition %s', (edition) => {
  it('are those of its table, each country in one region', () => {
    const expected = TABLES[edition].flatMap(({ id, countries }) =>
      countries.map(({ code }) => [code, id]),
    );
    const found = [...marketsOf(edition)].filter(([code]) => !ALIASES.includes(code));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(
      TABLES[edition].map(({ id }) => id).filter((id) => !REGIONS.includes(id as never)),
    ).toEqual([]);
  });

  it('have fifteen regions and a date', () => {
    expect(new Set(marketsOf(edition).values()).size).toBe(15);
    expect(MARKET_TABLE_DATE[edition]).toMatch(/^20\d\d-\d\d$/);
  });

  it('know the codes Microsoft gives to Saba and Sint Eustatius', () => {
    for (const alias of ALIASES) expect(regionOf(alias, edition)).toBe('latin-america-caribbean');
  });
});

describe('the surprising homes (POLICY 4.2, 4.3)', () => {
  it.each([
    ['GU', 'australia', 'united-states'],
    ['MP', 'australia', 'united-states'],
    ['AS', 'new-zealand', 'united-states'],
    ['RU', 'russia', undefined],
    ['BY', 'middle-east-central-eastern-europe', undefined],
    ['CN', undefined, 'china'],
    ['ZA', 'middle-east-central-eastern-europe', 'middle-east-central-eastern-europe'],
    ['NC', 'africa', 'africa'],
    ['PR', 'latin-america-caribbean', 'latin-america-caribbean'],
    ['XK', 'middle-east-central-eastern-europe', 'middle-east-central-eastern-europe'],
    ['KP', undefined, undefined],
  ])('%s: %s in 2020-05, %s in 2023-10', (country, before, now) => {
    expect([regionOf(country, '2020-05'), regionOf(country, '2023-10')]).toEqual([before, now]);
  });
});
