import { fault, refused, testRule } from '../test-rule.ts';
import { marketUnlisted } from './market-unlisted.ts';

const unlisted = (party: string, country: string) =>
  fault('inNoList', { party }, { country: { country } });

testRule(marketUnlisted, {
  valid: [
    'microsoft[KP] > directBillPartner > customer',
    'directBillPartner[?] > customer[?]',
    'directBillPartner > customer[XE]; directBillPartner#2[XS] > customer',
    'edition=2020-05; directBillPartner[RU] > customer[RU]',
    'directBillPartner[KP] ~> customer[KP]',
  ],
  invalid: [
    refused('microsoft > directBillPartner > customer[KP]', unlisted('customer', 'KP')),
    refused(
      'directBillPartner[RU] > customer[RU]',
      unlisted('directBillPartner', 'RU'),
      unlisted('customer', 'RU'),
    ),
    refused('indirectReseller[CU] -- indirectProvider[?]', unlisted('indirectReseller', 'CU')),
    refused(
      'edition=2020-05; indirectProvider[CN] > indirectReseller > customer[CN]',
      unlisted('indirectProvider', 'CN'),
      unlisted('customer', 'CN'),
    ),
  ],
});
