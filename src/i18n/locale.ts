/** The languages of the product; one code everywhere: files, addresses, `lang`, Intl. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in itself: a reader finds their own language without reading another. Never a flag. */
export const ENDONYMS: Record<Language, string> = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

/** Where a first party stands, as far as nothing else says so. ISO 3166-1 alpha-2. */
export const HOME: Record<Language, string> = { en: 'US', 'zh-CN': 'CN', 'zh-TW': 'TW' };

/**
 * The first of the wishes that is English or Chinese, by script and likely script: zh-HK, zh-MO and
 * zh-Hant are zh-TW, zh-SG is zh-CN. Matching by language alone would give them the wrong script.
 *
 * @param wishes BCP 47 tags, most wanted first; unknown and malformed ones are passed over
 */
export function resolveLocale(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    if (!wish) continue;
    const locale = likelyLocale(wish);
    if (locale?.language === 'en') return 'en';
    if (locale?.language === 'zh' || locale?.language === 'yue') {
      return locale.script === 'Hant' ? 'zh-TW' : 'zh-CN';
    }
  }
  return 'en';
}

function likelyLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}
