/**
 * What a scenario is: parties, the relationships drawn between them, and the edition and date they
 * are judged by. Plain immutable data, the same in memory as in a file (POLICY section 7).
 */

export const PARTY_TYPES = [
  'microsoft',
  'indirectProvider',
  'indirectReseller',
  'directBillPartner',
  'customer',
] as const;
export type PartyType = (typeof PARTY_TYPES)[number];

/** The three types that transact in CSP (F1). */
export const PARTNER_TYPES = ['indirectProvider', 'indirectReseller', 'directBillPartner'] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

export const RELATIONSHIP_KINDS = ['sells', 'partnership', 'manages'] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

/** The three steps before new business (F18), in the order they are done. */
export const STEPS = ['onboarded', 'enrolled', 'mpaSigned'] as const;
/** What a direct-bill partner must have (F12, F13). */
export const CAPABILITIES = ['apiIntegration', 'billing', 'support', 'managedServices'] as const;
export const FACTS = [...STEPS, ...CAPABILITIES] as const;
export type Fact = (typeof FACTS)[number];

export const EDITIONS = ['2020-05', '2023-10'] as const;
export type EditionId = (typeof EDITIONS)[number];
export const DEFAULT_EDITION: EditionId = '2023-10';

export const TENANT_KINDS = ['csp', 'customer'] as const;
export interface Tenant {
  readonly id: string;
  readonly kind: (typeof TENANT_KINDS)[number];
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Party {
  readonly id: string;
  readonly type: PartyType;
  /** Absent = shown under the name of its type, in the reader's language. */
  readonly name?: string;
  /** ISO 3166-1 alpha-2. Of a partner: of its CSP account; of a customer: set in its tenant. Absent = unknown. */
  readonly country?: string;
  /** The legal company. Two parties with the same value are one company; absent = a company of its own. */
  readonly organization?: string;
  /** Companies that share a group are affiliates (A8: the user states it). */
  readonly affiliateGroup?: string;
  readonly tenant?: Tenant;
  /** Absent = done or available. Only an explicit false fails a rule. */
  readonly facts?: { readonly [F in Fact]?: boolean };
  /** Canvas units of its upper left corner. */
  readonly position?: Position;
}

export interface Relationship {
  readonly id: string;
  readonly kind: RelationshipKind;
  readonly from: string;
  readonly to: string;
  /** What is sold or managed, in the author's words. */
  readonly service?: string;
}

/** What a file says its own verdicts must be; rules and notes are sets, absent notes = none. */
export interface Expectation {
  readonly verdict: 'valid' | 'invalid';
  readonly rules?: readonly string[];
  readonly notes?: readonly string[];
}

export const CHAIN_STATUSES = ['empty', 'broken', 'incomplete', 'complete'] as const;
export type ChainStatus = (typeof CHAIN_STATUSES)[number];

export interface Scenario {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  /** The author's language, BCP 47: in which shapes the names are to be drawn. */
  readonly language?: string;
  /** Absent = DEFAULT_EDITION. */
  readonly edition?: EditionId;
  /** YYYY-MM-DD. Absent or null = today. */
  readonly asOf?: string | null;
  readonly parties: readonly Party[];
  readonly relationships: readonly Relationship[];
  readonly expect?: { readonly [relationship: string]: Expectation };
  readonly expectChain?: ChainStatus;
  /** Customers that a valid sale must reach. */
  readonly expectServed?: readonly string[];
}

export const EMPTY_SCENARIO: Scenario = { parties: [], relationships: [] };

export function isPartner(type: PartyType): type is PartnerType {
  return type !== 'microsoft' && type !== 'customer';
}

/** The facts that a rule may ask of a party of this type. */
export function factsOf(type: PartyType): readonly Fact[] {
  if (!isPartner(type)) return [];
  return type === 'directBillPartner' ? FACTS : STEPS;
}

export function editionOf(scenario: Scenario): EditionId {
  return scenario.edition ?? DEFAULT_EDITION;
}

/** The country in which most parties stand; undefined where none says its own. Ties go by the code. */
export function usualCountry({ parties }: Scenario): string | undefined {
  const count = new Map<string, number>();
  for (const { type, country } of parties) {
    if (type !== 'microsoft' && country) count.set(country, (count.get(country) ?? 0) + 1);
  }
  const [most] = [...count].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0];
}
