import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { Position } from '../model/scenario.ts';
import type { RelationshipFlowEdge } from './to-flow.ts';

/** Larger than this, badges would cover what they stand between: with their words, and as icons alone. */
const MOST = 2;
const MOST_ICON = 4;
/** About how much of the screen a badge with its words takes, CSS pixels. */
const WORDS = { width: 112, height: 28 };
/** Comparing more badges with each other would be felt while zooming. */
const MANY = 200;

/**
 * Keeps the badges of relationships readable, and large enough to be tapped, when the canvas is zoomed
 * out: they shrink less than the rest. Where their words would cover each other the icon stands alone;
 * the name stays for those who listen.
 */
export function useBadgeScale(
  container: { readonly current: HTMLElement | null },
  edges: readonly RelationshipFlowEdge[],
): void {
  const store = useStoreApi();
  useEffect(() => {
    const badges = edges.flatMap(({ data }) => data?.drawn.badge ?? []);
    const apply = () => {
      const [, , zoom] = store.getState().transform;
      const isFar = zoom < 1 && areCrowded(badges, zoom);
      const scale = Math.min(Math.max(1 / zoom, 1), isFar ? MOST_ICON : MOST);
      container.current?.style.setProperty('--badge-scale', scale.toFixed(2));
      container.current?.toggleAttribute('data-far', isFar);
    };
    apply();
    return store.subscribe((state, before) => {
      if (state.transform[2] !== before.transform[2]) apply();
    });
  }, [store, container, edges]);
}

function areCrowded(badges: readonly Position[], zoom: number): boolean {
  if (zoom * MOST < 1 || badges.length > MANY) return true;
  return badges.some((a, i) =>
    badges
      .slice(i + 1)
      .some(
        (b) =>
          Math.abs(a.x - b.x) * zoom < WORDS.width && Math.abs(a.y - b.y) * zoom < WORDS.height,
      ),
  );
}
