import type { TFunction } from 'i18next';
import type { PartyType, Scenario } from '../model/scenario.ts';
import type { Value } from '../policy/types.ts';
import type { Course } from '../training/exercise.ts';
import type { Unmet, Who } from '../training/goal.ts';
import { exercisesOf } from '../training/run.ts';
import type { Fault, Warning } from '../training/validate.ts';
import { createExplainer, type Explainer } from './explain.ts';
import { ENDONYMS, isLanguage, type Language } from './locale.ts';

/** What is wrong with an exercise, as a sentence. The words of training must be loaded. */
export function explainFault(
  fault: Fault,
  course: Course,
  t: TFunction,
  language: Language,
): string {
  // The codes share no params, so the compiler would ask every key for those of all.
  return t(`authoring.fault.${fault.code}` as 'authoring.fault.goalMet', {
    ...wordsOf(fault, course, t, language),
  });
}

/** All that is wrong with a course: sentences, with the exercise where there is one. */
export function explainFaults(
  faults: readonly Fault[],
  course: Course,
  t: TFunction,
  language: Language,
): string[] {
  return faults.map((fault) => {
    const problem = explainFault(fault, course, t, language);
    return fault.exercise === null ? problem : t('file.at', { path: fault.exercise, problem });
  });
}

/** What could be better, as a sentence. */
export function explainWarning(
  warning: Warning,
  course: Course,
  t: TFunction,
  language: Language,
): string {
  return t(`authoring.warning.${warning.code}` as 'authoring.warning.noTitle', {
    ...wordsOf(warning, course, t, language),
  });
}

/** A part of a goal, as what is to hold at the end. */
export function explainGoal(goal: Unmet, t: TFunction, explainer: Explainer): string {
  const list = new Intl.ListFormat(explainer.language, { type: 'conjunction' });
  const arrows = (relationships: readonly string[]) => explainer.say({ relationships });
  if ('valid' in goal) {
    if (goal.valid === 'every') return t('authoring.goal.every');
    return t('authoring.goal.valid', { line: arrows([goal.valid]) });
  }
  if ('refused' in goal) {
    const line = arrows([goal.refused]);
    return goal.rule
      ? t('authoring.goal.refusedBy', { line, rule: explainer.ruleTitle(goal.rule) })
      : t('authoring.goal.refused', { line });
  }
  if ('served' in goal) {
    const customer = explainer.partyName(goal.served);
    const { through = [] } = goal;
    if (through.length === 0) return t('authoring.goal.served', { customer });
    const roles = list.format(through.map((role) => explainer.say({ role })));
    return t('authoring.goal.servedThrough', { customer, roles });
  }
  if ('related' in goal) {
    const said = {
      kind: explainer.say({ kind: goal.related }),
      from: who(goal.from, explainer),
      to: who(goal.to, explainer),
    };
    return goal.service === undefined
      ? t('authoring.goal.related', said)
      : t('authoring.goal.relatedService', { ...said, service: goal.service });
  }
  if ('chain' in goal) return t(`authoring.goal.chain.${goal.chain}`);
  if ('unchanged' in goal) {
    return t('authoring.goal.unchanged', { parties: explainer.say({ parties: goal.unchanged }) });
  }
  if ('kept' in goal) return t('authoring.goal.kept', { lines: arrows(goal.kept) });
  return t('authoring.goal.atMost', { n: goal.atMost, role: explainer.say({ role: goal.of }) });
}

function who(end: Who, explainer: Explainer): string {
  if ('party' in end) return explainer.partyName(end.party);
  const role: PartyType = end.type;
  return explainer.say({ role });
}

const NO_SCENARIO: Scenario = { parties: [], relationships: [] };

function wordsOf(
  { exercise, params, languages = [], unmet = [] }: Fault | Warning,
  course: Course,
  t: TFunction,
  language: Language,
): Record<string, string | number> {
  const scenario = exercisesOf(course).find(({ id }) => id === exercise)?.scenario ?? NO_SCENARIO;
  const explainer = createExplainer(t, language, scenario);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const said = Object.entries(params).map(([name, value]: [string, Value | number]) => [
    name,
    typeof value === 'number' ? value : explainer.say(value),
  ]);
  return {
    ...Object.fromEntries(said),
    // Names of languages in their own scripts: no conjunction stands well between them.
    languages: languages
      .map((one) => (isLanguage(one) ? ENDONYMS[one] : one))
      .join(t('ui.explain.listSeparator')),
    goals: list.format(unmet.map((goal) => explainGoal(goal, t, explainer))),
  };
}
