import type { PartyType } from '../../model/scenario.ts';
import { fault, refused, testRule } from '../test-rule.ts';
import { partnershipRoles } from './partnership-roles.ts';

const roles = (a: PartyType, b: PartyType, second: string = b) =>
  fault('providerAndReseller', { a, b: second }, { aRole: { role: a }, bRole: { role: b } });

testRule(partnershipRoles, {
  valid: [
    'indirectProvider -- indirectReseller',
    'indirectReseller -- indirectProvider',
    'microsoft > directBillPartner > customer',
  ],
  invalid: [
    refused('microsoft -- indirectProvider', roles('microsoft', 'indirectProvider')),
    refused(
      'indirectProvider -- indirectProvider#2',
      roles('indirectProvider', 'indirectProvider', 'indirectProvider#2'),
    ),
    refused(
      'indirectReseller -- directBillPartner -- customer',
      roles('indirectReseller', 'directBillPartner'),
      roles('directBillPartner', 'customer'),
    ),
  ],
});
