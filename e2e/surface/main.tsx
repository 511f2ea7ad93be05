import '../../src/app.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from '../../src/boot.ts';
import { browserHost } from '../../src/browser-host.ts';
import { AppContext } from '../../src/hooks/app-context.ts';
import { useCommandKeys } from '../../src/hooks/use-command-keys.ts';
import { isLanguage } from '../../src/i18n/locale.ts';
import { loadLearning } from '../../src/i18n/words.ts';
import { CanvasSurface } from '../../src/learn/CanvasSurface.tsx';
import type { Edit } from '../../src/model/edit.ts';
import { readChain } from '../../src/model/read-chain.ts';
import { PARTY_TYPES } from '../../src/model/scenario.ts';
import { edited, historyOf, redone, undone } from '../../src/play/history.ts';
import { PlayContext } from '../../src/play/play-context.ts';

// Somebody who gives an exercise on the canvas, for the tests of it: `?concealed&readonly&addable=customer`.
const { searchParams: query } = new URL(location.href);
const read = readChain(query.get('chain') ?? 'microsoft');
if (!read.ok) throw new Error('no such chain');
const { scenario: start } = read;
const added = query.get('addable')?.split(',');
const addable = PARTY_TYPES.filter((type) => !added || added.includes(type));

const wish = query.get('lng');
const language = isLanguage(wish) ? wish : 'en';
const address = new URL(`/?lng=${language}`, location.href);
const { app, words } = await boot(browserHost(), undefined, address);
await loadLearning(words);
document.documentElement.lang = language;

function Giver() {
  useCommandKeys();
  const [history, setHistory] = useState(() => historyOf(start));
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const { past, now, future } = history;
  return (
    <main>
      <h1>{words.t('ui.name')}</h1>
      <h2 className="sr-only">{words.t('surface.title')}</h2>
      <CanvasSurface
        scenario={now}
        onEdit={(done) => {
          setEdits(done);
          setHistory((before) => edited(before, done));
        }}
        onUndo={past.length > 0 ? () => setHistory(undone) : undefined}
        onRedo={future.length > 0 ? () => setHistory(redone) : undefined}
        isConcealed={query.has('concealed')}
        isReadOnly={query.has('readonly')}
        addable={addable}
      />
      <output>{JSON.stringify(edits)}</output>
    </main>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <AppContext value={{ app, words }}>
    <PlayContext
      value={{
        t: words.t,
        language,
        theme: 'auto',
        announce: () => undefined,
        now: () => performance.now(),
      }}
    >
      <Giver />
    </PlayContext>
  </AppContext>,
);
