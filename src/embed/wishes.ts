import type { Language } from '../i18n/locale.ts';
import { THEMES, type Theme } from './protocol.ts';

/** What an address asks for besides the scenario. */

export const CONTROLS = ['zoom', 'list', 'open'] as const;
export type Control = (typeof CONTROLS)[number];

export function controlsOf({ searchParams }: URL): ReadonlySet<Control> {
  const wish = searchParams.get('controls');
  if (wish === null) return new Set(CONTROLS);
  const wished = wish.split(',');
  return new Set(CONTROLS.filter((one) => wished.includes(one)));
}

export function themeOf({ searchParams }: URL): Theme {
  return THEMES.find((one) => one === searchParams.get('theme')) ?? 'auto';
}

/** Makes the document show its language and theme. */
export function dress(language: Language, theme: Theme): void {
  const { documentElement: html } = document;
  html.lang = language;
  if (theme === 'auto') delete html.dataset.theme;
  else html.dataset.theme = theme;
}
