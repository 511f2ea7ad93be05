import { RULE_IDS, type Rule, type RuleId } from '../types.ts';
import { affiliateSale } from './affiliate-sale.ts';
import { countryUnknown } from './country-unknown.ts';
import { cspTenantPurchase } from './csp-tenant-purchase.ts';
import { customerCannotSell } from './customer-cannot-sell.ts';
import { directBillCapability } from './direct-bill-capability.ts';
import { managedNotCustomer } from './managed-not-customer.ts';
import { managerNotPartner } from './manager-not-partner.ts';
import { marketUnlisted } from './market-unlisted.ts';
import { microsoftSellsViaPartners } from './microsoft-sells-via-partners.ts';
import { mpaUnsigned } from './mpa-unsigned.ts';
import { notEnrolled } from './not-enrolled.ts';
import { notOnboarded } from './not-onboarded.ts';
import { ownUseTenantUnknown } from './own-use-tenant-unknown.ts';
import { partnerResale } from './partner-resale.ts';
import { partnershipRoles } from './partnership-roles.ts';
import { providerSellsViaResellers } from './provider-sells-via-resellers.ts';
import { regionPartner } from './region-partner.ts';
import { regionSale } from './region-sale.ts';
import { resellerNeedsProvider } from './reseller-needs-provider.ts';
import { sameProviderCustomer } from './same-provider-customer.ts';
import { selfRelationship } from './self-relationship.ts';
import { selfSale } from './self-sale.ts';
import { sellsToMicrosoft } from './sells-to-microsoft.ts';
import { supplyBroken } from './supply-broken.ts';
import { supplyMissing } from './supply-missing.ts';

const BY_ID: Record<RuleId, Rule> = {
  'self-relationship': selfRelationship,
  'sells-to-microsoft': sellsToMicrosoft,
  'customer-cannot-sell': customerCannotSell,
  'microsoft-sells-via-partners': microsoftSellsViaPartners,
  'reseller-needs-provider': resellerNeedsProvider,
  'partner-resale': partnerResale,
  'provider-sells-via-resellers': providerSellsViaResellers,
  'partnership-roles': partnershipRoles,
  'manager-not-partner': managerNotPartner,
  'managed-not-customer': managedNotCustomer,
  'self-sale': selfSale,
  'affiliate-sale': affiliateSale,
  'csp-tenant-purchase': cspTenantPurchase,
  'same-provider-customer': sameProviderCustomer,
  'region-sale': regionSale,
  'region-partner': regionPartner,
  'market-unlisted': marketUnlisted,
  'country-unknown': countryUnknown,
  'own-use-tenant-unknown': ownUseTenantUnknown,
  'not-onboarded': notOnboarded,
  'not-enrolled': notEnrolled,
  'mpa-unsigned': mpaUnsigned,
  'direct-bill-capability': directBillCapability,
  'supply-missing': supplyMissing,
  'supply-broken': supplyBroken,
};

/** Every rule, in display order. */
export const RULES: readonly Rule[] = RULE_IDS.map((id) => BY_ID[id]);

export function ruleOf(id: RuleId): Rule {
  return BY_ID[id];
}
