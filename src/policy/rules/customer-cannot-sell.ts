import { deletion, retyping, reversal } from '../fix.ts';
import type { Rule } from '../types.ts';
import { PARTNERS } from './cells.ts';

/** End customers only buy; nothing in the article describes them reselling. */
export const customerCannotSell: Rule = {
  id: 'customer-cannot-sell',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [{ kind: 'sells', from: ['customer'], to: PARTNERS.any }],
  messages: { onlyBuys: ['seller', 'buyer'] },
  sources: ['s1', 'multichannel'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'microsoft > directBillPartner; customer > directBillPartner',
  },
  check: ({ from, to }) => ({
    message: 'onlyBuys',
    params: { seller: { party: from.id }, buyer: { party: to.id } },
  }),
  fixes: (edge, world) => {
    const sellsBack = edge.to.type === 'indirectReseller' || edge.to.type === 'directBillPartner';
    const couldResell = edge.to.type === 'customer';
    return [
      ...(sellsBack ? [reversal(edge, world)] : []),
      ...(couldResell
        ? [
            retyping(edge.from, 'indirectReseller', world),
            retyping(edge.from, 'directBillPartner', world),
          ]
        : []),
      deletion(edge, world),
    ];
  },
};
