import { describe, expect, it } from 'vitest';
import { judge } from '../policy/judge.ts';
import { unmetExpectations } from '../what-if/expectations.ts';
import { FIRST_SAMPLE, findVariant, SAMPLE_IDS, SAMPLES, sampleScenario } from './samples.ts';

const VARIANTS = SAMPLES.flatMap(({ id, variants }) =>
  variants.map((variant) => [`${id} ${variant.id}`, variant] as const),
);

describe('the samples', () => {
  it.each(VARIANTS)('%s is refused exactly where it says', (_, variant) => {
    const scenario = sampleScenario(variant);
    const judgement = judge(scenario);
    const refused = [...judgement.verdicts].filter(([, { rules }]) => rules.length > 0);
    expect(Object.fromEntries(refused.map(([id, { rules }]) => [id, rules]))).toEqual(
      variant.refused,
    );
    expect(unmetExpectations(scenario, judgement)).toEqual([]);
  });

  it('are the eight of the article, each with what is supported and what is not', () => {
    expect(SAMPLES.map(({ id }) => id)).toEqual(SAMPLE_IDS);
    for (const { variants } of SAMPLES) {
      const isSupported = variants.map(({ refused }) => Object.keys(refused).length === 0);
      expect(new Set(isSupported)).toEqual(new Set([true, false]));
    }
  });

  it('start with a chain that holds', () => {
    const first = findVariant(FIRST_SAMPLE.sample, FIRST_SAMPLE.variant);
    expect(first && judge(sampleScenario(first)).chain).toBe('complete');
  });
});
