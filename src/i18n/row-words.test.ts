import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { DELIMITERS } from '../model/delimited.ts';
import { folded, type RowWords, readRows, writeRows } from '../model/rows.ts';
import { EMPTY_SCENARIO, FACTS, type Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { COUNTRIES } from '../policy/markets.ts';
import { LANGUAGES, type Language } from './locale.ts';
import { rowNames, rowWords } from './row-words.ts';
import { createWords, loadLanguage, wordsIn } from './words.ts';

let words: RowWords;
let t: Record<Language, ReturnType<typeof wordsIn>>;

beforeAll(async () => {
  const i18n = await createWords('en');
  await Promise.all(LANGUAGES.map((language) => loadLanguage(i18n, language)));
  t = {
    en: wordsIn(i18n, 'en'),
    'zh-CN': wordsIn(i18n, 'zh-CN'),
    'zh-TW': wordsIn(i18n, 'zh-TW'),
  };
  words = rowWords(LANGUAGES.map((language) => t[language]));
});

/** Names as they occur: missing, shared, like an id, like a formula, with what separates cells. */
const NAMES = [
  undefined,
  'Contoso',
  'Fabrikam, "Inc."',
  '=1+1',
  "'@x",
  '-',
  'p0',
  '\u5C0F\u516C\u53F8',
  'Tab; semi',
];

const named: fc.Arbitrary<Scenario> = arbitraryScenario().chain((scenario) =>
  fc
    .array(fc.constantFrom(...NAMES), {
      minLength: scenario.parties.length,
      maxLength: scenario.parties.length,
    })
    .map((names) => ({
      ...scenario,
      parties: scenario.parties.map((party, i) => {
        const name = names[i];
        return name === undefined ? party : { ...party, name };
      }),
    })),
);

describe.each(LANGUAGES)('rows written in %s', (language) => {
  it('give the same parties and relationships when they are read', () => {
    fc.assert(
      fc.property(named, fc.constantFrom(...DELIMITERS), (scenario, delimiter) => {
        const text = writeRows(scenario, rowNames(t[language], judge(scenario)), delimiter);
        const read = readRows(text, words, EMPTY_SCENARIO, 'add');
        expect(read.rows.flatMap(({ problems }) => problems)).toEqual([]);
        expect(read.scenario).toEqual({
          parties: scenario.parties,
          relationships: scenario.relationships,
        });
      }),
    );
  });

  it('change nothing where they replace what they were written from', () => {
    fc.assert(
      fc.property(named, (scenario) => {
        const text = writeRows(scenario, rowNames(t[language], judge(scenario)), '\t');
        expect(readRows(text, words, scenario, 'replace').scenario).toEqual(scenario);
      }),
    );
  });

  it('hold no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(named, (scenario) => {
        const text = writeRows(scenario, rowNames(t[language], judge(scenario)), '\t');
        for (const cell of text.split(/[\t\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
      }),
    );
  });

  it('call every country by a name that means no other', () => {
    const { country } = rowNames(t[language], { verdicts: new Map() });
    for (const code of COUNTRIES) expect(words.countries.get(folded(country(code)))).toBe(code);
  });

  it('call every column by a name of its own', () => {
    const { column } = rowNames(t[language], { verdicts: new Map() });
    for (const fact of FACTS) expect(words.columns.get(folded(column(fact)))).toBe(fact);
  });
});
