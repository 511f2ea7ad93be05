import { fault, refused, testRule } from '../test-rule.ts';
import { affiliateSale } from './affiliate-sale.ts';

const related = (seller: string, group: string) =>
  fault('affiliates', { seller, buyer: 'customer' }, { group: { text: group } });

testRule(affiliateSale, {
  valid: [
    'microsoft > directBillPartner[group=g] > customer',
    'microsoft > directBillPartner[group=g] > customer[group=h]',
    'directBillPartner[org=a,group=g] > customer[org=a,group=g]',
    'microsoft > indirectProvider[group=g] > indirectReseller > customer[group=g]',
  ],
  invalid: [
    refused(
      'microsoft > directBillPartner[group=g] > customer[group=g]',
      related('directBillPartner', 'g'),
    ),
    refused(
      'indirectReseller#2[org=a,group=g]; indirectReseller[org=a] > customer[group=g]; indirectProvider[group=g] > customer',
      related('indirectReseller', 'g'),
      related('indirectProvider', 'g'),
    ),
    refused(
      'directBillPartner[org=a,group=z]; directBillPartner#2[org=a,group=b] > customer[org=c,group=z]; customer#2[org=c,group=b]',
      related('directBillPartner#2', 'b'),
    ),
  ],
});
