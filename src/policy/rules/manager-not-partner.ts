import { candidates, Draft, deletion, retyping } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import { type Edge, isPartnerNode, type World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/** Customers engage partners to manage their subscriptions; Microsoft and customers are none. */
export const managerNotPartner: Rule = {
  id: 'manager-not-partner',
  category: 'prohibited',
  stage: 'structural',
  strength: 'explicit',
  judges: [{ kind: 'manages', from: PARTNERS.notPartner, to: PARTNERS.any }],
  messages: { engagesPartners: ['manager', 'managerRole'] },
  sources: ['s3', 'multichannel', 'customer-request'],
  examples: {
    right: 'directBillPartner ~> customer',
    wrong: 'customer ~> customer#2',
  },
  check: ({ from }) => ({
    message: 'engagesPartners',
    params: { manager: { party: from.id }, managerRole: { role: from.type } },
  }),
  fixes: (edge, world) => [
    ...otherManagers(edge, world),
    ...(edge.from.type === 'customer' ? [retyping(edge.from, 'indirectReseller', world)] : []),
    deletion(edge, world),
  ],
};

function otherManagers(edge: Edge, world: World): Fix[] {
  const { to: managed } = edge;
  const already = new Set(managed.managers.map(({ from }) => from));
  return candidates(world, managed, (node) => isPartnerNode(node) && !already.has(node)).map(
    (manager) =>
      new Draft(world).change(edge, { from: manager.id }).as('retarget-from', 'drawing', {
        from: { party: manager.id },
      }),
  );
}
