import { today } from './embed/today.ts';
import { searchInWorker } from './repair-client.ts';
import type { Host, OutputHost } from './store/app.ts';
import { FILE_ENDING } from './store/files.ts';

/** What the browser does for the app. */
export function browserHost(): Host {
  return {
    canvas: null,
    searchRepairs: searchInWorker,
    saveFile: (name, text) => saveBlob(name, new Blob([text], { type: 'application/json' })),
    pickFile: () =>
      new Promise((resolve, reject) => {
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = `${FILE_ENDING},.json,application/json,.svg,image/svg+xml`;
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
    output: OUTPUT,
  };
}

const OUTPUT: OutputHost = {
  saveBlob,
  toPng,
  writeImage: (image) => navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]),
  print,
  today,
};

function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('no PNG'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** In a frame of its own that nobody sees: the page itself prints as it always did. */
function print(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.srcdoc = html;
  return new Promise((resolve, reject) => {
    frame.addEventListener('load', () => {
      try {
        const page = frame.contentWindow as Window;
        page.addEventListener('afterprint', () => frame.remove());
        page.print();
        resolve();
      } catch (failure) {
        frame.remove();
        reject(failure);
      }
    });
    document.body.append(frame);
  });
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
