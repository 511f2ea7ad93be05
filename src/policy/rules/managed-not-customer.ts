import { candidates, Draft, deletion, freshTenant, placeOf } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/**
 * A partner manages the subscriptions of an end customer. A partner company's own tenant is managed by
 * drawing that company as a customer.
 */
export const managedNotCustomer: Rule = {
  id: 'managed-not-customer',
  category: 'prohibited',
  stage: 'structural',
  strength: 'explicit',
  judges: [
    {
      kind: 'manages',
      from: PARTNERS.partner,
      to: ['microsoft', 'indirectProvider', 'indirectReseller', 'directBillPartner'],
    },
  ],
  messages: { managesCustomers: ['managed', 'managedRole'] },
  sources: ['s3', 'multichannel', 'customer-request'],
  examples: {
    right: 'indirectProvider ~> customer',
    wrong: 'indirectProvider ~> indirectReseller',
  },
  check: ({ to }) => ({
    message: 'managesCustomers',
    params: { managed: { party: to.id }, managedRole: { role: to.type } },
  }),
  fixes: (edge, world) => [
    ...ownCustomer(edge, world),
    ...customers(edge, world),
    deletion(edge, world),
  ],
};

/** The same company as a customer, with a tenant of its own. */
function ownCustomer(edge: Edge, world: World): Fix[] {
  const { to: managed } = edge;
  if (managed.type === 'microsoft') return [];
  const draft = new Draft(world);
  const organization = managed.company.organization ?? managed.id;
  if (managed.company.organization === undefined) {
    draft.edit({ op: 'setParty', party: managed.id, set: { organization } });
  }
  const customer = draft.add('customer', {
    ...placeOf(managed),
    organization,
    tenant: { id: freshTenant(world), kind: 'customer' },
  });
  return [
    draft
      .change(edge, { to: customer })
      .as('manage-own-customer', 'drawing', { managed: { party: managed.id } }),
  ];
}

function customers(edge: Edge, world: World): Fix[] {
  const managedAlready = (manager: Edge['from'], id: string) =>
    world.edges.some(
      ({ relationship, from, to }) =>
        relationship.kind === 'manages' && from === manager && to.id === id,
    );
  return candidates(
    world,
    edge.to,
    (node) => node.type === 'customer' && !managedAlready(edge.from, node.id),
  ).map((customer) =>
    new Draft(world)
      .change(edge, { to: customer.id })
      .as('retarget-to', 'drawing', { to: { party: customer.id } }),
  );
}
