import type { Party, Relationship, Scenario } from '../model/scenario.ts';
import { marketsOf } from '../policy/markets.ts';
import { RULE_IDS, type RuleId } from '../policy/types.ts';

/**
 * The yardstick: all 25 rules in one hand-written loop over the objects of a scenario, one bit a rule,
 * no reasons, no notes, no explanations. What the policy module is measured against, never used.
 */
export function fusedJudge(scenario: Scenario): Uint32Array {
  const markets = marketsOf(scenario.edition ?? '2023-10');
  const mpaDue = (scenario.asOf ?? '9') >= '2020-02-01';
  const { parties, relationships } = scenario;
  const n = parties.length;
  const index = new Map<string, number>();
  const companies = new Map<string, number>();
  const type = new Uint8Array(n);
  const company = new Int32Array(n);
  const region: (string | undefined)[] = new Array(n);
  const groups: Set<string>[] = [];
  const hasPartner: boolean[] = [];
  const hasReseller: boolean[] = [];
  const cspTenants = new Set<string>();
  for (let i = 0; i < n; i++) {
    const party = parties[i] as Party;
    index.set(party.id, i);
    const t = TYPE[party.type];
    type[i] = t;
    let c = party.organization === undefined ? undefined : companies.get(party.organization);
    if (c === undefined) {
      c = groups.length;
      groups.push(new Set());
      hasPartner.push(false);
      hasReseller.push(false);
      if (party.organization !== undefined) companies.set(party.organization, c);
    }
    company[i] = c;
    if (party.affiliateGroup) (groups[c] as Set<string>).add(party.affiliateGroup);
    if (t >= 1 && t <= 3) {
      hasPartner[c] = true;
      if (t === 2) hasReseller[c] = true;
      if (party.tenant) cspTenants.add(party.tenant.id);
    }
    region[i] = party.country === undefined ? undefined : markets.get(party.country);
  }

  const m = relationships.length;
  const from = new Int32Array(m);
  const to = new Int32Array(m);
  const supply: number[][] = Array.from({ length: n }, () => []);
  const related = new Map<number, Set<number>>();
  for (let e = 0; e < m; e++) {
    const line = relationships[e] as Relationship;
    const a = index.get(line.from) as number;
    const b = index.get(line.to) as number;
    from[e] = a;
    to[e] = b;
    const ta = type[a] as number;
    const tb = type[b] as number;
    const sells = line.kind === 'sells';
    if (sells && ((ta === 0 && (tb === 1 || tb === 3)) || (ta === 1 && tb === 2))) {
      (supply[b] as number[]).push(e);
    }
    if (line.kind !== 'manages' && ta === 1 && tb === 2) relate(related, company[b] as number, a);
    if (line.kind === 'partnership' && ta === 2 && tb === 1) {
      relate(related, company[a] as number, b);
    }
  }

  const masks = new Uint32Array(m);
  const done = new Uint8Array(m);
  const decide = (e: number): number => {
    if (done[e]) return masks[e] as number;
    done[e] = 1;
    const line = relationships[e] as Relationship;
    const a = from[e] as number;
    const b = to[e] as number;
    const ta = type[a] as number;
    const tb = type[b] as number;
    const pa = parties[a] as Party;
    const pb = parties[b] as Party;
    let mask = 0;
    if (a === b) mask = BIT['self-relationship'];
    else if (line.kind === 'manages') {
      if (ta === 0 || ta === 4) mask = BIT['manager-not-partner'];
      else if (tb !== 4) mask = BIT['managed-not-customer'];
    } else if (line.kind === 'partnership') {
      if (!((ta === 1 && tb === 2) || (ta === 2 && tb === 1))) mask = BIT['partnership-roles'];
      else mask = regions(pa, pb, region[a], region[b], BIT['region-partner']) | steps(pa, pb);
    } else if (ta === 4) mask = BIT['customer-cannot-sell'];
    else if (tb === 0) mask = BIT['sells-to-microsoft'];
    else if (ta === 0) {
      if (tb === 4) mask = BIT['microsoft-sells-via-partners'];
      else if (tb === 2) mask = BIT['reseller-needs-provider'];
      else
        mask = steps(undefined, pb) | (mpaDue ? mpa(undefined, pb) : 0) | (tb === 3 ? able(pb) : 0);
    } else if (tb === 4) mask = toCustomer(e, a, b, pa, pb, ta);
    else if (ta !== 1 || tb !== 2) mask = BIT['partner-resale'];
    else {
      mask =
        regions(pa, pb, region[a], region[b], BIT['region-partner']) |
        steps(pa, pb) |
        (mpaDue ? mpa(pa, pb) : 0) |
        supplyOf(a);
    }
    masks[e] = mask;
    return mask;
  };

  const supplyOf = (seller: number): number => {
    const edges = supply[seller] as number[];
    if (edges.length === 0) return BIT['supply-missing'];
    for (const e of edges) if (decide(e) === 0) return 0;
    return BIT['supply-broken'];
  };

  const toCustomer = (
    _e: number,
    a: number,
    b: number,
    pa: Party,
    pb: Party,
    ta: number,
  ): number => {
    const cb = company[b] as number;
    const own = hasPartner[cb] as boolean;
    let mask = 0;
    if (ta === 1 && !(own && hasReseller[cb])) mask |= BIT['provider-sells-via-resellers'];
    const structural = mask !== 0;
    if (company[a] === cb) mask |= BIT['self-sale'];
    else {
      const ga = groups[company[a] as number] as Set<string>;
      const gb = groups[cb] as Set<string>;
      if (ga.size > 0) for (const group of ga) if (gb.has(group)) mask |= BIT['affiliate-sale'];
    }
    const tenant = pb.tenant;
    const separate = tenant?.kind === 'customer' && !cspTenants.has(tenant.id);
    if (tenant && !separate) mask |= BIT['csp-tenant-purchase'];
    if (own && !separate && ta !== 3) {
      const providers = related.get(cb);
      if (providers && clashes(a, ta, providers)) mask |= BIT['same-provider-customer'];
    }
    const where = regions(pa, pb, region[a], region[b], BIT['region-sale']);
    mask |= structural ? where & ~BIT['country-unknown'] : where;
    if (structural) return mask;
    if (own && !tenant) mask |= BIT['own-use-tenant-unknown'];
    mask |= steps(pa, undefined) | (mpaDue ? mpa(pa, undefined) : 0);
    if (ta === 3) mask |= able(pa);
    return mask | supplyOf(a);
  };

  const clashes = (a: number, ta: number, providers: Set<number>): boolean => {
    if (ta === 1) return providers.has(a);
    let edges = (supply[a] as number[]).filter((e) => decide(e) === 0);
    if (edges.length === 0) edges = supply[a] as number[];
    if (edges.length === 0) return false;
    for (const e of edges) if (!providers.has(from[e] as number)) return false;
    return true;
  };

  for (let e = 0; e < m; e++) decide(e);
  return masks;
}

const TYPE = {
  microsoft: 0,
  indirectProvider: 1,
  indirectReseller: 2,
  directBillPartner: 3,
  customer: 4,
};
export const BIT = Object.fromEntries(RULE_IDS.map((id, i) => [id, 1 << i])) as Record<
  RuleId,
  number
>;

function relate(related: Map<number, Set<number>>, company: number, provider: number): void {
  const providers = related.get(company);
  if (providers) providers.add(provider);
  else related.set(company, new Set([provider]));
}

function regions(
  a: Party,
  b: Party,
  ra: string | undefined,
  rb: string | undefined,
  differ: number,
): number {
  let mask = 0;
  if (ra !== undefined && rb !== undefined && ra !== rb) mask |= differ;
  if (
    (a.country !== undefined && ra === undefined) ||
    (b.country !== undefined && rb === undefined)
  ) {
    mask |= BIT['market-unlisted'];
  }
  if (a.country === undefined || b.country === undefined) mask |= BIT['country-unknown'];
  return mask;
}

function steps(a: Party | undefined, b: Party | undefined): number {
  let mask = 0;
  if (a?.facts?.onboarded === false || b?.facts?.onboarded === false) mask |= BIT['not-onboarded'];
  if (a?.facts?.enrolled === false || b?.facts?.enrolled === false) mask |= BIT['not-enrolled'];
  return mask;
}

function mpa(a: Party | undefined, b: Party | undefined): number {
  const unsigned = a?.facts?.mpaSigned === false || b?.facts?.mpaSigned === false;
  return unsigned ? BIT['mpa-unsigned'] : 0;
}

function able({ facts }: Party): number {
  const missing =
    facts?.apiIntegration === false ||
    facts?.billing === false ||
    facts?.support === false ||
    facts?.managedServices === false;
  return missing ? BIT['direct-bill-capability'] : 0;
}
