import { Draft, otherSellers, placeOf } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/**
 * A partner sells only to customers of its own CSP region. A customer's region follows the country set
 * in its tenant (A11). Microsoft is in every region.
 */
export const regionSale: Rule = {
  id: 'region-sale',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: PARTNERS.partner, to: ['customer'] }],
  usesMarkets: true,
  messages: { otherRegion: ['seller', 'sellerRole', 'sellerRegion', 'buyer', 'buyerRegion'] },
  sources: ['s7', 'markets'],
  examples: {
    right: 'microsoft > directBillPartner[FR] > customer[PL]',
    wrong: 'microsoft > directBillPartner[AU] > customer[NZ]',
  },
  check: ({ from, to }) => {
    if (!from.region || !to.region || from.region === to.region) return undefined;
    return {
      message: 'otherRegion',
      params: {
        seller: { party: from.id },
        sellerRole: { role: from.type },
        sellerRegion: { region: from.region },
        buyer: { party: to.id },
        buyerRegion: { region: to.region },
      },
    };
  },
  fixes: (edge, world) => [
    ...otherSellers(edge, world),
    ...accountInRegion(edge, world),
    correctCountry(edge, world),
  ],
};

/** The seller's company with an account of its own in the buyer's region, and its own supply there. */
function accountInRegion(edge: Edge, world: World): Fix[] {
  const { from: seller, to: buyer } = edge;
  if (seller.type === 'indirectProvider') return [];
  const draft = new Draft(world);
  const organization = seller.company.organization ?? seller.id;
  if (seller.company.organization === undefined) {
    draft.edit({ op: 'setParty', party: seller.id, set: { organization } });
  }
  const type = seller.type === 'directBillPartner' ? 'directBillPartner' : 'indirectReseller';
  const account = draft.addSupplied(type, { ...placeOf(buyer), organization });
  return [
    draft.change(edge, { from: account }).as('account-in-region', 'world', {
      seller: { party: seller.id },
      buyer: { party: buyer.id },
    }),
  ];
}

function correctCountry({ from, to }: Edge, world: World): Fix {
  const country = from.party.country as string;
  return new Draft(world)
    .edit({ op: 'setParty', party: to.id, set: { country } })
    .as('correct-country', 'drawing', { party: { party: to.id }, country: { country } });
}
