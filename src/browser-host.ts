import { searchInWorker } from './repair-client.ts';
import type { Host } from './store/app.ts';
import { FILE_ENDING } from './store/files.ts';

/** What the browser does for the app. */
export function browserHost(): Host {
  return {
    canvas: null,
    searchRepairs: searchInWorker,
    saveFile: (name, text) => {
      const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      // The browser reads the file after this turn.
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
    pickFile: () =>
      new Promise((resolve, reject) => {
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = `${FILE_ENDING},.json,application/json`;
        input.addEventListener('cancel', () => resolve(undefined));
        input.addEventListener('change', () => {
          const [file] = input.files ?? [];
          if (!file) resolve(undefined);
          else file.text().then((text) => resolve({ name: file.name, text }), reject);
        });
        input.click();
      }),
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    readClipboard: () => navigator.clipboard.readText(),
  };
}

/** The browser's storage; undefined where it is blocked, as in a sandboxed frame. */
export function browserBox(): Storage | undefined {
  try {
    const probe = 'csp-scenario-explorer/probe';
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return undefined;
  }
}
