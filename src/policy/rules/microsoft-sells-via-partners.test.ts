import { fault, refused, testRule } from '../test-rule.ts';
import { microsoftSellsViaPartners } from './microsoft-sells-via-partners.ts';

testRule(microsoftSellsViaPartners, {
  valid: ['microsoft > directBillPartner > customer', 'microsoft ~> customer'],
  invalid: [
    refused('microsoft > customer', fault('partnerBetween', { buyer: 'customer' })),
    refused(
      'microsoft > directBillPartner > customer; microsoft > customer; microsoft > customer#2',
      fault('partnerBetween', { buyer: 'customer' }),
      fault('partnerBetween', { buyer: 'customer#2' }),
    ),
  ],
});
