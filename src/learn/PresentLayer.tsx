import { useCallback, useEffect } from 'react';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useLearningWords } from '../hooks/use-learning.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import type { Language } from '../i18n/locale.ts';
import { loadLanguage, wordsIn } from '../i18n/words.ts';
import { Presenter, PresenterScreen } from '../play/Presenter.tsx';
import type { Playing } from '../play/play-context.ts';
import { SCREEN } from '../store/learning.ts';
import { Played } from './Played.tsx';

interface PresentLayerProps {
  /** Whether what lies behind is out of reach: while it is presented, and not edited. */
  readonly onCover: (isCovered: boolean) => void;
}

/** The active scenario for a room, over the editor. */
export function PresentLayer({ onCover }: PresentLayerProps) {
  const { view } = useApp();
  const scenario = useActiveScenario();
  const singleKeys = useView((state) => state.singleKeys);
  const wordsOf = useWordsOf();
  const isReady = useLearningWords();
  useEffect(() => {
    onCover(true);
    return () => onCover(false);
  }, [onCover]);
  if (!isReady) return null;
  return (
    <Played>
      <Presenter
        scenario={scenario}
        wordsOf={wordsOf}
        singleKeys={singleKeys}
        onLeave={() => view.setState({ isPresenting: false })}
        onFold={(isFolded) => onCover(!isFolded)}
        screenAddress={(room) => `${pageAddress()}?learn=${SCREEN}/${room}`}
      />
    </Played>
  );
}

/** What stands on the projector, led by the window that presents. */
export function PresentScreen({ room }: { readonly room: string }) {
  const wordsOf = useWordsOf();
  const isReady = useLearningWords();
  if (!isReady) return null;
  return (
    <Played>
      <PresenterScreen room={room} wordsOf={wordsOf} />
    </Played>
  );
}

function useWordsOf(): (language: Language) => Promise<Playing['t']> {
  const { words } = useAppContext();
  return useCallback(
    (language) => loadLanguage(words, language).then(() => wordsIn(words, language)),
    [words],
  );
}
