import { customerTenant } from '../fix.ts';
import type { Rule } from '../types.ts';
import { isOwnUse } from '../world.ts';
import { PARTNERS } from './cells.ts';

/**
 * A partner company that buys for its own use must say which tenant receives the services, because it
 * must not be its CSP tenant.
 */
export const ownUseTenantUnknown: Rule = {
  id: 'own-use-tenant-unknown',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'explicit',
  judges: [{ kind: 'sells', from: PARTNERS.partner, to: ['customer'] }],
  messages: { nameTenant: ['organization', 'buyer'] },
  sources: ['s4', 'multipartner', 'enrolling'],
  examples: {
    right:
      'directBillPartner#2[org=b]; microsoft > directBillPartner > customer[org=b,tenant=t/customer]',
    wrong: 'directBillPartner#2[org=b]; microsoft > directBillPartner > customer[org=b]',
  },
  check: ({ to }) =>
    to.tenantUse === 'none' && isOwnUse(to)
      ? {
          message: 'nameTenant',
          params: {
            organization: { text: to.company.organization as string },
            buyer: { party: to.id },
          },
        }
      : undefined,
  fixes: ({ to }, world) => [customerTenant(to, world)],
};
