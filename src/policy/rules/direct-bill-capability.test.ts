import type { Fact } from '../../model/scenario.ts';
import { fault, refused, testRule } from '../test-rule.ts';
import { directBillCapability } from './direct-bill-capability.ts';

const missing = (...facts: Fact[]) =>
  fault('missing', { partner: 'directBillPartner' }, { missing: { facts } });

testRule(directBillCapability, {
  valid: [
    'microsoft > directBillPartner[-enrolled] > customer',
    'microsoft > indirectProvider[-apiIntegration] > indirectReseller[-billing,-support] > customer',
    'directBillPartner[-support] ~> customer',
  ],
  invalid: [
    refused('microsoft > directBillPartner[-apiIntegration]', missing('apiIntegration')),
    refused(
      'microsoft > directBillPartner[-managedServices,-billing] > customer',
      missing('billing', 'managedServices'),
      missing('billing', 'managedServices'),
    ),
  ],
});
