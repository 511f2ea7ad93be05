import { describe, expect, it } from 'vitest';
import { startHistory, stepBack, stepForth, stepTo } from './history.ts';

describe('a history', () => {
  const two = stepTo(stepTo(startHistory('a'), 'b'), 'c');

  it('goes back and forth', () => {
    const back = stepBack(stepBack(two));
    expect(back.present).toBe('a');
    expect(stepBack(back)).toEqual(back);
    expect(stepForth(stepForth(back))).toEqual(two);
    expect(stepForth(two)).toEqual(two);
  });

  it('forgets what was taken back once something else is done', () => {
    expect(stepForth(stepTo(stepBack(two), 'd'))).toMatchObject({ present: 'd', future: [] });
  });

  it('takes no step without a change, and keeps two hundred', () => {
    expect(stepTo(two, 'c')).toBe(two);
    let history = startHistory(0);
    for (let n = 1; n <= 300; n++) history = stepTo(history, n);
    expect(history.past).toHaveLength(200);
    expect(stepBack(history).present).toBe(299);
  });
});
