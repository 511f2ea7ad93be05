import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { RULE_IDS } from '../policy/types.ts';
import { GENERATE_PROBLEMS } from '../training/generate.ts';
import { EMPTY_RECORD, type LearnerRecord } from '../training/learner.ts';
import { RECORD_PROBLEMS } from '../training/learner-file.ts';
import { readPractice } from '../training/practice-address.ts';
import { PracticePage } from './PracticePage.tsx';
import { PlayContext } from './play-context.ts';

const RECORD: LearnerRecord = {
  rules: {
    'self-sale': { seen: 4, right: 3, box: 3, due: '2026-11-28' },
    'region-sale': { seen: 2, right: 1, box: 0, due: '2026-11-20' },
  },
  counted: [],
};

async function page(language: Language, record: LearnerRecord, learn = ''): Promise<string> {
  const words = await createWords(language);
  await loadLearning(words);
  const t = wordsIn(words, language);
  const value = { t, language, theme: 'auto', announce: () => {}, now: () => 0 } as const;
  const nothing = () => {};
  const props = {
    record,
    onRecord: nothing,
    onStart: nothing,
    onExport: nothing,
    onImport: async () => undefined,
    today: '2026-11-21',
    wanted: readPractice(learn),
  };
  const problems = [...GENERATE_PROBLEMS, ...RECORD_PROBLEMS, 'noSeed' as const];
  for (const problem of problems) expect(t(`practice.problem.${problem}`, { max: 1 })).toBeTruthy();
  return renderToStaticMarkup(
    createElement(PlayContext, { value }, createElement(PracticePage, props)),
  );
}

const error = vi.spyOn(console, 'error');
beforeEach(() => error.mockClear());

describe.each(LANGUAGES)('the practice page in %s', (language) => {
  it('has words for everything, and a row for each rule', async () => {
    const html = await page(language, RECORD, 'practice/Monday/level=4/rules=self-sale');
    expect(error).not.toHaveBeenCalled();
    expect(html).not.toMatch(/\bpractice\.\w|\{\{/);
    expect(html.match(/<th scope="row"/g)).toHaveLength(RULE_IDS.length);
    expect(html).toContain('value="Monday"');
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    expect(html).toContain(date.format(new Date('2026-11-28T00:00:00Z')));
  });

  it('offers nothing to reset where nothing is known', async () => {
    const html = await page(language, EMPTY_RECORD);
    expect(html.match(/disabled=""/g)).toHaveLength(1);
  });
});

describe('the practice page', () => {
  it('is set up as an address asks for', async () => {
    const html = await page('en', RECORD, 'practice/a/level=3/kinds=spot.order/mode=assessment');
    const checked = [...html.matchAll(/checked=""[^>]*>\s*<span>(?:<strong>)?([^<]*)/g)];
    expect(checked.map(([, label]) => label)).toEqual([
      '3 · Several chains',
      'All rules of the level',
      'Exam: all answers at the end',
      'Spot the error',
      'Put it in order',
    ]);
  });
});
