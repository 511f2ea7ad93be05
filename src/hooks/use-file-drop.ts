import { useEffect, useState } from 'react';
import { openText } from '../store/files.ts';
import { notify } from '../store/view.ts';
import { useApp } from './app-context.ts';

/** Opens a file that is dragged onto the window; true while one is over it. */
export function useFileDrop(): boolean {
  const app = useApp();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = async (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      for (const file of event.dataTransfer?.files ?? []) {
        try {
          openText(app, file.name, await file.text());
        } catch {
          notify(app.view, 'fileNotRead', 'problem');
        }
      }
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [app]);

  return isOver;
}
