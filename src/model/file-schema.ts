import * as v from 'valibot';
import {
  CHAIN_STATUSES,
  EDITIONS,
  FACTS,
  PARTY_TYPES,
  RELATIONSHIP_KINDS,
  TENANT_KINDS,
} from './scenario.ts';

/** The largest file, party and relationship counts, texts and coordinates that are read. */
export const LIMITS = {
  bytes: 5 * 1024 * 1024,
  parties: 5_000,
  relationships: 20_000,
  name: 200,
  id: 200,
  title: 500,
  description: 10_000,
  coordinate: 1_000_000,
  depth: 32,
} as const;

export const FORMAT = 'csp-scenario';
export const VERSION = 1;

/** Counted in code points, as JSON Schema counts: a rare Han character is one, not two. */
export function text(max: number) {
  return v.pipe(
    v.string(),
    v.check((value) => value.length <= max || [...value].length <= max, `tooLong:${max}`),
  );
}

export const id = v.pipe(text(LIMITS.id), v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u, 'badId'));
const coordinate = v.pipe(
  v.number(),
  v.minValue(-LIMITS.coordinate, 'badCoordinate'),
  v.maxValue(LIMITS.coordinate, 'badCoordinate'),
);
const date = v.pipe(v.string(), v.isoDate('badDate'), v.check(isCalendarDate, 'badDate'));

export const party = v.looseObject({
  id,
  type: v.picklist(PARTY_TYPES),
  name: v.exactOptional(text(LIMITS.name)),
  country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'badCountry'))),
  organization: v.exactOptional(text(LIMITS.name)),
  affiliateGroup: v.exactOptional(text(LIMITS.name)),
  tenant: v.exactOptional(v.looseObject({ id, kind: v.picklist(TENANT_KINDS) })),
  facts: v.exactOptional(v.looseObject(v.entriesFromList(FACTS, v.exactOptional(v.boolean())))),
  position: v.exactOptional(v.looseObject({ x: coordinate, y: coordinate })),
});

export const relationship = v.looseObject({
  id,
  kind: v.picklist(RELATIONSHIP_KINDS),
  from: id,
  to: id,
  service: v.exactOptional(text(LIMITS.name)),
});

const expectation = v.looseObject({
  verdict: v.picklist(['valid', 'invalid']),
  rules: v.exactOptional(v.array(v.string())),
  notes: v.exactOptional(v.array(v.string())),
});

export const language = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'badLanguage'),
);

/** What a scenario says of itself and of how it is judged; `null` = today. */
export const scenarioHead = {
  title: text(LIMITS.title),
  description: text(LIMITS.description),
  language,
  asOf: v.nullable(date),
  expect: v.record(v.string(), expectation),
  expectChain: v.picklist(CHAIN_STATUSES),
  expectServed: v.array(id),
};

/** The fields of a scenario, in a file of its own or within another. */
export const scenarioFields = {
  id: v.exactOptional(id),
  title: v.exactOptional(scenarioHead.title),
  description: v.exactOptional(scenarioHead.description),
  language: v.exactOptional(language),
  edition: v.exactOptional(v.picklist(EDITIONS)),
  asOf: v.exactOptional(scenarioHead.asOf),
  parties: v.pipe(v.array(party), v.maxLength(LIMITS.parties, `tooMany:${LIMITS.parties}`)),
  relationships: v.pipe(
    v.array(relationship),
    v.maxLength(LIMITS.relationships, `tooMany:${LIMITS.relationships}`),
  ),
  expect: v.exactOptional(scenarioHead.expect),
  expectChain: v.exactOptional(scenarioHead.expectChain),
  expectServed: v.exactOptional(scenarioHead.expectServed),
};

/** The `csp-scenario` file format, version 1 (POLICY section 7). Unknown fields pass and are kept. */
export const scenarioFile = v.looseObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  ...scenarioFields,
});

/** What has the form of a date may still be 30 February. */
function isCalendarDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().startsWith(value);
}
