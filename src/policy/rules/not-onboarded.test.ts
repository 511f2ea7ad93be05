import { fault, refused, testRule } from '../test-rule.ts';
import { notOnboarded } from './not-onboarded.ts';

testRule(notOnboarded, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller[-onboarded] ~> customer',
    'directBillPartner > customer[-onboarded]',
    'microsoft[-onboarded] > directBillPartner',
  ],
  invalid: [
    refused(
      'microsoft > indirectProvider > indirectReseller[-onboarded] > customer',
      { ...fault('one', { partner: 'indirectReseller' }), strength: 'explicit' },
      { ...fault('one', { partner: 'indirectReseller' }), strength: 'explicit' },
    ),
    refused(
      'microsoft > directBillPartner[-onboarded]',
      fault('one', { partner: 'directBillPartner' }),
    ),
    refused('indirectProvider[-onboarded] -- indirectReseller[-onboarded]', {
      ...fault('both', { partner: 'indirectProvider', other: 'indirectReseller' }),
      strength: 'explicit',
    }),
  ],
});
