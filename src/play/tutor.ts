import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { createExplainer, type Explainer } from '../i18n/explain.ts';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Exercise, Text } from '../training/exercise.ts';
import type { Unmet } from '../training/goal.ts';
import { usePlaying } from './play-context.ts';

/** What training says, made of data into sentences. */
export interface Tutor {
  text(text: Text): string;
  task(exercise: Exercise): string;
  /** From a nudge to the whole way; empty where there are none. */
  hints(exercise: Exercise): readonly string[];
  /** What is missing of a goal; empty where there are no words for it. */
  unmet(goal: Unmet): string;
}

export function useExplainer(scenario: Scenario): Explainer {
  const { t, language } = usePlaying();
  return useMemo(() => createExplainer(t, language, scenario), [t, language, scenario]);
}

export function useTutor(): Tutor {
  const { t, language } = usePlaying();
  return useMemo(() => createTutor(t, language), [t, language]);
}

function createTutor(t: TFunction, language: Language): Tutor {
  const say = (text: Text) => textIn(text, t, language);
  return {
    text: say,
    task: ({ task, kind }) => say(task ?? { words: `task.${kind}` }),
    hints: ({ hints = [] }) => hints.map(say),
    unmet: () => '',
  };
}

/** An author's text in the reader's language, or in the first there is; the product's own at `training`. */
export function textIn(text: Text, t: TFunction, language: Language): string {
  if ('words' in text) return t(`training.${text.words}` as 'training.task.predict');
  const { texts } = text;
  const isReaders = (tag: string) =>
    tag.split('-')[0] === language.split('-')[0] && resolveLocale([tag]) === language;
  const tag = Object.keys(texts).find(isReaders) ?? '';
  return texts[language] ?? texts[tag] ?? Object.values(texts)[0] ?? '';
}
