import { Draft, otherSellers } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import { commonGroup, type Edge, type World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/**
 * By contract a partner may not sell to its affiliates as end customers. Who is an affiliate is stated
 * by the author: the article does not define it (A8).
 */
export const affiliateSale: Rule = {
  id: 'affiliate-sale',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: PARTNERS.partner, to: ['customer'] }],
  messages: { affiliates: ['seller', 'buyer', 'group'] },
  sources: ['s5'],
  examples: {
    right: 'microsoft > directBillPartner[group=g] > customer[group=h]',
    wrong: 'microsoft > directBillPartner[group=g] > customer[group=g]',
  },
  check: ({ from, to }) => {
    const group = commonGroup(from.company, to.company);
    if (group === undefined) return undefined;
    return {
      message: 'affiliates',
      params: { seller: { party: from.id }, buyer: { party: to.id }, group: { text: group } },
    };
  },
  fixes: (edge, world) => [...otherSellers(edge, world), correctGroup(edge, world)],
};

/** The group belongs to the company, so it is taken from every party of it. */
function correctGroup({ from, to }: Edge, world: World): Fix {
  const draft = new Draft(world);
  for (const { id, party } of to.company.nodes) {
    if (party.affiliateGroup && from.company.groups.has(party.affiliateGroup)) {
      draft.edit({ op: 'setParty', party: id, set: { affiliateGroup: null } });
    }
  }
  return draft.as('correct-group', 'drawing', { party: { party: to.id } });
}
