import type { Language } from './locale.ts';

/** Test support: what can be checked about words by machine (the "error" rows of the terminology rules). */

export type Words = Readonly<Record<string, string>>;

export interface Glossary {
  readonly terms: readonly {
    readonly key: string;
    readonly forbidden: Partial<Record<Language, readonly string[]>>;
  }[];
  readonly globalForbidden: Partial<
    Record<Language, readonly { readonly pattern: string; readonly use: string }[]>
  >;
  readonly allowedEnglish: readonly string[];
}

/** Nested words to `file.group.id` and their values. */
export function flatten(words: object, prefix = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(words)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat[path] = value;
    else Object.assign(flat, flatten(value as object, path));
  }
  return flat;
}

/** Everything that is wrong with the words of one language, as `key: what`. */
export function checkWords(
  language: Language,
  words: Words,
  english: Words,
  glossary: Glossary,
): string[] {
  const findings = [
    ...checkKeys(language, words, english),
    ...Object.entries(words).flatMap(([key, value]) => {
      const source = english[key] ?? english[key.replace(/_other$/, '_one')] ?? '';
      const found = [
        ...checkForm(value),
        ...checkPlaceholders(value, source),
        ...checkForbidden(language, value, glossary),
        ...(language === 'en' ? [] : checkChinese(language, value, source, glossary)),
      ];
      return found.map((what) => `${key}: ${what} in ${JSON.stringify(value)}`);
    }),
  ];
  return findings;
}

/** The same keys, and for each language exactly its plural forms. */
function checkKeys(language: Language, words: Words, english: Words): string[] {
  const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
  const stems = new Set(Object.keys(words).map(stem));
  const wanted = new Set(Object.keys(english).map(stem));
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const found: string[] = [];
  for (const one of wanted) if (!stems.has(one)) found.push(`${one}: missing`);
  for (const one of stems) if (!wanted.has(one)) found.push(`${one}: not in English`);
  const counted = new Set(
    Object.keys(words)
      .filter((key) => key !== stem(key))
      .map(stem),
  );
  for (const one of counted) {
    for (const category of categories) {
      if (!(`${one}_${category}` in words)) found.push(`${one}: no plural form "${category}"`);
    }
    for (const category of ['one', 'two', 'few', 'many']) {
      const key = `${one}_${category}`;
      if (key in words && !categories.includes(category as Intl.LDMLPluralRule)) {
        found.push(`${key}: this language has no such plural form`);
      }
    }
  }
  return found;
}

function checkForm(value: string): string[] {
  const found: string[] = [];
  if (value.trim() === '') found.push('empty');
  if (value !== value.trim()) {
    // Separators end in a space on purpose.
    if (!/^[,;] $/.test(value)) found.push('space at an end');
  }
  if (/ {2}|[\u00A0\u200B-\u200D\u2060\u3000\uFEFF]/.test(value)) found.push('unusual space');
  if (value !== value.normalize('NFC')) found.push('not NFC');
  if (/[\uF900-\uFAFF\u2E80-\u2FDF\uFF21-\uFF3A\uFF41-\uFF5A\uFF10-\uFF19]/.test(value)) {
    found.push('compatibility character');
  }
  if (/\.\.\.|。。/.test(value)) found.push('dots instead of an ellipsis');
  if (/"/.test(value)) found.push('straight quote');
  return found;
}

const PLACEHOLDER = /\{\{\s*([^}]+?)\s*\}\}/g;

function placeholders(value: string): string {
  return [...new Set([...value.matchAll(PLACEHOLDER)].map(([, name]) => name))].sort().join();
}

function tags(value: string): string {
  return (value.match(/<\/?\d+\/?>/g) ?? []).sort().join();
}

function checkPlaceholders(value: string, source: string): string[] {
  const found: string[] = [];
  if (placeholders(value) !== placeholders(source)) {
    found.push(`placeholders differ from English (${placeholders(source)})`);
  }
  if (tags(value) !== tags(source)) found.push('tags differ from English');
  return found;
}

function checkForbidden(language: Language, value: string, glossary: Glossary): string[] {
  const terms = glossary.terms.flatMap(({ forbidden }) => forbidden[language] ?? []);
  const global = (glossary.globalForbidden[language] ?? []).map(({ pattern }) => pattern);
  return [...terms, ...global]
    .filter((pattern) => toTest(pattern)(value))
    .map((pattern) => `forbidden term ${pattern}`);
}

const tests = new Map<string, (value: string) => boolean>();

/** Plain text, or a regular expression between slashes. */
function toTest(pattern: string): (value: string) => boolean {
  let test = tests.get(pattern);
  if (!test) {
    const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
    const expression = source === undefined ? undefined : new RegExp(source, `${flags}u`);
    test = (value) => (expression ? expression.test(value) : value.includes(pattern));
    tests.set(pattern, test);
  }
  return test;
}

function checkChinese(
  language: Exclude<Language, 'en'>,
  value: string,
  source: string,
  glossary: Glossary,
): string[] {
  return [
    ...checkScript(language, value),
    ...checkTranslated(value, glossary),
    ...checkPunctuation(language, value),
    ...checkNames(language, value),
    ...checkMeaning(value, source),
    ...(language === 'zh-CN' && value.includes('您') ? ['address form 您'] : []),
    ...(language === 'zh-TW' && /你(?!們)/.test(value) ? ['address form 你'] : []),
  ];
}

const repertoires = new Map<Language, ReadonlySet<string>>();

/** Han characters of GB2312 or Big5, from the decoders of the platform. */
function repertoire(language: Language): ReadonlySet<string> {
  let known = repertoires.get(language);
  if (!known) {
    const isMainland = language === 'zh-CN';
    const decoder = new TextDecoder(isMainland ? 'gbk' : 'big5');
    const characters = new Set<string>();
    // GB2312 rows of Han, and the two levels of Big5.
    const [first, last] = isMainland ? [0xb0, 0xf7] : [0xa4, 0xf9];
    for (let high = first; high <= last; high++) {
      for (let low = isMainland ? 0xa1 : 0x40; low <= 0xfe; low++) {
        const character = decoder.decode(Uint8Array.of(high, low));
        if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
      }
    }
    known = characters;
    repertoires.set(language, known);
  }
  return known;
}

function checkScript(language: Language, value: string): string[] {
  const known = repertoire(language);
  const strange = [...value].filter((c) => /\p{Script=Han}/u.test(c) && !known.has(c));
  return strange.length > 0 ? [`characters of the other script: ${strange.join('')}`] : [];
}

function checkTranslated(value: string, { allowedEnglish }: Glossary): string[] {
  let rest = value.replace(PLACEHOLDER, ' ');
  for (const word of allowedEnglish.toSorted((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(word, ' ');
  }
  const left = rest.match(/[A-Za-z]{2,}/g);
  return left ? [`English left in: ${left.join(' ')}`] : [];
}

function checkPunctuation(language: Language, value: string): string[] {
  const found: string[] = [];
  const text = value.replace(PLACEHOLDER, '甲');
  if (/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text)) {
    found.push('half-width punctuation');
  }
  if (/\p{Script=Han}\.(?!\w)/u.test(text)) found.push('half-width full stop');
  if (/[()]/.test(text) && /\p{Script=Han}/u.test(text)) found.push('half-width parenthesis');
  if (/ [，。、：；？！）”」』]|[，。、：；？！（“「『] /.test(text)) {
    found.push('space beside full-width punctuation');
  }
  if (/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text.replace(/[年月日]/g, ' '))) {
    found.push('no space between Han and Latin');
  }
  const [own, others] = language === 'zh-CN' ? ['“”', /[「」『』]/] : ['「」', /[“”‘’]/];
  if (others.test(text)) found.push('quotes of the other Chinese');
  if (count(text, own[0] as string) !== count(text, own[1] as string)) {
    found.push('quotes not in pairs');
  }
  if (count(text, '（') !== count(text, '）')) found.push('parentheses not in pairs');
  return found;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Names the author typed: in quotes, so that a reader sees where they end. */
const NAMES = [
  'party',
  'seller',
  'buyer',
  'partner',
  'other',
  'provider',
  'reseller',
  'customer',
  'manager',
  'managed',
  'supplier',
  'organization',
  'group',
  'tenant',
  'a',
  'b',
  'name',
  'title',
];

function checkNames(language: Language, value: string): string[] {
  const [open, close] = language === 'zh-CN' ? ['“', '”'] : ['「', '」'];
  return [...value.matchAll(PLACEHOLDER)].flatMap(({ 0: whole, 1: name = '', index }) => {
    if (!NAMES.includes(name)) return [];
    const isQuoted = value[index - 1] === open && value[index + whole.length] === close;
    return isQuoted ? [] : [`{{${name}}} without quotes`];
  });
}

/** What English says, Chinese must say: small invariants that found the reversed scenario 4 by machine. */
const MEANING: readonly [RegExp, RegExp][] = [
  [/\b(different|another|other|others)\b/i, /不同|另|其他|異|异|別|别|其餘|其余/],
  [/\bsame\b/i, /同|跟随|與系統相同/],
  [
    /\b(not|never|no|can’t|can't|doesn’t|without|nothing|none|nor)\b/i,
    /不|无|無|未|没|沒|非|禁|尚|否/,
  ],
  [/\btwo\b/i, /两|兩|二|双|雙/],
  [/\bthree\b/i, /三/],
  [/\b(itself|themselves|oneself|own)\b/i, /自|其|独|獨/],
  [/\bsells? to\b|\bbuys? .*\bfrom\b/i, /给|給|向|从|從/],
  [/\bon behalf of\b/i, /代表/],
  [/\bby contract\b/i, /协议|合同|合約/],
];

function checkMeaning(value: string, source: string): string[] {
  const english = source.replace(PLACEHOLDER, '');
  const found = MEANING.filter(([said, must]) => said.test(english) && !must.test(value)).map(
    ([said]) => `English says ${said.source}, Chinese does not`,
  );
  const reversed =
    /\bdifferent\b/i.test(english) && !/\bsame\b/i.test(english) && /相同|同一/.test(value);
  return reversed ? [...found, 'English says different, Chinese says same'] : found;
}
