import type { Shown } from '../i18n/explain.ts';

/** Where a picture can't be: what a sign says is said in words beside it. */
export const SIGNS: Readonly<Record<Shown, string>> = {
  valid: '✓',
  prohibited: '✕',
  prerequisite: '◔',
  unknown: '?',
};
