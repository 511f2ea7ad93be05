import type { i18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { createExplainer, type Explainer } from '../i18n/explain.ts';
import type { Language } from '../i18n/locale.ts';
import { NAMESPACE, wordsIn } from '../i18n/words.ts';
import type { Scenario } from '../model/scenario.ts';
import { useAppContext } from './app-context.ts';
import { useScenario, useView } from './use-state.ts';

/** Words in the reader's language. */
export function useT(): TFunction {
  const { words } = useAppContext();
  return useTranslation(undefined, { i18n: words }).t;
}

/** The language that is shown: the one whose words have arrived. */
export function useLanguage(): Language {
  const { words } = useAppContext();
  return useTranslation(undefined, { i18n: words }).i18n.language as Language;
}

/** Findings and names of the active scenario, in the reader's language. */
export function useExplainer(): Explainer {
  const { words } = useAppContext();
  const language = useLanguage();
  // Every component has a `t` of its own from the hook; one for all lets them share what is made with it.
  return explainerFor(fixedT(words, language), language, useScenario());
}

/** The same in the second language; undefined when none is shown. */
export function useSecondExplainer(): Explainer | undefined {
  const { words } = useAppContext();
  useTranslation(undefined, { i18n: words });
  const first = useLanguage();
  const second = useView((state) => state.secondLanguage);
  const scenario = useScenario();
  if (second === null || second === first) return undefined;
  if (!words.hasResourceBundle(second, NAMESPACE)) return undefined;
  return explainerFor(fixedT(words, second), second, scenario);
}

const explainers = new WeakMap<Scenario, Map<TFunction, Explainer>>();

/** Every party on the canvas asks for names: one explainer serves them all. */
function explainerFor(t: TFunction, language: Language, scenario: Scenario): Explainer {
  let byWords = explainers.get(scenario);
  if (!byWords) {
    byWords = new Map();
    explainers.set(scenario, byWords);
  }
  let explainer = byWords.get(t);
  if (!explainer) {
    explainer = createExplainer(t, language, scenario);
    byWords.set(t, explainer);
  }
  return explainer;
}

const fixed = new Map<Language, TFunction>();

function fixedT(words: i18n, language: Language): TFunction {
  let t = fixed.get(language);
  if (!t) {
    t = wordsIn(words, language);
    fixed.set(language, t);
  }
  return t;
}
