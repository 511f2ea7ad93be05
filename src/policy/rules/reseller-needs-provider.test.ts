import { fault, refused, testRule } from '../test-rule.ts';
import { resellerNeedsProvider } from './reseller-needs-provider.ts';

testRule(resellerNeedsProvider, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'microsoft > directBillPartner',
    'microsoft -- indirectReseller',
  ],
  invalid: [
    refused(
      'microsoft > indirectReseller > customer',
      fault('noDirectBilling', { buyer: 'indirectReseller' }),
    ),
    refused(
      'microsoft > indirectProvider > indirectReseller; microsoft > indirectReseller; microsoft > indirectReseller#2',
      fault('noDirectBilling', { buyer: 'indirectReseller' }),
      fault('noDirectBilling', { buyer: 'indirectReseller#2' }),
    ),
  ],
});
