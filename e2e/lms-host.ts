import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { Lrs } from './lrs.ts';

/** A learning management system for tests: unpacked packages, pages that hold a runtime, and a record store. */

const SCORM_AGAIN = path.join(import.meta.dirname, '../node_modules/scorm-again/dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

/** What the runtime of a host page is asked for afterwards. */
const RUNTIMES = {
  scorm12: {
    script: 'scorm12.min.js',
    make: `const api = window.API = new Scorm12API({ autocommit: false, lmsCommitUrl: false });
      const commit = 'LMSCommit';`,
  },
  scorm2004: {
    script: 'scorm2004.min.js',
    make: `const api = window.API_1484_11 = new Scorm2004API({ autocommit: false, lmsCommitUrl: false });
      const commit = 'Commit';`,
  },
} as const;

export type Scorm = keyof typeof RUNTIMES;

export class LmsHost {
  readonly lrs = new Lrs();
  readonly #folder: string;
  readonly #server: Server;

  /** @param folder of packages; they are unpacked there */
  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer(async (request, response) => {
      const { status, type, body } = await this.#answer(request);
      response.writeHead(status, type ? { 'Content-Type': type } : {}).end(body);
    });
  }

  static async start(folder: string): Promise<LmsHost> {
    for (const zip of readdirSync(folder).filter((file) => file.endsWith('.zip'))) {
      const standard = /-(scorm12|scorm2004|cmi5)-/.exec(zip)?.[1] ?? '';
      mkdirSync(path.join(folder, standard), { recursive: true });
      const files = unzipSync(readFileSync(path.join(folder, zip)));
      for (const [name, bytes] of Object.entries(files)) {
        writeFileSync(path.join(folder, standard, name), bytes);
      }
    }
    const host = new LmsHost(folder);
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get base(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  /** The page of the system with the course in a frame; what was kept comes back when it is loaded again. */
  scorm(standard: Scorm, initial: object = {}): string {
    return `${this.base}host/${standard}?cmi=${encodeURIComponent(JSON.stringify(initial))}`;
  }

  launchCmi5(): string {
    return this.lrs.launch(this.base, `${this.base}cmi5/index.html`).href;
  }

  async #answer(request: IncomingMessage) {
    const url = new URL(request.url ?? '/', this.base);
    const [, first = '', ...rest] = url.pathname.split('/');
    if (first === 'xapi' || first === 'fetch') {
      const headers = new Headers(request.headers as Record<string, string>);
      const answer = this.lrs.handle(request.method ?? '', url, headers, await bodyOf(request));
      return { ...answer, type: 'application/json' };
    }
    if (first === 'host') {
      const body = hostPage(rest[0] as Scorm, url.searchParams.get('cmi') ?? '{}');
      return { status: 200, type: TYPES['.html'], body };
    }
    const folder = first === 'scorm-again' ? SCORM_AGAIN : path.join(this.#folder, first);
    try {
      const name = path.basename(rest.join('/'));
      const body = readFileSync(path.join(folder, name));
      return { status: 200, type: TYPES[path.extname(name)] ?? '', body };
    } catch {
      return { status: first === 'favicon.ico' ? 204 : 404, type: '', body: '' };
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function hostPage(standard: Scorm, initial: string): string {
  const { script, make } = RUNTIMES[standard];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>LMS</title>
    <style>html, body, iframe { margin: 0; border: 0; inline-size: 100%; block-size: 100vh; }</style>
    <script src="/scorm-again/${script}"></script>
    <script>
      ${make}
      const merged = (a, b) => {
        for (const [key, value] of Object.entries(b)) {
          a[key] = value && typeof value === 'object' ? merged(a[key] ?? {}, value) : value;
        }
        return a;
      };
      const kept = JSON.parse(sessionStorage.getItem('cmi') ?? '{}');
      api.loadFromJSON(merged(${initial.replaceAll('<', '\\u003c')}, kept), 'cmi');
      window.cmi = () => JSON.parse(JSON.stringify(api.cmi));
      api.on(commit, () => {
        const { suspend_data, completion_status, success_status, core } = window.cmi();
        const { lesson_status } = core ?? {};
        sessionStorage.setItem('cmi', JSON.stringify(
          core ? { suspend_data, core: { lesson_status } } : { suspend_data, completion_status, success_status },
        ));
      });
    </script>
  </head>
  <body>
    <iframe title="course" src="/${standard}/index.html"></iframe>
  </body>
</html>
`;
}
