import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits, type Edit } from '../model/edit.ts';
import { arbitraryCourse } from './arbitrary-course.ts';
import { editsBetween } from './difference.ts';
import type { Course, Exercise } from './exercise.ts';
import { findSolution } from './find-solution.ts';
import { unmetGoals } from './goal.ts';
import {
  FAULT_CODES,
  type FaultCode,
  faultsOf,
  WARNING_CODES,
  type WarningCode,
  warningsOf,
} from './validate.ts';

const ALL = { en: 'Do it', 'zh-CN': '做', 'zh-TW': '做' };
const courseOf = (...exercises: readonly Exercise[]): Course => ({
  id: 'course',
  title: { texts: ALL },
  mode: 'practice',
  lessons: [{ id: 'one', title: { texts: ALL }, exercises }],
});
const codes = (exercise: Exercise) => faultsOf(courseOf(exercise)).map(({ code }) => code);
const warned = (exercise: Exercise) => warningsOf(courseOf(exercise)).map(({ code }) => code);

const BROKEN = parseChain('microsoft > indirectProvider > customer');
const WHOLE = parseChain('microsoft > indirectProvider > indirectReseller > customer');
const TWO_FINDINGS = parseChain(
  'microsoft > indirectProvider > indirectReseller[-onboarded,-enrolled]',
);
const SOLUTION = editsBetween(BROKEN, WHOLE);
const DELETION: Edit = { op: 'removeRelationship', relationship: 'e2' };
const RULE = 'provider-sells-via-resellers';

const SPOT = { id: 'x', kind: 'spot', scenario: BROKEN } as const;
const PREDICT = {
  id: 'x',
  kind: 'predict',
  scenario: BROKEN,
  relationships: ['e1', 'e2'],
} as const;
const REASON = {
  id: 'x',
  kind: 'reason',
  scenario: BROKEN,
  relationship: 'e2',
  choices: [RULE, 'region-sale'],
} as const;
const REPAIR = {
  id: 'x',
  kind: 'repair',
  scenario: BROKEN,
  goal: { all: [{ valid: 'every' }, { served: 'customer' }] },
  solution: SOLUTION,
} as const;
const STEPS = {
  id: 'x',
  kind: 'order',
  scenario: BROKEN,
  items: [{ fact: 'mpaSigned' }, { fact: 'onboarded' }],
} as const;
const CHAIN = {
  id: 'x',
  kind: 'order',
  scenario: WHOLE,
  items: [{ party: 'customer' }, { party: 'microsoft' }],
} as const;
const LOOP = parseChain(
  'microsoft > indirectProvider > indirectReseller > customer; microsoft > directBillPartner > customer',
);

const TABLE: Record<
  Exclude<FaultCode, 'noExercises' | 'predictUnknown' | 'reasonUnknown' | 'spotUnknown'>,
  readonly [wrong: Exercise, right: Exercise]
> = {
  noText: [
    { ...SPOT, task: { texts: { en: ' ' } } },
    { ...SPOT, task: { texts: ALL } },
  ],
  nothingAsked: [{ ...PREDICT, relationships: [] }, PREDICT],
  predictTwice: [{ ...PREDICT, relationships: ['e1', 'e1'] }, PREDICT],
  reasonNotRefused: [{ ...REASON, relationship: 'e1' }, REASON],
  reasonTwice: [{ ...REASON, choices: [RULE, 'region-sale', 'region-sale'] }, REASON],
  reasonNone: [{ ...REASON, choices: ['region-sale', 'self-sale'] }, REASON],
  reasonAll: [{ ...REASON, choices: [RULE] }, REASON],
  reasonSeveral: [
    {
      ...REASON,
      scenario: TWO_FINDINGS,
      choices: ['not-onboarded', 'not-enrolled', 'self-sale'],
    },
    { ...REASON, scenario: TWO_FINDINGS, choices: ['not-enrolled', 'self-sale'] },
  ],
  spotNothing: [{ ...SPOT, scenario: WHOLE }, SPOT],
  orderFew: [{ ...STEPS, items: [{ fact: 'mpaSigned' }] }, STEPS],
  orderTwice: [{ ...CHAIN, items: [{ party: 'customer' }, { party: 'customer' }] }, CHAIN],
  orderMixed: [{ ...CHAIN, items: [{ party: 'customer' }, { fact: 'enrolled' }] }, CHAIN],
  orderNoStep: [{ ...STEPS, items: [{ fact: 'billing' }, { fact: 'enrolled' }] }, STEPS],
  orderNoRoute: [{ ...CHAIN, scenario: BROKEN }, CHAIN],
  goalEmpty: [{ ...REPAIR, goal: { all: [] } }, REPAIR],
  goalMet: [{ ...REPAIR, goal: { valid: 'e1' } }, REPAIR],
  goalContradictory: [
    { ...REPAIR, goal: { all: [{ valid: 'every' }, { refused: 'e2' }] } },
    { ...REPAIR, goal: { all: [{ valid: 'every' }, { kept: ['e1'] }] } },
  ],
  solutionMissing: [{ ...REPAIR, solution: [] }, REPAIR],
  solutionNotFound: [
    { ...REPAIR, goal: { chain: 'empty' }, solution: [] },
    {
      ...REPAIR,
      goal: { chain: 'empty' },
      solution: BROKEN.parties.map(({ id }): Edit => ({ op: 'removeParty', party: id })),
    },
  ],
  solutionFails: [{ ...REPAIR, solution: [DELETION] }, REPAIR],
  solutionTooLong: [
    { ...REPAIR, atMost: SOLUTION.length - 1 },
    { ...REPAIR, atMost: SOLUTION.length },
  ],
  solutionAdds: [
    { ...REPAIR, kind: 'build', addable: ['customer'] },
    { ...REPAIR, kind: 'build', addable: ['indirectReseller'] },
  ],
};

describe('faults', () => {
  it.each(Object.entries(TABLE))('%s', (code, [wrong, right]) => {
    expect(codes(wrong)).toEqual([code]);
    expect(codes(right)).toEqual([]);
  });

  it('know a course without exercises', () => {
    expect(faultsOf(courseOf())).toMatchObject([{ code: 'noExercises', exercise: null }]);
  });

  it('know what no rule can judge', () => {
    const parties = WHOLE.parties.map((party) =>
      party.id === 'indirectProvider'
        ? {
            ...party,
            facts: {
              onboarded: false,
              get mpaSigned(): boolean {
                throw new Error('defect');
              },
            },
          }
        : party,
    );
    const scenario = { ...WHOLE, parties };
    expect(codes({ ...PREDICT, scenario })).toEqual(['predictUnknown']);
    expect(codes({ ...REASON, scenario })).toEqual(['reasonUnknown']);
    expect(codes({ ...SPOT, scenario })).toEqual(['spotUnknown']);
  });

  it('name the exercise, and what the sentence is about', () => {
    const fault = faultsOf(courseOf(SPOT, { ...REPAIR, id: 'y', solution: [DELETION] }))[0];
    expect(fault).toMatchObject({
      lesson: 'one',
      exercise: 'y',
      unmet: [{ served: 'customer' }],
    });
    expect(faultsOf(courseOf({ ...REPAIR, atMost: 0 }))[0]?.params).toEqual({
      count: SOLUTION.length,
      max: 0,
    });
  });

  it('are none of two ways to one customer, where the items stand on one of them', () => {
    const items = [{ party: 'customer' }, { party: 'directBillPartner' }] as const;
    expect(codes({ ...CHAIN, scenario: LOOP, items })).toEqual([]);
    const apart = [{ party: 'indirectReseller' }, { party: 'directBillPartner' }] as const;
    expect(codes({ ...CHAIN, scenario: LOOP, items: apart })).toEqual(['orderNoRoute']);
  });

  it('are found in any course, in no order and without an exception', () => {
    fc.assert(
      fc.property(arbitraryCourse(), (course) => {
        for (const { code } of faultsOf(course)) expect(FAULT_CODES).toContain(code);
        for (const { code } of warningsOf(course)) expect(WARNING_CODES).toContain(code);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const WARNINGS: Record<
  Exclude<WarningCode, 'emptyLesson'>,
  readonly [wrong: Exercise, right: Exercise]
> = {
  noTitle: [
    { ...SPOT, title: { texts: {} } },
    { ...SPOT, title: { texts: { en: 'Spot' } } },
  ],
  oneLanguage: [
    { ...SPOT, task: { texts: { en: 'Find it' } } },
    { ...SPOT, task: { texts: ALL } },
  ],
  orderGiven: [{ ...STEPS, items: [{ fact: 'onboarded' }, { fact: 'mpaSigned' }] }, STEPS],
  goalByRemoval: [{ ...REPAIR, goal: { valid: 'every' } }, REPAIR],
  parLarger: [
    { ...REPAIR, par: SOLUTION.length + 1 },
    { ...REPAIR, par: findSolution(REPAIR)?.fewest ?? 0 },
  ],
  parSmaller: [
    { ...REPAIR, par: 0 },
    { ...REPAIR, par: findSolution(REPAIR)?.fewest ?? 0 },
  ],
  solutionIdle: [{ ...REPAIR, solution: [...SOLUTION, DELETION, DELETION] }, REPAIR],
};

describe('warnings', () => {
  it.each(Object.entries(WARNINGS))('%s', (code, [wrong, right]) => {
    expect(warned(wrong)).toEqual([code]);
    expect(warned(right)).toEqual([]);
  });

  it('know which languages a task lacks, and a lesson without anything', () => {
    const [warning] = warningsOf(courseOf({ ...SPOT, task: { texts: { 'zh-TW': '做' } } }));
    expect(warning?.languages).toEqual(['en', 'zh-CN']);
    expect(warningsOf(courseOf())).toMatchObject([{ code: 'emptyLesson', lesson: 'one' }]);
  });
});

describe('the search for a solution', () => {
  it('finds one that meets the goal, and says how many edits it takes', () => {
    const found = findSolution(REPAIR);
    const after = applyEdits(BROKEN, found?.edits ?? []);
    expect(unmetGoals(REPAIR.goal, after, BROKEN)).toEqual([]);
    expect(found?.count).toBe(editsBetween(BROKEN, after).length);
  });

  it('finds none for what no rule offers', () => {
    expect(findSolution({ scenario: BROKEN, goal: { chain: 'empty' } })).toBeUndefined();
  });
});
