import { Draft, freshTenant, otherProviders, placeOf, reversal } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, World } from '../world.ts';

/**
 * Between partners only one sale exists: from an indirect provider to an indirect reseller. Providers
 * and direct-bill partners buy from Microsoft, and there is no third tier of resellers.
 */
export const partnerResale: Rule = {
  id: 'partner-resale',
  category: 'prohibited',
  stage: 'structural',
  strength: 'linked',
  judges: [
    { kind: 'sells', from: ['indirectProvider'], to: ['indirectProvider', 'directBillPartner'] },
    {
      kind: 'sells',
      from: ['indirectReseller', 'directBillPartner'],
      to: ['indirectProvider', 'indirectReseller', 'directBillPartner'],
    },
  ],
  messages: { onlyProviderToReseller: ['seller', 'sellerRole', 'buyer', 'buyerRole'] },
  sources: ['types', 's1', 'multipartner', 'enrolling'],
  examples: {
    right: 'microsoft > indirectProvider > indirectReseller',
    wrong: 'microsoft > directBillPartner > indirectReseller',
  },
  check: ({ from, to }) => ({
    message: 'onlyProviderToReseller',
    params: {
      seller: { party: from.id },
      sellerRole: { role: from.type },
      buyer: { party: to.id },
      buyerRole: { role: to.type },
    },
  }),
  fixes: (edge, world) => {
    const upwards = edge.from.type === 'indirectReseller' && edge.to.type === 'indirectProvider';
    return [
      ...(upwards ? [reversal(edge, world)] : []),
      ...(edge.to.type === 'indirectReseller'
        ? otherProviders(edge, world)
        : [supplyFromMicrosoft(edge, world)]),
      ...(edge.from.type === 'indirectProvider' ? [] : [sellForOwnUse(edge, world)]),
    ];
  },
};

function supplyFromMicrosoft(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  return draft
    .change(edge, { from: draft.microsoft() })
    .as('supply-from-microsoft', 'world', { buyer: { party: edge.to.id } });
}

/** If the partner buys for itself, the buyer is a customer of the same company, with a tenant for that. */
function sellForOwnUse(edge: Edge, world: World): Fix {
  const { to: partner } = edge;
  const draft = new Draft(world);
  const organization = partner.company.organization ?? partner.id;
  if (partner.company.organization === undefined) {
    draft.edit({ op: 'setParty', party: partner.id, set: { organization } });
  }
  const customer = draft.add('customer', {
    ...placeOf(partner),
    organization,
    tenant: { id: freshTenant(world), kind: 'customer' },
  });
  return draft
    .change(edge, { to: customer })
    .as('own-use-customer', 'drawing', { buyer: { party: partner.id } });
}
