import { useEffect, useState } from 'react';
import { loadLearning } from '../i18n/words.ts';
import { notify } from '../store/view.ts';
import { useAppContext } from './app-context.ts';

/** Whether the words of training are there; they are fetched when they are first asked for. */
export function useLearningWords(): boolean {
  const { app, words } = useAppContext();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isWanted = true;
    loadLearning(words).then(
      () => isWanted && setReady(true),
      () => notify(app.view, 'wordsNotLoaded', 'problem'),
    );
    return () => {
      isWanted = false;
    };
  }, [app, words]);
  return isReady;
}
