import { otherProviders, retyping } from '../fix.ts';
import type { Rule } from '../types.ts';

/**
 * An indirect reseller has no direct billing relationship with Microsoft: it is supplied by an
 * indirect provider.
 */
export const resellerNeedsProvider: Rule = {
  id: 'reseller-needs-provider',
  category: 'prohibited',
  stage: 'structural',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: ['microsoft'], to: ['indirectReseller'] }],
  messages: { noDirectBilling: ['buyer'] },
  sources: ['types', 's1', 'reseller-tasks'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller > customer',
    wrong: 'microsoft > indirectReseller',
  },
  check: ({ to }) => ({ message: 'noDirectBilling', params: { buyer: { party: to.id } } }),
  fixes: (edge, world) => [
    ...otherProviders(edge, world),
    retyping(edge.to, 'directBillPartner', world),
  ],
};
