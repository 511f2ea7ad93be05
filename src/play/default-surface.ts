import type { ComponentType } from 'react';
import { PlainSurface } from './PlainSurface.tsx';
import type { SurfaceProps } from './player-props.ts';

/** What scenarios are edited with where the page brings nothing of its own. */
export const DEFAULT_SURFACE: ComponentType<SurfaceProps> = PlainSurface;
