import type { TFunction } from 'i18next';
import type { Explainer } from '../i18n/explain.ts';
import type { Unmet } from '../what-if/expectations.ts';
import type { Judged } from './judged.ts';

/** What was expected and what was found, in a sentence. */
export function unmetText(
  miss: Unmet,
  { scenario, judgement }: Judged,
  t: TFunction,
  explainer: Explainer,
): string {
  if ('chain' in miss) {
    const words = { expected: miss.chain, found: judgement.chain };
    return t('file.check.expectedChain', words);
  }
  if ('customer' in miss) {
    return t('file.check.expectedServed', { customer: explainer.partyName(miss.customer) });
  }
  const relationship = scenario.relationships.find(({ id }) => id === miss.relationship);
  const verdict = judgement.verdicts.get(miss.relationship);
  const found = verdict
    ? outcome(
        verdict.status,
        verdict.rules,
        verdict.notes.map(({ note }) => note),
        t,
      )
    : '';
  const { verdict: status, rules = [], notes = [] } = miss.expected;
  const problem = t('file.check.expectedRules', {
    expected: outcome(status, rules, notes, t),
    found,
  });
  return t('file.at', {
    path: relationship ? explainer.arrow(relationship) : miss.relationship,
    problem,
  });
}

function outcome(
  status: 'valid' | 'invalid' | 'unknown',
  rules: readonly string[],
  notes: readonly string[],
  t: TFunction,
): string {
  const ids = [...rules, ...notes].join(', ');
  const verdict = t(`file.check.${status}`);
  return ids === '' ? verdict : t('file.check.detailed', { text: verdict, detail: ids });
}
