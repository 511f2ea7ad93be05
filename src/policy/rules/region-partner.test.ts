import { fault, refused, testRule } from '../test-rule.ts';
import { regionPartner } from './region-partner.ts';

const apart = (reseller = 'indirectReseller') =>
  fault(
    'otherRegion',
    { provider: 'indirectProvider', reseller },
    { providerRegion: { region: 'united-states' }, resellerRegion: { region: 'europe' } },
  );

testRule(regionPartner, {
  valid: [
    'indirectProvider[DE] -- indirectReseller[FR]',
    'microsoft[US] > indirectProvider[DE] > indirectReseller[PL]',
    'indirectProvider[DE] -- indirectReseller[?]',
    'indirectProvider[US] > directBillPartner[DE]',
  ],
  invalid: [
    refused('indirectProvider[US] -- indirectReseller[DE]', apart()),
    refused('indirectReseller[DE] -- indirectProvider[US]', apart()),
    refused(
      'microsoft > indirectProvider[US] > indirectReseller[DE] > customer[DE]; indirectProvider > indirectReseller#2[CH]',
      apart(),
      apart('indirectReseller#2'),
    ),
  ],
});
