import { fault, refused, testRule } from '../test-rule.ts';
import { supplyMissing } from './supply-missing.ts';

testRule(supplyMissing, {
  valid: [
    'microsoft > indirectProvider > indirectReseller > customer',
    'microsoft > indirectProvider[-mpaSigned] > indirectReseller',
    'indirectReseller ~> customer',
  ],
  invalid: [
    refused(
      'microsoft > indirectProvider -- indirectReseller > customer',
      fault(
        'nothingToResell',
        { seller: 'indirectReseller' },
        { supplierRole: { role: 'indirectProvider' } },
      ),
    ),
    refused(
      'indirectProvider > indirectReseller > customer; directBillPartner > customer',
      fault(
        'nothingToResell',
        { seller: 'indirectProvider' },
        { supplierRole: { role: 'microsoft' } },
      ),
      fault(
        'nothingToResell',
        { seller: 'directBillPartner' },
        { supplierRole: { role: 'microsoft' } },
      ),
    ),
    refused(
      'microsoft > indirectReseller > customer',
      fault(
        'nothingToResell',
        { seller: 'indirectReseller' },
        { supplierRole: { role: 'indirectProvider' } },
      ),
    ),
  ],
});
