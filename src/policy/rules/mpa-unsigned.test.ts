import { fault, refused, testRule } from '../test-rule.ts';
import { mpaUnsigned } from './mpa-unsigned.ts';

const since = { mpaDate: { date: '2020-02-01' } };

testRule(mpaUnsigned, {
  valid: [
    'asOf=2020-01-31; microsoft > directBillPartner[-mpaSigned] > customer',
    'indirectProvider[-mpaSigned] -- indirectReseller[-mpaSigned]',
    'indirectReseller[-mpaSigned] ~> customer',
    'microsoft > indirectProvider > indirectReseller',
  ],
  invalid: [
    refused(
      'microsoft > directBillPartner[-mpaSigned] > customer',
      fault('one', { partner: 'directBillPartner' }, since),
      fault('one', { partner: 'directBillPartner' }, since),
    ),
    refused(
      'asOf=2020-02-01; microsoft > indirectProvider[-mpaSigned] > indirectReseller[-mpaSigned] > customer',
      fault('one', { partner: 'indirectProvider' }, since),
      fault('both', { partner: 'indirectProvider', other: 'indirectReseller' }, since),
      fault('one', { partner: 'indirectReseller' }, since),
    ),
  ],
});
