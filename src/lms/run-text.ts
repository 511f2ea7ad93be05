import type { Edit } from '../model/edit.ts';
import {
  EDITIONS,
  FACTS,
  type Fact,
  PARTY_TYPES,
  type Party,
  RELATIONSHIP_KINDS,
  type Relationship,
  type Scenario,
  TENANT_KINDS,
} from '../model/scenario.ts';
import type { RuleId } from '../policy/types.ts';
import {
  type Answer,
  CONFIDENCES,
  type Confidence,
  type Course,
  type Exercise,
  isEditing,
  type Prediction,
} from '../training/exercise.ts';
import { pointsOf } from '../training/grade.ts';
import { exercisesOf, type Result, type Run, startRun } from '../training/run.ts';
import { BitReader, BitWriter, widthOf } from './bits.ts';

/**
 * A run as text for a learning management system, which may keep no more than 4,096 characters: letters,
 * digits, hyphens and underscores only. Version (1 letter), fingerprint of the course (4), the run in bits,
 * check (4). Where parties were put is not kept, nor what the rules do not know of a party.
 */

const VERSION = '1';
const CHECK_LENGTH = 4;
const CHECK_BITS = 24;
const HEAD = VERSION.length + CHECK_LENGTH;

export interface Written {
  /** Empty where not even the points have room. */
  readonly text: string;
  /** Answers that had no room; what they earned is kept. */
  readonly dropped: number;
}

/**
 * @param most characters. Where they do not suffice, the oldest drawings are left out, then the oldest of the
 *   other answers; never points, attempts and completion
 */
export function writeRun(course: Course, run: Run, most: number): Written {
  const exercises = new Map(exercisesOf(course).map((one) => [one.id, one]));
  const oldestFirst = Object.keys(run.results).flatMap((id) => exercises.get(id) ?? []);
  const droppable = [
    ...oldestFirst.filter(isEditing),
    ...oldestFirst.filter((one) => !isEditing(one)),
  ].filter(({ id, kind }) => run.results[id]?.answer.kind === kind);
  const without = (count: number) => {
    const left = new Set(droppable.slice(0, count).map(({ id }) => id));
    return sealed(course, bitsOf(course, run, left));
  };
  // The fewest that must go: what is left out only makes it shorter.
  let [few, many] = [0, droppable.length];
  while (few < many) {
    const middle = Math.floor((few + many) / 2);
    if (without(middle).length <= most) many = middle;
    else few = middle + 1;
  }
  const text = without(few);
  return { text: text.length <= most ? text : '', dropped: few };
}

/** Reads what `writeRun` wrote; undefined where it is damaged or of another course. Never throws. */
export function readRun(course: Course, text: string): Run | undefined {
  const body = text.slice(HEAD, -CHECK_LENGTH);
  if (text !== sealed(course, body)) return undefined;
  try {
    const bits = new BitReader(body);
    const run = runOf(course, bits);
    return bits.isAtEnd() ? run : undefined;
  } catch {
    return undefined;
  }
}

function sealed(course: Course, body: string): string {
  const text = `${VERSION}${letters(hash(shapeOf(course)))}${body}`;
  return `${text}${letters(hash(text))}`;
}

function letters(number: number): string {
  const bits = new BitWriter();
  bits.number(number, CHECK_BITS);
  return bits.letters();
}

/** What the meaning of the bits hangs on; the words of a course may be mended without a run being lost. */
function shapeOf(course: Course): string {
  const shapes = exercisesOf(course).map((exercise) => {
    const { id, kind, scenario } = exercise;
    const asked =
      exercise.kind === 'predict'
        ? exercise.relationships
        : exercise.kind === 'reason'
          ? exercise.choices
          : exercise.kind === 'order'
            ? exercise.items
            : [];
    return [id, kind, asked, tableOf(scenario), pointsOf(exercise)];
  });
  return JSON.stringify([course.id, course.mode, shapes]);
}

/** FNV-1a, folded to 24 bits: finds accidents, no forgery. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 24)) & 0xffffff;
}

function bitsOf(course: Course, run: Run, dropped: ReadonlySet<string>): string {
  const exercises = exercisesOf(course);
  const bits = new BitWriter();
  bits.flag(run.isSubmitted);
  bits.number(exercises.findIndex(({ id }) => id === run.at) + 1, widthOf(exercises.length + 1));
  for (const exercise of exercises) {
    const { id } = exercise;
    const result = Object.hasOwn(run.results, id) ? run.results[id] : undefined;
    if (!bits.flag(result !== undefined) || !result) continue;
    bits.number(result.points, widthOf(pointsOf(exercise) + 1));
    bits.count(result.attempts - 1, 2);
    bits.count(result.seconds, 5);
    bits.count(result.hints, 1);
    bits.flag(result.sawSolution);
    const { answer } = result;
    const isKept = !dropped.has(id) && answer.kind === exercise.kind;
    if (bits.flag(isKept)) writeAnswer(bits, exercise, answer);
  }
  return bits.letters();
}

function runOf(course: Course, bits: BitReader): Run {
  const exercises = exercisesOf(course);
  const isSubmitted = bits.flag();
  const at = exercises[bits.number(widthOf(exercises.length + 1)) - 1]?.id ?? null;
  const results: [string, Result][] = [];
  for (const exercise of exercises) {
    if (!bits.flag()) continue;
    const of = pointsOf(exercise);
    const points = bits.number(widthOf(of + 1));
    if (points > of) throw new RangeError('more points than there are');
    const result = {
      points,
      of,
      attempts: bits.count(2) + 1,
      seconds: bits.count(5),
      hints: bits.count(1),
      sawSolution: bits.flag(),
      answer: bits.flag() ? readAnswer(bits, exercise) : droppedAnswer(exercise),
    };
    results.push([exercise.id, result]);
  }
  return { ...startRun(course), at, isSubmitted, results: Object.fromEntries(results) };
}

/** An answer that says nothing, of the kind of the exercise where there is such a one. */
function droppedAnswer({ kind }: Exercise): Answer {
  if (kind === 'spot') return { kind, relationships: [] };
  if (kind === 'order') return { kind, order: [] };
  return kind === 'repair' || kind === 'build'
    ? { kind, edits: [] }
    : { kind: 'predict', predictions: {} };
}

/** The answer of a kind that the exercise has. */
function writeAnswer(bits: BitWriter, exercise: Exercise, answer: Answer): void {
  if (exercise.kind === 'predict' && answer.kind === 'predict') {
    for (const id of exercise.relationships) {
      const said = Object.hasOwn(answer.predictions, id) ? answer.predictions[id] : undefined;
      bits.number(said ? said.confidence + (said.status === 'invalid' ? 3 : 0) : 0, 3);
    }
  } else if (exercise.kind === 'reason' && answer.kind === 'reason') {
    const place = exercise.choices.indexOf(answer.rule);
    bits.number(place + 1, widthOf(exercise.choices.length + 1));
    if (place < 0) bits.text(answer.rule);
  } else if (exercise.kind === 'spot' && answer.kind === 'spot') {
    const marked = new Set(answer.relationships);
    for (const { id } of exercise.scenario.relationships) bits.flag(marked.has(id));
  } else if (exercise.kind === 'order' && answer.kind === 'order') {
    const width = widthOf(exercise.items.length);
    const places = answer.order.filter((place) => place in exercise.items);
    bits.count(places.length, 3);
    for (const place of places) bits.number(place, width);
  } else if ('edits' in answer) {
    const edits = answer.edits.flatMap(plainEdits);
    const writer = new EditWriter(bits, exercise.scenario);
    bits.count(edits.length, 3);
    for (const edit of edits) writer.edit(edit);
  }
}

function readAnswer(bits: BitReader, exercise: Exercise): Answer {
  const { kind } = exercise;
  if (kind === 'predict') {
    const predictions = exercise.relationships.flatMap((id): [string, Prediction][] => {
      const said = bits.number(3);
      const confidence = (said > 3 ? said - 3 : said) as Confidence;
      if (said === 0) return [];
      if (!CONFIDENCES.includes(confidence)) throw new RangeError('no such confidence');
      return [[id, { status: said > 3 ? 'invalid' : 'valid', confidence }]];
    });
    return { kind, predictions: Object.fromEntries(predictions) };
  }
  if (kind === 'reason') {
    const place = bits.number(widthOf(exercise.choices.length + 1)) - 1;
    const rule = place < 0 ? (bits.text() as RuleId) : oneOf(exercise.choices, place);
    return { kind, rule };
  }
  if (kind === 'spot') {
    const marked = exercise.scenario.relationships.filter(() => bits.flag());
    return { kind, relationships: marked.map(({ id }) => id) };
  }
  if (kind === 'order') {
    const width = widthOf(exercise.items.length);
    const order = times(bits.count(3, 1000), () => bits.number(width));
    if (order.some((place) => !(place in exercise.items))) throw new RangeError('no such item');
    return { kind, order };
  }
  const reader = new EditReader(bits, exercise.scenario);
  return { kind, edits: times(bits.count(3, 10_000), () => reader.edit()) };
}

// Edits. A text that was there before is said by its place in a table: that of the scenario, then what edits bring.

const OPS = [
  'addParty',
  'removeParty',
  'setParty',
  'setFact',
  'addRelationship',
  'removeRelationship',
  'setRelationship',
  'setScenario',
] as const satisfies readonly Edit['op'][];
const OP_BITS = widthOf(OPS.length);

const FIELDS = ['type', 'name', 'country', 'organization', 'affiliateGroup', 'tenant'] as const;
type Field = (typeof FIELDS)[number];
const OPTIONAL = ['name', 'country', 'organization', 'affiliateGroup'] as const;

/** Each text once, in an order that only the scenario decides. */
function tableOf({ parties, relationships }: Scenario): string[] {
  const texts = [
    ...parties.flatMap(({ id, name, country, organization, affiliateGroup, tenant }) => [
      id,
      name,
      country,
      organization,
      affiliateGroup,
      tenant?.id,
    ]),
    ...relationships.flatMap(({ id, service }) => [id, service]),
  ];
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** The same, one field at a time, without what is not kept. */
function plainEdits(edit: Edit): Edit[] {
  if (edit.op === 'setParty') {
    return FIELDS.filter((field) => edit.set[field] !== undefined).map((field) => ({
      ...edit,
      set: { [field]: edit.set[field] },
    }));
  }
  if (edit.op === 'setScenario') {
    const { edition, asOf } = edit.set;
    return [
      ...(edition === undefined ? [] : [{ ...edit, set: { edition } }]),
      ...(asOf === undefined ? [] : [{ ...edit, set: { asOf } }]),
    ];
  }
  return [edit];
}

class EditWriter {
  readonly #bits: BitWriter;
  readonly #table: string[];

  constructor(bits: BitWriter, scenario: Scenario) {
    this.#bits = bits;
    this.#table = tableOf(scenario);
  }

  edit(edit: Edit): void {
    const bits = this.#bits;
    bits.number(OPS.indexOf(edit.op), OP_BITS);
    switch (edit.op) {
      case 'addParty':
        this.#party(edit.party);
        return;
      case 'removeParty':
        this.#text(edit.party);
        return;
      case 'setParty': {
        const [[field, value] = []] = Object.entries(edit.set);
        this.#text(edit.party);
        bits.number(FIELDS.indexOf(field as Field), widthOf(FIELDS.length));
        if (field === 'type') this.#of(PARTY_TYPES, value as Party['type']);
        else if (field === 'tenant') this.#tenant(value as Party['tenant'] | null);
        else this.#optional(value as string | null);
        return;
      }
      case 'setFact':
        this.#text(edit.party);
        this.#of(FACTS, edit.fact);
        bits.flag(edit.value);
        return;
      case 'addRelationship':
        this.#line(edit.relationship);
        return;
      case 'removeRelationship':
        this.#text(edit.relationship);
        return;
      case 'setRelationship': {
        const { kind, from, to, service } = edit.set;
        this.#text(edit.relationship);
        if (bits.flag(kind !== undefined) && kind) this.#of(RELATIONSHIP_KINDS, kind);
        if (bits.flag(from !== undefined) && from !== undefined) this.#text(from);
        if (bits.flag(to !== undefined) && to !== undefined) this.#text(to);
        if (bits.flag(service !== undefined)) this.#optional(service);
        return;
      }
      case 'setScenario': {
        const { edition, asOf } = edit.set;
        if (bits.flag(edition !== undefined) && edition) this.#of(EDITIONS, edition);
        else this.#optional(asOf);
      }
    }
  }

  #party(party: Party): void {
    this.#of(PARTY_TYPES, party.type);
    this.#text(party.id);
    for (const field of OPTIONAL) this.#optional(party[field]);
    this.#tenant(party.tenant);
    const { facts = {} } = party;
    const missing = FACTS.filter((fact) => facts[fact] === false);
    if (this.#bits.flag(missing.length > 0)) {
      for (const fact of FACTS) this.#bits.flag(missing.includes(fact));
    }
  }

  #line({ id, kind, from, to, service }: Relationship): void {
    this.#of(RELATIONSHIP_KINDS, kind);
    this.#text(id);
    this.#text(from);
    this.#text(to);
    this.#optional(service);
  }

  #tenant(tenant: Party['tenant'] | null): void {
    if (!this.#bits.flag(tenant != null) || !tenant) return;
    this.#text(tenant.id);
    this.#of(TENANT_KINDS, tenant.kind);
  }

  #optional(text: string | null | undefined): void {
    if (this.#bits.flag(text != null)) this.#text(text as string);
  }

  #of<T>(list: readonly T[], value: T): void {
    this.#bits.number(list.indexOf(value), widthOf(list.length));
  }

  #text(text: string): void {
    const place = this.#table.indexOf(text);
    if (this.#bits.flag(place >= 0)) this.#bits.number(place, widthOf(this.#table.length));
    else {
      this.#bits.text(text);
      this.#table.push(text);
    }
  }
}

class EditReader {
  readonly #bits: BitReader;
  readonly #table: string[];

  constructor(bits: BitReader, scenario: Scenario) {
    this.#bits = bits;
    this.#table = tableOf(scenario);
  }

  edit(): Edit {
    const bits = this.#bits;
    const op = this.#of(OPS);
    switch (op) {
      case 'addParty':
        return { op, party: this.#party() };
      case 'removeParty':
        return { op, party: this.#text() };
      case 'setParty': {
        const party = this.#text();
        const field = this.#of(FIELDS);
        if (field === 'type') return { op, party, set: { type: this.#of(PARTY_TYPES) } };
        const value = field === 'tenant' ? this.#tenant() : this.#optional();
        return { op, party, set: { [field]: value ?? null } };
      }
      case 'setFact': {
        const party = this.#text();
        const fact: Fact = this.#of(FACTS);
        return { op, party, fact, value: bits.flag() };
      }
      case 'addRelationship':
        return { op, relationship: this.#line() };
      case 'removeRelationship':
        return { op, relationship: this.#text() };
      case 'setRelationship': {
        const relationship = this.#text();
        const set = {
          ...(bits.flag() ? { kind: this.#of(RELATIONSHIP_KINDS) } : {}),
          ...(bits.flag() ? { from: this.#text() } : {}),
          ...(bits.flag() ? { to: this.#text() } : {}),
          ...(bits.flag() ? { service: this.#optional() ?? null } : {}),
        };
        return { op, relationship, set };
      }
      case 'setScenario':
        return bits.flag()
          ? { op, set: { edition: this.#of(EDITIONS) } }
          : { op, set: { asOf: this.#optional() ?? null } };
    }
  }

  #party(): Party {
    const type = this.#of(PARTY_TYPES);
    const id = this.#text();
    const fields = OPTIONAL.flatMap((field) => {
      const value = this.#optional();
      return value === undefined ? [] : [[field, value] as const];
    });
    const tenant = this.#tenant();
    const missing = this.#bits.flag() ? FACTS.filter(() => this.#bits.flag()) : [];
    const facts = Object.fromEntries(missing.map((fact) => [fact, false]));
    return {
      id,
      type,
      ...Object.fromEntries(fields),
      ...(tenant ? { tenant } : {}),
      ...(missing.length > 0 ? { facts } : {}),
    };
  }

  #line(): Relationship {
    const kind = this.#of(RELATIONSHIP_KINDS);
    const [id, from, to] = [this.#text(), this.#text(), this.#text()];
    const service = this.#optional();
    return { id, kind, from, to, ...(service === undefined ? {} : { service }) };
  }

  #tenant(): Party['tenant'] {
    if (!this.#bits.flag()) return undefined;
    const id = this.#text();
    return { id, kind: this.#of(TENANT_KINDS) };
  }

  #optional(): string | undefined {
    return this.#bits.flag() ? this.#text() : undefined;
  }

  #of<T>(list: readonly T[]): T {
    return oneOf(list, this.#bits.number(widthOf(list.length)));
  }

  #text(): string {
    if (this.#bits.flag())
      return oneOf(this.#table, this.#bits.number(widthOf(this.#table.length)));
    const text = this.#bits.text();
    this.#table.push(text);
    return text;
  }
}

function oneOf<T>(list: readonly T[], place: number): T {
  if (!(place in list)) throw new RangeError('no such place');
  return list[place] as T;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
