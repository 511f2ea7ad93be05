import type { Language } from '../i18n/locale.ts';

/**
 * What `app.css` has for the page (a test compares them): Mainland and Taiwan draw the same code points
 * differently, and with a Latin font first the punctuation would come from it.
 */
export const FONTS: Readonly<Record<Language, string>> = {
  en: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  'zh-CN':
    '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Hiragino Sans GB", system-ui, sans-serif',
  'zh-TW':
    '"PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Heiti TC", system-ui, sans-serif',
};
