import type { SourceId } from './sources.ts';
import type { Ok, OkId, Params } from './types.ts';
import { type Edge, isOwnUse, type Node, type World } from './world.ts';

/** Where each explanation comes from (POLICY 2.6.3, 2.6.4). */
export const OK_SOURCES: Readonly<Record<OkId, readonly SourceId[]>> = {
  'ok-microsoft-provider': ['s1'],
  'ok-microsoft-direct': ['s1'],
  'ok-provider-reseller': ['s1', 's8'],
  'ok-own-use': ['s4'],
  'ok-provider-own-use': ['s6'],
  'ok-reseller-customer': ['s1', 's7'],
  'ok-direct-customer': ['s1', 's7'],
  'ok-multi-partner': ['s2', 'multipartner'],
  'ok-partnership': ['s6', 's8'],
  'ok-manages': ['s3', 'multichannel', 'customer-request'],
};

/** Why a valid relationship is valid; the first is the main explanation. */
export function whyValid(edge: Edge, world: World): readonly Ok[] {
  const { from, to, relationship } = edge;
  if (relationship.kind === 'manages') {
    return [ok('ok-manages', { customer: { party: to.id }, manager: { party: from.id } })];
  }
  if (relationship.kind === 'partnership') return [partnership(edge)];
  const seller = { party: from.id };
  const buyer = { party: to.id };
  if (from.type === 'microsoft') {
    const provider = to.type === 'indirectProvider';
    return [ok(provider ? 'ok-microsoft-provider' : 'ok-microsoft-direct', { buyer })];
  }
  if (to.type === 'indirectReseller') {
    return [ok('ok-provider-reseller', { seller, buyer, ...regionParam(from) })];
  }
  return saleToCustomer(edge, world);
}

/** Microsoft to the seller along valid sales; of several, the way through the parties first by id. */
function pathTo(seller: Node, world: World): readonly string[] {
  seller.path ??= findPath(seller, world);
  return seller.path;
}

function findPath(seller: Node, world: World): readonly string[] {
  let best: Node | undefined;
  for (const edge of seller.supply) {
    if (best !== undefined && best.id <= edge.from.id) continue;
    if (world.statusOf(edge) === 'valid') best = edge.from;
  }
  return best ? [...pathTo(best, world), seller.id] : [seller.id];
}

function saleToCustomer(edge: Edge, world: World): Ok[] {
  const { from, to } = edge;
  const why: Ok[] = [];
  if (isOwnUse(to)) {
    const id = from.type === 'indirectProvider' ? 'ok-provider-own-use' : 'ok-own-use';
    why.push(
      ok(id, {
        organization: { text: to.company.organization as string },
        seller: { party: from.id },
        buyer: { party: to.id },
      }),
    );
  }
  if (from.type !== 'indirectProvider') {
    const id = from.type === 'indirectReseller' ? 'ok-reseller-customer' : 'ok-direct-customer';
    why.push(
      ok(id, {
        seller: { party: from.id },
        customer: { party: to.id },
        ...regionParam(from),
        path: { path: pathTo(from, world) },
      }),
    );
  }
  if (hasSeveralSellers(to, world)) {
    why.push(ok('ok-multi-partner', { customer: { party: to.id } }));
  }
  return why;
}

function hasSeveralSellers(customer: Node, { statusOf }: World): boolean {
  if (customer.hasSeveralSellers === undefined) {
    const first = customer.sales.find((sale) => statusOf(sale) === 'valid');
    customer.hasSeveralSellers = customer.sales.some(
      (sale) => sale.from !== first?.from && statusOf(sale) === 'valid',
    );
  }
  return customer.hasSeveralSellers;
}

function partnership({ from, to }: Edge): Ok {
  const [provider, reseller] = from.type === 'indirectProvider' ? [from, to] : [to, from];
  return ok('ok-partnership', {
    provider: { party: provider.id },
    reseller: { party: reseller.id },
    ...regionParam(provider),
  });
}

function regionParam({ region }: Node): Params {
  return region ? { region: { region } } : {};
}

function ok(id: OkId, params: Params): Ok {
  return { ok: id, params, sources: OK_SOURCES[id] };
}
