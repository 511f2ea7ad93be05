import type { Rule } from '../types.ts';
import { PARTNERSHIPS, SALES, stepRule } from './steps.ts';

/** The second of the three steps: the partner is enrolled in CSP in its role. */
export const notEnrolled: Rule = {
  id: 'not-enrolled',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'linked',
  judges: [...SALES, ...PARTNERSHIPS],
  asksFacts: true,
  sources: ['mpa', 'reseller-tasks', 'enrolling', 'partner-agreement'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller',
    wrong: 'microsoft > indirectProvider > indirectReseller[-enrolled]',
  },
  ...stepRule({
    fact: 'enrolled',
    fix: 'enroll',
    messages: { one: ['partner', 'role'], both: ['partner', 'role', 'other', 'otherRole'] },
    strengthOf: (type) => (type === 'indirectReseller' ? 'explicit' : undefined),
    paramsOf: ({ type }, other) => ({
      role: { role: type },
      ...(other ? { otherRole: { role: other.type } } : {}),
    }),
  }),
};
