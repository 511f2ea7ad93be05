import { fault, refused, testRule } from '../test-rule.ts';
import { selfRelationship } from './self-relationship.ts';

testRule(selfRelationship, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller > indirectReseller#2',
    'microsoft > microsoft#2',
  ],
  invalid: [
    refused('microsoft > microsoft', fault('itself', { party: 'microsoft' })),
    refused(
      'customer > customer; directBillPartner ~> directBillPartner',
      fault('itself', { party: 'customer' }),
      fault('itself', { party: 'directBillPartner' }),
    ),
    refused('indirectReseller -- indirectReseller', fault('itself', { party: 'indirectReseller' })),
  ],
});
