import { fault, refused, testRule } from '../test-rule.ts';
import { customerCannotSell } from './customer-cannot-sell.ts';

testRule(customerCannotSell, {
  valid: ['microsoft > directBillPartner > customer', 'customer ~> customer#2'],
  invalid: [
    refused(
      'microsoft > directBillPartner > customer > customer#2',
      fault('onlyBuys', { seller: 'customer', buyer: 'customer#2' }),
    ),
    refused(
      'customer > microsoft; customer > indirectProvider; customer > indirectReseller',
      fault('onlyBuys', { seller: 'customer', buyer: 'microsoft' }),
      fault('onlyBuys', { seller: 'customer', buyer: 'indirectProvider' }),
      fault('onlyBuys', { seller: 'customer', buyer: 'indirectReseller' }),
    ),
  ],
});
