import { useEffect } from 'react';
import { isEnabled } from '../commands/commands.ts';
import { commandFor } from '../commands/keys.ts';
import { copySelection, cutSelection, pasteText } from '../store/edit.ts';
import { useApp } from './app-context.ts';
import { isTextField } from './use-typing.ts';

/** Listens for the keys of all commands, and for copy, cut and paste on the canvas. */
export function useCommandKeys(): void {
  const app = useApp();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      const command = commandFor(event, {
        onCanvas: isOnCanvas(event.target),
        inText: isTextField(document.activeElement),
        singleKeys: app.view.getState().singleKeys,
      });
      if (!command) return;
      event.preventDefault();
      if (isEnabled(command, app)) command.run(app);
    };
    const onClipboard = (event: ClipboardEvent) => {
      if (!isOnCanvas(event.target) || isTextField(document.activeElement)) return;
      event.preventDefault();
      if (event.type === 'paste') pasteText(app, event.clipboardData?.getData('text/plain') ?? '');
      else if (event.type === 'cut') void cutSelection(app);
      else void copySelection(app);
    };
    addEventListener('keydown', onKeyDown);
    addEventListener('copy', onClipboard);
    addEventListener('cut', onClipboard);
    addEventListener('paste', onClipboard);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('copy', onClipboard);
      removeEventListener('cut', onClipboard);
      removeEventListener('paste', onClipboard);
    };
  }, [app]);
}

/** On the canvas, or nowhere in particular, as after a click beside everything. */
function isOnCanvas(target: EventTarget | null): boolean {
  return (
    target === document.body ||
    (target instanceof Element && target.closest('[data-canvas]') !== null)
  );
}

/** A dialog or menu keeps its keys to itself. */
function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
  );
}
