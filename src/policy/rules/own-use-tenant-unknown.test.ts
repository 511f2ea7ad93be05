import { fault, refused, testRule } from '../test-rule.ts';
import { ownUseTenantUnknown } from './own-use-tenant-unknown.ts';

const unnamed = fault('nameTenant', { buyer: 'customer' }, { organization: { text: 'o' } });

testRule(ownUseTenantUnknown, {
  valid: [
    'directBillPartner > customer',
    'indirectProvider[org=o]; directBillPartner > customer[org=o,tenant=t/customer]',
    'indirectProvider[org=o]; directBillPartner > customer[org=o,tenant=t/csp]',
    'directBillPartner > customer[org=o]; customer#2[org=o]',
  ],
  invalid: [
    refused('indirectProvider[org=o]; directBillPartner > customer[org=o]', unnamed),
    refused(
      'indirectReseller#2[org=o]; indirectReseller > customer[org=o]; indirectProvider > customer',
      unnamed,
      unnamed,
    ),
  ],
});
