import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import type { Edit } from '../model/edit.ts';
import { rightAnswer } from '../play/answers.ts';
import { editsBetween } from '../training/difference.ts';
import { type Answer, CONFIDENCES, type Course, type Exercise } from '../training/exercise.ts';
import { pointsOf } from '../training/grade.ts';
import { LESSON_COURSE } from '../training/lessons.ts';
import {
  answered,
  exercisesOf,
  type Result,
  type Run,
  scoreOf,
  startRun,
} from '../training/run.ts';
import { readRun, writeRun } from './run-text.ts';
import { TEST_COURSE, testRun } from './test-course.ts';

interface Answered {
  readonly exercise: Exercise;
  readonly answer: Answer;
}

function answeredExercise(id: string): fc.Arbitrary<Answered> {
  return fc
    .tuple(arbitraryScenario(), arbitraryScenario(), fc.nat())
    .chain(([start, end, seed]) => {
      const ids = start.relationships.map((one) => one.id);
      const status = fc.constantFrom('valid' as const, 'invalid' as const);
      const said = fc.record({ status, confidence: fc.constantFrom(...CONFIDENCES) });
      const predictions = fc.dictionary(fc.constantFrom('r0', 'r1', 'r2'), said);
      const items = start.parties.map((party) => ({ party: party.id }));
      const goal = { chain: 'complete' } as const;
      const choices = ['region-sale', 'provider-sells-via-resellers'] as const;
      return fc.oneof(
        predictions.map((made): Answered => {
          const relationships = Object.keys(made);
          return {
            exercise: { id, kind: 'predict', scenario: start, relationships },
            answer: { kind: 'predict', predictions: made },
          };
        }),
        fc.subarray(ids).map(
          (relationships): Answered => ({
            exercise: { id, kind: 'spot', scenario: start },
            answer: { kind: 'spot', relationships },
          }),
        ),
        fc.constantFrom(...choices, 'enrolled' as const).map(
          (rule): Answered => ({
            exercise: { id, kind: 'reason', scenario: start, relationship: 'r0', choices },
            answer: { kind: 'reason', rule: rule as (typeof choices)[number] },
          }),
        ),
        fc.shuffledSubarray(items.map((_, place) => place)).map(
          (order): Answered => ({
            exercise: { id, kind: 'order', scenario: start, items },
            answer: { kind: 'order', order },
          }),
        ),
        fc.constant<Answered>({
          exercise: {
            id,
            kind: seed % 2 ? 'repair' : 'build',
            scenario: start,
            goal,
            solution: [],
          },
          answer: { kind: seed % 2 ? 'repair' : 'build', edits: editsBetween(start, end) },
        }),
      );
    });
}

const arbitraryRun: fc.Arbitrary<{ course: Course; run: Run }> = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('practice' as const, 'assessment' as const),
    fc.boolean(),
  )
  .chain(([count, mode, isSubmitted]) => {
    const ids = Array.from({ length: count }, (_, i) => `x${i}`);
    const effort = fc.record({
      attempts: fc.integer({ min: 1, max: 40 }),
      seconds: fc.nat(100_000),
      hints: fc.nat(3),
      sawSolution: fc.boolean(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isAnswered: fc.boolean(),
    });
    return fc.tuple(...ids.map((id) => fc.tuple(answeredExercise(id), effort))).map((made) => {
      const course: Course = {
        id: 'course',
        title: { texts: { en: 'Course' } },
        mode,
        lessons: [
          { id: 'l', title: { texts: {} }, exercises: made.map(([{ exercise }]) => exercise) },
        ],
      };
      const results = made.flatMap(([{ exercise, answer }, { share, isAnswered, ...rest }]) => {
        const of = pointsOf(exercise);
        const result: Result = { ...rest, of, points: Math.floor(share * of), answer };
        return isAnswered ? [[exercise.id, result] as const] : [];
      });
      const at = ids[count - 2] ?? null;
      const run = { ...startRun(course), at, isSubmitted, results: Object.fromEntries(results) };
      return { course, run };
    });
  });

describe('a run as text', () => {
  it('comes back as it was, in letters that any system keeps', () => {
    fc.assert(
      fc.property(arbitraryRun, ({ course, run }) => {
        const { text, dropped } = writeRun(course, run, 64_000);
        expect(text).toMatch(/^[\w-]+$/);
        expect(dropped).toBe(0);
        expect(readRun(course, text)).toEqual(run);
      }),
    );
  });

  it('keeps its limit, and with it what was earned and done', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.integer({ min: 150, max: 1500 }), ({ course, run }, most) => {
        const { text } = writeRun(course, run, most);
        expect(text.length).toBeLessThanOrEqual(most);
        const read = readRun(course, text);
        expect(read && scoreOf(read, course)).toEqual(scoreOf(run, course));
      }),
    );
  });

  it('is not read where a letter of it changed', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.nat(), fc.constantFrom('A', 'z', '~'), (made, at, letter) => {
        const { text } = writeRun(made.course, made.run, 64_000);
        const place = at % text.length;
        fc.pre(text[place] !== letter);
        const damaged = text.slice(0, place) + letter + text.slice(place + 1);
        expect(readRun(made.course, damaged)).toBeUndefined();
        expect(readRun(made.course, text.slice(0, place))).toBeUndefined();
      }),
    );
  });

  it('is nothing where it is something else, whatever that is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 200 })), (text) => {
        expect(readRun(TEST_COURSE, text)).toBeUndefined();
      }),
    );
  });

  it('is not read into a course that was changed since', () => {
    const { text } = writeRun(TEST_COURSE, testRun(), 4_096);
    expect(readRun(TEST_COURSE, text)).toEqual(testRun());
    const [lesson] = TEST_COURSE.lessons;
    const exercises = exercisesOf(TEST_COURSE).slice(1);
    const shorter = { ...TEST_COURSE, lessons: lesson ? [{ ...lesson, exercises }] : [] };
    expect(readRun(shorter, text)).toBeUndefined();
    // Mended words are no change.
    expect(readRun({ ...TEST_COURSE, title: { texts: { en: 'New' } } }, text)).toEqual(testRun());
  });

  it('has room for the whole course of the product, all of it answered', () => {
    const run = exercisesOf(LESSON_COURSE).reduce((before, exercise) => {
      const work = { seconds: 600, hints: 3, sawSolution: false };
      const wrong = answered(before, LESSON_COURSE, exercise.id, rightAnswer(exercise), work);
      return answered(wrong, LESSON_COURSE, exercise.id, rightAnswer(exercise), work);
    }, startRun(LESSON_COURSE));
    const { text, dropped } = writeRun(LESSON_COURSE, run, 4_096);
    expect(dropped).toBe(0);
    expect(text.length).toBeLessThan(4_096 / 2);
    expect(scoreOf(run, LESSON_COURSE)).toMatchObject({ share: 1, isComplete: true });
    expect(readRun(LESSON_COURSE, text)).toEqual(run);
  });

  it('leaves out the drawings first that were made first, and nothing else', () => {
    const run = testRun();
    const name = 'n'.repeat(60);
    const edits: Edit[] = Array.from({ length: 60 }, (_, i) => ({
      op: 'addParty',
      party: { id: `p${i}`, type: 'customer', name: `${name}${i}` },
    }));
    const long = { ...run.results.repair, answer: { kind: 'repair', edits } } as Result;
    const { repair, ...others } = run.results;
    const full = { ...run, results: { ...others, repair: long } };
    const { text, dropped } = writeRun(TEST_COURSE, full, 4_096);
    expect(dropped).toBe(2);
    const read = readRun(TEST_COURSE, text);
    expect(read?.results.build?.answer).toEqual({ kind: 'build', edits: [] });
    expect(read?.results.repair).toEqual({ ...long, answer: { kind: 'repair', edits: [] } });
    expect(read?.results.spot).toEqual(run.results.spot);
  });
});
