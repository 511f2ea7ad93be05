import * as v from 'valibot';
import { FORMAT, LIMITS, scenarioFile, VERSION } from './file-schema.ts';
import { jsonErrorPlace } from './json-place.ts';
import type { Scenario } from './scenario.ts';
import { unescapeXml } from './xml.ts';

/** What can be wrong with a file. The words are at `file.problem.<code>`. */
export const PROBLEM_CODES = [
  'notOpened',
  'notJson',
  'pictureWithout',
  'notScenario',
  'notCourse',
  'newerVersion',
  'missing',
  'wrongType',
  'notOneOf',
  'badId',
  'badCountry',
  'badDate',
  'badLanguage',
  'badCoordinate',
  'badGoal',
  'badText',
  'badWords',
  'badItem',
  'notWhole',
  'outOfRange',
  'tooLong',
  'tooMany',
  'tooLarge',
  'tooDeep',
  'forbiddenKey',
  'duplicateId',
  'danglingEnd',
  'danglingExpectation',
  'danglingRelationship',
  'badChain',
  'damagedLink',
  'newerLink',
  'linkTooLong',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FileProblem {
  /** Where: `parties[2].tenant.kind`; empty = the file as a whole. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What was found and what was expected, for the words. */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Read =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** More than a reader can use; the rest is the same mistake again. */
const PROBLEMS_SHOWN = 20;

/** Where the JSON Schema of the format stands beside the built app. */
export const SCHEMA_NAME = 'csp-scenario.schema.json';

/** Reads the text of one scenario file: all of it, or nothing and the problems. Never throws. */
export function readScenario(text: string): Read {
  const parsed = parseJson(text);
  return 'problem' in parsed ? refuse([parsed.problem]) : scenarioOf(parsed.value);
}

/** JSON text, or that of a picture which carries its scenario, to a value; within the size limit. */
export function parseJson(file: string): { value: unknown } | { problem: FileProblem } {
  const text = isMarkup(file) ? carriedBy(file) : file;
  if (text === undefined) return { problem: problem('', 'pictureWithout', {}) };
  // A UTF-16 unit is at most three bytes of UTF-8, so most files need no counting.
  if (text.length * 3 > LIMITS.bytes && new TextEncoder().encode(text).length > LIMITS.bytes) {
    return { problem: problem('', 'tooLarge', { max: LIMITS.bytes / 1024 / 1024 }) };
  }
  try {
    return { value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
  } catch {
    return { problem: problem('', 'notJson', jsonErrorPlace(text)) };
  }
}

function isMarkup(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** What stands in the `<metadata>` of an SVG picture, where that is a scenario. */
function carriedBy(markup: string): string | undefined {
  const open = /<(?:\w+:)?metadata\b[^<>]*>/g;
  for (const { index, 0: tag } of markup.matchAll(open)) {
    const start = index + tag.length;
    const end = markup.indexOf('</', start);
    const [, character] = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>/.exec(markup.slice(start)) ?? [];
    const text = character ?? unescapeXml(markup.slice(start, end < 0 ? undefined : end));
    if (text.trimStart().startsWith('{')) return text;
  }
  return undefined;
}

/** A parsed value to a scenario: the form, then what only the whole can tell. */
export function scenarioOf(value: unknown): Read {
  const hazard = findHazard(value);
  if (hazard) return refuse([hazard]);

  const head = v.safeParse(
    v.looseObject({ format: v.literal(FORMAT), version: v.number() }),
    value,
  );
  if (!head.success) return refuse([problem('', 'notScenario', {})]);
  if (head.output.version > VERSION) {
    return refuse([problem('version', 'newerVersion', { version: head.output.version })]);
  }

  const file = v.safeParse(scenarioFile, value);
  if (!file.success) return refuse(file.issues.map(problemOf));
  const { $schema, format, version, ...scenario } = file.output;
  const inconsistent = inconsistencies(scenario, '');
  return inconsistent.length > 0 ? refuse(inconsistent) : { ok: true, scenario };
}

/** The format that a value says it has; undefined where it says none. */
export function formatOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value
    ? value.format
    : undefined;
}

/** The scenario, called like its file where it has no title of its own. */
export function titledAfterFile(scenario: Scenario, fileName: string): Scenario {
  const title = scenario.title ?? fileName.replace(/(\.csp)?\.json$|\.svg$|\.html?$/i, '');
  return title === '' ? scenario : { ...scenario, title };
}

/** The text of a scenario file: the known fields in the format's order, then what the file brought along. */
export function writeScenario(scenario: Scenario, schemaAddress: string = SCHEMA_NAME): string {
  const {
    id,
    title,
    description,
    language,
    edition,
    asOf,
    parties,
    relationships,
    expect,
    expectChain,
    expectServed,
    ...unknown
  } = scenario;
  const file = {
    $schema: schemaAddress,
    format: FORMAT,
    version: VERSION,
    id,
    title,
    description,
    language,
    edition,
    asOf,
    parties,
    relationships,
    expect,
    expectChain,
    expectServed,
    ...unknown,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function refuse(problems: readonly FileProblem[]): Read & { readonly ok: false } {
  return { ok: false, problems: problems.slice(0, PROBLEMS_SHOWN) };
}

export function problem(
  path: string,
  code: ProblemCode,
  params: FileProblem['params'],
): FileProblem {
  return { path, code, params };
}

/**
 * Keys that would reach an object's prototype, and nesting that would exhaust the stack of whoever
 * walks the value later. Looked for before anything else touches it.
 */
export function findHazard(root: unknown): FileProblem | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > LIMITS.depth) return problem(path, 'tooDeep', { max: LIMITS.depth });
    for (const [key, inner] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : join(path, key);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        return problem(at, 'forbiddenKey', { key });
      }
      open.push({ value: inner, path: at, depth: depth + 1 });
    }
  }
  return undefined;
}

/**
 * What only the whole scenario can tell.
 *
 * @param at the path of the scenario in its file; empty = it is the file
 */
export function inconsistencies(scenario: Scenario, at: string): FileProblem[] {
  const parties = new Set<string>();
  const relationships = new Set<string>();
  const problems: FileProblem[] = [];
  scenario.parties.forEach(({ id }, i) => {
    if (parties.has(id))
      problems.push(problem(join(at, `parties[${i}].id`), 'duplicateId', { id }));
    parties.add(id);
  });
  scenario.relationships.forEach(({ id, from, to }, i) => {
    const line = join(at, `relationships[${i}]`);
    if (relationships.has(id)) problems.push(problem(`${line}.id`, 'duplicateId', { id }));
    relationships.add(id);
    if (!parties.has(from)) problems.push(problem(`${line}.from`, 'danglingEnd', { id: from }));
    if (!parties.has(to)) problems.push(problem(`${line}.to`, 'danglingEnd', { id: to }));
  });
  for (const id of Object.keys(scenario.expect ?? {})) {
    if (!relationships.has(id)) {
      problems.push(problem(join(join(at, 'expect'), id), 'danglingExpectation', { id }));
    }
  }
  scenario.expectServed?.forEach((id, i) => {
    if (!parties.has(id))
      problems.push(problem(join(at, `expectServed[${i}]`), 'danglingEnd', { id }));
  });
  return problems;
}

/** What a schema of a file found, as a problem of the file. */
export function problemOf(issue: v.BaseIssue<unknown>): FileProblem {
  const path = pathOf(issue);
  const actual = shown(issue.input);
  if (issue.kind === 'schema' && issue.type !== 'custom') {
    if (issue.received === 'undefined') return problem(path, 'missing', {});
    const choice = ['picklist', 'literal', 'variant'].includes(issue.type);
    if (!choice) return problem(path, 'wrongType', { expected: typeName(issue.type), actual });
    const allowed = (issue.expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ');
    return problem(path, 'notOneOf', { allowed, actual });
  }
  // The schema gives its own code as the message of each of its validations.
  const [code, ...bounds] = issue.message.split(':') as [ProblemCode, ...string[]];
  const [max, min] = bounds.toReversed();
  const params: Record<string, string | number> = { actual };
  if (min) params.min = Number(min);
  if (max) params.max = Number(max);
  if (code === 'badCoordinate') params.max = LIMITS.coordinate;
  if (code === 'tooMany') params.actual = Array.isArray(issue.input) ? issue.input.length : 0;
  return problem(path, code, params);
}

/** JSON's own type names: what an author of a file knows them by. */
function typeName(type: string): string {
  return type === 'loose_object' || type === 'record' ? 'object' : type;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    path = typeof key === 'number' ? `${path}[${key}]` : join(path, String(key));
  }
  return path;
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
