import { PARTNER_TYPES, PARTY_TYPES } from '../../model/scenario.ts';

/** Groups of party types that several rules look at. */
export const PARTNERS = {
  any: PARTY_TYPES,
  partner: PARTNER_TYPES,
  partnerOrMicrosoft: ['microsoft', ...PARTNER_TYPES],
  notPartner: ['microsoft', 'customer'],
  notCustomer: ['microsoft', ...PARTNER_TYPES],
} as const;
