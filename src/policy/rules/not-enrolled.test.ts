import { fault, refused, testRule } from '../test-rule.ts';
import { notEnrolled } from './not-enrolled.ts';

testRule(notEnrolled, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller[-enrolled] ~> customer',
  ],
  invalid: [
    refused(
      'microsoft > directBillPartner[-enrolled] > customer',
      ...[0, 1].map(() =>
        fault('one', { partner: 'directBillPartner' }, { role: { role: 'directBillPartner' } }),
      ),
    ),
    refused('indirectReseller[-enrolled] -- indirectProvider', {
      ...fault('one', { partner: 'indirectReseller' }, { role: { role: 'indirectReseller' } }),
      strength: 'explicit',
    }),
    refused('indirectProvider[-enrolled] > indirectReseller[-enrolled]', {
      ...fault(
        'both',
        { partner: 'indirectProvider', other: 'indirectReseller' },
        { role: { role: 'indirectProvider' }, otherRole: { role: 'indirectReseller' } },
      ),
      strength: 'explicit',
    }),
  ],
});
