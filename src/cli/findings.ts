import type { TFunction } from 'i18next';
import { createExplainer } from '../i18n/explain.ts';
import { explainFault } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import type { Language } from '../i18n/locale.ts';
import type { Fault } from '../training/validate.ts';
import type { Mismatch } from './docs-compare.ts';
import { type Checked, type CheckedCourse, isPassed, type Source, sourceText } from './judged.ts';
import { unmetText } from './unmet.ts';

/** What makes the check fail, as programs that show it beside the file want it. */
export interface Finding {
  readonly source: Source;
  /** The id of a rule of the policy, or `unreadable`, `expectation`, a fault of an exercise, or a kind of mismatch. */
  readonly rule: string;
  readonly message: string;
}

export function findingsOf(
  checked: readonly Checked[],
  t: TFunction,
  language: Language,
): Finding[] {
  return checked.flatMap((one): Finding[] => {
    const { source } = one;
    if ('problems' in one) {
      return one.problems.map((problem) => {
        return { source, rule: 'unreadable', message: explainProblem(problem, t) };
      });
    }
    if (isPassed(one)) return [];
    if ('course' in one) {
      return one.faults.map((fault) => {
        return { source, rule: fault.code, message: faultText(fault, one, t, language) };
      });
    }
    const { scenario, judgement, unmet } = one;
    const explainer = createExplainer(t, language, scenario);
    if (one.expectationsMet !== null) {
      return unmet.map((miss) => {
        return { source, rule: 'expectation', message: unmetText(miss, one, t, explainer) };
      });
    }
    return scenario.relationships.flatMap((relationship): Finding[] => {
      const verdict = judgement.verdicts.get(relationship.id);
      if (!verdict || verdict.status === 'valid') return [];
      const line = explainer.line(relationship);
      if (verdict.reasons.length === 0) {
        return [{ source, rule: 'unknown', message: `${line} · ${explainer.status(verdict)}` }];
      }
      return verdict.reasons.map((reason) => {
        return { source, rule: reason.rule, message: explainer.reason(reason) };
      });
    });
  });
}

/** The exercise by its id, and what is wrong with it. */
export function faultText(
  fault: Fault,
  { course }: CheckedCourse,
  t: TFunction,
  language: Language,
): string {
  const problem = explainFault(fault, course, t, language);
  return fault.exercise === null ? problem : t('file.at', { path: fault.exercise, problem });
}

export function mismatchFindings(mismatches: readonly Mismatch[], t: TFunction): Finding[] {
  return mismatches.map(({ kind, source, like }) => ({
    source,
    rule: kind,
    message: t(`docs.${kind}`, { place: sourceText(like) }),
  }));
}
