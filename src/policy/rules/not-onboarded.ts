import type { Rule } from '../types.ts';
import { PARTNERSHIPS, SALES, stepRule } from './steps.ts';

/** The first of the three steps: the partner has joined Partner Center. */
export const notOnboarded: Rule = {
  id: 'not-onboarded',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'linked',
  judges: [...SALES, ...PARTNERSHIPS],
  asksFacts: true,
  sources: ['mpa', 'reseller-tasks', 'enrolling', 'partner-agreement'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller',
    wrong: 'microsoft > indirectProvider > indirectReseller[-onboarded]',
  },
  ...stepRule({
    fact: 'onboarded',
    fix: 'onboard',
    messages: { one: ['partner'], both: ['partner', 'other'] },
    strengthOf: (type) => (type === 'indirectReseller' ? 'explicit' : undefined),
  }),
};
