import { fault, refused, testRule } from '../test-rule.ts';
import { selfSale } from './self-sale.ts';

const own = (seller: string, organization: string) =>
  fault('oneCompany', { seller, buyer: 'customer' }, { organization: { text: organization } });

testRule(selfSale, {
  valid: [
    'microsoft > directBillPartner > customer',
    'microsoft > directBillPartner[org=a] > customer[org=b]',
    'indirectReseller[org=a] ~> customer[org=a]',
  ],
  invalid: [
    refused(
      'microsoft > directBillPartner[org=a] > customer[org=a]',
      own('directBillPartner', 'a'),
    ),
    refused(
      'microsoft > indirectProvider > indirectReseller[org=a] > customer[org=a,tenant=t/customer]',
      own('indirectReseller', 'a'),
    ),
    refused(
      'indirectProvider[org=p] > customer[org=p]; directBillPartner[org=p] > customer',
      own('indirectProvider', 'p'),
      own('directBillPartner', 'p'),
    ),
  ],
});
