import type { Cells } from '../types.ts';
import { PARTNERS } from './cells.ts';

/** Where the region of both ends matters: a partner's sale to a customer, and provider with reseller. */
export const REGION_CELLS: readonly Cells[] = [
  { kind: 'sells', from: PARTNERS.partner, to: ['customer'] },
  { kind: 'sells', from: ['indirectProvider'], to: ['indirectReseller'] },
  { kind: 'partnership', from: ['indirectProvider'], to: ['indirectReseller'] },
  { kind: 'partnership', from: ['indirectReseller'], to: ['indirectProvider'] },
];
