import type { KeyboardEvent } from 'react';
import { run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { isTextField } from '../hooks/use-typing.ts';

interface RowKeys {
  /** Selects a row by its key, where the keyboard stands on one that is not selected. */
  readonly onSelect: (key: string) => void;
  /** Renames what a row is about; without it, F2 does what it does on the canvas. */
  readonly onRename?: (key: string) => void;
}

/** Delete and F2 do to a row what they do to what is selected on the canvas. */
export function useRowKeys({ onSelect, onRename }: RowKeys) {
  const app = useApp();
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (key !== 'Delete' && key !== 'F2') return;
    // A menu or a field that a row opened stands elsewhere on the page.
    if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
    if (isTextField(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = target.closest<HTMLElement>('[role=row][data-key]');
    const id = row?.dataset.key;
    if (!row || id === undefined) return;
    event.preventDefault();
    if (row.getAttribute('aria-selected') !== 'true') onSelect(id);
    if (key === 'Delete') run('delete', app);
    else if (onRename) onRename(id);
    else run('rename', app);
  };
}
