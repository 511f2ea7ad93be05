import { describe, expect, it } from 'vitest';
import { RULES } from './rules/index.ts';
import { cite, type PageLocale, SOURCE_IDS } from './sources.ts';
import { OK_IDS } from './types.ts';
import { OK_SOURCES } from './why.ts';

const LOCALES: PageLocale[] = ['en', 'zh-CN', 'zh-TW'];

describe('a citation', () => {
  it.each(SOURCE_IDS)('%s has a page in each language and a date', (source) => {
    const addresses = LOCALES.map((locale) => cite(source, locale).address);
    expect(new Set(addresses).size).toBe(3);
    for (const address of addresses) {
      expect(new URL(address).hostname).toBe('learn.microsoft.com');
      expect(address).toMatch(/\/(en-us|zh-cn|zh-tw)\/partner-center\//);
    }
    expect(cite(source, 'en').dated).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
  });

  it('tells the article from the pages it links to', () => {
    expect(cite('s4', 'zh-TW')).toMatchObject({ article: true, dated: '2020-05-12' });
    expect(cite('markets', 'zh-TW')).toMatchObject({ article: false, dated: '2023-08-17' });
  });

  it('is given by every rule but the drawing rule, and by every explanation', () => {
    const without = RULES.filter(({ sources }) => sources.length === 0).map(({ id }) => id);
    expect(without).toEqual(['self-relationship']);
    for (const ok of OK_IDS) expect(OK_SOURCES[ok].length).toBeGreaterThan(0);
  });

  it('is needed: each source is cited somewhere', () => {
    const cited = new Set([
      ...RULES.flatMap(({ sources }) => sources),
      ...OK_IDS.flatMap((ok) => OK_SOURCES[ok]),
    ]);
    expect([...cited].sort()).toEqual([...SOURCE_IDS].sort());
  });
});
