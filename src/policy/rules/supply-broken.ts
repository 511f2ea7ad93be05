import { moreSupply } from '../fix.ts';
import type { Rule } from '../types.ts';
import { SUPPLIED_SALES } from './supply.ts';

/**
 * A partner with sales into it, none of them valid, has no valid supply. One valid sale is enough. The
 * first cure is to cure one of those sales; their own rules offer how.
 */
export const supplyBroken: Rule = {
  id: 'supply-broken',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'derived',
  judges: SUPPLIED_SALES,
  messages: { noValidSupply: ['seller', 'edges'] },
  sources: ['types', 's1', 'provider-tasks'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller',
    wrong: 'microsoft > indirectProvider[-mpaSigned] > indirectReseller > customer',
  },
  check: ({ from }, { statusOf }) => {
    if (from.supply.length === 0) return undefined;
    let undecided = false;
    for (const edge of from.supply) {
      const status = statusOf(edge);
      if (status === 'valid') return undefined;
      if (status === 'unknown') undecided = true;
    }
    if (undecided) throw new Error('a sale into the seller could not be judged');
    return {
      message: 'noValidSupply',
      params: {
        seller: { party: from.id },
        edges: { relationships: from.supply.map(({ relationship }) => relationship.id).sort() },
      },
    };
  },
  fixes: ({ from }, world) => (from.type === 'indirectReseller' ? moreSupply(from, world) : []),
};
