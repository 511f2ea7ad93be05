import { candidates, customerTenant, Draft, isSameRegion, placeOf } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import {
  commonGroup,
  type Edge,
  isOwnUse,
  type Node,
  providersBehind,
  relatedProviders,
  type World,
} from '../world.ts';

/**
 * A company that resells for a provider cannot also become an end customer in that provider's channel,
 * in the same tenant. Scenario 6 gives three ways out; a separate customer tenant is the only one that
 * also satisfies scenario 4 (A2, A3).
 */
export const sameProviderCustomer: Rule = {
  id: 'same-provider-customer',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: ['indirectProvider', 'indirectReseller'], to: ['customer'] }],
  messages: { alreadyReseller: ['organization', 'buyer', 'providers'] },
  sources: ['s6', 'reseller-tasks', 'remove-relationship'],
  examples: {
    right:
      'microsoft > indirectProvider -- indirectReseller[org=o,tenant=t/csp]; indirectProvider > customer[org=o,tenant=u/customer]',
    wrong:
      'microsoft > indirectProvider -- indirectReseller[org=o,tenant=t/csp]; indirectProvider > customer[org=o,tenant=t/csp]',
  },
  check: (edge, world) => {
    const { to } = edge;
    if (to.tenantUse === 'separate' || !isOwnUse(to)) return undefined;
    const related = relatedProviders(to.company);
    if (related.size === 0) return undefined;
    const behind = providersBehind(edge, world);
    if (behind.length === 0 || !behind.every((provider) => related.has(provider))) return undefined;
    return {
      message: 'alreadyReseller',
      params: {
        organization: { text: to.company.organization as string },
        buyer: { party: to.id },
        providers: { parties: behind.map(({ id }) => id).sort() },
      },
    };
  },
  fixes: (edge, world) => [option1(edge, world), option2(edge, world), option3(edge, world)],
};

/** Another tenant, kept apart from the one used for CSP. */
function option1({ to }: Edge, world: World): Fix {
  const { edits, params } = customerTenant(to, world);
  return { id: 'option-1', nature: 'world', params, edits };
}

/** End the relationship with the provider, work with another, and buy from a direct-bill partner. */
function option2(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  changeProvider(draft, edge, world);
  const existing = candidates(
    world,
    edge.to,
    (node) =>
      node.type === 'directBillPartner' &&
      isSameRegion(node, edge.to) &&
      node.company !== edge.to.company &&
      commonGroup(node.company, edge.to.company) === undefined,
  )[0];
  const seller = existing?.id ?? draft.addSupplied('directBillPartner', placeOf(edge.to));
  return draft.change(edge, { from: seller }).as('option-2', 'world', optionParams(edge, world));
}

/** Stay a customer of the provider, and resell for another one. */
function option3(edge: Edge, world: World): Fix {
  const draft = new Draft(world);
  changeProvider(draft, edge, world);
  return draft.as('option-3', 'world', optionParams(edge, world));
}

function optionParams(edge: Edge, world: World): Fix['params'] {
  return {
    buyer: { party: edge.to.id },
    providers: { parties: providersBehind(edge, world).map(({ id }) => id) },
    selfServiceDate: { date: SELF_SERVICE_DATE },
  };
}

/**
 * Since then a provider or a reseller ends their relationship in Partner Center; the article still sends
 * them to Microsoft Support (POLICY 5).
 */
const SELF_SERVICE_DATE = '2020-06-29';

/**
 * A new provider takes the place of the old ones in every relationship with the company's resellers, so
 * that what those resellers sell to others stays supplied.
 */
function changeProvider(draft: Draft, edge: Edge, world: World): void {
  const old = new Set(providersBehind(edge, world));
  const between = world.edges.filter(({ relationship, from, to }) => {
    if (relationship.kind === 'manages') return false;
    return isResellerOf(to, edge.to) ? old.has(from) : isResellerOf(from, edge.to) && old.has(to);
  });
  const reseller = [between[0]?.from, between[0]?.to].find((node) => node && !old.has(node));
  if (!reseller) return;
  const provider = draft.addSupplied('indirectProvider', placeOf(reseller));
  for (const line of between) {
    draft.change(line, old.has(line.from) ? { from: provider } : { to: provider });
  }
}

function isResellerOf(node: Node, customer: Node): boolean {
  return node.type === 'indirectReseller' && node.company === customer.company;
}
