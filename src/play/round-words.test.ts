import type { i18n } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWords, loadLearning } from '../i18n/words.ts';
import { parseChain } from '../model/chain-text.ts';
import { readDelimited } from '../model/delimited.ts';
import { CODE_PROBLEMS, encodeAnswers } from '../training/code.ts';
import type { Course } from '../training/exercise.ts';
import { ROUND_PROBLEMS, type Round, startRound, takeCode } from '../training/round.ts';
import { answered, startRun } from '../training/run.ts';
import { learnerNames, problemWords, roundCsv } from './round-words.ts';

const COURSE: Course = {
  id: 'course',
  title: { texts: {} },
  mode: 'practice',
  lessons: [
    {
      id: 'one',
      title: { texts: {} },
      exercises: [
        { id: 'spot', kind: 'spot', scenario: parseChain('microsoft > customer') },
        { id: 'more', kind: 'spot', scenario: parseChain('microsoft > indirectReseller') },
      ],
    },
  ],
};

let words: i18n;
beforeAll(async () => {
  words = await createWords('en');
  await loadLearning(words);
});

function roundOf(...names: readonly string[]): Round {
  const work = { seconds: 20, hints: 0, sawSolution: false };
  const answer = { kind: 'spot', relationships: ['e1'] } as const;
  const run = answered(startRun(COURSE), COURSE, 'spot', answer, work);
  return names.reduce((round, name, mark) => {
    const taken = takeCode(round, COURSE, encodeAnswers(COURSE, run, name, mark));
    return taken.ok ? taken.round : round;
  }, startRound(COURSE));
}

describe('a round in words', () => {
  it('is a table that spreadsheets read, in which no name is a formula', () => {
    const csv = roundCsv(roundOf('Mei, Lin', '=1+1', ''), COURSE, true, words.t);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(readDelimited(csv).records).toEqual([
      ['Name', 'Points', 'Seconds', 'Question 1', 'Question 2'],
      ['Mei, Lin', '1', '22', '1', ''],
      ["'=1+1", '1', '22', '1', ''],
      ['Learner 3', '1', '22', '1', ''],
    ]);
  });

  it('says no names where they are hidden', () => {
    const round = roundOf('Mei', 'Sam');
    expect(learnerNames(round, false, words.t)).toEqual(['Learner 1', 'Learner 2']);
    expect(roundCsv(round, COURSE, false, words.t)).not.toContain('Mei');
  });

  it('has a sentence for everything that can be wrong', () => {
    const params = { max: 5, text: 'U', version: 2, id: 'x' };
    for (const code of [...CODE_PROBLEMS, ...ROUND_PROBLEMS]) {
      expect(problemWords({ code, params }, words.t)).toMatch(/^[A-Z][^{]+\.$/);
    }
    const third = problemWords({ code: 'damagedCode', params: { line: 3 } }, words.t);
    expect(third).toMatch(/^Line 3: The code is damaged/);
  });
});
