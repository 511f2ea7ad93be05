import 'i18next';
import type learning from './learning.en.ts';
import type words from './words.en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    nsSeparator: false;
    returnNull: false;
    resources: { words: typeof words & typeof learning };
  }
}
