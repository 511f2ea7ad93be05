import { COMMANDS, type Command } from './commands.ts';

/** A key press, as the browser tells it. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

/** Where the keyboard is when the key is pressed. */
export interface Place {
  readonly onCanvas: boolean;
  /** In a field where keys are text. */
  readonly inText: boolean;
  /** Whether letters alone are commands. */
  readonly singleKeys: boolean;
}

/**
 * Whether an input method is at work. The first key of a composition is not marked as composing, and
 * Safari ends it before the Enter that confirms: both have the code 229.
 */
export function isComposing({ isComposing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>) {
  return isComposing || keyCode === 229;
}

/** The command a key press means; undefined when it means none here. */
export function commandFor(press: Press, place: Place): Command | undefined {
  if (isComposing(press)) return undefined;
  return COMMANDS.find(
    (command) =>
      !command.native &&
      command.keys.some((keys) => matches(keys, press) && isHeard(keys, command, place)),
  );
}

function isHeard(keys: string, { scope }: Command, place: Place): boolean {
  if (scope === 'canvas' && !place.onCanvas) return false;
  if (isSingle(keys)) return place.onCanvas && !place.inText && place.singleKeys;
  return !place.inText || isFunctionKey(keys) || !EDITS_TEXT.includes(keys);
}

/** In a text field these belong to the text. */
const EDITS_TEXT = ['Mod+KeyZ', 'Mod+Shift+KeyZ', 'Mod+KeyY', 'Mod+KeyA', 'Delete', 'Backspace'];

/** A character alone, which somebody may type or speak without meaning a command. */
export function isSingle(keys: string): boolean {
  const last = keys.split('+').at(-1) ?? keys;
  const isCharacter = /^(Key[A-Z]|Digit\d|Equal|Minus|Numpad(Add|Subtract)|\?)$/.test(last);
  return isCharacter && !keys.includes('Mod+');
}

function isFunctionKey(keys: string): boolean {
  return /(^|\+)F\d+$/.test(keys);
}

function matches(keys: string, press: Press): boolean {
  if (keys === '?') return press.key === '?' && !press.ctrlKey && !press.metaKey && !press.altKey;
  const parts = keys.split('+');
  const key = parts.at(-1);
  // Numpad and layouts differ in how "+" is typed: Shift decides nothing there.
  const shiftMatters = key !== 'Equal';
  return (
    (press.code === key || press.key === key) &&
    parts.includes('Mod') === (press.ctrlKey || press.metaKey) &&
    (!shiftMatters || parts.includes('Shift') === press.shiftKey) &&
    !press.altKey
  );
}

/** How keys are written for the reader: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(keys: string, isMac: boolean): string {
  const parts = keys.split('+').map((part) => partLabel(part, isMac));
  return isMac ? parts.join('') : parts.join('+');
}

function partLabel(part: string, isMac: boolean): string {
  const plain = part.replace(/^(Key|Digit)/, '');
  if (plain === 'Mod') return isMac ? '⌘' : 'Ctrl';
  if (plain === 'Shift') return isMac ? '⇧' : 'Shift';
  return SIGNS[plain] ?? plain;
}

const SIGNS: Record<string, string> = {
  Equal: '+',
  NumpadAdd: '+',
  Minus: '−',
  NumpadSubtract: '−',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
