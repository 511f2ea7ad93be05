import { customerTenant } from '../fix.ts';
import type { Rule } from '../types.ts';
import { PARTNERS } from './cells.ts';

/**
 * What is bought as a customer goes to a tenant of customer type, never to a tenant used for CSP. That
 * holds for every customer, not only for a partner's own use.
 */
export const cspTenantPurchase: Rule = {
  id: 'csp-tenant-purchase',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: PARTNERS.partner, to: ['customer'] }],
  messages: { cspTenant: ['buyer', 'tenant'] },
  sources: ['s4', 'multipartner', 'enrolling'],
  examples: {
    right: 'microsoft > directBillPartner > customer[tenant=t/customer]',
    wrong: 'microsoft > directBillPartner > customer[tenant=t/csp]',
  },
  check: ({ to }) =>
    to.tenantUse === 'csp'
      ? {
          message: 'cspTenant',
          params: { buyer: { party: to.id }, tenant: { text: to.party.tenant?.id as string } },
        }
      : undefined,
  fixes: ({ to }, world) => [customerTenant(to, world)],
};
