import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { walkOf } from '../training/walk.ts';
import {
  type Act,
  actOfKey,
  isAct,
  isOpen,
  packed,
  placeOf,
  presented,
  shownTime,
  startPresentation,
  unpacked,
} from './presenting.ts';

const STOPS = walkOf(parseChain('microsoft > directBillPartner > customer'));
const START = startPresentation('en');
const acted = (...acts: Act[]) =>
  acts.reduce((state, act) => presented(state, act, STOPS, 0), START);

describe('a presentation', () => {
  it('goes from stop to stop and stays at the ends', () => {
    expect(placeOf(START, STOPS)).toBe(0);
    expect(placeOf(acted({ do: 'previous' }), STOPS)).toBe(0);
    expect(placeOf(acted({ do: 'next' }, { do: 'next' }), STOPS)).toBe(2);
    expect(placeOf(acted({ do: 'last' }, { do: 'next' }), STOPS)).toBe(4);
    expect(placeOf(acted({ do: 'go', stop: 'relationship e2' }), STOPS)).toBe(3);
  });

  it('stays with its stop when the scenario is edited, and near it when it is gone', () => {
    const state = acted({ do: 'go', stop: 'relationship e2' });
    expect(placeOf(state, STOPS.slice(2))).toBe(1);
    const without = STOPS.filter(({ id }) => id !== 'e2');
    expect(placeOf(state, without)).toBe(3);
    expect(placeOf(state, [])).toBe(0);
    expect(presented(state, { do: 'next' }, [], 0).stop).toBeNull();
  });

  it('hides verdicts until they are revealed, each for itself', () => {
    expect(isOpen(START, 'relationship e1')).toBe(true);
    const asking = acted({ do: 'ask' }, { do: 'next' });
    expect(isOpen(asking, 'relationship e1')).toBe(false);
    const revealed = presented(asking, { do: 'reveal' }, STOPS, 0);
    expect(isOpen(revealed, 'relationship e1')).toBe(true);
    expect(isOpen(revealed, 'relationship e2')).toBe(false);
    expect(isOpen(presented(revealed, { do: 'reveal' }, STOPS, 0), 'relationship e1')).toBe(false);
  });

  it('comes back from a blank screen to where it was', () => {
    const blank = acted({ do: 'next' }, { do: 'blank' });
    const back = presented(blank, { do: 'next' }, STOPS, 0);
    expect([blank.isBlank, back.isBlank, placeOf(back, STOPS)]).toEqual([true, false, 1]);
  });

  it('times, up or down, and rests', () => {
    const running = presented(START, { do: 'timer' }, STOPS, 1000);
    expect(shownTime(running.timer, 62_500)).toEqual({ seconds: 61, isUp: false });
    const resting = presented(running, { do: 'timer' }, STOPS, 31_000);
    expect(shownTime(resting.timer, 90_000).seconds).toBe(30);
    const down = presented(resting, { do: 'minutes', minutes: 1 }, STOPS, 0);
    expect(shownTime(down.timer, 0)).toEqual({ seconds: 30, isUp: false });
    const again = presented(down, { do: 'timer' }, STOPS, 0);
    expect(shownTime(again.timer, 30_000)).toEqual({ seconds: 0, isUp: true });
    expect(presented(again, { do: 'resetTimer' }, STOPS, 0).timer.before).toBe(0);
  });

  it('is the same in another window, whose clock says something else', () => {
    const running = presented(acted({ do: 'next' }), { do: 'timer' }, STOPS, 1000);
    const there = unpacked(structuredClone(packed(running, 5000)), 777_000);
    expect(there && shownTime(there.timer, 778_000)).toEqual({ seconds: 5, isUp: false });
    expect(there).toMatchObject({ stop: 'relationship e1', place: 1 });
  });

  it('takes nothing else for a presentation', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(unpacked(value, 0)).toBeUndefined();
      }),
    );
    expect(unpacked({ ...START, captions: ['fr'] }, 0)).toBeUndefined();
    expect(unpacked({ ...START, size: 99 }, 0)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isAct(value)).toBe(false);
      }),
    );
    expect([{ do: 'next' }, { do: 'size', by: 1 }, { do: 'size', by: 9 }].map(isAct)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the keys of a presentation', () => {
  const press = (key: string, code = key, shiftKey = false) => ({ key, code, shiftKey });
  it.each([
    [press('PageDown'), 'next'],
    [press('PageUp'), 'previous'],
    [press(' ', 'Space'), 'next'],
    [press(' ', 'Space', true), 'previous'],
    [press('Enter'), 'reveal'],
    [press('Process', 'KeyR'), 'reveal'],
    [press('b', 'KeyB'), 'blank'],
    [press('x', 'KeyX'), undefined],
  ])('%j', (pressed, act) => {
    expect(actOfKey(pressed, true)?.do).toBe(act);
  });

  it('leaves letters alone where they are switched off', () => {
    expect(actOfKey(press('b', 'KeyB'), false)).toBeUndefined();
    expect(actOfKey(press('.', 'Period'), false)).toBeUndefined();
    expect(actOfKey(press('PageDown'), false)).toEqual({ do: 'next' });
  });
});
