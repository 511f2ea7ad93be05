import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits } from '../model/edit.ts';
import { judge } from '../policy/judge.ts';
import { editsBetween } from './difference.ts';
import type { Course, Exercise } from './exercise.ts';
import { unmetGoals } from './goal.ts';
import { grade, pointsOf, rightOrder } from './grade.ts';
import { answered, attemptsLeft, scoreOf, startRun, submitted } from './run.ts';

const BROKEN = parseChain('microsoft > indirectProvider > customer');
const REPAIR: Exercise = {
  id: 'repair',
  kind: 'repair',
  scenario: BROKEN,
  goal: { all: [{ served: 'customer', through: ['indirectReseller'] }, { valid: 'every' }] },
  solution: [],
};

describe('edits between two scenarios', () => {
  it('make the one of the other', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (start, end) => {
        const made = applyEdits(start, editsBetween(start, end));
        expect(editsBetween(made, end)).toEqual([]);
        expect(judge(made).chain).toBe(judge(end).chain);
      }),
    );
  });

  it('are none where only places differ', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        const parties = scenario.parties.map((party) => ({ ...party, position: { x: 1, y: 2 } }));
        expect(editsBetween(scenario, { ...scenario, parties })).toEqual([]);
      }),
    );
  });
});

describe('goals', () => {
  const chain = (text: string) => parseChain(text);
  it.each([
    ['valid', { valid: 'e1' }, 'microsoft > directBillPartner', 'microsoft > customer'],
    ['all valid', { valid: 'every' }, 'microsoft > directBillPartner', 'microsoft > customer'],
    ['none drawn', { valid: 'every' }, 'microsoft > directBillPartner', 'microsoft; customer'],
    ['refused', { refused: 'e1' }, 'microsoft > customer', 'microsoft > directBillPartner'],
    [
      'refused by a rule',
      { refused: 'e1', rule: 'microsoft-sells-via-partners' },
      'microsoft > customer',
      'customer > microsoft',
    ],
    [
      'served through',
      { served: 'customer', through: ['indirectReseller'] },
      'microsoft > indirectProvider > indirectReseller > customer',
      'microsoft > directBillPartner > customer',
    ],
    [
      'related',
      { related: 'manages', from: { type: 'indirectReseller' }, to: { party: 'customer' } },
      'indirectReseller ~> customer',
      'indirectReseller > customer',
    ],
    ['chain', { chain: 'complete' }, 'microsoft > directBillPartner > customer', 'microsoft'],
    ['at most', { atMost: 0, of: 'customer' }, 'microsoft', 'customer'],
  ] as const)('%s', (_, goal, met, unmet) => {
    expect(unmetGoals(goal, chain(met), chain(met))).toEqual([]);
    expect(unmetGoals(goal, chain(unmet), chain(unmet))).toEqual([goal]);
  });

  it('know what had to stay', () => {
    const start = chain('microsoft > indirectProvider[DE]');
    const moved = chain('microsoft > indirectProvider[US]');
    const unchanged = { unchanged: ['indirectProvider'] };
    expect(unmetGoals(unchanged, start, start)).toEqual([]);
    expect(unmetGoals(unchanged, moved, start)).toEqual([unchanged]);
    expect(unmetGoals({ kept: ['e1'] }, moved, start)).toEqual([]);
    const kept = { kept: ['e1'] };
    expect(unmetGoals(kept, chain('microsoft; indirectProvider'), start)).toEqual([kept]);
  });
});

describe('grades', () => {
  const predict: Exercise = {
    id: 'predict',
    kind: 'predict',
    scenario: BROKEN,
    relationships: ['e1', 'e2'],
  };
  const said = (status: 'valid' | 'invalid') => ({ status, confidence: 2 }) as const;

  it('predictions, one point each', () => {
    const right = { e1: said('valid'), e2: said('invalid') };
    expect(grade(predict, { kind: 'predict', predictions: right })).toMatchObject({
      points: 2,
      of: 2,
      isRight: true,
    });
    const half = { e1: said('valid'), e2: said('valid') };
    expect(grade(predict, { kind: 'predict', predictions: half })).toMatchObject({
      points: 1,
      isRight: false,
      wrong: ['e2'],
    });
    expect(grade(predict, { kind: 'predict', predictions: {} }).points).toBe(0);
  });

  it('reasons, of which any that refuses is right', () => {
    const rule = 'provider-sells-via-resellers';
    const exercise: Exercise = {
      id: 'reason',
      kind: 'reason',
      scenario: BROKEN,
      relationship: 'e2',
      choices: [rule, 'region-sale'],
    };
    expect(grade(exercise, { kind: 'reason', rule }).isRight).toBe(true);
    expect(grade(exercise, { kind: 'reason', rule: 'region-sale' }).isRight).toBe(false);
  });

  it('marks, where marking everything earns nothing', () => {
    const spot: Exercise = { id: 'spot', kind: 'spot', scenario: BROKEN };
    expect(pointsOf(spot)).toBe(1);
    expect(grade(spot, { kind: 'spot', relationships: ['e2'] }).isRight).toBe(true);
    const all = grade(spot, { kind: 'spot', relationships: ['e1', 'e2'] });
    expect(all).toMatchObject({ points: 0, isRight: false, wrong: ['e1'] });
  });

  it('steps and chains in their order', () => {
    const steps: Exercise = {
      id: 'steps',
      kind: 'order',
      scenario: { parties: [], relationships: [] },
      items: [{ fact: 'mpaSigned' }, { fact: 'onboarded' }, { fact: 'enrolled' }],
    };
    expect(rightOrder(steps)).toEqual([1, 2, 0]);
    expect(grade(steps, { kind: 'order', order: [1, 2, 0] }).isRight).toBe(true);
    expect(grade(steps, { kind: 'order', order: [1, 2] }).isRight).toBe(false);
    const chain: Exercise = {
      id: 'chain',
      kind: 'order',
      scenario: parseChain('microsoft > indirectProvider > indirectReseller > customer'),
      items: [{ party: 'customer' }, { party: 'indirectReseller' }, { party: 'microsoft' }],
    };
    expect(rightOrder(chain)).toEqual([2, 1, 0]);
  });

  it('drawings by what they are, and by how many edits they took', () => {
    const end = parseChain('microsoft > indirectProvider > indirectReseller > customer');
    const edits = editsBetween(BROKEN, end);
    expect(grade(REPAIR, { kind: 'repair', edits })).toMatchObject({ isRight: true, unmet: [] });
    const limited: Exercise = { ...REPAIR, kind: 'repair', atMost: edits.length - 1 };
    const over = grade(limited, { kind: 'repair', edits });
    expect(over).toMatchObject({ isRight: false, isOverLimit: true });
    expect(grade(REPAIR, { kind: 'repair', edits: [] }).unmet).not.toEqual([]);
  });

  it('give nothing to an answer of another kind', () => {
    expect(grade(predict, { kind: 'repair', edits: [] })).toMatchObject({ points: 0, of: 2 });
  });
});

describe('a run', () => {
  const course: Course = {
    id: 'course',
    title: { texts: { en: 'A course' } },
    mode: 'practice',
    lessons: [
      {
        id: 'one',
        title: { texts: {} },
        exercises: [{ id: 'spot', kind: 'spot', scenario: BROKEN }],
      },
    ],
  };
  const work = { seconds: 3.4, hints: 0, sawSolution: false };
  const right = { kind: 'spot', relationships: ['e2'] } as const;
  const wrong = { kind: 'spot', relationships: [] } as const;

  it('keeps the best answer of practice', () => {
    const once = answered(startRun(course), course, 'spot', right, work);
    const twice = answered(once, course, 'spot', wrong, work);
    expect(twice.results.spot).toMatchObject({ answer: right, points: 1, attempts: 2, seconds: 6 });
    expect(scoreOf(twice, course)).toMatchObject({ share: 1, isComplete: true, isPassed: true });
  });

  it('gives no points for a solution that was shown', () => {
    const run = answered(startRun(course), course, 'spot', right, { ...work, sawSolution: true });
    expect(scoreOf(run, course)).toMatchObject({ share: 0, isComplete: true, isPassed: false });
  });

  it('keeps what was earned before the solution was seen', () => {
    const once = answered(startRun(course), course, 'spot', right, work);
    const shown = answered(once, course, 'spot', wrong, { ...work, sawSolution: true });
    expect(shown.results.spot).toMatchObject({ points: 1, sawSolution: true });
  });

  it('takes as many answers of an assessment as there are attempts, and none after it', () => {
    const exam: Course = { ...course, mode: 'assessment' };
    const once = answered(startRun(exam), exam, 'spot', wrong, work);
    expect(attemptsLeft(once, exam, 'spot')).toBe(0);
    expect(answered(once, exam, 'spot', right, work)).toBe(once);
    expect(scoreOf(once, exam).isComplete).toBe(false);
    expect(scoreOf(submitted(once), exam)).toMatchObject({ isComplete: true, isPassed: false });
  });

  it('knows no other exercises', () => {
    const run = startRun(course);
    expect(answered(run, course, 'constructor', right, work)).toBe(run);
  });
});
