import type { PartyType } from '../../model/scenario.ts';
import type { RegionId } from '../markets.ts';
import { fault, refused, testRule } from '../test-rule.ts';
import { regionSale } from './region-sale.ts';

const regions = (seller: PartyType, from: RegionId, buyer: string, to: RegionId) =>
  fault(
    'otherRegion',
    { seller, buyer },
    { sellerRole: { role: seller }, sellerRegion: { region: from }, buyerRegion: { region: to } },
  );

testRule(regionSale, {
  valid: [
    'microsoft[US] > directBillPartner[FR] > customer[PL]',
    'microsoft > indirectProvider[GB] > indirectReseller[IE] > customer[GI]',
    'directBillPartner[AU] > customer[KP]',
    'directBillPartner[?] > customer[NZ]',
    'directBillPartner[AU] ~> customer[NZ]',
    'microsoft > directBillPartner[US] > customer[GU]',
    'directBillPartner[SX] > customer[MX]',
  ],
  invalid: [
    refused(
      'microsoft > directBillPartner[AU] > customer[NZ]',
      regions('directBillPartner', 'australia', 'customer', 'new-zealand'),
    ),
    refused(
      'indirectReseller[ZA] > customer[NG]; indirectReseller > customer#2[MZ]; indirectReseller > customer#3[TW]',
      regions('indirectReseller', 'middle-east-central-eastern-europe', 'customer', 'africa'),
      regions('indirectReseller', 'middle-east-central-eastern-europe', 'customer#3', 'taiwan'),
    ),
    refused(
      'indirectProvider[US] > customer[PR]',
      regions('indirectProvider', 'united-states', 'customer', 'latin-america-caribbean'),
    ),
    refused(
      'edition=2020-05; directBillPartner[US] > customer[GU]',
      regions('directBillPartner', 'united-states', 'customer', 'australia'),
    ),
  ],
});
