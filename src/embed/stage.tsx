import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Language } from '../i18n/locale.ts';
import { PlayContext } from '../play/play-context.ts';
import style from './embed.css?inline';
import { loadWords } from './load-words.ts';
import type { Theme } from './protocol.ts';
import { dress } from './wishes.ts';
import { createT } from './words.ts';

/** Where a view made of React stands: its words, its styles, and what it says to screen readers. */
export interface Stage {
  /** Draws anew, once the words of the language are there; the latest call wins. */
  readonly show: (
    language: Language,
    theme: Theme,
    content: (t: TFunction) => ReactNode,
  ) => Promise<void>;
}

export function createStage(kind: 'explore' | 'exercise'): Stage {
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  const words = new Map<Language, TFunction>();
  let root: Root | undefined;
  let latest = 0;

  const speaker = Object.assign(document.createElement('div'), { className: 'sr-only' });
  speaker.setAttribute('role', 'status');
  document.body.append(speaker);
  const announce = (sentence: string) => {
    // The same sentence again is said again.
    speaker.replaceChildren(Object.assign(document.createElement('p'), { textContent: sentence }));
  };
  const now = () => performance.now();

  return {
    show: async (language, theme, content) => {
      latest++;
      const mine = latest;
      let t = words.get(language);
      if (!t) {
        t = createT(await loadWords(kind, language), language);
        words.set(language, t);
      }
      if (mine !== latest) return;
      dress(language, theme);
      root ??= createRoot(document.getElementById('root') as HTMLElement);
      root.render(
        <PlayContext value={{ t, language, theme, announce, now }}>{content(t)}</PlayContext>,
      );
    },
  };
}

/** Instead of what can't be shown: what is wrong. */
export function Problems({
  title,
  list,
}: {
  readonly title: string;
  readonly list: readonly string[];
}) {
  return (
    <main className="problem" role="alert">
      <h1>{title}</h1>
      <ul>
        {list.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </main>
  );
}
