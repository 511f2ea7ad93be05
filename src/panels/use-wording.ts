import type { TFunction } from 'i18next';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAppContext } from '../hooks/app-context.ts';
import type { Language } from '../i18n/locale.ts';
import { loadLanguage, NAMESPACE, wordsIn } from '../i18n/words.ts';

type Wanted =
  | {
      readonly state: 'ready';
      readonly wording: { readonly t: TFunction; readonly language: Language };
    }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void };

/** The words of any language, fetched when they are first asked for. */
export function useWording(language: Language): Wanted {
  const { words } = useAppContext();
  const [loaded, setLoaded] = useState<ReadonlyMap<Language, 'ready' | 'failed'>>(new Map());
  const here = words.hasResourceBundle(language, NAMESPACE) ? 'ready' : loaded.get(language);
  const set = useCallback(
    (state: 'ready' | 'failed' | undefined) =>
      setLoaded((before) => {
        const after = new Map(before);
        if (state) after.set(language, state);
        else after.delete(language);
        return after;
      }),
    [language],
  );

  useEffect(() => {
    if (here !== undefined) return;
    let isWanted = true;
    loadLanguage(words, language).then(
      () => isWanted && set('ready'),
      () => isWanted && set('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [words, language, here, set]);

  return useMemo(() => {
    if (here === 'ready')
      return { state: 'ready', wording: { t: wordsIn(words, language), language } };
    return here === 'failed'
      ? { state: 'failed', retry: () => set(undefined) }
      : { state: 'loading' };
  }, [words, language, here, set]);
}
