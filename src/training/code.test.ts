import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { RULE_IDS } from '../policy/types.ts';
import {
  codesIn,
  decodeAnswers,
  encodeAnswers,
  fingerprint,
  LONGEST_NAME,
  sealed,
  sheetOf,
  tidyNickname,
  writeCode,
} from './code.ts';
import type { Answer, Course, Exercise } from './exercise.ts';
import { answered, startRun } from './run.ts';

const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');
const BROKEN = parseChain('microsoft > indirectProvider > customer; microsoft > directBillPartner');

const EXERCISES: readonly Exercise[] = [
  { id: 'predict', kind: 'predict', scenario: BROKEN, relationships: ['e1', 'e2', 'e3'] },
  {
    id: 'reason',
    kind: 'reason',
    scenario: BROKEN,
    relationship: 'e2',
    choices: ['region-sale', 'provider-sells-via-resellers', 'self-sale', 'supply-missing'],
  },
  { id: 'spot', kind: 'spot', scenario: BROKEN },
  {
    id: 'repair',
    kind: 'repair',
    scenario: BROKEN,
    goal: { all: [{ served: 'customer' }, { all: [{ valid: 'every' }, { kept: ['e1'] }] }] },
    atMost: 3,
    solution: [],
  },
  { id: 'build', kind: 'build', scenario: CHAIN, goal: { chain: 'complete' }, solution: [] },
  {
    id: 'order',
    kind: 'order',
    scenario: CHAIN,
    items: CHAIN.parties.map(({ id }) => ({ party: id })),
  },
];

function courseOf(exercises: readonly Exercise[], id = 'course'): Course {
  const lessons = [{ id: 'one', title: { texts: { en: 'One' } }, exercises }];
  return { id, title: { texts: { en: 'A course' } }, mode: 'practice', lessons };
}

const COURSE = courseOf(EXERCISES);

const arbitraryAnswer = (exercise: Exercise): fc.Arbitrary<Answer> => {
  if (exercise.kind === 'predict') {
    const said = fc.record({
      status: fc.constantFrom('valid' as const, 'invalid' as const),
      confidence: fc.constantFrom(1 as const, 2 as const, 3 as const),
    });
    return fc
      .dictionary(fc.constantFrom(...exercise.relationships), said, { noNullPrototype: true })
      .map((predictions) => ({ kind: 'predict', predictions }));
  }
  if (exercise.kind === 'reason') {
    return fc.constantFrom(...exercise.choices).map((rule) => ({ kind: 'reason', rule }));
  }
  if (exercise.kind === 'spot') {
    const ids = exercise.scenario.relationships.map(({ id }) => id);
    return fc.subarray(ids).map((relationships) => ({ kind: 'spot', relationships }));
  }
  if (exercise.kind === 'order') {
    const places = exercise.items.map((_, place) => place);
    return fc
      .shuffledSubarray(places, { minLength: places.length })
      .map((order) => ({ kind: 'order', order }));
  }
  const edits = fc.array(
    fc.constantFrom(
      { op: 'removeRelationship', relationship: 'e2' } as const,
      { op: 'removeParty', party: 'customer' } as const,
    ),
    { maxLength: 5 },
  );
  return edits.map((some) => ({ kind: exercise.kind, edits: some }));
};

const arbitraryWork = fc.record({
  seconds: fc.integer({ min: 0, max: 4000 }),
  hints: fc.integer({ min: 0, max: 3 }),
  sawSolution: fc.boolean(),
});

/** A run in which some exercises were answered, some more than once. */
const arbitraryRun = (course: Course) =>
  fc
    .tuple(
      ...course.lessons
        .flatMap(({ exercises }) => exercises)
        .map((exercise) =>
          fc
            .array(fc.tuple(arbitraryAnswer(exercise), arbitraryWork), { maxLength: 3 })
            .map((tries) => ({ id: exercise.id, tries })),
        ),
    )
    .map((done) =>
      done
        .flatMap(({ id, tries }) => tries.map((one) => ({ id, one })))
        .reduce((run, { id, one }) => answered(run, course, id, ...one), startRun(course)),
    );

const arbitraryName = fc.string({ unit: 'grapheme', maxLength: 30 }).map(tidyNickname);

describe('a code', () => {
  it('says what the learner did', () => {
    fc.assert(
      fc.property(arbitraryRun(COURSE), arbitraryName, fc.nat(1023), (run, name, mark) => {
        const read = decodeAnswers(COURSE, encodeAnswers(COURSE, run, name, mark));
        expect(read).toEqual({ ok: true, sheet: sheetOf(COURSE, run, name, mark) });
      }),
    );
  });

  it('keeps the points of the run', () => {
    fc.assert(
      fc.property(arbitraryRun(COURSE), (run) => {
        const read = decodeAnswers(COURSE, encodeAnswers(COURSE, run));
        const points = read.ok
          ? Object.entries(read.sheet.responses).map(([id, one]) => [id, one.points])
          : [];
        const earned = Object.entries(run.results).map(([id, one]) => [id, one.points]);
        expect(Object.fromEntries(points)).toEqual(Object.fromEntries(earned));
      }),
    );
  });

  it('is the same when it is written again', () => {
    fc.assert(
      fc.property(arbitraryRun(COURSE), arbitraryName, (run, name) => {
        const code = encodeAnswers(COURSE, run, name);
        const read = decodeAnswers(COURSE, code);
        expect(read.ok && writeCode(COURSE, read.sheet)).toBe(code);
      }),
    );
  });

  it('finds every wrong character', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(
        arbitraryRun(COURSE),
        arbitraryName,
        fc.nat(),
        fc.integer({ min: 1, max: 31 }),
        (run, name, where, shift) => {
          const code = encodeAnswers(COURSE, run, name).replaceAll('-', '');
          const at = where % code.length;
          const other = letters[(letters.indexOf(code[at] as string) + shift) % 32];
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          expect(decodeAnswers(COURSE, wrong)).toMatchObject({ problem: { code: 'damagedCode' } });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds two neighbours changed about, and characters left out', () => {
    fc.assert(
      fc.property(arbitraryRun(COURSE), fc.nat(), (run, where) => {
        const code = encodeAnswers(COURSE, run, 'Mei').replaceAll('-', '');
        const at = where % (code.length - 1);
        const [a, b] = [code[at] as string, code[at + 1] as string];
        const changed = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(decodeAnswers(COURSE, changed).ok).toBe(a === b);
        expect(decodeAnswers(COURSE, code.slice(0, at) + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('never throws, and is never read from anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(decodeAnswers(COURSE, text).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('may be written as people write', () => {
    const code = encodeAnswers(COURSE, startRun(COURSE), 'Mei');
    const wide = [...code].map((one) =>
      /[0-9A-Z]/.test(one) ? String.fromCodePoint((one.codePointAt(0) as number) + 0xfee0) : one,
    );
    const loose = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    for (const written of [` ${code} `, loose.replaceAll('-', ' – '), wide.join('')]) {
      expect(decodeAnswers(COURSE, written).ok).toBe(true);
    }
  });

  it.each([
    ['', 'noCode'],
    [' - ', 'noCode'],
    ['A'.repeat(4001), 'codeTooLong'],
    ['ABCU', 'strangeCharacter'],
    ['ABCD', 'damagedCode'],
  ])('%j is refused: %s', (text, code) => {
    expect(decodeAnswers(COURSE, text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('of another course is refused, of one whose words were mended is not', () => {
    const code = encodeAnswers(COURSE, startRun(COURSE));
    const foreign = { ok: false, problem: { code: 'foreignCode' } };
    expect(decodeAnswers(courseOf(EXERCISES, 'other'), code)).toMatchObject(foreign);
    expect(decodeAnswers(courseOf(EXERCISES.slice(1)), code)).toMatchObject(foreign);
    const [first, ...rest] = EXERCISES as [Exercise, ...Exercise[]];
    const parties = BROKEN.parties.map((party) => ({ ...party, position: { x: 4, y: 8 } }));
    const mended = { ...first, task: { texts: { en: 'Again' } }, scenario: { ...BROKEN, parties } };
    expect(decodeAnswers(courseOf([mended, ...rest]), code).ok).toBe(true);
    const copied = JSON.parse(JSON.stringify(COURSE)) as Course;
    expect(decodeAnswers(copied, code).ok).toBe(true);
  });

  it('of a newer version is told from a damaged one', () => {
    const newer = sealed([2, ...fingerprint(COURSE), 1, 2, 3]);
    const problem = { code: 'newerCode', params: { version: 2 } };
    expect(decodeAnswers(COURSE, newer)).toEqual({ ok: false, problem });
  });

  it('that is whole and says what can’t be is damaged', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 31 }), { maxLength: 40 }), (symbols) => {
        const code = sealed([1, ...fingerprint(COURSE), ...symbols]);
        const read = decodeAnswers(COURSE, code);
        if (read.ok) expect(decodeAnswers(COURSE, writeCode(COURSE, read.sheet))).toEqual(read);
        else expect(read.problem.code).toBe('damagedCode');
      }),
      { numRuns: 2000 },
    );
  });

  it('stands in links and lists', () => {
    const text = 'ABCD\n\n https://x.example/?learn=class#a1.EFGH-2 \r\nIJ KL';
    expect(codesIn(text)).toEqual(['ABCD', 'EFGH-2', 'IJ KL']);
  });

  it('takes answers that the exercise can’t give for none', () => {
    const run = answered(
      answered(startRun(COURSE), COURSE, 'order', { kind: 'order', order: [1, 1, 0, 0] }, WORK),
      COURSE,
      'reason',
      { kind: 'reason', rule: RULE_IDS[0] },
      WORK,
    );
    expect(sheetOf(COURSE, run).responses).toEqual({});
    expect(decodeAnswers(COURSE, encodeAnswers(COURSE, run)).ok).toBe(true);
  });

  it('of ten questions is about 60 characters long', () => {
    const ten = [0, 1].flatMap((half) =>
      EXERCISES.slice(0, 5).map((one) => ({ ...one, id: `${one.id}${half}` })),
    );
    const course = courseOf(ten);
    const [run] = fc.sample(
      fc
        .tuple(...ten.map((exercise) => arbitraryAnswer(exercise)))
        .map((answers) =>
          answers.reduce(
            (before, answer, i) => answered(before, course, ten[i]?.id ?? '', answer, WORK),
            startRun(course),
          ),
        ),
      { numRuns: 1, seed: 7 },
    );
    const code = encodeAnswers(course, run ?? startRun(course));
    expect(Object.keys(run?.results ?? {})).toHaveLength(10);
    expect(code.length).toBeLessThanOrEqual(60);
    expect(code).toMatch(/^([0-9A-Z]{4}-)*[0-9A-Z]{1,4}$/);
  });
});

const WORK = { seconds: 20, hints: 0, sawSolution: false };

describe('a nickname', () => {
  it.each([
    ['  Mei   Lin ', 'Mei Lin'],
    ['陳小明', '陳小明'],
    ['a\u202Eb\u0000c', 'a b c'],
    ['👩‍👩‍👧‍👦'.repeat(9), '👩‍👩‍👧‍👦'.repeat(3)],
    ['x'.repeat(40), 'x'.repeat(LONGEST_NAME)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyNickname(typed)).toBe(kept);
  });

  it('stays as it is once it is tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = tidyNickname(typed);
        expect(tidyNickname(once)).toBe(once);
        expect([...once].length).toBeLessThanOrEqual(LONGEST_NAME);
      }),
    );
  });
});
