import type { KeyboardEvent } from 'react';
import { run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { isTextField } from '../hooks/use-typing.ts';

/** Delete and F2 do to the selected rows what they do to what is selected on the canvas. */
export function useViewKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const app = useApp();
  return (event) => {
    const { target, key } = event;
    // A menu or a field that a row opened stands elsewhere on the page.
    if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
    if (isTextField(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key !== 'Delete' && key !== 'F2') return;
    event.preventDefault();
    run(key === 'F2' ? 'rename' : 'delete', app);
  };
}
