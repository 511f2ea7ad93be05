import type { Language } from '../i18n/locale.ts';

declare global {
  /** Put in by the build: what is said before the words of a language are there. */
  const LOADER_WORDS: Readonly<
    Record<
      Language,
      {
        readonly title: string;
        readonly show: string;
        readonly failed: string;
        readonly retry: string;
      }
    >
  >;
}
