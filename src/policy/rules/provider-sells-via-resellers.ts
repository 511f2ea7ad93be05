import { candidates, Draft, isSameRegion, placeOf, retyping } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import { type Edge, isOwnUse, type World } from '../world.ts';

/**
 * An indirect provider reaches customers through its resellers. The exception is scenario 6: a company
 * that is a reseller may buy from a provider for its own use, under that scenario's conditions (A1).
 */
export const providerSellsViaResellers: Rule = {
  id: 'provider-sells-via-resellers',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [{ kind: 'sells', from: ['indirectProvider'], to: ['customer'] }],
  messages: { throughReseller: ['seller', 'buyer'], ownUseSellers: ['seller', 'buyer'] },
  sources: ['types', 's1', 's4', 'provider-tasks'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller > customer',
    wrong: 'microsoft > indirectProvider > customer',
  },
  check: ({ from, to }) => {
    const params = { seller: { party: from.id }, buyer: { party: to.id } };
    if (!isOwnUse(to)) return { message: 'throughReseller', params };
    if (to.company.isReseller) return undefined;
    // For a provider's or direct-bill partner's own use, scenario 4 names the sellers itself.
    return { message: 'ownUseSellers', params, strength: 'explicit' };
  },
  fixes: (edge, world) => [
    ...sellThrough(edge, world),
    insertReseller(edge, world),
    retyping(edge.from, 'directBillPartner', world),
  ],
};

/** Through a reseller that the provider already supplies. */
function sellThrough(edge: Edge, world: World): Fix[] {
  const { from: provider, to: customer } = edge;
  return candidates(
    world,
    customer,
    (node) =>
      node.type === 'indirectReseller' &&
      isSameRegion(node, customer) &&
      node.supply.some(({ from }) => from === provider) &&
      !customer.sales.some(({ from }) => from === node),
  ).map((reseller) =>
    new Draft(world).change(edge, { from: reseller.id }).as('sell-through', 'world', {
      reseller: { party: reseller.id },
      buyer: { party: customer.id },
    }),
  );
}

function insertReseller(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  const reseller = draft.add('indirectReseller', placeOf(edge.from));
  return draft
    .change(edge, { to: reseller })
    .draw('sells', reseller, edge.to.id)
    .as('insert-reseller', 'world', {
      seller: { party: edge.from.id },
      buyer: { party: edge.to.id },
    });
}
