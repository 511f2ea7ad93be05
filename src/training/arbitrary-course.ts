import fc from 'fast-check';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { FACTS, PARTY_TYPES, type Scenario } from '../model/scenario.ts';
import { RULE_IDS } from '../policy/types.ts';
import { editsBetween } from './difference.ts';
import { type Course, type Exercise, MODES, type Text } from './exercise.ts';
import type { Goal } from './goal.ts';

/** Test support: courses for properties, of which every exercise names only what its scenario has. */

const text: fc.Arbitrary<Text> = fc.oneof(
  fc.constantFrom('task.predict', 'lessons.roles.title').map((words) => ({ words })),
  fc
    .dictionary(fc.constantFrom('en', 'zh-CN', 'zh-TW', 'de'), fc.string({ maxLength: 40 }), {
      noNullPrototype: true,
    })
    .map((texts) => ({ texts })),
);

const goal = ({ parties, relationships }: Scenario): fc.Arbitrary<Goal> => {
  const party = fc.constantFrom(...parties.map(({ id }) => id));
  const type = fc.constantFrom(...PARTY_TYPES);
  const parts: fc.Arbitrary<Goal>[] = [
    fc.constant({ valid: 'every' }),
    fc.record({ served: party, through: fc.uniqueArray(type, { maxLength: 3 }) }),
    fc.record({ unchanged: fc.array(party, { maxLength: 3 }) }),
    fc.record({ atMost: fc.nat(9), of: type }),
    fc.constantFrom<Goal>({ chain: 'complete' }, { chain: 'broken' }),
    fc.record({
      related: fc.constantFrom('sells', 'manages'),
      from: fc.record({ type }),
      to: fc.record({ party }),
    }),
  ];
  if (relationships.length > 0) {
    const line = fc.constantFrom(...relationships.map(({ id }) => id));
    parts.push(
      line.map((valid) => ({ valid })),
      fc.record({ refused: line, rule: fc.constantFrom(...RULE_IDS) }),
      fc.record({ kept: fc.array(line, { maxLength: 3 }) }),
    );
  }
  const part = fc.oneof(...parts);
  return fc.oneof(
    part,
    fc.array(part, { maxLength: 4 }).map((all) => ({ all })),
  );
};

const exercise = (id: string): fc.Arbitrary<Exercise> =>
  fc.tuple(arbitraryScenario(), arbitraryScenario()).chain(([scenario, end]) => {
    const lines = scenario.relationships.map((one) => one.id);
    const asked = fc.record(
      { title: text, task: text, hints: fc.array(text, { maxLength: 3 }) },
      { requiredKeys: [], noNullPrototype: true },
    );
    const editing = fc.record({
      goal: goal(scenario),
      par: fc.nat(9),
      solution: fc.constant(editsBetween(scenario, end)),
    });
    const kinds: fc.Arbitrary<object>[] = [
      fc.constant({ kind: 'spot' }),
      fc.constant({ kind: 'predict', relationships: lines }),
      editing.map((rest) => ({ kind: 'repair', atMost: 3, ...rest })),
      fc
        .tuple(editing, fc.uniqueArray(fc.constantFrom(...PARTY_TYPES)))
        .map(([rest, addable]) => ({ kind: 'build', addable, ...rest })),
      fc.uniqueArray(fc.constantFrom(...FACTS)).map((facts) => ({
        kind: 'order',
        items: facts.map((fact) => ({ fact })),
      })),
      fc.constant({ kind: 'order', items: scenario.parties.map((one) => ({ party: one.id })) }),
    ];
    if (lines[0] !== undefined) {
      kinds.push(
        fc.uniqueArray(fc.constantFrom(...RULE_IDS), { maxLength: 5 }).map((choices) => ({
          kind: 'reason',
          relationship: lines[0],
          choices,
        })),
      );
    }
    return fc
      .tuple(asked, fc.oneof(...kinds))
      .map(([head, rest]) => ({ id, ...head, scenario, ...rest }) as unknown as Exercise);
  });

export function arbitraryCourse(most = 4): fc.Arbitrary<Course> {
  const lessons = fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => exercise(`e${i}`))))
    .chain((exercises) =>
      fc.tuple(text, fc.array(text, { maxLength: 2 })).map(([title, intro]) => [
        { id: 'one', title, intro, exercises },
        { id: 'two', title, exercises: [] },
      ]),
    );
  return fc.record(
    {
      id: fc.constant('course'),
      title: text,
      mode: fc.constantFrom(...MODES),
      lessons,
      description: text,
      language: fc.constantFrom('en', 'zh-TW'),
      attempts: fc.integer({ min: 1, max: 9 }),
      passMark: fc.constantFrom(0, 0.5, 0.8, 1),
    },
    { requiredKeys: ['id', 'title', 'mode', 'lessons'], noNullPrototype: true },
  );
}
