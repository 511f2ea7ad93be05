import type { Language } from '../i18n/locale.ts';

/** A file of words is a classic script, as the views are: it leaves what it brings in a global. */
declare global {
  var cspWords: object | undefined;
}

const loadings = new Map<string, Promise<object>>();

/** @param kind which words: those of the view, of exploring or of exercises */
export function loadWords(
  kind: 'view' | 'explore' | 'exercise',
  language: Language,
): Promise<object> {
  const src = `./embed/words.${kind === 'view' ? '' : `${kind}.`}${language}.js`;
  const known = loadings.get(src);
  if (known) return known;
  const loading = new Promise<object>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => {
      const words = globalThis.cspWords;
      script.remove();
      if (words) resolve(words);
      else reject(new Error(`no words in ${src}`));
    });
    script.addEventListener('error', () => reject(new Error(`no words in ${src}`)));
    document.head.append(script);
  });
  loadings.set(src, loading);
  return loading;
}
