import type { PartyType } from '../../model/scenario.ts';
import { fault, refused, testRule } from '../test-rule.ts';
import { partnerResale } from './partner-resale.ts';

const resale = (seller: string, sellerRole: PartyType, buyer: string, buyerRole: PartyType) =>
  fault(
    'onlyProviderToReseller',
    { seller, buyer },
    { sellerRole: { role: sellerRole }, buyerRole: { role: buyerRole } },
  );

testRule(partnerResale, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller -- indirectReseller#2',
    'indirectProvider ~> indirectReseller',
  ],
  invalid: [
    refused(
      'microsoft > indirectProvider > indirectProvider#2 > directBillPartner',
      resale('indirectProvider', 'indirectProvider', 'indirectProvider#2', 'indirectProvider'),
      resale('indirectProvider#2', 'indirectProvider', 'directBillPartner', 'directBillPartner'),
    ),
    refused(
      'indirectReseller > indirectReseller#2 > indirectProvider',
      resale('indirectReseller', 'indirectReseller', 'indirectReseller#2', 'indirectReseller'),
      resale('indirectReseller#2', 'indirectReseller', 'indirectProvider', 'indirectProvider'),
    ),
    refused(
      'directBillPartner > directBillPartner#2 > indirectReseller > directBillPartner',
      resale('directBillPartner', 'directBillPartner', 'directBillPartner#2', 'directBillPartner'),
      resale('directBillPartner#2', 'directBillPartner', 'indirectReseller', 'indirectReseller'),
      resale('indirectReseller', 'indirectReseller', 'directBillPartner', 'directBillPartner'),
    ),
  ],
});
