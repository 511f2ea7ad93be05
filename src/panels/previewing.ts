import type { PointerEvent } from 'react';
import type { Edit } from '../model/edit.ts';
import type { App } from '../store/app.ts';
import { preview } from '../store/edit.ts';

/** For a control that offers edits: pointing at it or focusing it shows on the canvas what they would do. */
export function previewing(app: App, edits: readonly Edit[]) {
  let isShown = false;
  const set = (shown: boolean) => {
    if (shown !== isShown) preview(app, shown ? edits : null);
    isShown = shown;
  };
  const show = () => set(true);
  const end = () => set(false);
  // A control that appears under a resting pointer, as after an undo, is not pointed at.
  const onPointerMove = ({ movementX, movementY }: PointerEvent) => {
    if (movementX !== 0 || movementY !== 0) show();
  };
  return { onPointerMove, onPointerLeave: end, onFocus: show, onBlur: end };
}
