import type { PointerEvent } from 'react';
import type { Edit } from '../model/edit.ts';
import type { App } from '../store/app.ts';
import { preview } from '../store/edit.ts';

/** What is previewed, so that moving on the same control does not preview it again and again. */
let shown: readonly Edit[] | null = null;

/** For a control that offers edits: pointing at it or focusing it shows on the canvas what they would do. */
export function previewing(app: App, edits: readonly Edit[]) {
  const set = (next: readonly Edit[] | null) => {
    shown = next;
    preview(app, next);
  };
  return {
    // Not on entering: after an undo the control may come back under a pointer that nobody moved.
    onPointerMove: ({ movementX, movementY }: PointerEvent) => {
      const isShown = shown === edits && app.view.getState().preview !== null;
      if (!isShown && (movementX !== 0 || movementY !== 0)) set(edits);
    },
    onPointerLeave: () => set(null),
    onFocus: () => set(edits),
    onBlur: () => set(null),
  };
}
