import { fault, refused, testRule } from '../test-rule.ts';
import { managerNotPartner } from './manager-not-partner.ts';

testRule(managerNotPartner, {
  valid: [
    'directBillPartner ~> customer',
    'indirectReseller ~> customer; indirectProvider ~> customer',
    'indirectProvider ~> microsoft',
  ],
  invalid: [
    refused(
      'customer ~> customer#2',
      fault('engagesPartners', { manager: 'customer' }, { managerRole: { role: 'customer' } }),
    ),
    refused(
      'microsoft ~> customer ~> indirectReseller',
      fault('engagesPartners', { manager: 'microsoft' }, { managerRole: { role: 'microsoft' } }),
      fault('engagesPartners', { manager: 'customer' }, { managerRole: { role: 'customer' } }),
    ),
  ],
});
