import * as v from 'valibot';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { LIMITS } from '../model/file-schema.ts';
import type { ChainStatus } from '../model/scenario.ts';

/**
 * What a page and the view it embeds say to each other with `postMessage`. Every message is plain JSON:
 * `{ csp: 1, type, … }`. The page speaks first, with `hello`; until then the view says nothing but that
 * it is ready, which tells nothing about what it shows.
 */
export const PROTOCOL = 1;

export const THEMES = ['auto', 'light', 'dark'] as const;
/** Auto = as the reader of the page has it. */
export type Theme = (typeof THEMES)[number];

const head = { csp: v.literal(PROTOCOL) };
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** What a page may say, each with `csp: 1`. */
export type HostMessage =
  /** Answered with `judged` and `resize`; nothing else is heard before. */
  | { readonly csp: typeof PROTOCOL; readonly type: 'hello' }
  /** The text of a scenario file, or of a picture that carries one. */
  | { readonly csp: typeof PROTOCOL; readonly type: 'load'; readonly scenario: string }
  | { readonly csp: typeof PROTOCOL; readonly type: 'load'; readonly chain: string }
  /** What a link has behind `#s=`. */
  | { readonly csp: typeof PROTOCOL; readonly type: 'load'; readonly shared: string }
  /** The text of a course file, for a view that gives exercises. */
  | { readonly csp: typeof PROTOCOL; readonly type: 'load'; readonly course: string }
  /** Opens the explanation of a relationship; null closes it. */
  | {
      readonly csp: typeof PROTOCOL;
      readonly type: 'select';
      readonly relationship: string | null;
    }
  | { readonly csp: typeof PROTOCOL; readonly type: 'setLanguage'; readonly language: Language }
  | { readonly csp: typeof PROTOCOL; readonly type: 'setTheme'; readonly theme: Theme }
  /** Asks for the picture. */
  | { readonly csp: typeof PROTOCOL; readonly type: 'export' };

const hostMessage: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.strictObject({ ...head, type: v.literal('hello') }),
  v.strictObject({ ...head, type: v.literal('load'), scenario: text(LIMITS.bytes) }),
  v.strictObject({ ...head, type: v.literal('load'), chain: text(20_000) }),
  v.strictObject({ ...head, type: v.literal('load'), shared: text(500_000) }),
  v.strictObject({ ...head, type: v.literal('load'), course: text(LIMITS.bytes) }),
  v.strictObject({ ...head, type: v.literal('select'), relationship: v.nullable(text(1_000)) }),
  v.strictObject({ ...head, type: v.literal('setLanguage'), language: v.picklist(LANGUAGES) }),
  v.strictObject({ ...head, type: v.literal('setTheme'), theme: v.picklist(THEMES) }),
  v.strictObject({ ...head, type: v.literal('export') }),
]);

export const ERRORS = ['badVersion', 'badMessage', 'helloFirst', 'unreadable', 'unknown'] as const;
/** What was wrong with a message, or with what was to be shown. */
export type ErrorCode = (typeof ERRORS)[number];

/** What the view says, each with `csp: 1` besides. */
export type ViewMessage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'judged';
      readonly title: string;
      readonly language: Language;
      readonly chain: ChainStatus;
      readonly verdicts: readonly JudgedRelationship[];
    }
  /** The reader opened or closed an explanation. */
  | { readonly type: 'select'; readonly relationship: string | null }
  /** The reader changed the scenario: the text of a file that holds it now. `judged` follows. */
  | { readonly type: 'change'; readonly scenario: string }
  /** The learner answered: what the course has earned so far, of all its points. */
  | {
      readonly type: 'result';
      readonly points: number;
      readonly of: number;
      /** 0 to 1. */
      readonly share: number;
      readonly isComplete: boolean;
      readonly isPassed: boolean;
    }
  /** CSS pixels that show everything without scrolling. */
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'export'; readonly svg: string }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly message: string };

/** The verdict of one relationship. */
export interface JudgedRelationship {
  readonly relationship: string;
  readonly status: 'valid' | 'invalid' | 'unknown';
  /** Ids of the rules that refuse it. */
  readonly rules: readonly string[];
}

export interface Conversation {
  /** Who may speak: origins as `location.origin` gives them. */
  readonly allowed: readonly string[];
  /** Who said hello; null = nobody yet. */
  readonly host: string | null;
}

export interface Heard {
  readonly conversation: Conversation;
  /** What is to be done; null = nothing. */
  readonly message: HostMessage | null;
  /** What was wrong, for the sender. */
  readonly error: ErrorCode | null;
}

/**
 * Takes one message from anywhere. What is not from an allowed origin, or is none of ours, changes
 * nothing and gets no answer; what is ours but wrong is only answered. Never throws.
 */
export function hear(conversation: Conversation, origin: string, data: unknown): Heard {
  const nothing = { conversation, message: null, error: null };
  if (!conversation.allowed.includes(origin)) return nothing;
  const ours = v.safeParse(v.looseObject({ csp: v.number() }), data);
  if (!ours.success) return nothing;
  if (ours.output.csp !== PROTOCOL) return { ...nothing, error: 'badVersion' };
  const read = v.safeParse(hostMessage, data);
  if (!read.success) return { ...nothing, error: 'badMessage' };
  const message = read.output;
  if (message.type === 'hello') {
    return { conversation: { ...conversation, host: origin }, message, error: null };
  }
  if (conversation.host !== origin) return { ...nothing, error: 'helloFirst' };
  return { conversation, message, error: null };
}

/**
 * The allow-list of an address: origins separated by commas or spaces; without it, the site of the view
 * itself. `null` stands for pages without an origin, such as files.
 */
export function allowedOrigins(wish: string | null, own: string): string[] {
  if (wish === null) return [own];
  return wish.split(/[\s,]+/).flatMap((one) => {
    if (one === 'null') return [one];
    try {
      const { origin } = new URL(one);
      return origin === 'null' ? [] : [origin];
    } catch {
      return [];
    }
  });
}
