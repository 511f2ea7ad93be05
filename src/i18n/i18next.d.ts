import 'i18next';
import type words from './words.en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    nsSeparator: false;
    returnNull: false;
    resources: { words: typeof words };
  }
}
