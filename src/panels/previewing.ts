import type { Edit } from '../model/edit.ts';
import type { App } from '../store/app.ts';
import { preview } from '../store/edit.ts';

/** For a control that offers edits: pointing at it or focusing it shows on the canvas what they would do. */
export function previewing(app: App, edits: readonly Edit[]) {
  const show = () => preview(app, edits);
  const end = () => preview(app, null);
  return { onPointerEnter: show, onPointerLeave: end, onFocus: show, onBlur: end };
}
