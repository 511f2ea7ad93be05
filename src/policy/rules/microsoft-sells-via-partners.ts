import { candidates, Draft, isSameRegion, placeOf } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import { type Edge, isPartnerNode, type World } from '../world.ts';

/**
 * In CSP a partner always stands between Microsoft and the customer. What a customer buys from
 * Microsoft outside CSP is not drawn as a sale; a partner can still manage it (A6).
 */
export const microsoftSellsViaPartners: Rule = {
  id: 'microsoft-sells-via-partners',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [{ kind: 'sells', from: ['microsoft'], to: ['customer'] }],
  messages: { partnerBetween: ['buyer'] },
  sources: ['s1', 'multichannel'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'microsoft > customer',
  },
  check: ({ to }) => ({ message: 'partnerBetween', params: { buyer: { party: to.id } } }),
  fixes: (edge, world) => [
    insertDirectBill(edge, world),
    insertIndirect(edge, world),
    ...manageInstead(edge, world),
  ],
};

function insertDirectBill(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  const partner = draft.add('directBillPartner', placeOf(edge.to));
  return draft
    .change(edge, { to: partner })
    .draw('sells', partner, edge.to.id)
    .as('insert-direct-bill', 'world', { buyer: { party: edge.to.id } });
}

function insertIndirect(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  const provider = draft.add('indirectProvider', placeOf(edge.to));
  const reseller = draft.add('indirectReseller', placeOf(edge.to));
  return draft
    .change(edge, { to: provider })
    .draw('sells', provider, reseller)
    .draw('sells', reseller, edge.to.id)
    .as('insert-indirect', 'world', { buyer: { party: edge.to.id } });
}

function manageInstead(edge: Edge, world: World): Fix[] {
  return candidates(
    world,
    edge.to,
    (node) => isPartnerNode(node) && isSameRegion(node, edge.to),
  ).map((manager) =>
    new Draft(world)
      .change(edge, { kind: 'manages', from: manager.id })
      .as('manage-instead', 'drawing', {
        manager: { party: manager.id },
        customer: { party: edge.to.id },
      }),
  );
}
