import { isLanguage, type Language } from '../i18n/locale.ts';
import type { Stop } from '../training/walk.ts';
import { stopKey } from '../training/walk.ts';

/** Where a presentation is and how it is shown; the same in all windows that show it. */
export interface Presentation {
  /** The stop that is spoken about; null = the first. */
  readonly stop: string | null;
  /** Its place when it was gone to: where to stay when it is edited away. */
  readonly place: number;
  /** Stops whose verdict was revealed. */
  readonly revealed: readonly string[];
  /** Verdicts stay hidden until they are revealed. */
  readonly asksFirst: boolean;
  readonly isSpotlit: boolean;
  readonly isNear: boolean;
  readonly isBlank: boolean;
  /** Step of the text size, 0 to `LARGEST`. */
  readonly size: number;
  readonly captions: Captions;
  readonly timer: Timer;
}

/** One or two languages, the upper one first. */
export type Captions = readonly [Language] | readonly [Language, Language];

export interface Timer {
  /** Milliseconds that ran before it was last started. */
  readonly before: number;
  /** When it was started, by the clock of this window; null = it stands still. */
  readonly since: number | null;
  /** Minutes to count down from; 0 = counts up. */
  readonly minutes: number;
}

export const LARGEST = 4;
export const TIMER_MINUTES = [0, 1, 2, 3, 5, 10, 15] as const;

export function startPresentation(language: Language): Presentation {
  return {
    stop: null,
    place: 0,
    revealed: [],
    asksFirst: false,
    isSpotlit: true,
    isNear: true,
    isBlank: false,
    size: 0,
    captions: [language],
    timer: { before: 0, since: null, minutes: 0 },
  };
}

/** What a trainer does, in whichever window. */
export type Act =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' }
  | { readonly do: 'go'; readonly stop: string }
  | { readonly do: 'reveal' | 'blank' | 'spotlight' | 'near' | 'ask' }
  | { readonly do: 'size'; readonly by: 1 | -1 }
  | { readonly do: 'captions'; readonly captions: Captions }
  | { readonly do: 'timer' | 'resetTimer' }
  | { readonly do: 'minutes'; readonly minutes: number };

/** Where the stop is now: itself, or what stands in its place since it is gone. */
export function placeOf({ stop, place }: Presentation, stops: readonly Stop[]): number {
  const found = stops.findIndex((one) => stopKey(one) === stop);
  return found >= 0 ? found : Math.max(0, Math.min(place, stops.length - 1));
}

/** @param now milliseconds of a clock that only runs on */
export function presented(
  state: Presentation,
  act: Act,
  stops: readonly Stop[],
  now: number,
): Presentation {
  const place = placeOf(state, stops);
  const at = (wished: number): Presentation => {
    const next = Math.max(0, Math.min(wished, stops.length - 1));
    const stop = stops[next];
    return { ...state, isBlank: false, place: next, stop: stop ? stopKey(stop) : null };
  };
  if (act.do === 'next') return state.isBlank ? { ...state, isBlank: false } : at(place + 1);
  if (act.do === 'previous') return state.isBlank ? { ...state, isBlank: false } : at(place - 1);
  if (act.do === 'first') return at(0);
  if (act.do === 'last') return at(stops.length - 1);
  if (act.do === 'go') return at(stops.findIndex((one) => stopKey(one) === act.stop));
  if (act.do === 'blank') return { ...state, isBlank: !state.isBlank };
  if (act.do === 'spotlight') return { ...state, isSpotlit: !state.isSpotlit };
  if (act.do === 'near') return { ...state, isNear: !state.isNear };
  if (act.do === 'ask') return { ...state, asksFirst: !state.asksFirst, revealed: [] };
  if (act.do === 'reveal') {
    const stop = stops[place];
    return stop ? { ...state, revealed: toggled(state.revealed, stopKey(stop)) } : state;
  }
  if (act.do === 'size') {
    return { ...state, size: Math.max(0, Math.min(LARGEST, state.size + act.by)) };
  }
  if (act.do === 'captions') return { ...state, captions: act.captions };
  const { timer } = state;
  if (act.do === 'minutes') return { ...state, timer: { ...timer, minutes: act.minutes } };
  if (act.do === 'resetTimer') return { ...state, timer: { ...timer, before: 0, since: null } };
  const since = timer.since === null ? now : null;
  return { ...state, timer: { ...timer, since, before: elapsed(timer, now) } };
}

function toggled(some: readonly string[], one: string): readonly string[] {
  return some.includes(one) ? some.filter((other) => other !== one) : [...some, one];
}

/** Whether the verdict of a stop may be seen. */
export function isOpen({ asksFirst, revealed }: Presentation, stop: string): boolean {
  return !asksFirst || revealed.includes(stop);
}

/** Milliseconds that the timer ran. */
export function elapsed({ before, since }: Timer, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

/** What the timer shows, in whole seconds, and whether its time is up. */
export function shownTime(timer: Timer, now: number): { seconds: number; isUp: boolean } {
  const ran = Math.floor(elapsed(timer, now) / 1000);
  if (timer.minutes === 0) return { seconds: ran, isUp: false };
  const left = timer.minutes * 60 - ran;
  return { seconds: Math.max(0, left), isUp: left <= 0 };
}

/** For another window, whose clock says something else: the timer with what it ran so far. */
export function packed(state: Presentation, now: number): Presentation {
  const { since, minutes } = state.timer;
  const before = elapsed(state.timer, now);
  return { ...state, timer: { before, since: since === null ? null : 0, minutes } };
}

/** What another window packed, or undefined when it is nothing of the kind. */
export function unpacked(value: unknown, now: number): Presentation | undefined {
  if (!isRecord(value) || !isRecord(value.timer)) return undefined;
  const { stop, place, revealed, size, captions, timer } = value;
  const flags = [value.asksFirst, value.isSpotlit, value.isNear, value.isBlank];
  const isState =
    (stop === null || typeof stop === 'string') &&
    isWhole(place) &&
    isWhole(size) &&
    size <= LARGEST &&
    flags.every((flag) => typeof flag === 'boolean') &&
    Array.isArray(revealed) &&
    revealed.every((one) => typeof one === 'string') &&
    isCaptions(captions) &&
    typeof timer.before === 'number' &&
    isWhole(timer.minutes);
  if (!isState) return undefined;
  const since = timer.since === null ? null : now;
  const state = value as unknown as Presentation;
  return { ...state, timer: { ...state.timer, since } };
}

const PLAIN_ACTS = [
  'next',
  'previous',
  'first',
  'last',
  'reveal',
  'blank',
  'spotlight',
  'near',
  'ask',
  'timer',
  'resetTimer',
];

/** Whether another window may have done this. */
export function isAct(value: unknown): value is Act {
  if (!isRecord(value) || typeof value.do !== 'string') return false;
  if (value.do === 'go') return typeof value.stop === 'string';
  if (value.do === 'size') return value.by === 1 || value.by === -1;
  if (value.do === 'captions') return isCaptions(value.captions);
  if (value.do === 'minutes') return isWhole(value.minutes);
  return PLAIN_ACTS.includes(value.do);
}

function isCaptions(value: unknown): value is Captions {
  return Array.isArray(value) && value.length >= 1 && value.length <= 2 && value.every(isLanguage);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

const KEYS: Readonly<Record<string, Act>> = {
  ArrowRight: { do: 'next' },
  ArrowDown: { do: 'next' },
  PageDown: { do: 'next' },
  ' ': { do: 'next' },
  ArrowLeft: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  PageUp: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  Enter: { do: 'reveal' },
  '.': { do: 'blank' },
  '+': { do: 'size', by: 1 },
  '=': { do: 'size', by: 1 },
  '-': { do: 'size', by: -1 },
};

/** By the place of the key, so that an input method which takes letters changes nothing. */
const LETTERS: Readonly<Record<string, Act>> = {
  KeyR: { do: 'reveal' },
  KeyB: { do: 'blank' },
  KeyS: { do: 'spotlight' },
  KeyZ: { do: 'near' },
  KeyT: { do: 'timer' },
};

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** What a key does, pressed without Ctrl, Alt or Meta. */
export function actOfKey({ key, code, shiftKey }: Pressed, hasLetters: boolean): Act | undefined {
  if (key === ' ' && shiftKey) return { do: 'previous' };
  if (key === '.' && !hasLetters) return undefined;
  return KEYS[key] ?? (hasLetters ? LETTERS[code] : undefined);
}
