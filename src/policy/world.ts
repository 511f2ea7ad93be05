import {
  type EditionId,
  editionOf,
  FACTS,
  type Fact,
  isPartner,
  PARTY_TYPES,
  type Party,
  type PartyType,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';
import { marketsOf, type RegionId } from './markets.ts';
import type { Decision, Status } from './types.ts';

/**
 * A scenario as the rules see it: every party with its company, region, tenant and supply, every
 * relationship with its ends (POLICY 2.1). Built once for a scenario, then only read.
 */
export interface World {
  readonly scenario: Scenario;
  readonly edition: EditionId;
  /** YYYY-MM-DD, or undefined for today: later than every date a rule knows. */
  readonly asOf: string | undefined;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  /** The verdict on another relationship, for rules that depend on one. */
  readonly statusOf: (edge: Edge) => Status;
  /** Relationships that repeat an earlier one; filled by `notes.ts` when first asked for. */
  duplicates: ReadonlySet<Edge> | undefined;
}

/** A party in its surroundings. */
export interface Node {
  readonly id: string;
  /** Its place among the parties. */
  readonly index: number;
  readonly type: PartyType;
  readonly typeIndex: number;
  readonly party: Party;
  readonly company: Company;
  /** Undefined when the country is not set or in no list of the edition. */
  readonly region: RegionId | undefined;
  /**
   * Of a customer: `csp` when the tenant is a CSP tenant or also serves a partner, `separate` when it
   * is a customer tenant of its own. A partner's tenant is always a CSP tenant.
   */
  readonly tenantUse: 'none' | 'csp' | 'separate';
  /** Whether any fact of it is false: most parties have done everything, and are asked seven times. */
  readonly isUnready: boolean;
  /** Sales into it from the type that may supply it, whatever their verdict. */
  readonly supply: Edge[];
  /** All sales into it. */
  readonly sales: Edge[];
  /** All `manages` into it. */
  readonly managers: Edge[];
  /** Of a reseller: the providers joined to it by a partnership or a sale, as drawn (A26). */
  readonly providers: Node[];
  /** Answers that every sale from or to this party asks for again; filled by `why.ts`. */
  path: readonly string[] | undefined;
  hasSeveralSellers: boolean | undefined;
}

/** A relationship with its ends. */
export interface Edge {
  readonly relationship: Relationship;
  readonly from: Node;
  readonly to: Node;
  /** What the rules said, once they were asked: a supply is asked after by every sale that rests on it. */
  decision: Decision | undefined;
}

/** The legal company of one or more parties. */
export interface Company {
  /** As the author wrote it; undefined for a party that is a company of its own. */
  readonly organization: string | undefined;
  readonly nodes: Node[];
  readonly groups: Set<string>;
  /** Whether it is a partner, and in particular an indirect reseller, anywhere in the scenario. */
  isPartner: boolean;
  isReseller: boolean;
  /** Filled by `relatedProviders`. */
  providers: ReadonlySet<Node> | undefined;
}

/** Who may supply whom, and thereby where supply is looked for (POLICY 2.1 no. 10). */
export const SUPPLIER: Readonly<Partial<Record<PartyType, PartyType>>> = {
  indirectProvider: 'microsoft',
  directBillPartner: 'microsoft',
  indirectReseller: 'indirectProvider',
};

/** @param decide asks the rules; how is not the world's business */
export function createWorld(
  scenario: Scenario,
  decide: (edge: Edge, world: World) => Decision,
): World {
  const edition = editionOf(scenario);
  const nodes = createNodes(scenario, edition);
  const edges: Edge[] = [];
  for (const relationship of scenario.relationships) {
    const edge = edgeOf(relationship, nodes);
    edges.push(edge);
    connect(edge);
  }
  const world: World = {
    scenario,
    edition,
    asOf: scenario.asOf ?? undefined,
    nodes,
    edges,
    statusOf: (edge) => decide(edge, world).status,
    duplicates: undefined,
  };
  return world;
}

/** A relationship with its ends, which must be among the nodes. */
export function edgeOf(relationship: Relationship, nodes: ReadonlyMap<string, Node>): Edge {
  const from = nodes.get(relationship.from);
  const to = nodes.get(relationship.to);
  if (!from || !to) throw new Error(`relationship ${relationship.id} has an end that is no party`);
  return { relationship, from, to, decision: undefined };
}

/** A customer whose company is also a partner here buys for its own use (POLICY 2.1 no. 3). */
export function isOwnUse({ company }: Node): boolean {
  return company.isPartner;
}

/** Providers joined to any reseller of the company (POLICY 2.1 no. 11). */
export function relatedProviders(company: Company): ReadonlySet<Node> {
  company.providers ??= new Set(company.nodes.flatMap(({ providers }) => providers));
  return company.providers;
}

/** The group that makes two companies affiliates; undefined when they are none, or are one company. */
export function commonGroup(a: Company, b: Company): string | undefined {
  if (a === b || a.groups.size === 0 || b.groups.size === 0) return undefined;
  return [...a.groups].filter((group) => b.groups.has(group)).sort()[0];
}

export function isPartnerNode({ type }: Node): boolean {
  return isPartner(type);
}

export function lacks({ party, isUnready }: Node, fact: Fact): boolean {
  return isUnready && party.facts?.[fact] === false;
}

/** The providers behind a sale to a customer: of its valid supply, or of all of it when none is valid. */
export function providersBehind({ from }: Edge, { statusOf }: World): Node[] {
  if (from.type === 'indirectProvider') return [from];
  const valid = from.supply.filter((edge) => statusOf(edge) === 'valid');
  return [...new Set((valid.length > 0 ? valid : from.supply).map((edge) => edge.from))];
}

function createNodes(scenario: Scenario, edition: EditionId): Map<string, Node> {
  const markets = marketsOf(edition);
  const companies = new Map<string, Company>();
  const cspTenants = new Set<string>();
  for (const { type, tenant } of scenario.parties) {
    if (tenant && isPartner(type)) cspTenants.add(tenant.id);
  }

  const nodes = new Map<string, Node>();
  for (const party of scenario.parties) {
    const company = companyOf(party, companies);
    const node: Node = {
      id: party.id,
      index: nodes.size,
      type: party.type,
      typeIndex: PARTY_TYPES.indexOf(party.type),
      party,
      company,
      region: party.country === undefined ? undefined : markets.get(party.country),
      tenantUse: tenantUse(party, cspTenants),
      isUnready: party.facts !== undefined && FACTS.some((fact) => party.facts?.[fact] === false),
      supply: [],
      sales: [],
      managers: [],
      providers: [],
      path: undefined,
      hasSeveralSellers: undefined,
    };
    company.nodes.push(node);
    nodes.set(party.id, node);
  }
  return nodes;
}

function companyOf(party: Party, companies: Map<string, Company>): Company {
  const organization = party.organization === '' ? undefined : party.organization;
  let company = organization === undefined ? undefined : companies.get(organization);
  if (!company) {
    company = {
      organization,
      nodes: [],
      groups: new Set(),
      isPartner: false,
      isReseller: false,
      providers: undefined,
    };
    if (organization !== undefined) companies.set(organization, company);
  }
  if (party.affiliateGroup) company.groups.add(party.affiliateGroup);
  if (isPartner(party.type)) company.isPartner = true;
  if (party.type === 'indirectReseller') company.isReseller = true;
  return company;
}

function tenantUse({ type, tenant }: Party, cspTenants: ReadonlySet<string>): Node['tenantUse'] {
  if (!tenant) return 'none';
  const csp = isPartner(type) || tenant.kind === 'csp' || cspTenants.has(tenant.id);
  return csp ? 'csp' : 'separate';
}

function connect(edge: Edge): void {
  const { relationship, from, to } = edge;
  if (relationship.kind === 'sells') {
    to.sales.push(edge);
    if (SUPPLIER[to.type] === from.type) to.supply.push(edge);
    if (to.type === 'indirectReseller' && from.type === 'indirectProvider') to.providers.push(from);
  } else if (relationship.kind === 'manages') {
    to.managers.push(edge);
  } else if (from.type === 'indirectProvider' && to.type === 'indirectReseller') {
    to.providers.push(from);
  } else if (to.type === 'indirectProvider' && from.type === 'indirectReseller') {
    from.providers.push(to);
  }
}
