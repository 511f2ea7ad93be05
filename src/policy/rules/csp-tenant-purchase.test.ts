import { fault, refused, testRule } from '../test-rule.ts';
import { cspTenantPurchase } from './csp-tenant-purchase.ts';

const csp = (buyer: string, tenant: string) =>
  fault('cspTenant', { buyer }, { tenant: { text: tenant } });

testRule(cspTenantPurchase, {
  valid: [
    'microsoft > directBillPartner > customer',
    'microsoft > directBillPartner[tenant=t/csp] > customer[tenant=u/customer]',
    'indirectReseller[tenant=t/csp] ~> customer[tenant=t/csp]',
  ],
  invalid: [
    refused('microsoft > directBillPartner > customer[tenant=t/csp]', csp('customer', 't')),
    refused(
      'directBillPartner#2[tenant=t/customer]; microsoft > directBillPartner > customer[tenant=t/customer]',
      csp('customer', 't'),
    ),
    refused(
      'indirectProvider[tenant=a/csp] > customer[tenant=a/customer]; indirectReseller > customer#2[tenant=b/csp]',
      csp('customer', 'a'),
      csp('customer#2', 'b'),
    ),
  ],
});
