import { describe, expect, it } from 'vitest';
import { type Language, resolveLocale } from './locale.ts';

const ONE: [string, Language][] = [
  ...['zh', 'zh-CN', 'zh-SG', 'zh-MY', 'zh-Hans', 'zh-Hans-HK', 'zh-CA', 'zh_CN'].map(
    (tag): [string, Language] => [tag, 'zh-CN'],
  ),
  ...[
    'zh-TW',
    'zh-HK',
    'zh-MO',
    'zh-Hant',
    'zh-Hant-TW',
    'zh-Hant-HK',
    'zh-Hant-CN',
    'zh_TW',
    'yue-HK',
    'zh-AU',
    'zh-US',
    'zh-GB',
  ].map((tag): [string, Language] => [tag, 'zh-TW']),
  ['en', 'en'],
  ['en-GB', 'en'],
  [' EN-us ', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['zh-CHT', 'en'],
  ['zh-min-nan', 'en'],
];

describe('the language for', () => {
  it.each(ONE)('%j is %s', (tag, language) => {
    expect(resolveLocale([tag])).toBe(language);
  });

  it.each<[(string | null | undefined)[], Language]>([
    [['en-US', 'zh-TW'], 'en'],
    [['fr-FR', 'zh-MO'], 'zh-TW'],
    [['fr-FR', 'zh-SG', 'en'], 'zh-CN'],
    [[undefined, null, 'zh-HK', 'en'], 'zh-TW'],
    [['no such tag', 'zh'], 'zh-CN'],
    [[], 'en'],
  ])('%j is %s', (tags, language) => {
    expect(resolveLocale(tags)).toBe(language);
  });
});
