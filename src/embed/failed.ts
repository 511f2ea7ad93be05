import type { Language } from '../i18n/locale.ts';
import { button, el } from './dom.ts';

/** Without words there is one sentence, which the script itself brings, and a way to try again. */
export function showFailed(language: Language): void {
  const { failed, retry } = LOADER_WORDS[language];
  const again = button({}, () => location.reload(), retry);
  const root = document.getElementById('root');
  root?.replaceChildren(
    el('main', { class: 'problem', role: 'alert' }, el('p', {}, failed), again),
  );
}
