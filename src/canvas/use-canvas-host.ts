import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useApp } from '../hooks/app-context.ts';
import type { CanvasHost } from '../store/app.ts';
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
      // Parties that were just added are measured first.
      fitView: () =>
        requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: duration() })),
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
      takeFocus: () =>
        requestAnimationFrame(() => focusTarget(app.view.getState().focus, container)),
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

function focusTarget(
  target: { readonly kind: string; readonly id: string } | null,
  container: { readonly current: HTMLElement | null },
): void {
  const wanted = target
    ? container.current?.querySelector<HTMLElement>(
        `[data-focus="${target.kind}:${CSS.escape(target.id)}"]`,
      )
    : undefined;
  const stop = container.current?.querySelector<HTMLElement>('[data-focus][tabindex="0"]');
  (wanted ?? stop ?? container.current)?.focus({ preventScroll: true });
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
