import fc from 'fast-check';
import type { i18n } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import glossary from '../../locales/glossary.json' with { type: 'json' };
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { SAMPLES, sampleScenario } from '../samples/samples.ts';
import { walkOf } from '../training/walk.ts';
import { type StopWords, stopWords } from './stop-words.ts';

const words = new Map<Language, i18n>();

beforeAll(async () => {
  for (const language of LANGUAGES) {
    const own = await createWords(language);
    await loadLearning(own);
    words.set(language, own);
  }
});

function said(scenario: Scenario, language: Language): readonly StopWords[] {
  const t = wordsIn(words.get(language) as i18n, language);
  const judgement = judge(scenario);
  return walkOf(scenario).map((stop) => stopWords(stop, scenario, judgement, t, language));
}

function textOf({ title, facts, factsFrom, question, answer }: StopWords): string {
  const revealed = answer
    ? [answer.verdict, answer.headline, ...answer.sentences, answer.sources]
    : [];
  return [title, ...facts, factsFrom, question, ...revealed].join('\n');
}

const SCENARIOS = SAMPLES.flatMap(({ variants }) => variants.map(sampleScenario));

/** What the author typed, in no language of ours. */
function namesIn({ parties, relationships }: Scenario): readonly string[] {
  const typed = [
    ...parties.flatMap(({ name, organization, affiliateGroup, tenant }) => [
      name,
      organization,
      affiliateGroup,
      tenant?.id,
    ]),
    ...relationships.map(({ service }) => service),
  ];
  return typed.flatMap((one) => one ?? []).sort((a, b) => b.length - a.length);
}

describe('the captions', () => {
  it.each(['zh-CN', 'zh-TW'] as const)('leave no Latin text in %s but names', (language) => {
    const accepted = glossary.allowedEnglish.toSorted((a, b) => b.length - a.length);
    const left = SCENARIOS.flatMap((scenario) =>
      said(scenario, language).flatMap((one) => {
        const bare = [...namesIn(scenario), ...accepted].reduce(
          (text, name) => text.replaceAll(name, ' '),
          textOf(one),
        );
        return bare.match(/[A-Za-z]{2,}/g) ?? [];
      }),
    );
    expect(left).toEqual([]);
  });

  it.each(LANGUAGES)('have words for everything in %s', (language) => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        for (const one of said(scenario, language)) {
          expect(textOf(one)).not.toMatch(/\{\{|classroom\.|policy\.|undefined/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('give a verdict, a reason and a source for every relationship', () => {
    for (const scenario of SCENARIOS) {
      const stops = walkOf(scenario);
      said(scenario, 'en').forEach(({ answer, question }, i) => {
        if (stops[i]?.kind !== 'relationship') return;
        expect(answer?.verdict).not.toBe('');
        expect(answer?.sentences).not.toEqual([]);
        expect(answer?.sources).not.toBe('');
        expect(question).not.toBe('');
      });
    }
  });

  it('keep to the answer what the answer is', () => {
    const scenario = parseChain('microsoft > indirectProvider > customer');
    for (const { title, facts, factsFrom, question } of said(scenario, 'en')) {
      const before = [title, ...facts, factsFrom, question].join('\n');
      expect(before).not.toMatch(/not supported|no supported|is supplied\.|reaches it:/i);
    }
  });

  it('say of a customer how products reach it, and of Microsoft nothing that is to be revealed', () => {
    const [microsoft, , , , customer] = said(
      parseChain('microsoft > directBillPartner > customer'),
      'en',
    );
    expect(microsoft?.answer).toBeUndefined();
    expect(customer?.answer?.sentences).toEqual([
      'A supported chain reaches it: Microsoft → Direct-bill partner → End customer',
    ]);
  });
});
