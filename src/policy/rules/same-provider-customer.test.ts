import { fault, refused, testRule } from '../test-rule.ts';
import { sameProviderCustomer } from './same-provider-customer.ts';

const clash = (...providers: string[]) =>
  fault(
    'alreadyReseller',
    { buyer: 'customer' },
    { organization: { text: 'o' }, providers: { parties: providers } },
  );

testRule(sameProviderCustomer, {
  valid: [
    // Option 1: a separate tenant.
    'indirectProvider -- indirectReseller[org=o,tenant=t/csp]; indirectProvider > customer[org=o,tenant=u/customer]',
    // Option 2: a direct-bill partner is in no provider's channel.
    'indirectProvider -- indirectReseller[org=o]; directBillPartner > customer[org=o]',
    // Option 3: another provider.
    'indirectProvider#2 -- indirectReseller[org=o]; indirectProvider > customer[org=o]',
    // Not the same company; no reseller relationship; no provider behind the sale.
    'indirectProvider -- indirectReseller[org=p]; indirectProvider > customer[org=o]; directBillPartner[org=o]',
    'indirectReseller[org=o]; indirectProvider > customer[org=o]',
    'indirectProvider -- indirectReseller[org=o]; indirectReseller#2 > customer[org=o]',
    // One of the two providers behind the sale is no provider of the company.
    'microsoft > indirectProvider -- indirectReseller[org=o]; indirectProvider > indirectReseller#2; microsoft > indirectProvider#2 > indirectReseller#2 > customer[org=o]',
  ],
  invalid: [
    refused(
      'indirectProvider -- indirectReseller[org=o]; indirectProvider > customer[org=o]',
      clash('indirectProvider'),
    ),
    refused(
      'indirectReseller[org=o,tenant=t/csp] -- indirectProvider > indirectReseller#2 > customer[org=o,tenant=t/customer]',
      clash('indirectProvider'),
    ),
    refused(
      // Only the valid supply counts: the second provider's sale lacks its own supply.
      'microsoft > indirectProvider > indirectReseller[org=o]; indirectProvider > indirectReseller#2; indirectProvider#2 > indirectReseller#2 > customer[org=o]',
      clash('indirectProvider'),
    ),
    refused(
      // The relationship counts as drawn, whatever its verdict.
      'indirectProvider[US] -- indirectReseller[org=o,DE]; indirectProvider > customer[org=o]; indirectProvider > indirectReseller#2[org=x] > customer',
      clash('indirectProvider'),
      clash('indirectProvider'),
    ),
  ],
});
