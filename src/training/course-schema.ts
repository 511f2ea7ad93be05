import * as v from 'valibot';
import {
  FORMAT,
  id,
  LIMITS,
  language,
  party,
  relationship,
  scenarioFields,
  scenarioHead,
  text,
  VERSION,
} from '../model/file-schema.ts';
import {
  CHAIN_STATUSES,
  EDITIONS,
  FACTS,
  PARTY_TYPES,
  RELATIONSHIP_KINDS,
} from '../model/scenario.ts';
import { RULE_IDS } from '../policy/types.ts';
import { MODES } from './exercise.ts';
import { PARTY_ASPECTS } from './goal.ts';

/** More than anybody teaches with, and little enough to be looked through at once. */
export const COURSE_LIMITS = {
  lessons: 100,
  exercises: 200,
  /** Paragraphs before the exercises of a lesson. */
  intro: 50,
  hints: 10,
  /** Characters of a text in one language. */
  text: 5_000,
  languages: 20,
  relationships: 200,
  items: 50,
  goals: 200,
  edits: 500,
  attempts: 100,
} as const;

export const COURSE_FORMAT = 'csp-course';
export const COURSE_VERSION = 1;

const whole = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.integer('notWhole'),
    v.minValue(min, `outOfRange:${min}:${max}`),
    v.maxValue(max, `outOfRange:${min}:${max}`),
  );
const list = <T extends v.GenericSchema>(item: T, max: number) =>
  v.pipe(v.array(item), v.maxLength(max, `tooMany:${max}`));
const share = v.pipe(v.number(), v.minValue(0, 'outOfRange:0:1'), v.maxValue(1, 'outOfRange:0:1'));

/** The value itself, where it has the field; undefined for anything else. */
function has(value: unknown, field: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field);
}

/**
 * One of several objects that are told apart by a field that only they have, so that what is wrong in one
 * of them is found at its own place.
 */
function oneOf<T extends v.GenericSchema>(
  kinds: readonly (readonly [field: string, schema: T])[],
  code: 'badGoal' | 'badText' | 'badItem',
) {
  const other = v.custom<never>(() => false, code);
  const any = v.union(kinds.map(([, schema]) => schema));
  return v.lazy((value): v.GenericSchema => {
    // What writes the JSON Schema asks without a value.
    if (value === undefined) return any;
    return kinds.find(([field]) => has(value, field))?.[1] ?? other;
  });
}

const authored = v.looseObject({
  texts: v.pipe(
    v.record(language, text(COURSE_LIMITS.text)),
    v.maxEntries(COURSE_LIMITS.languages, `tooMany:${COURSE_LIMITS.languages}`),
  ),
});
const ofProduct = v.looseObject({
  words: v.pipe(text(200), v.regex(/^[\w-]+(\.[\w-]+)*$/, 'badWords')),
});
const words = oneOf<v.GenericSchema>(
  [
    ['words', ofProduct],
    ['texts', authored],
  ],
  'badText',
);

const partyType = v.picklist(PARTY_TYPES);
const rule = v.picklist(RULE_IDS);
const who = oneOf<v.GenericSchema>(
  [
    ['party', v.looseObject({ party: id })],
    ['type', v.looseObject({ type: partyType })],
  ],
  'badItem',
);

const names = list(id, COURSE_LIMITS.relationships);

/** Refers to itself: a goal may be all of several. */
export const goal: v.GenericSchema = oneOf<v.GenericSchema>(
  [
    ['all', v.looseObject({ all: v.lazy(() => list(goal, COURSE_LIMITS.goals)) })],
    ['valid', v.looseObject({ valid: id })],
    ['refused', v.looseObject({ refused: id, rule: v.exactOptional(rule) })],
    [
      'served',
      v.looseObject({
        served: id,
        through: v.exactOptional(list(partyType, PARTY_TYPES.length)),
      }),
    ],
    [
      'related',
      v.looseObject({
        related: v.picklist(RELATIONSHIP_KINDS),
        from: who,
        to: who,
        service: v.exactOptional(text(LIMITS.name)),
      }),
    ],
    ['chain', v.looseObject({ chain: v.picklist(CHAIN_STATUSES) })],
    [
      'unchanged',
      v.looseObject({
        unchanged: names,
        but: v.exactOptional(v.array(v.picklist(PARTY_ASPECTS))),
        judged: v.exactOptional(v.literal('same')),
      }),
    ],
    ['kept', v.looseObject({ kept: names })],
    ['atMost', v.looseObject({ atMost: whole(0, LIMITS.parties), of: partyType })],
  ],
  'badGoal',
);

/** `null` takes a field away; an absent one stays as it is. */
const settable = <T extends v.GenericSchema>(schema: T) => v.exactOptional(v.nullable(schema));
const name = text(LIMITS.name);
const { type, country, tenant, position } = party.entries;

const edit = v.variant('op', [
  v.looseObject({ op: v.literal('addParty'), party }),
  v.looseObject({ op: v.literal('removeParty'), party: id }),
  v.looseObject({
    op: v.literal('setParty'),
    party: id,
    set: v.looseObject({
      type: v.exactOptional(type),
      name: settable(name),
      country: settable(country.wrapped),
      organization: settable(name),
      affiliateGroup: settable(name),
      tenant: settable(tenant.wrapped),
      position: settable(position.wrapped),
    }),
  }),
  v.looseObject({
    op: v.literal('setFact'),
    party: id,
    fact: v.picklist(FACTS),
    value: v.boolean(),
  }),
  v.looseObject({ op: v.literal('addRelationship'), relationship }),
  v.looseObject({ op: v.literal('removeRelationship'), relationship: id }),
  v.looseObject({
    op: v.literal('setRelationship'),
    relationship: id,
    set: v.looseObject({
      kind: v.exactOptional(v.picklist(RELATIONSHIP_KINDS)),
      from: v.exactOptional(id),
      to: v.exactOptional(id),
      service: settable(name),
    }),
  }),
  v.looseObject({
    op: v.literal('setScenario'),
    set: v.looseObject({
      edition: v.exactOptional(v.picklist(EDITIONS)),
      title: settable(scenarioHead.title),
      description: settable(scenarioHead.description),
      language: settable(language),
      asOf: settable(scenarioHead.asOf),
      expect: settable(scenarioHead.expect),
      expectChain: settable(scenarioHead.expectChain),
      expectServed: settable(scenarioHead.expectServed),
    }),
  }),
]);

/** A scenario as in a file of its own, whose head may be left out. */
const scenario = v.looseObject({
  $schema: v.exactOptional(v.string()),
  format: v.exactOptional(v.literal(FORMAT)),
  version: v.exactOptional(v.literal(VERSION)),
  ...scenarioFields,
});

const asked = {
  id,
  title: v.exactOptional(words),
  task: v.exactOptional(words),
  hints: v.exactOptional(list(words, COURSE_LIMITS.hints)),
  scenario,
};
const edits = whole(0, COURSE_LIMITS.edits);
const solution = list(edit, COURSE_LIMITS.edits);

const exercise = v.variant('kind', [
  v.looseObject({ ...asked, kind: v.literal('predict'), relationships: names }),
  v.looseObject({
    ...asked,
    kind: v.literal('reason'),
    relationship: id,
    choices: list(rule, RULE_IDS.length),
  }),
  v.looseObject({ ...asked, kind: v.literal('spot') }),
  v.looseObject({
    ...asked,
    kind: v.literal('repair'),
    goal,
    atMost: v.exactOptional(edits),
    par: v.exactOptional(edits),
    solution,
  }),
  v.looseObject({
    ...asked,
    kind: v.literal('build'),
    goal,
    addable: v.exactOptional(list(partyType, PARTY_TYPES.length)),
    par: v.exactOptional(edits),
    solution,
  }),
  v.looseObject({
    ...asked,
    kind: v.literal('order'),
    items: list(
      oneOf<v.GenericSchema>(
        [
          ['fact', v.looseObject({ fact: v.picklist(FACTS) })],
          ['party', v.looseObject({ party: id })],
        ],
        'badItem',
      ),
      COURSE_LIMITS.items,
    ),
  }),
]);

const lesson = v.looseObject({
  id,
  title: words,
  intro: v.exactOptional(list(words, COURSE_LIMITS.intro)),
  exercises: list(exercise, COURSE_LIMITS.exercises),
});

/** The `csp-course` file format, version 1. Unknown fields pass and are kept. */
export const courseFile = v.looseObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal(COURSE_FORMAT),
  version: v.literal(COURSE_VERSION),
  id,
  title: words,
  description: v.exactOptional(words),
  language: v.exactOptional(language),
  mode: v.picklist(MODES),
  attempts: v.exactOptional(whole(1, COURSE_LIMITS.attempts)),
  passMark: v.exactOptional(share),
  lessons: list(lesson, COURSE_LIMITS.lessons),
});

/** Parts that stand in several places, under the names they have in the JSON Schema. */
export const courseParts = { party, relationship, scenario, edit };
