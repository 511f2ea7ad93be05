import { describe, expect, it } from 'vitest';
import { createWords, loadLanguage, loadLearning } from './words.ts';

describe('the words of training', () => {
  it('come when they are asked for, in every language that is there', async () => {
    const words = await createWords('zh-TW');
    await loadLanguage(words, 'en');
    expect(words.exists('training.task', { returnObjects: true })).toBe(false);
    await loadLearning(words);
    for (const lng of ['zh-TW', 'en']) {
      expect(words.exists('training.task', { lng, returnObjects: true, fallbackLng: [] })).toBe(
        true,
      );
      expect(words.exists('ui.name', { lng, fallbackLng: [] })).toBe(true);
    }
  });

  it('come with a language that arrives later, or meanwhile', async () => {
    const words = await createWords('en');
    await Promise.all([loadLanguage(words, 'zh-CN'), loadLearning(words)]);
    await loadLanguage(words, 'zh-TW');
    for (const lng of ['zh-CN', 'zh-TW']) {
      expect(words.exists('training.task', { lng, returnObjects: true, fallbackLng: [] })).toBe(
        true,
      );
    }
  });
});
