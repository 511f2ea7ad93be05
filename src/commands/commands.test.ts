import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from './commands.ts';
import { commandFor, isSingle, keyLabel, type Press } from './keys.ts';
import { MENUS, ON_PAGE } from './menus.ts';

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});
const canvas = { onCanvas: true, inText: false, singleKeys: true };
const text = { onCanvas: false, inText: true, singleKeys: true };
const elsewhere = { onCanvas: false, inText: false, singleKeys: true };

/** Keys the browser, the screen reader or the input method owns; a page that takes them locks people out. */
const RESERVED = [
  'Mod+KeyN',
  'Mod+KeyT',
  'Mod+KeyW',
  'Mod+Shift+KeyN',
  'Mod+Shift+KeyT',
  'Mod+KeyL',
  'Mod+KeyR',
  'Mod+KeyP',
  'Mod+KeyE',
  'Mod+KeyF',
  'Mod+KeyH',
  'Mod+KeyJ',
  'Mod+Space',
  'Shift+Space',
  'Mod+Period',
  'Mod+Shift',
  'Insert',
  'CapsLock',
  'Mod+Alt+ArrowLeft',
  'Tab',
  'F5',
  'F6',
  'F7',
  'F11',
  'F12',
];

describe('the commands', () => {
  it('have keys that mean one thing only', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('take no key that the browser, a screen reader or an input method owns', () => {
    for (const { keys } of COMMANDS) for (const one of keys) expect(RESERVED).not.toContain(one);
  });

  it('hear a single character only on the canvas', () => {
    for (const { keys, scope } of COMMANDS) {
      if (keys.some(isSingle)) expect(scope).toBe('canvas');
    }
  });

  it('each have one visible control: in a menu, or in sight', () => {
    const shown = [...Object.values(MENUS).flat(), ...ON_PAGE].filter((id) => id !== null);
    expect(shown.toSorted()).toEqual(COMMAND_IDS.toSorted());
  });

  it('are listed once each', () => {
    expect(COMMANDS.map(({ id }) => id)).toEqual(COMMAND_IDS);
  });
});

describe('a key press', () => {
  it.each([
    [press('z', 'KeyZ', { ctrlKey: true }), canvas, 'undo'],
    [press('z', 'KeyZ', { metaKey: true }), elsewhere, 'undo'],
    [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), canvas, 'redo'],
    [press('y', 'KeyY', { ctrlKey: true }), canvas, 'redo'],
    [press('я', 'KeyZ', { ctrlKey: true }), canvas, 'undo'],
    [press('Delete', 'Delete'), canvas, 'delete'],
    [press('Backspace', 'Backspace'), canvas, 'delete'],
    [press('c', 'KeyC'), canvas, 'connect'],
    [press('+', 'Equal', { shiftKey: true }), canvas, 'zoomIn'],
    [press('?', 'Slash', { shiftKey: true }), canvas, 'shortcuts'],
    [press('F8', 'F8'), text, 'nextProblem'],
    [press('F8', 'F8', { shiftKey: true }), elsewhere, 'previousProblem'],
    [press('s', 'KeyS', { ctrlKey: true }), text, 'save'],
    [press('k', 'KeyK', { ctrlKey: true }), text, 'commands'],
  ])('%j %j is %s', (event, place, id) => {
    expect(commandFor(event, place)?.id).toBe(id);
  });

  it.each([
    ['a letter in a text', press('c', 'KeyC'), text],
    ['a letter beside the canvas', press('c', 'KeyC'), elsewhere],
    [
      'a letter when letters are switched off',
      press('c', 'KeyC'),
      { ...canvas, singleKeys: false },
    ],
    ['undo in a text, which has its own', press('z', 'KeyZ', { ctrlKey: true }), text],
    ['Delete in a text', press('Delete', 'Delete'), { ...text, onCanvas: true }],
    ['the first key of a composition', press('Process', 'KeyC', { keyCode: 229 }), canvas],
    ['a key within a composition', press('c', 'KeyC', { isComposing: true }), canvas],
    ['Alt with a letter', press('c', 'KeyC', { altKey: true }), canvas],
    ['copying, which the browser tells itself', press('c', 'KeyC', { ctrlKey: true }), canvas],
  ])('means nothing for %s', (_, event, place) => {
    expect(commandFor(event, place)).toBeUndefined();
  });

  it('is written as the system writes it', () => {
    expect(keyLabel('Mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z');
    expect(keyLabel('Mod+Shift+KeyZ', true)).toBe('⌘⇧Z');
    expect(keyLabel('Equal', false)).toBe('+');
    expect(keyLabel('Digit1', false)).toBe('1');
  });
});
