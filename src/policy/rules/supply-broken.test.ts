import { fault, refused, testRule } from '../test-rule.ts';
import { supplyBroken } from './supply-broken.ts';

const broken = (seller: string, ...relationships: string[]) =>
  fault('noValidSupply', { seller }, { edges: { relationships } });

testRule(supplyBroken, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'indirectReseller > customer',
    'microsoft > indirectProvider > indirectReseller > customer; indirectProvider#2[DE] > indirectReseller',
    'microsoft > directBillPartner[-mpaSigned]',
  ],
  invalid: [
    refused(
      'microsoft > indirectProvider[-mpaSigned] > indirectReseller > customer',
      broken('indirectProvider', 'e1'),
      broken('indirectReseller', 'e2'),
    ),
    refused(
      'microsoft > directBillPartner[-support] > customer',
      broken('directBillPartner', 'e1'),
    ),
    refused(
      'microsoft > indirectProvider[DE] > indirectReseller > customer; microsoft > indirectProvider#2[FR] > indirectReseller',
      broken('indirectReseller', 'e2', 'e5'),
    ),
  ],
});
