import type { TFunction } from 'i18next';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import type { Text } from '../training/exercise.ts';

/** Words of the product, or an author's in the reader's language, or in the first there is. */
export function textIn(text: Text, t: TFunction, language: Language): string {
  if ('words' in text) return t(`training.${text.words}` as 'training.task.predict');
  const { texts } = text;
  const tag = Object.keys(texts).find(
    (tag) => tag.split('-')[0] === language.split('-')[0] && resolveLocale([tag]) === language,
  );
  return texts[language] ?? (tag && texts[tag]) ?? Object.values(texts)[0] ?? '';
}
