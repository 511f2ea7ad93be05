import type { TFunction } from 'i18next';
import type { Language } from '../i18n/locale.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Sample, sampleScenario, type Variant } from './samples.ts';

/** A sample as a scenario, with its title in the reader's language. */
export function titledSample(
  sample: Sample,
  variant: Variant,
  t: TFunction,
  language: Language,
): Scenario & { readonly title: string } {
  const title = t('ui.samples.titleOf', {
    sample: t(`policy.source.${sample.id}`),
    variant: variantTitle(sample, variant, t),
  });
  // As a file a sample is its own test; opened to be played with, it keeps nobody from breaking it.
  const { expect, ...scenario } = sampleScenario(variant);
  return { ...scenario, title, language };
}

/** The variants differ from sample to sample, so the compiler can't know the keys; a test knows them all. */
export function variantTitle(sample: Sample, variant: Variant, t: TFunction): string {
  return t(`samples.${sample.id}.variant.${variant.id}` as 'samples.s1.variant.direct');
}
