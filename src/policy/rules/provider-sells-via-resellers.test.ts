import { fault, refused, testRule } from '../test-rule.ts';
import { providerSellsViaResellers } from './provider-sells-via-resellers.ts';

testRule(providerSellsViaResellers, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller[org=o]; microsoft > indirectProvider > customer[org=o]',
    'indirectProvider ~> customer',
  ],
  invalid: [
    refused(
      'microsoft > indirectProvider > customer',
      fault('throughReseller', { seller: 'indirectProvider', buyer: 'customer' }),
    ),
    refused('directBillPartner[org=o]; microsoft > indirectProvider > customer[org=o]', {
      ...fault('ownUseSellers', { seller: 'indirectProvider', buyer: 'customer' }),
      strength: 'explicit',
    }),
    refused(
      'indirectProvider[org=o] > customer[org=o]; indirectProvider > customer#2',
      {
        ...fault('ownUseSellers', { seller: 'indirectProvider', buyer: 'customer' }),
        strength: 'explicit',
      },
      fault('throughReseller', { seller: 'indirectProvider', buyer: 'customer#2' }),
    ),
  ],
});
