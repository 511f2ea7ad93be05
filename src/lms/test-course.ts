import { parseChain } from '../model/chain-text.ts';
import { editsBetween } from '../training/difference.ts';
import type { Answer, Course, Exercise } from '../training/exercise.ts';
import { answered, exercisesOf, type Run, startRun } from '../training/run.ts';

/** Test support: a course with an exercise of each kind, and all of it answered rightly. */

const BROKEN = parseChain('microsoft > indirectProvider > customer');
const WHOLE = parseChain('microsoft > indirectProvider > indirectReseller > customer');
const CHANGE = editsBetween(BROKEN, WHOLE);
const GOAL = { served: 'customer', through: ['indirectReseller'] } as const;

const EXERCISES: readonly Exercise[] = [
  { id: 'predict', kind: 'predict', scenario: BROKEN, relationships: ['e1', 'e2'] },
  {
    id: 'reason',
    kind: 'reason',
    scenario: BROKEN,
    relationship: 'e2',
    choices: ['region-sale', 'provider-sells-via-resellers'],
  },
  { id: 'spot', kind: 'spot', scenario: BROKEN },
  { id: 'build', kind: 'build', scenario: BROKEN, goal: GOAL, solution: CHANGE },
  { id: 'repair', kind: 'repair', scenario: BROKEN, goal: GOAL, solution: CHANGE },
  {
    id: 'order',
    kind: 'order',
    scenario: WHOLE,
    items: [{ party: 'customer' }, { party: 'indirectReseller' }, { party: 'microsoft' }],
  },
];

export const TEST_COURSE: Course = {
  id: 'test-course',
  title: { texts: { en: 'A course', 'zh-CN': '\u8bfe\u7a0b', 'zh-TW': '\u8ab2\u7a0b' } },
  mode: 'practice',
  lessons: [{ id: 'one', title: { texts: { en: 'One' } }, exercises: EXERCISES }],
};

export const RIGHT: Readonly<Record<string, Answer>> = {
  predict: {
    kind: 'predict',
    predictions: {
      e1: { status: 'valid', confidence: 3 },
      e2: { status: 'invalid', confidence: 1 },
    },
  },
  reason: { kind: 'reason', rule: 'provider-sells-via-resellers' },
  spot: { kind: 'spot', relationships: ['e2'] },
  build: { kind: 'build', edits: CHANGE },
  repair: { kind: 'repair', edits: CHANGE },
  order: { kind: 'order', order: [2, 1, 0] },
};

/** Answers, one after the other; all of them where none are named. */
export function testRun(
  answers: Readonly<Record<string, Answer>> = RIGHT,
  course: Course = TEST_COURSE,
): Run {
  const work = { seconds: 12, hints: 1, sawSolution: false };
  return exercisesOf(course).reduce((run, { id }) => {
    const answer = answers[id];
    return answer ? answered(run, course, id, answer, work) : run;
  }, startRun(course));
}
