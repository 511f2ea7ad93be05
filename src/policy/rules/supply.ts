import type { Cells } from '../types.ts';
import { PARTNERS } from './cells.ts';

/** Sales by a partner: it must itself be supplied. */
export const SUPPLIED_SALES: readonly Cells[] = [
  { kind: 'sells', from: ['indirectProvider'], to: ['indirectReseller'] },
  { kind: 'sells', from: PARTNERS.partner, to: ['customer'] },
];
