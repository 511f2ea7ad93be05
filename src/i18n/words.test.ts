import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import glossary from '../../locales/glossary.json' with { type: 'json' };
import notes from '../../locales/notes.json' with { type: 'json' };
import { COMMAND_IDS } from '../commands/commands.ts';
import { PROBLEM_CODES } from '../model/scenario-file.ts';
import { COUNTRIES, REGIONS } from '../policy/markets.ts';
import { RULES } from '../policy/rules/index.ts';
import { SOURCE_IDS } from '../policy/sources.ts';
import { FIX_IDS, NOTE_IDS, OK_IDS } from '../policy/types.ts';
import { SAMPLES } from '../samples/samples.ts';
import { NOTICES, SAYINGS } from '../store/view.ts';
import { checkWords, flatten, type Glossary, type Words } from './check-words.ts';
import { LANGUAGES, type Language } from './locale.ts';

const ROOT = path.resolve(import.meta.dirname, '../../locales');
const words = new Map<Language, Words>();

function read(language: Language): Words {
  const files = readdirSync(path.join(ROOT, language)).toSorted();
  return Object.assign(
    {},
    ...files.map((file) => {
      const text = readFileSync(path.join(ROOT, language, file), 'utf8');
      return flatten(JSON.parse(text), file.replace('.json', ''));
    }),
  );
}

beforeAll(() => {
  for (const language of LANGUAGES) words.set(language, read(language));
});

const english = () => words.get('en') as Words;

describe.each(LANGUAGES)('the words in %s', (language) => {
  it('have nothing that a machine can find wrong', () => {
    const found = checkWords(
      language,
      words.get(language) as Words,
      english(),
      glossary as Glossary,
    );
    expect(found).toEqual([]);
  });

  it('are brief where they are spoken: twelve words, a name being one', () => {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const spoken = Object.entries(words.get(language) as Words).filter(([key]) =>
      key.startsWith('ui.say.'),
    );
    const long = spoken.filter(([, value]) => {
      const text = value.replace(/\{\{\w+\}\}/g, 'X');
      return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length > 12;
    });
    expect(spoken.length).toBeGreaterThan(10);
    expect(long).toEqual([]);
  });
});

describe('the words', () => {
  it('are there for everything that is named at run time', () => {
    const wanted = [
      ...RULES.flatMap(({ id, messages }) =>
        ['title', ...Object.keys(messages)].map((message) => `policy.rule.${id}.${message}`),
      ),
      ...OK_IDS.map((id) => `policy.ok.${id}`),
      ...NOTE_IDS.map((id) => `policy.note.${id}`),
      ...FIX_IDS.map((id) => `policy.fix.${id}`),
      ...SOURCE_IDS.map((id) => `policy.source.${id}`),
      ...REGIONS.map((id) => `regions.region.${id}`),
      ...COUNTRIES.map((code) => `regions.country.${code}`),
      ...PROBLEM_CODES.map((code) => `file.problem.${code}`),
      ...COMMAND_IDS.map((id) => `ui.command.${id}`),
      ...NOTICES.map((id) => `ui.notice.${id}`),
      ...SAMPLES.flatMap(({ id, variants }) =>
        variants.map((variant) => `samples.${id}.variant.${variant.id}`),
      ),
    ];
    expect(wanted.filter((key) => !(key in english()))).toEqual([]);
    const sayings = SAYINGS.map((id) => `ui.say.${id}`);
    expect(sayings.filter((key) => !(key in english()) && !(`${key}_one` in english()))).toEqual(
      [],
    );
  });

  it('of a rule use the params that the rule gives, and no others', () => {
    for (const { id, messages } of RULES) {
      for (const [message, params] of Object.entries(messages)) {
        const value = english()[`policy.rule.${id}.${message}`] ?? '';
        const used = [...value.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name = '']) => {
          const party = name.replace(/WithRole$/, '');
          return party === name ? [name] : [party, `${party}Role`];
        });
        expect(params, `${id}.${message}`).toEqual(expect.arrayContaining(used));
      }
    }
  });

  it('have a note to the translator for every placeholder, and no note for none', () => {
    const used = new Set(
      Object.values(english()).flatMap((value) =>
        [...value.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string),
      ),
    );
    expect(Object.keys(notes.placeholders).sort()).toEqual([...used].sort());
    expect(Object.keys(notes.keys).filter((key) => !(key in english()))).toEqual([]);
  });
});

describe('the check of words', () => {
  const check = (language: Language, value: string, source: string) =>
    checkWords(language, { k: value }, { k: source }, glossary as Glossary);

  it.each<[Language, string, string, string]>([
    ['zh-CN', '', 'Text', 'empty'],
    ['zh-CN', '文本 ', 'Text', 'space at an end'],
    ['zh-CN', '文\u00A0本', 'Text', 'unusual space'],
    ['zh-CN', '“{{selr}}”文本', 'Text {{seller}}', 'placeholders differ'],
    ['zh-CN', '<1>文本', '<1>Text</1>', 'tags differ'],
    ['zh-CN', '间接供应商', 'indirect provider', 'forbidden term'],
    ['zh-TW', '間接經銷商', 'indirect reseller', 'forbidden term'],
    ['en', 'direct bill partner', 'direct bill partner', 'forbidden term'],
    ['zh-CN', '間接', 'indirect', 'other script'],
    ['zh-TW', '间接', 'indirect', 'other script'],
    ['zh-CN', 'Text', 'Text', 'English left in'],
    ['zh-CN', '文本,文本', 'Text', 'half-width punctuation'],
    ['zh-CN', '文本(文本)', 'Text', 'half-width parenthesis'],
    ['zh-CN', '文本 。', 'Text', 'space beside full-width'],
    ['zh-CN', '文本API', 'Text API', 'no space between Han and Latin'],
    ['zh-CN', '「文本」', 'Text', 'quotes of the other Chinese'],
    ['zh-TW', '“文字”', 'Text', 'quotes of the other Chinese'],
    ['zh-CN', '“文本', 'Text', 'not in pairs'],
    ['zh-CN', '文本...', 'Text…', 'dots instead of an ellipsis'],
    ['zh-CN', '{{seller}}文本', 'Text {{seller}}', 'without quotes'],
    ['zh-CN', '请联系您', 'Text', 'address form'],
    ['zh-TW', '請聯絡你', 'Text', 'address form'],
    ['zh-CN', '必须使用与 CSP 相同的租户', 'must use a different tenant', 'says different'],
    ['zh-CN', '按约定不能', 'By contract it can’t', 'by contract'],
    ['zh-CN', '文本"', 'Text', 'straight quote'],
    ['zh-CN', '(Ａ)文本', 'Text', 'compatibility character'],
  ])('finds in %s %j: %s%s', (language, value, source, what) => {
    expect(check(language, value, source).join('\n')).toContain(what);
  });

  it('finds missing, extra and wrongly counted keys', () => {
    const en = { a: 'A', n_one: '{{count}} x', n_other: '{{count}} x' };
    const zh = { b: '乙', n_one: '{{count}} 个', n_other: '{{count}} 个' };
    expect(checkWords('zh-CN', zh, en, glossary as Glossary)).toEqual(
      expect.arrayContaining([
        'a: missing',
        'b: not in English',
        'n_one: this language has no such plural form',
      ]),
    );
    expect(checkWords('en', { n_other: '{{count}} x' }, en, glossary as Glossary)).toEqual(
      expect.arrayContaining(['n: no plural form "one"']),
    );
  });
});
