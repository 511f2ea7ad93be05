import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { createExplainer, type Explainer } from '../i18n/explain.ts';
import { type Language, resolveLocale } from '../i18n/locale.ts';
import type { Edit } from '../model/edit.ts';
import { EMPTY_SCENARIO, type Scenario } from '../model/scenario.ts';
import type { Exercise, Text } from '../training/exercise.ts';
import type { Unmet } from '../training/goal.ts';
import { usePlaying } from './play-context.ts';
import { sayEdit } from './say-edit.ts';

/** What training says, made of data into sentences. */
export interface Tutor {
  /** Words of the product or an author's; an author's in no language of the reader, in the first there is. */
  text(text: Text): string;
  /** The task in one sentence. */
  task(exercise: Exercise): string;
  /** Three of them, from where to look to what to do; none where there are no words for them. */
  hints(exercise: Exercise): readonly string[];
  /** What is missing of a goal; empty where there are no words for it. */
  unmet(goal: Unmet, start: Scenario): string;
  /** An edit in words, before it is made. */
  step(edit: Edit, before: Scenario): string;
}

export function useExplainer(scenario: Scenario): Explainer {
  const { t, language } = usePlaying();
  return useMemo(() => createExplainer(t, language, scenario), [t, language, scenario]);
}

/** @param _scenario as the learner has it before them: hints and what is missing follow it */
export function useTutor(_scenario: Scenario = EMPTY_SCENARIO): Tutor {
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
    step: (edit, before) => sayEdit(edit, before, t, language).join(t('ui.explain.listSeparator')),
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
