import { type ReactNode, useMemo, useState } from 'react';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { PlayContext, type Playing } from '../play/play-context.ts';

/** What the parts of training need of the explorer; what they say to screen readers stands here. */
export function Played({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const theme = useView((state) => state.theme);
  const [said, setSaid] = useState({ n: 0, words: '' });
  const playing = useMemo(
    (): Playing => ({
      t,
      language,
      theme: theme === 'system' ? 'auto' : theme,
      announce: (sentence) => setSaid(({ n }) => ({ n: n + 1, words: sentence })),
      now: () => performance.now(),
    }),
    [t, language, theme],
  );
  return (
    <PlayContext value={playing}>
      {children}
      <div className="sr-only" role="status" aria-live="polite" aria-atomic="true">
        <span key={said.n}>{said.words}</span>
      </div>
    </PlayContext>
  );
}
