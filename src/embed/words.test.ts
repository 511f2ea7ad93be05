import { describe, expect, it } from 'vitest';
import { placeAround } from '../geometry/layout.ts';
import { createExplainer } from '../i18n/explain.ts';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import en from '../i18n/words.en.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import zhCN from '../i18n/words.zh-CN.ts';
import zhTW from '../i18n/words.zh-TW.ts';
import { moveParties } from '../model/edit.ts';
import { judge } from '../policy/judge.ts';
import { reportedRelationship } from '../render/report.ts';
import { drawPlaced } from '../render/svg.ts';
import { SAMPLES } from '../samples/samples.ts';
import { titledSample } from '../samples/titled.ts';
import { createT, embedWords } from './words.ts';

const SMALL = {
  en: embedWords(en),
  'zh-CN': embedWords(zhCN),
  'zh-TW': embedWords(zhTW),
} satisfies Record<Language, object>;

describe.each(LANGUAGES)('the words of the view in %s', (language) => {
  it('say of every sample what those of the editor say', async () => {
    const full = wordsIn(await createWords(language), language);
    const small = createT(SMALL[language], language);
    for (const sample of SAMPLES) {
      for (const variant of sample.variants) {
        const [expected, actual] = [full, small].map((t) => {
          const plain = titledSample(sample, variant, t, language);
          const scenario = moveParties(plain, placeAround(plain, new Map()));
          const explainer = createExplainer(t, language, scenario);
          const { verdicts } = judge(scenario);
          const relationships = scenario.relationships.map((one) => {
            const verdict = verdicts.get(one.id);
            if (!verdict) throw new Error(`${one.id} was not judged`);
            return reportedRelationship(one, verdict, [], scenario, explainer, { t, language });
          });
          return { picture: drawPlaced(scenario, { t, language }, 'auto'), relationships };
        });
        expect(actual).toEqual(expected);
      }
    }
  });

  it('need every word by its name', () => {
    expect(createT(SMALL[language], language)('file.constructor' as 'ui.name')).toBe(
      'file.constructor',
    );
  });
});
