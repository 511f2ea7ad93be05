/**
 * Keeps the explorer for when there is no network: a class room without one, a learner on a train. Whatever
 * has its build in its name never changes and comes from here; the rest comes from the network while there
 * is one, so that nobody is left with an old page.
 */

/** What the page is made of, as paths beside this file; set by the build. */
declare const FILES: readonly string[];
/** Another build keeps other files. */
declare const BUILD: string;

interface Waiting extends Event {
  readonly waitUntil: (task: Promise<unknown>) => void;
}
interface Fetching extends Event {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

const PREFIX = 'csp-scenario-explorer ';
const CACHE = PREFIX + BUILD;

addEventListener('install', (event) => (event as Waiting).waitUntil(fill()));
addEventListener('activate', (event) => (event as Waiting).waitUntil(forgetOthers()));
addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching;
  const isOurs = request.method === 'GET' && new URL(request.url).origin === location.origin;
  if (isOurs) respondWith.call(event, answer(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // A page is the same file whatever its address says besides.
  const kept = () => cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (new URL(request.url).pathname.includes('/assets/')) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (failure) {
    const found = await kept();
    if (found) return found;
    throw failure;
  }
}
