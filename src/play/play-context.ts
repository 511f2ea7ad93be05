import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { Language } from '../i18n/locale.ts';

/** What everything of the player needs of where it is shown: the words, and how to say something. */
export interface Playing {
  readonly t: TFunction;
  readonly language: Language;
  /** As pictures are drawn: `auto` follows the system. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** Says a sentence to screen readers, politely and once. */
  readonly announce: (sentence: string) => void;
  /** Milliseconds, for how long an exercise took. */
  readonly now: () => number;
}

export const PlayContext = createContext<Playing | undefined>(undefined);

export function usePlaying(): Playing {
  const value = useContext(PlayContext);
  if (!value) throw new Error('no PlayContext above this component');
  return value;
}
