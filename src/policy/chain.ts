import type { ChainStatus } from '../model/scenario.ts';
import type { CustomerReport } from './types.ts';
import type { Edge, Node, World } from './world.ts';

/** Routes listed for one customer; in a dense picture there are more than anybody reads. */
export const ROUTES_LISTED = 50;

/**
 * The status of the whole chain (POLICY 2.9). A relationship that could not be judged is neither broken
 * nor good: it leaves the chain incomplete.
 */
export function chainOf({ edges, nodes, statusOf }: World): ChainStatus {
  if (edges.length === 0) return 'empty';
  let allValid = true;
  let sold = false;
  for (const edge of edges) {
    const status = statusOf(edge);
    if (status === 'invalid') return 'broken';
    if (status === 'unknown') allValid = false;
    else if (edge.relationship.kind === 'sells' && edge.to.type === 'customer') sold = true;
  }
  if (!allValid || !sold) return 'incomplete';
  for (const { type, sales, managers } of nodes.values()) {
    if (type === 'customer' && sales.length === 0 && managers.length === 0) return 'incomplete';
  }
  return 'complete';
}

/** What reaches each customer, and how. */
export function reportCustomers({ nodes, statusOf }: World): CustomerReport[] {
  const isValid = (edge: Edge) => statusOf(edge) === 'valid';
  return [...nodes.values()]
    .filter(({ type }) => type === 'customer')
    .map((customer) => {
      const routes = routesTo(customer, isValid, ROUTES_LISTED + 1);
      return {
        customer: customer.id,
        served: routes.length > 0,
        managed: customer.managers.some(isValid),
        routes: routes.slice(0, ROUTES_LISTED),
        more: routes.length > ROUTES_LISTED,
      };
    });
}

/** Ways from Microsoft along valid sales, in the order of the ids on them. They can't loop: tiers only go down. */
function routesTo(party: Node, isValid: (edge: Edge) => boolean, limit: number): string[][] {
  if (party.type === 'microsoft') return [[party.id]];
  const sellers = [...new Set(party.sales.filter(isValid).map(({ from }) => from))];
  sellers.sort((a, b) => (a.id < b.id ? -1 : 1));
  const routes: string[][] = [];
  for (const seller of sellers) {
    for (const route of routesTo(seller, isValid, limit - routes.length)) {
      routes.push([...route, party.id]);
    }
    if (routes.length >= limit) break;
  }
  return routes;
}
