import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { PROBLEM_CODES, writeScenario } from '../model/scenario-file.ts';
import { arbitraryCourse } from './arbitrary-course.ts';
import { courseOf, readCourse, withExercise, writeCourse } from './course-file.ts';
import { courseJsonSchema } from './course-json-schema.ts';
import { COURSE_LIMITS } from './course-schema.ts';
import type { Course, Exercise } from './exercise.ts';

const SCENARIO = parseChain('microsoft > indirectProvider > customer');
const SPOT = { id: 'spot', kind: 'spot', scenario: SCENARIO };
const PREDICT = { id: 'predict', kind: 'predict', scenario: SCENARIO, relationships: ['e1'] };
const REASON = {
  id: 'reason',
  kind: 'reason',
  scenario: SCENARIO,
  relationship: 'e2',
  choices: ['region-sale'],
};
const REPAIR = {
  id: 'repair',
  kind: 'repair',
  scenario: SCENARIO,
  goal: { valid: 'every' },
  solution: [],
};
const BUILD = { ...REPAIR, id: 'build', kind: 'build' };
const ORDER = { id: 'order', kind: 'order', scenario: SCENARIO, items: [{ fact: 'enrolled' }] };

const lessonOf = (exercises: readonly unknown[]) => ({
  id: 'one',
  title: { texts: { en: 'One' } },
  exercises,
});
const head = {
  format: 'csp-course',
  version: 1,
  id: 'course',
  title: { texts: { en: 'A course' } },
  mode: 'practice',
  lessons: [lessonOf([SPOT, PREDICT, REASON, REPAIR, BUILD, ORDER])],
};
const withOne = (exercise: object) => ({ ...head, lessons: [lessonOf([exercise])] });
const AT = 'lessons[0].exercises[0]';

const REFUSED: readonly (readonly [string, unknown, string, string, object?])[] = [
  ['an array', [head], '', 'notCourse'],
  ['a scenario', JSON.parse(writeScenario(SCENARIO)), '', 'notCourse'],
  ['no version', { format: 'csp-course' }, '', 'notCourse'],
  ['a newer version', { ...head, version: 2 }, 'version', 'newerVersion', { version: 2 }],
  ['no id', { ...head, id: undefined }, 'id', 'missing'],
  ['no title', { ...head, title: undefined }, 'title', 'missing'],
  ['a title that is a string', { ...head, title: 'A' }, 'title', 'badText'],
  [
    'a text in no language',
    { ...head, title: { texts: { 'x y': 'A' } } },
    'title.texts.x y',
    'badLanguage',
  ],
  ['a number as text', { ...head, title: { texts: { en: 7 } } }, 'title.texts.en', 'wrongType'],
  [
    'a text over the limit',
    { ...head, title: { texts: { en: 'x'.repeat(COURSE_LIMITS.text + 1) } } },
    'title.texts.en',
    'tooLong',
    { max: COURSE_LIMITS.text },
  ],
  ['words that are none', { ...head, title: { words: '$t(x)' } }, 'title.words', 'badWords'],
  ['a mode that is none', { ...head, mode: 'exam' }, 'mode', 'notOneOf'],
  ['half an attempt', { ...head, attempts: 1.5 }, 'attempts', 'notWhole'],
  ['no attempt', { ...head, attempts: 0 }, 'attempts', 'outOfRange', { min: 1, max: 100 }],
  ['a mark above all', { ...head, passMark: 80 }, 'passMark', 'outOfRange', { min: 0, max: 1 }],
  ['a language that is none', { ...head, language: '?' }, 'language', 'badLanguage'],
  ['lessons that are none', { ...head, lessons: {} }, 'lessons', 'wrongType'],
  [
    'lessons of one id',
    { ...head, lessons: [lessonOf([]), lessonOf([])] },
    'lessons[1].id',
    'duplicateId',
    { id: 'one' },
  ],
  [
    'exercises of one id, in two lessons',
    { ...head, lessons: [lessonOf([SPOT]), { ...lessonOf([SPOT]), id: 'two' }] },
    'lessons[1].exercises[0].id',
    'duplicateId',
    { id: 'spot' },
  ],
  [
    'too many exercises',
    {
      ...head,
      lessons: ['a', 'b'].map((id) => ({
        ...lessonOf(Array.from({ length: 101 }, (_, i) => ({ ...SPOT, id: `${id}${i}` }))),
        id,
      })),
    },
    'lessons',
    'tooMany',
    { actual: 202, max: 200 },
  ],
  ['no kind', withOne({ ...SPOT, kind: undefined }), `${AT}.kind`, 'missing'],
  ['an unknown kind', withOne({ ...SPOT, kind: 'essay' }), `${AT}.kind`, 'notOneOf'],
  [
    'a scenario with a dangling end',
    withOne({ ...SPOT, scenario: { ...SCENARIO, parties: [] } }),
    `${AT}.scenario.relationships[0].from`,
    'danglingEnd',
  ],
  [
    'a scenario of another format',
    withOne({ ...SPOT, scenario: { ...SCENARIO, format: 'bpmn' } }),
    `${AT}.scenario.format`,
    'notOneOf',
  ],
  [
    'a relationship that is not there',
    withOne({ ...PREDICT, relationships: ['e1', 'e9'] }),
    `${AT}.relationships[1]`,
    'danglingRelationship',
    { id: 'e9' },
  ],
  [
    'a reason for what is not there',
    withOne({ ...REASON, relationship: 'e9' }),
    `${AT}.relationship`,
    'danglingRelationship',
  ],
  [
    'an unknown rule',
    withOne({ ...REASON, choices: ['because'] }),
    `${AT}.choices[0]`,
    'notOneOf',
    { actual: '"because"' },
  ],
  ['a goal that is none', withOne({ ...REPAIR, goal: { nice: true } }), `${AT}.goal`, 'badGoal'],
  [
    'a goal within a goal that is none',
    withOne({ ...REPAIR, goal: { all: [{ all: [{ valid: 'every' }, 3] }] } }),
    `${AT}.goal.all[0].all[1]`,
    'badGoal',
    { actual: '3' },
  ],
  [
    'a goal for a relationship that is not there',
    withOne({ ...REPAIR, goal: { all: [{ valid: 'every' }, { valid: 'e9' }] } }),
    `${AT}.goal.all[1].valid`,
    'danglingRelationship',
  ],
  [
    'a goal for a customer that is not there',
    withOne({ ...REPAIR, goal: { served: 'nobody' } }),
    `${AT}.goal.served`,
    'danglingEnd',
  ],
  [
    'a goal through a type that is none',
    withOne({ ...REPAIR, goal: { served: 'customer', through: ['shop'] } }),
    `${AT}.goal.through[0]`,
    'notOneOf',
  ],
  [
    'a goal for an end that is none',
    withOne({ ...REPAIR, goal: { related: 'sells', from: {}, to: { party: 'customer' } } }),
    `${AT}.goal.from`,
    'badItem',
  ],
  [
    'a party to be kept that is not there',
    withOne({ ...REPAIR, goal: { unchanged: ['x'] } }),
    `${AT}.goal.unchanged[0]`,
    'danglingEnd',
  ],
  [
    'an edit that is none',
    withOne({ ...REPAIR, solution: [{ op: 'explode' }] }),
    `${AT}.solution[0].op`,
    'notOneOf',
  ],
  [
    'an edit of a fact that is none',
    withOne({ ...REPAIR, solution: [{ op: 'setFact', party: 'x', fact: 'rich', value: true }] }),
    `${AT}.solution[0].fact`,
    'notOneOf',
  ],
  [
    'an addable type that is none',
    withOne({ ...BUILD, addable: ['shop'] }),
    `${AT}.addable[0]`,
    'notOneOf',
  ],
  [
    'an item that is none',
    withOne({ ...ORDER, items: [{ step: 1 }] }),
    `${AT}.items[0]`,
    'badItem',
  ],
  [
    'a fact that is none',
    withOne({ ...ORDER, items: [{ fact: 'rich' }] }),
    `${AT}.items[0].fact`,
    'notOneOf',
  ],
  [
    'an item for a party that is not there',
    withOne({ ...ORDER, items: [{ party: 'x' }] }),
    `${AT}.items[0].party`,
    'danglingEnd',
  ],
];

describe('reading a course file', () => {
  it.each(REFUSED)('refuses %s', (_, value, path, code, params = {}) => {
    const read = readCourse(JSON.stringify(value));
    const found = read.ok ? undefined : read.problems[0];
    expect(found).toMatchObject({ path, code, params });
    expect(PROBLEM_CODES).toContain(found?.code);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const text = JSON.stringify({ ...head, title: { texts: { KEY: 'x' } } }).replace('KEY', key);
    expect(readCourse(text)).toMatchObject({
      problems: [{ path: `title.texts.${key}`, code: 'forbiddenKey' }],
    });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('refuses what is too deep or too large', () => {
    let goal: object = { valid: 'every' };
    for (let n = 0; n < 40; n++) goal = { all: [goal] };
    expect(courseOf(withOne({ ...REPAIR, goal }))).toMatchObject({
      problems: [{ code: 'tooDeep' }],
    });
    const text = JSON.stringify({ ...head, note: 'x'.repeat(5 * 1024 * 1024) });
    expect(readCourse(text)).toMatchObject({ problems: [{ code: 'tooLarge' }] });
    expect(readCourse('{')).toMatchObject({ problems: [{ code: 'notJson' }] });
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.json(), (text) => void readCourse(text)));
    const kinds = [SPOT, PREDICT, REASON, REPAIR, BUILD, ORDER];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.object(), (exercise, value) => {
        courseOf(withOne({ ...exercise, ...value }));
        courseOf({ ...head, ...value });
      }),
    );
  });

  it('takes scenarios with a head of their own', () => {
    const scenario = JSON.parse(writeScenario(SCENARIO));
    expect(courseOf(withOne({ ...SPOT, scenario }))).toEqual(courseOf(withOne(SPOT)));
  });
});

describe('writing a course file', () => {
  it('round-trips any course', () => {
    fc.assert(
      fc.property(arbitraryCourse(), (course) => {
        expect(readCourse(writeCourse(course))).toEqual({ ok: true, course });
      }),
    );
  });

  it('gives back what it does not know', () => {
    const exercise = { ...REPAIR, colour: 'red', goal: { valid: 'every', why: 'so' } };
    const file = { ...withOne(exercise), owner: { name: 'A' } };
    const read = courseOf(file);
    expect(read.ok && JSON.parse(writeCourse(read.course))).toEqual({
      ...file,
      $schema: 'csp-course.schema.json',
    });
  });

  it('adds an exercise under an id of its own', () => {
    const read = courseOf(withOne(SPOT));
    const course = read.ok ? read.course : undefined;
    const added = withExercise(course as Course, SPOT as Exercise);
    expect(added.ok && added.course.lessons[0]?.exercises.map(({ id }) => id)).toEqual([
      'spot',
      'spot-2',
    ]);
    const empty = withExercise({ ...(course as Course), lessons: [] }, SPOT as Exercise);
    expect(empty.ok && empty.course.lessons[0]?.exercises).toEqual([SPOT]);
    const full = Array.from({ length: 200 }, (_, i) => ({ ...SPOT, id: `s${i}` }));
    const one = courseOf({ ...head, lessons: [lessonOf(full)] });
    expect(withExercise((one.ok && one.course) as Course, SPOT as Exercise)).toMatchObject({
      problems: [{ code: 'tooMany' }],
    });
  });
});

describe('the JSON Schema', () => {
  it('states the format, its kinds and its limits', () => {
    const schema = JSON.parse(JSON.stringify(courseJsonSchema()));
    expect(schema.required).toEqual(['format', 'version', 'id', 'title', 'mode', 'lessons']);
    expect(schema.properties.format).toEqual({ const: 'csp-course' });
    const { exercises } = schema.properties.lessons.items.properties;
    expect(exercises.maxItems).toBe(200);
    const kinds = exercises.items.anyOf ?? exercises.items.oneOf;
    expect(kinds.map((one: { properties: { kind: object } }) => one.properties.kind)).toEqual(
      ['predict', 'reason', 'spot', 'repair', 'build', 'order'].map((kind) => ({ const: kind })),
    );
    expect(kinds[2].properties.scenario).toEqual({ $ref: '#/$defs/scenario' });
    expect(schema.$defs.scenario.properties.parties.maxItems).toBe(5000);
  });
});
