import { createContext } from 'react';
import type { Comparison } from '../what-if/compare.ts';

/**
 * What stands on the canvas instead of the scenario itself: a preview or a comparison, with a mark on
 * everything that differs. Null below the parts that show the scenario as it is.
 */
export const ShownContext = createContext<Comparison | null>(null);
