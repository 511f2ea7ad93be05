import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 900px)';

/** Whether panels have to be sheets: there is no room beside the canvas. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
}
