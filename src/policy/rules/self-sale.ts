import { Draft, otherSellers } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/**
 * By contract a partner may not sell to itself as an end customer. A separate tenant does not cure it;
 * another company has to be the seller.
 */
export const selfSale: Rule = {
  id: 'self-sale',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: PARTNERS.partner, to: ['customer'] }],
  messages: { oneCompany: ['seller', 'buyer', 'organization'] },
  sources: ['s5'],
  examples: {
    right:
      'microsoft > directBillPartner[org=a] > customer[org=b,tenant=t/customer]; directBillPartner#2[org=b]',
    wrong: 'microsoft > directBillPartner[org=a] > customer[org=a,tenant=t/customer]',
  },
  check: ({ from, to }) =>
    from.company === to.company
      ? {
          message: 'oneCompany',
          params: {
            seller: { party: from.id },
            buyer: { party: to.id },
            organization: { text: from.company.organization as string },
          },
        }
      : undefined,
  fixes: (edge, world) => [...otherSellers(edge, world), correctOrganization(edge, world)],
};

function correctOrganization({ to }: Edge, world: World): Fix {
  return new Draft(world)
    .edit({ op: 'setParty', party: to.id, set: { organization: null } })
    .as('correct-organization', 'drawing', { party: { party: to.id } });
}
