import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../policy/types.ts';
import { type Course, EXERCISE_KINDS, MODES } from './exercise.ts';
import { rulesOf } from './exercised.ts';
import { generateCourse, MOST_EXERCISES } from './generate.ts';
import { LEVELS } from './generate-sketch.ts';
import {
  BOXES,
  coverage,
  EMPTY_RECORD,
  type LearnerRecord,
  mergeRecords,
  recordRun,
  weakRules,
} from './learner.ts';
import { readRecord, writeRecord } from './learner-file.ts';
import { readPractice, writePractice } from './practice-address.ts';
import { answered, exercisesOf, type Result, type Run, startRun, submitted } from './run.ts';

const COURSE = generateCourse({ seed: 'record', level: 3, count: 12, mode: 'practice' });
const EXAM: Course = { ...COURSE, id: 'exam', mode: 'assessment' };
const DAY = '2026-11-21';

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const ruleRecord = fc
  .record({
    seen: fc.integer({ min: 1, max: 50 }),
    share: fc.integer({ min: 0, max: 10 }),
    due: day,
  })
  .chain(({ seen, share, due }) => {
    const right = Math.floor((seen * share) / 10);
    const boxes = BOXES.filter((box) => box <= right);
    return fc.constantFrom(...boxes).map((box) => ({ seen, right, box, due }));
  });
const record: fc.Arbitrary<LearnerRecord> = fc.record({
  rules: fc
    .dictionary(fc.constantFrom(...RULE_IDS), ruleRecord, { noNullPrototype: true })
    .map((rules) => rules as LearnerRecord['rules']),
  counted: fc.uniqueArray(
    fc.record({
      course: fc.string({ minLength: 1, maxLength: 8 }),
      day,
      exercises: fc
        .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
        .map((ids) => ids.sort()),
    }),
    { selector: ({ course }) => course, maxLength: 4 },
  ),
});

/** A run that answers the exercises at these places, rightly where `right` says so. */
function runOf(course: Course, places: readonly number[], right: boolean): Run {
  const ids = exercisesOf(course).map(({ id }) => id);
  const result: Result = {
    answer: { kind: 'order', order: [] },
    attempts: 1,
    points: right ? 1 : 0,
    of: 1,
    seconds: 5,
    hints: 0,
    sawSolution: false,
  };
  const results = places.map((place) => [ids[place % ids.length] as string, result] as const);
  return { ...startRun(course), results: Object.fromEntries(results) };
}

const places = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 });

describe('the record of a learner', () => {
  it('counts a run once, however often it is counted and however far it went between', () => {
    fc.assert(
      fc.property(places, places, fc.boolean(), day, day, (some, more, right, first, then) => {
        const short = runOf(COURSE, some, right);
        const long = {
          ...short,
          results: { ...short.results, ...runOf(COURSE, more, right).results },
        };
        const once = recordRun(EMPTY_RECORD, COURSE, short, first);
        expect(recordRun(once, COURSE, short, then)).toBe(once);
        const twice = recordRun(once, COURSE, long, then);
        expect(recordRun(twice, COURSE, short, then)).toBe(twice);
        expect(recordRun(twice, COURSE, long, first)).toBe(twice);
        const seen = (of: LearnerRecord) =>
          Object.values(of.rules).reduce((sum, one) => sum + one.seen, 0);
        expect(seen(twice)).toBe(seen(recordRun(EMPTY_RECORD, COURSE, long, first)));
      }),
      { numRuns: 40 },
    );
  });

  it('counts the rules that the policy says an exercise is about', () => {
    const [exercise] = exercisesOf(COURSE);
    const { rules } = recordRun(EMPTY_RECORD, COURSE, runOf(COURSE, [0], true), DAY);
    expect(Object.keys(rules).sort()).toEqual([...rulesOf(exercise as never)].sort());
    for (const one of Object.values(rules)) {
      expect(one).toEqual({ seen: 1, right: 1, box: 1, due: '2026-11-22' });
    }
  });

  it('counts an assessment when it is handed in, and no run of another course', () => {
    const run = runOf(EXAM, [0, 1], true);
    expect(recordRun(EMPTY_RECORD, EXAM, run, DAY)).toBe(EMPTY_RECORD);
    expect(recordRun(EMPTY_RECORD, COURSE, submitted(run), DAY)).toBe(EMPTY_RECORD);
    expect(recordRun(EMPTY_RECORD, EXAM, submitted(run), DAY).counted).toHaveLength(1);
  });

  it('counts the first attempt of practice, and no solution that was shown', () => {
    const again = answered(
      runOf(COURSE, [0], false),
      COURSE,
      'e1',
      { kind: 'order', order: [] },
      { seconds: 1, hints: 0, sawSolution: false },
    );
    for (const run of [runOf(COURSE, [0], false), again]) {
      const { rules } = recordRun(EMPTY_RECORD, COURSE, run, DAY);
      for (const one of Object.values(rules)) expect(one).toMatchObject({ right: 0, box: 0 });
    }
  });

  it('lets a rule rest longer from box to box, and brings it back after a mistake', () => {
    const exam = (n: number): Course => ({ ...COURSE, id: `c${n}` });
    const boxes: [number, string][] = [];
    let now = EMPTY_RECORD;
    let today = DAY;
    const [rule] = [...rulesOf(exercisesOf(COURSE)[0] as never)];
    const step = (n: number, right: boolean) => {
      now = recordRun(now, exam(n), { ...runOf(COURSE, [0], right), course: `c${n}` }, today);
      const one = now.rules[rule as never] as { box: number; due: string };
      boxes.push([one.box, one.due]);
      return one.due;
    };
    for (let n = 0; n < 6; n++) today = step(n, true);
    expect(boxes).toEqual([
      [1, '2026-11-22'],
      [2, '2026-11-25'],
      [3, '2026-12-02'],
      [4, '2026-12-16'],
      [5, '2027-01-15'],
      [5, '2027-02-14'],
    ]);
    today = '2027-01-20';
    step(6, true);
    expect(boxes.at(-1)).toEqual([5, '2027-02-14']);
    expect(weakRules(now, today)).not.toContain(rule);
    step(7, false);
    expect(boxes.at(-1)).toEqual([0, today]);
    expect(weakRules(now, today)[0]).toBe(rule);
  });

  it('asks for what is due before what is new, and for nothing that rests', () => {
    fc.assert(
      fc.property(record, day, (of, today) => {
        const weak = weakRules(of, today);
        expect(new Set(weak).size).toBe(weak.length);
        const resting = RULE_IDS.filter((rule) => (of.rules[rule]?.due ?? '') > today);
        expect([...weak, ...resting].sort()).toEqual([...RULE_IDS].sort());
        const isNew = weak.map((rule) => of.rules[rule] === undefined);
        expect(isNew).toEqual(isNew.toSorted());
        const { rows, seen, known } = coverage(of);
        expect(rows.map(({ rule }) => rule)).toEqual(RULE_IDS);
        expect(known).toBeLessThanOrEqual(seen);
      }),
    );
  });

  it('is merged with another in any order, and with itself to itself', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
        const sorted = mergeRecords(a, EMPTY_RECORD);
        expect(mergeRecords(sorted, sorted)).toEqual(sorted);
        expect(sorted.rules).toEqual(a.rules);
      }),
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(record, (of) => {
        const text = writeRecord(of);
        expect(readRecord(text)).toEqual({ ok: true, record: of });
        expect(readRecord(`\uFEFF${text}`).ok).toBe(true);
      }),
    );
  });

  const good = { format: 'csp-learner', version: 1, rules: {}, counted: [] };
  const one = { seen: 2, right: 1, box: 1, due: DAY };
  it.each([
    ['notJson', '{'],
    ['notRecord', '[]'],
    ['notRecord', JSON.stringify({ ...good, format: 'csp-course' })],
    ['newerVersion', JSON.stringify({ ...good, version: 2 })],
    ['damaged', JSON.stringify({ ...good, version: 0 })],
    ['damaged', JSON.stringify({ ...good, more: 1 })],
    ['damaged', JSON.stringify({ ...good, rules: { unheard: one } })],
    ['damaged', JSON.stringify({ ...good, rules: { 'self-sale': { ...one, right: 3 } } })],
    ['damaged', JSON.stringify({ ...good, rules: { 'self-sale': { ...one, box: 6 } } })],
    ['damaged', JSON.stringify({ ...good, rules: { 'self-sale': { ...one, due: '2026-02-30' } } })],
    ['damaged', JSON.stringify({ ...good, rules: { 'self-sale': { ...one, seen: 1.5 } } })],
    ['damaged', JSON.stringify({ ...good, counted: [{ course: '', day: DAY, exercises: ['a'] }] })],
    ['tooLarge', ' '.repeat(2_000_001)],
  ])('is refused as a whole: %s %s', (problem, text) => {
    expect(readRecord(text)).toEqual({ ok: false, problem });
  });

  it('is never half read, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readRecord(text).ok).toBe(false);
      }),
    );
  });
});

describe('the address of a practice', () => {
  const request = fc.record(
    {
      seed: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .map((seed) => seed.trim())
        .filter((seed) => seed !== ''),
      level: fc.constantFrom(...LEVELS),
      count: fc.integer({ min: 1, max: MOST_EXERCISES }),
      mode: fc.constantFrom(...MODES),
      kinds: fc.subarray([...EXERCISE_KINDS], { minLength: 1 }),
      rules: fc.subarray([...RULE_IDS], { minLength: 1 }),
    },
    { requiredKeys: ['seed', 'level', 'count', 'mode'] },
  );

  it('is read as it was written, also as part of an address', () => {
    fc.assert(
      fc.property(request, (wanted) => {
        const text = writePractice(wanted);
        expect(readPractice(text)).toEqual(wanted);
        const address = new URL('https://example.com/');
        address.searchParams.set('learn', text);
        expect(new URL(address.href).searchParams.get('learn')).toBe(text);
      }),
    );
  });

  it('leaves out what goes without saying', () => {
    const wanted = { seed: 'Monday', level: 2, count: 10, mode: 'practice' } as const;
    expect(writePractice(wanted)).toBe('practice/Monday');
    expect(writePractice({ ...wanted, level: 4, mode: 'assessment', kinds: ['spot'] })).toBe(
      'practice/Monday/level=4/mode=assessment/kinds=spot',
    );
  });

  it.each([
    'practice',
    'practice/',
    'practice/%',
    'practice/a/level=5',
    'practice/a/level=2/level=3',
    'practice/a/count=0',
    'practice/a/count=1e1',
    'practice/a/count=51',
    'practice/a/kinds=',
    'practice/a/kinds=guess',
    'practice/a/kinds=spot.spot',
    'practice/a/other=1',
    'class/a',
  ])('does not read %j', (text) => {
    expect(readPractice(text)).toBeUndefined();
  });
});
