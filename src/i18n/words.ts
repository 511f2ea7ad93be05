import i18next, { type i18n, type TFunction } from 'i18next';
import { LANGUAGES, type Language } from './locale.ts';

/** One chunk a language, so that a reader downloads only their own. */
const LOADERS: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./words.en.ts'),
  'zh-CN': () => import('./words.zh-CN.ts'),
  'zh-TW': () => import('./words.zh-TW.ts'),
};

/** The words of training, for those who come to learn. */
const LEARNING: typeof LOADERS = {
  en: () => import('./learning.en.ts'),
  'zh-CN': () => import('./learning.zh-CN.ts'),
  'zh-TW': () => import('./learning.zh-TW.ts'),
};
const learning = new WeakSet<i18n>();

export const NAMESPACE = 'words';

/**
 * Keys are `file.group.id.name`, all in one namespace. Nothing falls back to the other Chinese; that
 * nothing is missing is tested, and what is missing all the same loads English for that reader.
 */
export async function createWords(language: Language): Promise<i18n> {
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: Object.keys(LOADERS),
    load: 'currentOnly',
    ns: NAMESPACE,
    defaultNS: NAMESPACE,
    nsSeparator: false,
    returnEmptyString: false,
    // React and the text outputs escape for themselves; names are never read as templates.
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: {},
    saveMissing: true,
    missingKeyHandler: (_, __, key) => onMissing(words, key),
    // Words that arrive later (a second language, a fallback) are shown when they are there.
    react: { bindI18nStore: 'added', useSuspense: false },
  });
  await loadLanguage(words, language);
  return words;
}

/** Makes a language's words available; the one shown does not change. */
export async function loadLanguage(words: i18n, language: Language): Promise<void> {
  if (words.hasResourceBundle(language, NAMESPACE)) return;
  const { default: bundle } = await LOADERS[language]();
  words.addResourceBundle(language, NAMESPACE, bundle);
  if (learning.has(words)) await addLearning(words, language);
}

/** Adds the words of training, in all languages that are loaded and all that will be. */
export async function loadLearning(words: i18n): Promise<void> {
  if (learning.has(words)) return;
  // At once, so that a language which arrives meanwhile brings them too.
  learning.add(words);
  const loaded = LANGUAGES.filter((language) => words.hasResourceBundle(language, NAMESPACE));
  try {
    await Promise.all(loaded.map((language) => addLearning(words, language)));
  } catch (failure) {
    learning.delete(words);
    throw failure;
  }
}

async function addLearning(words: i18n, language: Language): Promise<void> {
  const { default: bundle } = await LEARNING[language]();
  words.addResourceBundle(language, NAMESPACE, bundle, true);
}

/** Changes the language shown, once its words are there. */
export async function showLanguage(words: i18n, language: Language): Promise<void> {
  await loadLanguage(words, language);
  await words.changeLanguage(language);
}

/** The words of a given language, which must be loaded, whatever language is shown. */
export function wordsIn(words: i18n, language: Language): TFunction {
  return words.getFixedT(language);
}

function onMissing(words: i18n, key: string): void {
  console.error(`no words for ${key}`);
  void loadLanguage(words, 'en');
}
