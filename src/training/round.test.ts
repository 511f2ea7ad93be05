import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { encodeAnswers, sealed } from './code.ts';
import type { Answer, Course } from './exercise.ts';
import {
  pointsIn,
  type Round,
  readRound,
  startRound,
  takeCode,
  tallyRound,
  withoutEntry,
  withoutNames,
  writeRound,
} from './round.ts';
import { answered, startRun } from './run.ts';

const BROKEN = parseChain('microsoft > indirectProvider > customer; microsoft > directBillPartner');
const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');
const COURSE: Course = {
  id: 'course',
  title: { texts: { en: 'A course' } },
  mode: 'assessment',
  lessons: [
    {
      id: 'one',
      title: { texts: { en: 'One' } },
      exercises: [
        { id: 'predict', kind: 'predict', scenario: BROKEN, relationships: ['e1', 'e2'] },
        {
          id: 'reason',
          kind: 'reason',
          scenario: BROKEN,
          relationship: 'e2',
          choices: ['region-sale', 'provider-sells-via-resellers'],
        },
        { id: 'spot', kind: 'spot', scenario: BROKEN },
        {
          id: 'repair',
          kind: 'repair',
          scenario: BROKEN,
          goal: { all: [{ valid: 'every' }, { kept: ['e1', 'e2'] }] },
          solution: [],
        },
        {
          id: 'order',
          kind: 'order',
          scenario: CHAIN,
          items: CHAIN.parties.map(({ id }) => ({ party: id })),
        },
      ],
    },
  ],
};
const WORK = { seconds: 20, hints: 0, sawSolution: false };

function codeOf(name: string, answers: Readonly<Record<string, Answer>>): string {
  const run = Object.entries(answers).reduce(
    (before, [id, answer]) => answered(before, COURSE, id, answer, WORK),
    startRun(COURSE),
  );
  return encodeAnswers(COURSE, run, name);
}

const predicted = (e1: 'valid' | 'invalid', e2: 'valid' | 'invalid', confidence: 1 | 2 | 3) =>
  ({
    kind: 'predict',
    predictions: { e1: { status: e1, confidence }, e2: { status: e2, confidence } },
  }) as const;

const MEI = codeOf('Mei', {
  predict: predicted('valid', 'invalid', 3),
  reason: { kind: 'reason', rule: 'provider-sells-via-resellers' },
  spot: { kind: 'spot', relationships: ['e2'] },
  repair: { kind: 'repair', edits: [{ op: 'removeRelationship', relationship: 'e2' }] },
  order: { kind: 'order', order: [0, 1, 2, 3] },
});
const SAM = codeOf('Sam', {
  predict: predicted('valid', 'valid', 3),
  reason: { kind: 'reason', rule: 'region-sale' },
  spot: { kind: 'spot', relationships: ['e1', 'e2'] },
  order: { kind: 'order', order: [3, 2, 1, 0] },
});

function roundOf(...codes: readonly string[]): Round {
  return codes.reduce((round, code) => {
    const taken = takeCode(round, COURSE, code);
    if (!taken.ok) throw new Error(taken.problem.code);
    return taken.round;
  }, startRound(COURSE));
}

describe('a round', () => {
  it('counts who answered what, and who was right', () => {
    const [predict, reason, spot, repair, order] = tallyRound(roundOf(MEI, SAM), COURSE);
    expect(predict).toMatchObject({ answered: 2, right: 1 });
    expect(predict?.counts).toEqual({
      kind: 'predict',
      relationships: [
        {
          relationship: 'e1',
          statuses: [
            { of: 'valid', count: 2, isRight: true },
            { of: 'invalid', count: 0, isRight: false },
          ],
        },
        {
          relationship: 'e2',
          statuses: [
            { of: 'valid', count: 1, isRight: false },
            { of: 'invalid', count: 1, isRight: true },
          ],
        },
      ],
    });
    expect(predict?.calibration).toEqual([
      { confidence: 1, right: 0, wrong: 0 },
      { confidence: 2, right: 0, wrong: 0 },
      { confidence: 3, right: 3, wrong: 1 },
    ]);
    expect(reason?.counts).toMatchObject({
      rules: [
        { of: 'region-sale', count: 1, isRight: false },
        { of: 'provider-sells-via-resellers', count: 1, isRight: true },
      ],
    });
    expect(spot?.counts).toMatchObject({
      marked: [
        { of: 'e1', count: 1, isRight: false },
        { of: 'e2', count: 2, isRight: true },
        { of: 'e3', count: 0, isRight: false },
      ],
    });
    expect(repair).toMatchObject({ answered: 1, right: 0 });
    expect(repair?.counts).toMatchObject({
      done: 0,
      notDone: 1,
      missing: [{ goal: { kept: ['e1', 'e2'] }, count: 1 }],
      edits: [],
    });
    expect(order?.counts).toMatchObject({
      orders: [
        { of: [0, 1, 2, 3], count: 1, isRight: true },
        { of: [3, 2, 1, 0], count: 1, isRight: false },
      ],
    });
  });

  it('shows the right order though nobody gave it', () => {
    const [, , , , order] = tallyRound(roundOf(SAM), COURSE);
    expect(order?.counts).toMatchObject({
      orders: [{ isRight: false }, { count: 0, isRight: true }],
    });
    expect(tallyRound(startRound(COURSE), COURSE)[0]).toMatchObject({
      answered: 0,
      medianSeconds: undefined,
    });
  });

  it('replaces what the same learner handed in before', () => {
    const round = roundOf(MEI, SAM);
    const again = codeOf('mei', { reason: { kind: 'reason', rule: 'region-sale' } });
    const taken = takeCode(round, COURSE, again);
    expect(taken).toMatchObject({ ok: true, replaced: true });
    expect(taken.ok && taken.round.entries.map(({ sheet }) => sheet.name)).toEqual(['mei', 'Sam']);
  });

  it('keeps learners without a name apart, and counts the same code once', () => {
    const a = codeOf('', { spot: { kind: 'spot', relationships: ['e2'] } });
    const b = codeOf('', { spot: { kind: 'spot', relationships: ['e1'] } });
    expect(roundOf(a, b, a.toLowerCase()).entries).toHaveLength(2);
    const twins = [1, 2].map((mark) => encodeAnswers(COURSE, startRun(COURSE), '', mark));
    expect(roundOf(...twins).entries).toHaveLength(2);
  });

  it('forgets names, on the way in or later', () => {
    const taken = takeCode(startRound(COURSE), COURSE, MEI, true);
    expect(taken).toMatchObject({ ok: true, entry: { sheet: { name: '' } } });
    const forgotten = withoutNames(roundOf(MEI, SAM), COURSE);
    expect(forgotten.entries.map(({ sheet }) => [sheet.name, pointsIn(sheet)])).toEqual([
      ['', 5],
      ['', 1],
    ]);
    expect(writeRound(forgotten)).not.toContain(MEI);
  });

  it('loses an entry and nothing else', () => {
    const round = roundOf(MEI, SAM);
    expect(withoutEntry(round, MEI)).toEqual(roundOf(SAM));
    expect(withoutEntry(round, 'none')).toEqual(round);
  });
});

describe('a round as a file', () => {
  it('comes back as it was', () => {
    const round = roundOf(MEI, SAM);
    expect(readRound(writeRound(round), COURSE)).toEqual({ ok: true, round });
  });

  it.each([
    ['', 'notRound'],
    ['[]', 'notRound'],
    ['{"format":"csp-round","version":1,"course":"course","codes":[1]}', 'notRound'],
    ['{"format":"csp-round","version":2,"course":"course","codes":[]}', 'newerRound'],
    ['{"format":"csp-round","version":1,"course":"another","codes":[]}', 'otherCourse'],
    [
      JSON.stringify({ ...JSON.parse(writeRound(roundOf())), codes: Array(2001).fill(MEI) }),
      'tooManyCodes',
    ],
  ])('%.70s is refused: %s', (text, code) => {
    expect(readRound(text, COURSE)).toMatchObject({ ok: false, problem: { code } });
  });

  it('with one damaged code is refused as a whole, with the place', () => {
    const text = JSON.stringify({
      ...JSON.parse(writeRound(roundOf(MEI))),
      codes: [MEI, sealed([1, 2, 3, 4, 5, 6, 7])],
    });
    const problem = { code: 'foreignCode', params: { line: 2 } };
    expect(readRound(text, COURSE)).toEqual({ ok: false, problem });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readRound(text, COURSE).ok).toBe(false);
      }),
    );
  });
});
