import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import type { Language } from '../i18n/locale.ts';
import { usePlaying } from './play-context.ts';

export interface CaptionWords {
  readonly words: ReadonlyMap<Language, TFunction>;
  /** Languages whose words could not be loaded. */
  readonly failed: readonly Language[];
}

/** The words of the languages of the captions, as far as they are there. */
export function useCaptionWords(
  languages: readonly Language[],
  wordsOf: (language: Language) => Promise<TFunction>,
): CaptionWords {
  const { t, language: own } = usePlaying();
  const [loaded, setLoaded] = useState<ReadonlyMap<Language, TFunction | undefined>>(new Map());

  useEffect(() => {
    let isOld = false;
    for (const language of languages) {
      if (language === own) continue;
      const keep = (words: TFunction | undefined) => {
        if (!isOld) setLoaded((before) => new Map(before).set(language, words));
      };
      wordsOf(language).then(keep, () => keep(undefined));
    }
    return () => {
      isOld = true;
    };
  }, [languages, wordsOf, own]);

  const known = languages.flatMap((language): [Language, TFunction][] => {
    const words = language === own ? t : loaded.get(language);
    return words ? [[language, words]] : [];
  });
  const failed = languages.filter((one) => one !== own && loaded.has(one) && !loaded.get(one));
  return { words: new Map(known), failed };
}
