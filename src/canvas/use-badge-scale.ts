import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/** Larger than this, badges would cover what they stand between. */
const MOST = 1.7;
/** Further out, words would cover their neighbours: the icon says it, and the name for those who listen. */
const WORDS_FROM = 0.58;

/**
 * Keeps the badges of relationships readable, and large enough to be tapped, when the canvas is zoomed
 * out: they shrink less than the rest.
 */
export function useBadgeScale(container: { readonly current: HTMLElement | null }): void {
  const store = useStoreApi();
  useEffect(() => {
    const apply = () => {
      const [, , zoom] = store.getState().transform;
      const scale = Math.min(Math.max(1 / zoom, 1), MOST);
      container.current?.style.setProperty('--badge-scale', scale.toFixed(2));
      container.current?.toggleAttribute('data-far', zoom < WORDS_FROM);
    };
    apply();
    return store.subscribe((state, before) => {
      if (state.transform[2] !== before.transform[2]) apply();
    });
  }, [store, container]);
}
