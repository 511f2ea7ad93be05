import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { type CanvasHost, scenarioOf } from '../store/app.ts';
import type { Target } from '../store/view.ts';
import type { PartyFlowNode, RelationshipFlowEdge } from './to-flow.ts';

/** Parties are shown at most this large when everything is brought into sight. */
export const FIT = { padding: 0.15, maxZoom: 1.1 } as const;
const ZOOM_MS = 160;

/** Lets commands and panels reach the canvas, as long as it is there. */
export function useCanvasHost(container: { readonly current: HTMLElement | null }): void {
  const app = useApp();
  const flow = useReactFlow<PartyFlowNode, RelationshipFlowEdge>();
  const store = useStoreApi();

  useEffect(() => {
    const canvas: CanvasHost = {
      fitView: () => {
        // With nothing to show, the library would wait and then jump at the first party.
        if (scenarioOf(app).parties.length === 0) return;
        // Parties that were just added are measured first.
        requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: duration() }));
      },
      zoomIn: () => void flow.zoomIn({ duration: duration() }),
      zoomOut: () => void flow.zoomOut({ duration: duration() }),
      centre: () => {
        const box = container.current?.getBoundingClientRect();
        if (!box) return { x: 0, y: 0 };
        return flow.screenToFlowPosition({
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
        });
      },
      placeAt: (x, y) => {
        const under = document.elementFromPoint(x, y);
        if (!under || !container.current?.contains(under)) return undefined;
        return flow.screenToFlowPosition({ x, y });
      },
      reveal: (parties) => {
        const nodes = parties.map((id) => ({ id }));
        if (nodes.every(({ id }) => isInSight(id, container.current))) return;
        void flow.fitView({ nodes, ...FIT, duration: duration() });
      },
      takeFocus: () => takeFocus(app.view.getState().focus, container),
      sizes: () =>
        new Map(
          [...store.getState().nodeLookup].flatMap(([id, { measured }]) => {
            const { width, height } = measured;
            return width && height ? [[id, { width, height }] as const] : [];
          }),
        ),
    };
    app.host.canvas = canvas;
    return () => {
      if (app.host.canvas === canvas) app.host.canvas = null;
    };
  }, [app, flow, store, container]);
}

/** How many frames a party that was just added may take to be drawn. */
const FRAMES = 20;

let latest = 0;

/**
 * A party can take the keyboard once it is drawn, and a dialog that closes gives it back elsewhere first:
 * so this tries for some frames, unless somebody asks again.
 */
function takeFocus(
  target: Target | null,
  container: { readonly current: HTMLElement | null },
): void {
  latest++;
  const asked = latest;
  const attempt = (frames: number) =>
    requestAnimationFrame(() => {
      if (asked !== latest) return;
      const wanted = elementOf(target, container.current);
      wanted?.focus({ preventScroll: true });
      if ((!wanted || document.activeElement !== wanted) && frames > 0) attempt(frames - 1);
    });
  attempt(FRAMES);
}

function elementOf(target: Target | null, container: HTMLElement | null): HTMLElement | null {
  const at = target
    ? `[data-focus="${target.kind}:${CSS.escape(target.id)}"]`
    : '[data-focus][tabindex="0"]';
  return container?.querySelector<HTMLElement>(at) ?? (target ? null : container);
}

function isInSight(id: string, container: HTMLElement | null): boolean {
  const party = container?.querySelector(`[data-focus="party:${CSS.escape(id)}"]`);
  if (!party || !container) return false;
  const inner = party.getBoundingClientRect();
  const outer = container.getBoundingClientRect();
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
}

function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ZOOM_MS;
}
