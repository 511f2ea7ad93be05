import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdit, applyEdits, type Edit } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { RULE_IDS, type RuleId } from '../policy/types.ts';
import { fixesFor } from '../what-if/fixes.ts';
import { editsBetween } from './difference.ts';
import { type Answer, type Editing, EXERCISE_KINDS, type Exercise, isEditing } from './exercise.ts';
import { type Goal, type Unmet, unmetGoals } from './goal.ts';
import { grade, pointsOf, rightOrder } from './grade.ts';
import { type Hint, hintsOf } from './hints.ts';
import { COURSES, EXAM_COURSE, LESSON_COURSE } from './lessons.ts';
import { parOf } from './par.ts';
import { exercisesOf } from './run.ts';

const EXERCISES = COURSES.flatMap(exercisesOf);
const named = <E extends Exercise>(list: readonly E[]) => list.map((one) => [one.id, one] as const);
const ofKind = <K extends Exercise['kind']>(kind: K) =>
  named(EXERCISES.filter((one): one is Extract<Exercise, { kind: K }> => one.kind === kind));
const EDITING = named(EXERCISES.filter(isEditing));

const statuses = (scenario: Scenario) =>
  [...judge(scenario).verdicts.values()].map(({ status }) => status);
const rulesOn = (scenario: Scenario, id: string) => judge(scenario).verdicts.get(id)?.rules ?? [];
const goalsIn = (goal: Goal): readonly Unmet[] =>
  'all' in goal ? goal.all.flatMap(goalsIn) : [goal];

describe('the courses', () => {
  it('have at least ten short lessons, of which each mixes kinds and has one to edit', () => {
    expect(LESSON_COURSE.lessons.length).toBeGreaterThanOrEqual(10);
    for (const { id, exercises, intro } of LESSON_COURSE.lessons) {
      expect(intro?.length, id).toBeGreaterThanOrEqual(1);
      expect(intro?.length, id).toBeLessThanOrEqual(3);
      expect(exercises.length, id).toBeGreaterThanOrEqual(2);
      expect(exercises.length, id).toBeLessThanOrEqual(4);
      expect(new Set(exercises.map(({ kind }) => kind)).size, id).toBeGreaterThanOrEqual(2);
      expect(exercises.filter(isEditing).length, id).toBeGreaterThanOrEqual(1);
    }
  });

  it('name every exercise and lesson once, and never show a picture twice', () => {
    const ids = EXERCISES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lessons = COURSES.flatMap((course) => course.lessons.map(({ id }) => id));
    expect(new Set(lessons).size).toBe(lessons.length);
    const pictures = (course: typeof EXAM_COURSE) =>
      exercisesOf(course).map(({ scenario }) => JSON.stringify(scenario));
    const shown = new Set(pictures(LESSON_COURSE));
    expect(pictures(EXAM_COURSE).filter((picture) => shown.has(picture))).toEqual([]);
  });

  it('use every kind of exercise in the exam', () => {
    const kinds = new Set(exercisesOf(EXAM_COURSE).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...EXERCISE_KINDS].sort());
  });

  it('cover all eight scenarios of the article', () => {
    const lessons = LESSON_COURSE.lessons.map(({ id }) => id).join();
    for (const scenario of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      expect(lessons).toMatch(new RegExp(`scenarios?-(\\d-)?${scenario}\\b`));
    }
  });

  /** A line from a party to itself is a slip of the hand, nothing that the article speaks of. */
  const LEFT_OUT: readonly RuleId[] = ['self-relationship'];

  it('teach every rule but those left out on purpose', () => {
    const taught = (course: typeof EXAM_COURSE) =>
      new Set(
        exercisesOf(course).flatMap(({ scenario }) =>
          [...judge(scenario).verdicts.values()].flatMap(({ rules }) => rules),
        ),
      );
    const lessons = taught(LESSON_COURSE);
    expect(RULE_IDS.filter((rule) => !lessons.has(rule))).toEqual(LEFT_OUT);
    // The exam asks nothing that was not taught.
    expect([...taught(EXAM_COURSE)].filter((rule) => !lessons.has(rule))).toEqual([]);
  });

  it('are judged in full: no rule fails on them', () => {
    for (const { id, scenario } of EXERCISES) {
      expect(statuses(scenario), id).not.toContain('unknown');
    }
  });

  it('write no verdict down', () => {
    for (const { scenario } of EXERCISES) {
      expect(scenario.expect).toBeUndefined();
      expect(scenario.expectChain).toBeUndefined();
    }
  });
});

describe('the solution of', () => {
  it.each(EDITING)('%s can be played step by step, and is needed', (_, exercise) => {
    const { scenario: start, solution, goal } = exercise;
    expect(unmetGoals(goal, start, start)).not.toEqual([]);
    let now = start;
    for (const edit of solution) {
      expect(unmetGoals(goal, now, start), 'met too early').not.toEqual([]);
      const next = applyEdit(now, edit);
      expect(next, 'an edit without effect').not.toBe(now);
      now = next;
    }
    expect(unmetGoals(goal, now, start)).toEqual([]);
    expect(editsBetween(start, now)).toHaveLength(solution.length);
    const answer: Answer = { kind: exercise.kind, edits: solution };
    expect(grade(exercise, answer)).toMatchObject({ isRight: true, points: 1 });
  });

  it.each(EDITING)('%s fits also when lines are drawn again, not changed', (_, exercise) => {
    const { scenario: start, solution } = exercise;
    const end = applyEdits(start, solution);
    const redrawn = solution.flatMap((edit): Edit[] => {
      if (edit.op !== 'setRelationship') return [edit];
      const { relationship: id } = edit;
      const line = end.relationships.find((one) => one.id === id);
      if (!line) return [edit];
      return [
        { op: 'removeRelationship', relationship: id },
        { op: 'addRelationship', relationship: { ...line, id: 'again' } },
      ];
    });
    expect(grade(exercise, { kind: exercise.kind, edits: redrawn }).isRight).toBe(true);
  });

  it.each(EDITING)('%s is as short as par says, and par as the search finds it', (_, exercise) => {
    const par = parOf(exercise);
    expect(exercise.par).toBe(par.edits);
    expect(exercise.solution.length).toBe(exercise.par);
    if (exercise.kind === 'repair') {
      expect(exercise.par).toBeLessThanOrEqual(exercise.atMost ?? Number.POSITIVE_INFINITY);
      expect(par).toMatchObject({ by: 'search', isProven: true });
    }
  });

  it.each(EDITING)('%s adds only what may be added, and speaks of what is there', (_, exercise) => {
    const { scenario, solution, goal } = exercise;
    const addable = exercise.kind === 'build' ? exercise.addable : undefined;
    for (const edit of solution) {
      if (edit.op === 'addParty' && addable) expect(addable).toContain(edit.party.type);
    }
    const parties = scenario.parties.map(({ id }) => id);
    const lines = scenario.relationships.map(({ id }) => id);
    for (const one of goalsIn(goal)) {
      if ('served' in one) expect(parties).toContain(one.served);
      if ('unchanged' in one) expect(parties).toEqual(expect.arrayContaining([...one.unchanged]));
      if ('kept' in one) expect(lines).toEqual(expect.arrayContaining([...one.kept]));
      if ('valid' in one && one.valid !== 'every') expect(lines).toContain(one.valid);
    }
    // What must stay is there at first, and so are the parties that may not change.
    const keeps = goalsIn(goal).filter((one) => 'kept' in one || 'unchanged' in one);
    expect(unmetGoals({ all: keeps }, scenario, scenario)).toEqual([]);
  });
});

describe('the right answer of', () => {
  it.each(ofKind('predict'))('%s is both: some supported, some not', (_, exercise) => {
    const asked = exercise.relationships.map(
      (id) => judge(exercise.scenario).verdicts.get(id)?.status,
    );
    expect(new Set(asked)).toEqual(new Set(['valid', 'invalid']));
    expect(new Set(exercise.relationships).size).toBe(exercise.relationships.length);
  });

  it.each(ofKind('reason'))('%s is the headline, and no other choice refuses', (_, exercise) => {
    const rules = rulesOn(exercise.scenario, exercise.relationship);
    expect(exercise.choices.filter((choice) => rules.includes(choice))).toEqual([rules[0]]);
    expect(exercise.choices.length).toBeGreaterThanOrEqual(3);
    expect(new Set(exercise.choices).size).toBe(exercise.choices.length);
  });

  it.each(ofKind('spot'))('%s is some of the relationships, not all', (_, { scenario }) => {
    expect(new Set(statuses(scenario))).toEqual(new Set(['valid', 'invalid']));
  });

  it.each(ofKind('order'))('%s is one order, and not the one that is shown', (_, exercise) => {
    const places = exercise.items.map((__, place) => place);
    const right = rightOrder(exercise);
    expect([...right].sort()).toEqual(places);
    expect(right).not.toEqual(places);
    // Items without a rank of their own could stand anywhere.
    const steps = exercise.items.filter((item) => 'fact' in item).length;
    const { customers } = judge(exercise.scenario);
    expect(steps === places.length || customers.some(({ routes }) => routes.length === 1)).toBe(
      true,
    );
  });

  it('is worth a point at least, everywhere', () => {
    for (const exercise of EXERCISES) {
      expect(pointsOf(exercise), exercise.id).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('hints', () => {
  /** What gives an answer away, of a hint of this kind of exercise. */
  const ANSWERS: readonly Hint['hint'][] = [
    'fix',
    'step',
    'refused',
    'supported',
    'rule',
    'order',
    'text',
    'done',
  ];

  it.each(named(EXERCISES))(
    'of %s are three, and only the last gives the answer',
    (_, exercise) => {
      const hints = hintsOf(exercise, exercise.scenario);
      expect(hints).toHaveLength(3);
      expect(hints.map(({ hint }) => ANSWERS.includes(hint))).toEqual([false, false, true]);
      expect(new Set(hints.map((hint) => JSON.stringify(hint))).size).toBe(3);
      if (exercise.kind === 'reason') {
        const [right] = rulesOn(exercise.scenario, exercise.relationship);
        expect(JSON.stringify(hints.slice(0, 2))).not.toContain(`"${right}"`);
      }
    },
  );

  it.each(EDITING)('of %s lead to the goal when the last is done each time', (_, exercise) => {
    let now = exercise.scenario;
    for (let taken = 0; taken < 12; taken++) {
      const last = hintsOf(exercise, now).at(-1);
      if (last?.hint === 'done') break;
      now = applyEdits(now, editsIn(last));
    }
    expect(unmetGoals(exercise.goal, now, exercise.scenario)).toEqual([]);
    expect(hintsOf(exercise, now)).toEqual([{ hint: 'done' }]);
    // And within par: who follows the hints makes no detour.
    expect(editsBetween(exercise.scenario, now)).toHaveLength(exercise.par ?? -1);
  });

  it('follow the drawing: of the next step, or of what went wrong', () => {
    const build = EXERCISES.find(({ id }) => id === 's1-build') as Editing;
    const begun = applyEdits(build.scenario, build.solution.slice(0, 1));
    expect(hintsOf(build, begun)).not.toEqual(hintsOf(build, build.scenario));
    const wrong: Edit = {
      op: 'addRelationship',
      relationship: { id: 'w', kind: 'sells', from: 'microsoft', to: 'customer' },
    };
    const [look, why] = hintsOf(build, applyEdits(build.scenario, [wrong]));
    expect(look).toEqual({ hint: 'lookAt', relationship: 'w' });
    expect(why).toMatchObject({
      hint: 'because',
      reason: { rule: 'microsoft-sells-via-partners' },
    });
  });

  it('say what had to stay and is gone', () => {
    const repair = EXERCISES.find(({ id }) => id === 's6-repair') as Editing;
    const without: Edit = { op: 'removeRelationship', relationship: 'e3' };
    const hints = hintsOf(repair, applyEdits(repair.scenario, [without]));
    expect(hints.map(({ hint }) => hint)).toEqual(['lookAround', 'missing', 'step']);
    expect(hints[1]).toMatchObject({ goal: { kept: ['e1', 'e2', 'e3'] } });
  });

  it('are an author’s own where there are any', () => {
    const [first] = EXERCISES as [Exercise];
    const text = { texts: { en: 'Think.' } };
    expect(hintsOf({ ...first, hints: [text] }, first.scenario)).toEqual([{ hint: 'text', text }]);
  });

  it('come of every drawing that edits can lead to', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXERCISES),
        fc.array(fc.nat(), { maxLength: 6 }),
        (one, picks) => {
          const hints = hintsOf(one, wander(one.scenario, picks));
          expect(hints.length === 3 || hints[0]?.hint === 'done').toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('come of whatever goal an author sets, met by the solution or not', () => {
    const goals = fc.constantFrom<Goal>(
      { valid: 'every' },
      { valid: 'r0' },
      { refused: 'r0' },
      { served: 'p0' },
      { served: 'p0', through: ['indirectReseller'] },
      { related: 'sells', from: { type: 'microsoft' }, to: { party: 'p0' } },
      { chain: 'complete' },
      { chain: 'empty' },
      { all: [{ unchanged: ['p0', 'p1'] }, { kept: ['r0'] }] },
      { atMost: 0, of: 'customer' },
    );
    fc.assert(
      fc.property(arbitraryScenario(5, 5), arbitraryScenario(5, 5), goals, (start, end, goal) => {
        const solution = editsBetween(start, end);
        const one: Editing = { kind: 'build', id: 'one', scenario: start, goal, solution };
        for (const now of [start, end]) {
          const hints = hintsOf(one, now);
          expect(hints.length === 3 || hints[0]?.hint === 'done').toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('par', () => {
  const repair = (chain: string, goal: Goal, solution: readonly Edit[]): Editing => ({
    kind: 'repair',
    id: 'one',
    scenario: parseChain(chain),
    goal,
    solution,
  });
  const sign = (party: string): Edit => ({ op: 'setFact', party, fact: 'mpaSigned', value: true });

  it('is smaller than a roundabout solution', () => {
    const chain = 'microsoft > indirectProvider[-mpaSigned] > indirectReseller';
    const roundabout: Edit[] = [
      { op: 'addParty', party: { id: 'x', type: 'customer' } },
      sign('indirectProvider'),
    ];
    expect(parOf(repair(chain, { valid: 'every' }, roundabout))).toEqual({
      edits: 1,
      by: 'search',
      isProven: true,
    });
  });

  it('does not count another day as a repair', () => {
    const chain = 'microsoft > indirectProvider[-mpaSigned] > indirectReseller[-mpaSigned]';
    const both = [sign('indirectProvider'), sign('indirectReseller')];
    expect(parOf(repair(chain, { valid: 'every' }, both)).edits).toBe(2);
  });

  it('is that of the solution where no search answers', () => {
    const goal: Goal = { chain: 'incomplete' };
    const solution: Edit[] = [{ op: 'removeRelationship', relationship: 'e2' }];
    const chain = 'microsoft > directBillPartner > customer';
    expect(parOf(repair(chain, goal, solution))).toEqual({
      edits: 1,
      by: 'solution',
      isProven: false,
    });
  });
});

function editsIn(hint: Hint | undefined): readonly Edit[] {
  if (hint?.hint === 'fix') return hint.fix.edits;
  return hint?.hint === 'step' ? [hint.edit] : [];
}

/** Some scenario that edits lead to: fixes, things taken away, things drawn. */
function wander(start: Scenario, picks: readonly number[]): Scenario {
  return picks.reduce((scenario, pick) => {
    const { parties, relationships } = scenario;
    const party = parties[pick % Math.max(1, parties.length)];
    const other = parties[(pick >> 3) % Math.max(1, parties.length)];
    const line = relationships[pick % Math.max(1, relationships.length)];
    const edits: (readonly Edit[])[] = [];
    if (line) {
      edits.push([{ op: 'removeRelationship', relationship: line.id }]);
      const fix = fixesFor(scenario, line.id)[pick % 3]?.fix;
      if (fix) edits.push(fix.edits);
    }
    if (party && other) {
      const relationship = {
        id: `w-${pick}`,
        kind: 'sells',
        from: party.id,
        to: other.id,
      } as const;
      edits.push([{ op: 'addRelationship', relationship }]);
      edits.push([{ op: 'removeParty', party: party.id }]);
      edits.push([{ op: 'setParty', party: party.id, set: { country: 'BR', tenant: null } }]);
      edits.push([{ op: 'setFact', party: party.id, fact: 'mpaSigned', value: false }]);
    }
    return applyEdits(scenario, edits[pick % Math.max(1, edits.length)] ?? []);
  }, start);
}
