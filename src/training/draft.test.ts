import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { RULE_IDS } from '../policy/types.ts';
import { courseWith, readCourse, writeCourse } from './course-file.ts';
import {
  type Draft,
  type Drawn,
  EMPTY_DRAFT,
  exerciseFrom,
  exerciseId,
  fromExpectations,
  itemsOf,
  proposedChoices,
} from './draft.ts';
import { EXERCISE_KINDS, type Exercise } from './exercise.ts';
import { rightOrder } from './grade.ts';
import { faultsOf } from './validate.ts';

const BROKEN = parseChain('microsoft > indirectProvider > customer');
const WHOLE = parseChain('microsoft > indirectProvider > indirectReseller > customer');
const DRAWN: Drawn = { scenario: BROKEN, baseline: null };
const courseOf = (exercise: Exercise) =>
  courseWith(exercise, { id: 'c', title: { texts: {} }, mode: 'practice' });
const codes = (exercise: Exercise) => faultsOf(courseOf(exercise)).map(({ code }) => code);
const from = (draft: Partial<Draft>, drawn: Drawn = DRAWN) =>
  exerciseFrom({ ...EMPTY_DRAFT, ...draft }, drawn, 'x');

describe('an exercise of what is drawn', () => {
  it('can be read back, whatever is drawn and chosen', () => {
    fc.assert(
      fc.property(
        arbitraryScenario(),
        arbitraryScenario(),
        fc.constantFrom(...EXERCISE_KINDS),
        fc.constantFrom('now', 'baseline', 'recorded'),
        fc.boolean(),
        (scenario, baseline, kind, source, isMore) => {
          fc.pre(kind !== 'reason' || scenario.relationships.length > 0);
          const ids = ['r0', 'r1', 'r9'];
          const more: Partial<Draft> = isMore
            ? {
                asked: ids,
                valid: ids,
                kept: ids,
                unchanged: ['p0', 'p9'],
                served: { p0: [], p9: [] },
              }
            : {};
          const exercise = from({ kind, source, ...more }, { scenario, baseline });
          const course = courseOf(exercise);
          expect(readCourse(writeCourse(course))).toEqual({ ok: true, course });
        },
      ),
    );
  });

  it('has the start, and the edits from there to what is drawn as solution', () => {
    const drawn = { scenario: WHOLE, baseline: BROKEN };
    expect(codes(from({ source: 'baseline' }, drawn))).toEqual([]);
    const recorded = { start: BROKEN, end: WHOLE };
    const exercise = from({ source: 'recorded', recorded }, { scenario: BROKEN, baseline: null });
    expect(exercise.scenario).toEqual(BROKEN);
    expect(codes(exercise)).toEqual([]);
    expect(codes(from({}))).toEqual(['solutionMissing']);
  });

  it('gives no verdict away by what the scenario expects', () => {
    const scenario = { ...BROKEN, expect: { e2: { verdict: 'invalid' as const } } };
    expect(from({ kind: 'spot' }, { scenario, baseline: null }).scenario).toEqual(BROKEN);
  });

  it('takes what the scenario expects as its goal', () => {
    expect(fromExpectations(BROKEN)).toBeNull();
    expect(
      fromExpectations({
        ...BROKEN,
        expect: { e1: { verdict: 'valid' }, e2: { verdict: 'invalid', rules: ['self-sale'] } },
        expectChain: 'broken',
        expectServed: ['customer'],
      }),
    ).toEqual({
      every: false,
      valid: ['e1'],
      served: { customer: [] },
      more: [{ refused: 'e2', rule: 'self-sale' }, { chain: 'broken' }],
    });
  });

  it('carries the texts that are written, by language, and an id that every program takes', () => {
    const title = { en: 'Sell in Europe!', 'zh-TW': ' ' };
    const exercise = from({ kind: 'spot', title, hints: [{}, { en: 'Look' }, { en: '' }] });
    expect(exercise).toMatchObject({
      title: { texts: { en: 'Sell in Europe!' } },
      hints: [{ texts: { en: 'Look' } }],
    });
    expect(exercise.task).toBeUndefined();
    expect(exerciseId({ ...EMPTY_DRAFT, title })).toBe('sell-in-europe');
    expect(exerciseId({ ...EMPTY_DRAFT, title: { 'zh-TW': '修正' } })).toBe('repair');
  });
});

describe('what is proposed', () => {
  it('has one reason that refuses and decoys that do not, for any refused relationship', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const relationship = scenario.relationships[0]?.id;
        fc.pre(relationship !== undefined);
        const choices = proposedChoices(scenario, relationship);
        fc.pre(choices.length > 0);
        expect(choices).toEqual(RULE_IDS.filter((id) => choices.includes(id)));
        expect(codes({ id: 'x', kind: 'reason', scenario, relationship, choices })).toEqual([]);
      }),
    );
  });

  it.each(['steps', 0] as const)('never shows the right order first: %s', (order) => {
    const items = itemsOf({ ...EMPTY_DRAFT, order }, WHOLE);
    const right = rightOrder({ id: 'x', kind: 'order', scenario: WHOLE, items });
    expect(right).not.toEqual(items.map((_, i) => i));
    expect(codes({ id: 'x', kind: 'order', scenario: WHOLE, items })).toEqual([]);
  });
});
