import type { ComponentType } from 'react';
import type { PlayerProps } from '../play/player-props.ts';

/** What exercises are worked through with; undefined where the product has none. */
export const Player: ComponentType<PlayerProps> | undefined = undefined;
