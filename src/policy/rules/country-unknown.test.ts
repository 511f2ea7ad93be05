import { fault, refused, testRule } from '../test-rule.ts';
import { countryUnknown } from './country-unknown.ts';

testRule(countryUnknown, {
  valid: [
    'microsoft[?] > directBillPartner > customer',
    'microsoft > indirectProvider[?]',
    'directBillPartner[KP] > customer',
    'directBillPartner[?] ~> customer[?]',
  ],
  invalid: [
    refused('directBillPartner > customer[?]', fault('one', { party: 'customer' })),
    refused(
      'microsoft > indirectProvider[?] > indirectReseller > customer[?]',
      fault('one', { party: 'indirectProvider' }),
      fault('one', { party: 'customer' }),
    ),
    refused(
      'indirectReseller[?] -- indirectProvider[?]',
      fault('both', { party: 'indirectReseller', other: 'indirectProvider' }),
    ),
  ],
});
