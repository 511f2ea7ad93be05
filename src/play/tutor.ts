import { useMemo } from 'react';
import { createExplainer, type Explainer } from '../i18n/explain.ts';
import { createTutor, type Tutor } from '../i18n/explain-training.ts';
import { EMPTY_SCENARIO, type Scenario } from '../model/scenario.ts';
import { usePlaying } from './play-context.ts';

export function useExplainer(scenario: Scenario): Explainer {
  const { t, language } = usePlaying();
  return useMemo(() => createExplainer(t, language, scenario), [t, language, scenario]);
}

/** @param scenario as the learner has it before them: hints and what is missing follow it */
export function useTutor(scenario: Scenario = EMPTY_SCENARIO): Tutor {
  const { t } = usePlaying();
  const explainer = useExplainer(scenario);
  return useMemo(() => createTutor(t, explainer), [t, explainer]);
}
