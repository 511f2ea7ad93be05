import type { i18n } from 'i18next';
import type { App } from './store/app.ts';

/** Keeps the document's language, title and theme the ones that are shown. */
export function keepPage({ view }: App, words: i18n): void {
  const show = () => {
    const { documentElement: html } = document;
    html.lang = words.language;
    html.dir = 'ltr';
    document.title = words.t('ui.name');
  };
  show();
  words.on('languageChanged', show);

  const paint = () => {
    const { theme } = view.getState();
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  paint();
  view.subscribe(paint);
}
