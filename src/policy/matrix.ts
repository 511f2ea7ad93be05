import type { PartyType, RelationshipKind } from '../model/scenario.ts';
import type { RuleId } from './types.ts';

/**
 * A cell of the type matrices (POLICY 2.3 to 2.5): `yes`, the structural rule that refuses the pair, or
 * `own-use`: refused by provider-sells-via-resellers except for a reseller company's own use.
 */
export type Cell = 'yes' | 'own-use' | RuleId;

type Row = Readonly<Record<PartyType, Cell>>;

const row = (
  ...[microsoft, provider, reseller, directBill, customer]: [Cell, Cell, Cell, Cell, Cell]
) =>
  ({
    microsoft,
    indirectProvider: provider,
    indirectReseller: reseller,
    directBillPartner: directBill,
    customer,
  }) satisfies Row;

const TO_MS = 'sells-to-microsoft';
const RESALE = 'partner-resale';
const ROLES = 'partnership-roles';
const NO_MANAGER = 'manager-not-partner';
const NO_CUSTOMER = 'managed-not-customer';

/** The one reviewed table: row acts on column. Columns: Microsoft, provider, reseller, direct-bill, customer. */
export const MATRIX: Readonly<Record<RelationshipKind, Readonly<Record<PartyType, Row>>>> = {
  sells: {
    microsoft: row(TO_MS, 'yes', 'reseller-needs-provider', 'yes', 'microsoft-sells-via-partners'),
    indirectProvider: row(TO_MS, RESALE, 'yes', RESALE, 'own-use'),
    indirectReseller: row(TO_MS, RESALE, RESALE, RESALE, 'yes'),
    directBillPartner: row(TO_MS, RESALE, RESALE, RESALE, 'yes'),
    customer: row(
      'customer-cannot-sell',
      'customer-cannot-sell',
      'customer-cannot-sell',
      'customer-cannot-sell',
      'customer-cannot-sell',
    ),
  },
  partnership: {
    microsoft: row(ROLES, ROLES, ROLES, ROLES, ROLES),
    indirectProvider: row(ROLES, ROLES, 'yes', ROLES, ROLES),
    indirectReseller: row(ROLES, 'yes', ROLES, ROLES, ROLES),
    directBillPartner: row(ROLES, ROLES, ROLES, ROLES, ROLES),
    customer: row(ROLES, ROLES, ROLES, ROLES, ROLES),
  },
  manages: {
    microsoft: row(NO_MANAGER, NO_MANAGER, NO_MANAGER, NO_MANAGER, NO_MANAGER),
    indirectProvider: row(NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, 'yes'),
    indirectReseller: row(NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, 'yes'),
    directBillPartner: row(NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, NO_CUSTOMER, 'yes'),
    customer: row(NO_MANAGER, NO_MANAGER, NO_MANAGER, NO_MANAGER, NO_MANAGER),
  },
};

/** Whether the types alone allow the relationship; whether it is valid depends on the rest. */
export function isSupportedPair(kind: RelationshipKind, from: PartyType, to: PartyType): boolean {
  return MATRIX[kind][from][to] === 'yes';
}
