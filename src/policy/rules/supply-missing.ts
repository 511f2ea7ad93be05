import type { PartyType } from '../../model/scenario.ts';
import { moreSupply } from '../fix.ts';
import type { Rule } from '../types.ts';
import { SUPPLIER } from '../world.ts';
import { SUPPLIED_SALES } from './supply.ts';

/** A partner has something to resell only when a sale from its supplier reaches it. A partnership is no supply. */
export const supplyMissing: Rule = {
  id: 'supply-missing',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'derived',
  judges: SUPPLIED_SALES,
  messages: { nothingToResell: ['seller', 'supplierRole'] },
  sources: ['types', 's1', 'provider-tasks'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller > customer',
    wrong: 'microsoft > indirectProvider -- indirectReseller > customer',
  },
  check: ({ from }) =>
    from.supply.length === 0
      ? {
          message: 'nothingToResell',
          params: {
            seller: { party: from.id },
            supplierRole: { role: SUPPLIER[from.type] as PartyType },
          },
        }
      : undefined,
  fixes: ({ from }, world) => moreSupply(from, world),
};
