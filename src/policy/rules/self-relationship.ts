import { deletion } from '../fix.ts';
import type { Rule } from '../types.ts';
import { PARTNERS } from './cells.ts';

/** A relationship needs two different parties. When this rule refuses, no other rule is asked. */
export const selfRelationship: Rule = {
  id: 'self-relationship',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [
    { kind: 'sells', from: PARTNERS.any, to: PARTNERS.any },
    { kind: 'partnership', from: PARTNERS.any, to: PARTNERS.any },
    { kind: 'manages', from: PARTNERS.any, to: PARTNERS.any },
  ],
  messages: { itself: ['party'] },
  sources: [],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller',
    wrong: 'microsoft > indirectProvider > indirectProvider',
  },
  check: ({ from, to }) =>
    from === to ? { message: 'itself', params: { party: { party: from.id } } } : undefined,
  fixes: (edge, world) => [deletion(edge, world)],
};
