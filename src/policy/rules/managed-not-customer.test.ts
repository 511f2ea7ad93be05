import { fault, refused, testRule } from '../test-rule.ts';
import { managedNotCustomer } from './managed-not-customer.ts';

testRule(managedNotCustomer, {
  valid: ['indirectProvider ~> customer', 'customer ~> indirectReseller'],
  invalid: [
    refused(
      'indirectProvider ~> indirectReseller ~> microsoft',
      fault(
        'managesCustomers',
        { managed: 'indirectReseller' },
        { managedRole: { role: 'indirectReseller' } },
      ),
      fault('managesCustomers', { managed: 'microsoft' }, { managedRole: { role: 'microsoft' } }),
    ),
    refused(
      'directBillPartner ~> directBillPartner#2',
      fault(
        'managesCustomers',
        { managed: 'directBillPartner#2' },
        { managedRole: { role: 'directBillPartner' } },
      ),
    ),
  ],
});
