import type { LmsProblem, Surroundings } from './reporter.ts';

/** What SCORM 1.2 and 2004 have in common: an object of the system, somewhere above the page, with eight functions. */

type Api = Readonly<Record<string, unknown>>;

const MOST_FRAMES = 50;

/** Looks for the object in the frames above the window, then in who opened them and the frames above that. */
export function findApi(from: Window, name: 'API' | 'API_1484_11'): Api | undefined {
  const top = topOf(from);
  return (
    above(from, name) ?? openers(from, name) ?? (top === from ? undefined : openers(top, name))
  );
}

function openers(from: Window, name: string): Api | undefined {
  const opener = readable(() => from.opener as Window | null);
  return opener ? above(opener, name) : undefined;
}

function above(from: Window, name: string): Api | undefined {
  let frame = from;
  for (let i = 0; i < MOST_FRAMES; i++) {
    const api = readable(() => (frame as unknown as Api)[name] as Api | undefined);
    if (api) return api;
    const parent = readable(() => frame.parent);
    if (!parent || parent === frame) return undefined;
    frame = parent;
  }
  return undefined;
}

function topOf(from: Window): Window {
  return readable(() => from.top) ?? from;
}

/** A frame of another origin lets nothing be read. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const NAMES = {
  '1.2': {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    error: 'LMSGetLastError',
    words: 'LMSGetErrorString',
  },
  '2004': {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    error: 'GetLastError',
    words: 'GetErrorString',
  },
} as const;

export interface Runtime {
  initialize(): boolean;
  /** Empty where the system has no such value. */
  get(element: string): string;
  /** Says it where the system does not take the value. */
  set(element: string, value: string): void;
  /** For what a system need not have. */
  offer(element: string, value: string): boolean;
  commit(): void;
  terminate(): void;
}

/** Calls the functions of the system; one that throws has failed. */
export function runtimeOf(
  api: Api,
  version: keyof typeof NAMES,
  onProblem: Surroundings['onProblem'],
): Runtime {
  const names = NAMES[version];
  const call = (name: keyof typeof names, ...values: string[]): string => {
    try {
      const run = api[names[name]] as (...values: string[]) => unknown;
      return String(run.apply(api, values) ?? '');
    } catch (error) {
      return name === 'words' ? String(error) : '';
    }
  };
  const isDone = (result: string) => result === 'true' || result === '1';
  const fail = (code: LmsProblem['code'], what = '') => {
    const number = call('error');
    const words = number === '' || number === '0' ? '' : call('words', number);
    onProblem({ code, detail: [what, number, words].filter(Boolean).join(' ') });
    return false;
  };
  const offer = (element: string, value: string) => isDone(call('set', element, value));
  return {
    initialize: () => isDone(call('initialize', '')) || fail('notStarted'),
    get: (element) => call('get', element),
    set: (element, value) => {
      if (!offer(element, value)) fail('notSaved', element);
    },
    offer,
    commit: () => {
      if (!isDone(call('commit', ''))) fail('notSaved');
    },
    terminate: () => {
      if (!isDone(call('terminate', ''))) fail('notEnded');
    },
  };
}

/** An id that every system takes: letters, digits, dots, hyphens and underscores. */
export function plainId(id: string): string {
  const plain = id.replace(/[^\w.-]/gu, (mark) => `_${mark.codePointAt(0)?.toString(16)}_`);
  return plain.slice(0, 250) || '_';
}

/** Share of 1 as a number of up to `digits` decimals. */
export function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
