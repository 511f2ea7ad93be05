import { deletion, reversal } from '../fix.ts';
import type { Rule } from '../types.ts';

/**
 * Microsoft is where supply starts, so no partner sells to it. A customer that is drawn selling to
 * Microsoft is refused as a customer.
 */
export const sellsToMicrosoft: Rule = {
  id: 'sells-to-microsoft',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [
    {
      kind: 'sells',
      from: ['microsoft', 'indirectProvider', 'indirectReseller', 'directBillPartner'],
      to: ['microsoft'],
    },
  ],
  messages: { sourceOfSupply: ['seller'] },
  sources: ['s1', 'multichannel'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'directBillPartner > microsoft',
  },
  check: ({ from }) => ({ message: 'sourceOfSupply', params: { seller: { party: from.id } } }),
  fixes: (edge, world) => {
    const buysFromMicrosoft =
      edge.from.type === 'indirectProvider' || edge.from.type === 'directBillPartner';
    return [...(buysFromMicrosoft ? [reversal(edge, world)] : []), deletion(edge, world)];
  },
};
