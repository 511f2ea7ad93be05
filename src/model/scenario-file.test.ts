import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from '../policy/cases.json' with { type: 'json' };
import { arbitraryScenario } from './arbitrary.ts';
import { fileJsonSchema } from './json-schema.ts';
import {
  type FileProblem,
  PROBLEM_CODES,
  readScenario,
  scenarioOf,
  writeScenario,
} from './scenario-file.ts';

const head = { format: 'csp-scenario', version: 1, parties: [], relationships: [] };
const ms = { id: 'ms', type: 'microsoft' };
const ip = { id: 'ip', type: 'indirectProvider' };
const sale = { id: 'e1', kind: 'sells', from: 'ms', to: 'ip' };

/** Each row: what the file holds, where the problem is, its code, and the params worth checking. */
const REFUSED: [string, unknown, string, FileProblem['code'], object?][] = [
  ['an array', [head], '', 'notScenario'],
  ['another format', { ...head, format: 'bpmn' }, '', 'notScenario'],
  ['no version', { format: 'csp-scenario' }, '', 'notScenario'],
  ['a newer version', { ...head, version: 2 }, 'version', 'newerVersion', { version: 2 }],
  ['an older version', { ...head, version: 0 }, 'version', 'notOneOf', { allowed: '1' }],
  ['no parties', { format: 'csp-scenario', version: 1, relationships: [] }, 'parties', 'missing'],
  [
    'parties that are no list',
    { ...head, parties: {} },
    'parties',
    'wrongType',
    { expected: 'array', actual: '{}' },
  ],
  ['a party without id', { ...head, parties: [{ type: 'customer' }] }, 'parties[0].id', 'missing'],
  ['an empty id', { ...head, parties: [{ ...ms, id: '' }] }, 'parties[0].id', 'badId'],
  [
    'a line break in an id',
    { ...head, parties: [{ ...ms, id: 'a\nb' }] },
    'parties[0].id',
    'badId',
  ],
  [
    'an unknown party type',
    { ...head, parties: [ms, { id: 'x', type: 'vendor' }] },
    'parties[1].type',
    'notOneOf',
    { actual: '"vendor"' },
  ],
  [
    'a country in words',
    { ...head, parties: [{ ...ms, country: 'Germany' }] },
    'parties[0].country',
    'badCountry',
    { actual: '"Germany"' },
  ],
  [
    'a number as a name',
    { ...head, parties: [{ ...ms, name: 7 }] },
    'parties[0].name',
    'wrongType',
  ],
  [
    'a name over the limit',
    { ...head, parties: [{ ...ms, name: 'x'.repeat(201) }] },
    'parties[0].name',
    'tooLong',
    { max: 200 },
  ],
  [
    'a tenant without kind',
    { ...head, parties: [{ ...ip, tenant: { id: 't' } }] },
    'parties[0].tenant.kind',
    'missing',
  ],
  [
    'a fact that is no boolean',
    { ...head, parties: [{ ...ip, facts: { enrolled: 'yes' } }] },
    'parties[0].facts.enrolled',
    'wrongType',
  ],
  [
    'an absurd coordinate',
    { ...head, parties: [{ ...ip, position: { x: 1e9, y: 0 } }] },
    'parties[0].position.x',
    'badCoordinate',
  ],
  ['a date that does not exist', { ...head, asOf: '2023-02-30' }, 'asOf', 'badDate'],
  ['a date in another form', { ...head, asOf: '1/2/2020' }, 'asOf', 'badDate'],
  ['an unknown edition', { ...head, edition: '2031-01' }, 'edition', 'notOneOf'],
  ['a language that is none', { ...head, language: 'x y' }, 'language', 'badLanguage'],
  [
    'two parties of one id',
    { ...head, parties: [ms, ms] },
    'parties[1].id',
    'duplicateId',
    { id: 'ms' },
  ],
  [
    'two relationships of one id',
    { ...head, parties: [ms, ip], relationships: [sale, sale] },
    'relationships[1].id',
    'duplicateId',
  ],
  [
    'a relationship to nobody',
    { ...head, parties: [ms], relationships: [sale] },
    'relationships[0].to',
    'danglingEnd',
    { id: 'ip' },
  ],
  [
    'an expectation about nothing',
    { ...head, expect: { e9: { verdict: 'valid' } } },
    'expect.e9',
    'danglingExpectation',
  ],
  [
    'an expected verdict that is none',
    { ...head, parties: [ms, ip], relationships: [sale], expect: { e1: { verdict: 'maybe' } } },
    'expect.e1.verdict',
    'notOneOf',
  ],
  [
    'too many parties',
    { ...head, parties: Array.from({ length: 5001 }, (_, i) => ({ ...ms, id: `p${i}` })) },
    'parties',
    'tooMany',
    { max: 5000, actual: 5001 },
  ],
  [
    'too many relationships',
    {
      ...head,
      parties: [ms, ip],
      relationships: Array.from({ length: 20_001 }, (_, i) => ({ ...sale, id: `r${i}` })),
    },
    'relationships',
    'tooMany',
    { max: 20000 },
  ],
];

describe('reading a scenario file', () => {
  it.each(REFUSED)('refuses %s', (_, value, path, code, params = {}) => {
    const read = readScenario(JSON.stringify(value));
    expect(read).toMatchObject({ ok: false, problems: [{ path, code, params }] });
  });

  it('tells line and column of what is no JSON', () => {
    expect(readScenario('{\n  "format": }')).toMatchObject({
      problems: [{ path: '', code: 'notJson', params: { line: 2, column: 13 } }],
    });
  });

  it('refuses more than 5 MiB, counted in bytes', () => {
    const file = (name: string) => JSON.stringify({ ...head, note: name });
    expect(readScenario(file('x'.repeat(5 * 1024 * 1024)))).toMatchObject({
      problems: [{ code: 'tooLarge', params: { max: 5 } }],
    });
    expect(readScenario(file('字'.repeat(1_800_000)))).toMatchObject({ ok: false });
    expect(readScenario(file('x'.repeat(4_000_000)))).toMatchObject({ ok: true });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const text = JSON.stringify({ ...head, a: [{ b: 'KEY' }] }).replace('"b"', `"${key}"`);
    expect(readScenario(text)).toMatchObject({
      problems: [{ path: `a[0].${key}`, code: 'forbiddenKey', params: { key } }],
    });
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });

  it('refuses nesting that could exhaust a stack', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify({ ...head, x: 0 }).replace('"x":0', `"x":${deep}`);
    expect(readScenario(text)).toMatchObject({ ok: false });
    expect(
      scenarioOf({ ...head, x: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }),
    ).toMatchObject({ problems: [{ code: 'tooDeep' }] });
  });

  it('shows at most twenty problems', () => {
    const parties = Array.from({ length: 100 }, () => ({ id: '' }));
    const read = readScenario(JSON.stringify({ ...head, parties }));
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && read.problems).toHaveLength(20);
  });

  it('knows a word for every code it gives', () => {
    for (const [, value] of REFUSED) {
      const read = readScenario(JSON.stringify(value));
      for (const { code } of read.ok ? [] : read.problems) expect(PROBLEM_CODES).toContain(code);
    }
  });

  it('counts a name in characters, not in code units', () => {
    const name = '𠮷'.repeat(200);
    expect(readScenario(JSON.stringify({ ...head, parties: [{ ...ms, name }] })).ok).toBe(true);
  });

  it('accepts a byte order mark', () => {
    expect(readScenario(`\uFEFF${JSON.stringify(head)}`).ok).toBe(true);
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void readScenario(text)));
    fc.assert(fc.property(fc.json(), (text) => void readScenario(text)));
    fc.assert(
      fc.property(fc.object({ withNullPrototype: true }), (value) => {
        scenarioOf({ ...head, ...value });
      }),
    );
  });

  it('reads every case of the policy', () => {
    for (const one of cases) expect(scenarioOf(one), one.id).toMatchObject({ ok: true });
  });
});

describe('writing a scenario file', () => {
  it('gives back what was read, unknown fields included', () => {
    const file = {
      ...head,
      title: 'T',
      parties: [{ ...ms, colour: 'red', facts: { vip: true }, position: { x: 1, y: 2, z: 3 } }, ip],
      relationships: [{ ...sale, since: 2019 }],
      owner: { name: 'A' },
    };
    const read = scenarioOf(file);
    expect(read.ok && JSON.parse(writeScenario(read.scenario))).toEqual({
      ...file,
      $schema: 'csp-scenario.schema.json',
    });
  });

  it('round-trips any scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        expect(readScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
      }),
    );
  });
});

describe('the JSON Schema', () => {
  it('states the format, its types and its limits', () => {
    const schema = JSON.parse(JSON.stringify(fileJsonSchema()));
    expect(schema.required).toEqual(['format', 'version', 'parties', 'relationships']);
    expect(schema.properties.format).toEqual({ const: 'csp-scenario' });
    expect(schema.properties.parties.maxItems).toBe(5000);
    const party = schema.properties.parties.items;
    expect(party.properties.name).toEqual({ type: 'string', maxLength: 200 });
    expect(party.properties.type.enum).toContain('indirectReseller');
    expect(party.additionalProperties).not.toBe(false);
  });
});
