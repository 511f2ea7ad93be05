import { fault, refused, testRule } from '../test-rule.ts';
import { sellsToMicrosoft } from './sells-to-microsoft.ts';

testRule(sellsToMicrosoft, {
  valid: [
    'microsoft > directBillPartner > customer',
    'customer > microsoft',
    'indirectProvider -- microsoft',
    'indirectProvider ~> microsoft',
  ],
  invalid: [
    refused(
      'indirectProvider > microsoft > directBillPartner',
      fault('sourceOfSupply', { seller: 'indirectProvider' }),
    ),
    refused('microsoft > microsoft#2', fault('sourceOfSupply', { seller: 'microsoft' })),
    refused(
      'indirectReseller > microsoft; directBillPartner > microsoft',
      fault('sourceOfSupply', { seller: 'indirectReseller' }),
      fault('sourceOfSupply', { seller: 'directBillPartner' }),
    ),
  ],
});
