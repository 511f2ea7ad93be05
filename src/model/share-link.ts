import { FORMAT, LIMITS, VERSION } from './file-schema.ts';
import { FACTS, PARTY_TYPES, RELATIONSHIP_KINDS, type Scenario } from './scenario.ts';
import {
  type FileProblem,
  parseJson,
  problem,
  type Read,
  refuse,
  scenarioOf,
} from './scenario-file.ts';

/**
 * A scenario as text for the fragment of an address: the name of the codec, a dot, then compact JSON,
 * deflated and written in base64url. What comes back is checked as a file is: a link may come from anybody.
 */

const CODEC = 'd1';
/** Characters of a payload that are looked at: more is no link that a program would have passed on. */
const LONGEST_PAYLOAD = 500_000;

/** What a link may be longer than, and then gets cut or refused. Characters of the whole address. */
export const LINK_LIMITS = { teams: 28_000, slack: 4_000, oldPrograms: 2_000, qr: 1_200 } as const;

export async function writeShared(scenario: Scenario): Promise<string> {
  return pack(CODEC, compactScenario(scenario));
}

/** What a link holds before it is deflated. */
export function sharedText(scenario: Scenario): string {
  return JSON.stringify(compactScenario(scenario));
}

/** Reads what `writeShared` wrote, or says what is wrong with it. Never throws, and is bounded in memory. */
export async function readShared(text: string): Promise<Read> {
  const read = await unpack(CODEC, text, (value) => scenarioOf(sharedFile(value)));
  return 'problem' in read ? refuse([read.problem]) : read;
}

function sharedFile(value: unknown): object {
  return { ...expandScenario(value), format: FORMAT, version: VERSION };
}

/** A value as text for the fragment of an address, under the name of its codec. */
export async function pack(codec: string, value: unknown): Promise<string> {
  const deflated = await through(
    encoded(JSON.stringify(value)),
    new CompressionStream('deflate-raw'),
    Infinity,
  );
  return `${codec}.${toBase64Url(deflated as Uint8Array)}`;
}

/**
 * Reads what `pack` wrote under this codec, bounded in memory.
 *
 * @param make takes the value, whatever it is; what it throws is the damage of the link
 */
export async function unpack<T>(
  codec: string,
  text: string,
  make: (value: unknown) => T,
): Promise<T | { readonly problem: FileProblem }> {
  const dot = text.indexOf('.');
  const found = text.slice(0, dot);
  if (dot < 0 || !/^[a-z]\d{1,3}$/.test(found)) return { problem: problem('', 'damagedLink', {}) };
  if (found !== codec) return { problem: problem('', 'newerLink', { codec: found }) };
  if (text.length > LONGEST_PAYLOAD) {
    return { problem: problem('', 'linkTooLong', { max: LONGEST_PAYLOAD }) };
  }
  try {
    const bytes = fromBase64Url(text.slice(dot + 1));
    const inflated = await through(bytes, new DecompressionStream('deflate-raw'), LIMITS.bytes);
    if (!inflated) return { problem: problem('', 'tooLarge', { max: LIMITS.bytes / 1024 / 1024 }) };
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
    return 'problem' in parsed ? { problem: problem('', 'damagedLink', {}) } : make(parsed.value);
  } catch {
    // Not base64, not deflated, not UTF-8, or rows of another form: all the same to the reader.
    return { problem: problem('', 'damagedLink', {}) };
  }
}

// A party is [type, id, name, country, organization, group, tenant id, tenant kind, facts, x, y, rest],
// a relationship [kind, from, to, id, service, rest], without what is empty at the end. Types and kinds
// are their places in our lists, ends are places among the parties, facts are digits of base 3.

type Row = (string | number | null | object)[];

/** A scenario as rows, for what has to be short. */
export function compactScenario({ parties, relationships, ...rest }: Scenario): Row {
  const places = new Map(parties.map(({ id }, i) => [id, i]));
  return trimmed([
    parties.map(({ id, type, name, country, organization, affiliateGroup, ...more }) => {
      const { tenant, facts, position, ...unknown } = more;
      return trimmed([
        PARTY_TYPES.indexOf(type),
        id,
        name ?? null,
        country ?? null,
        organization ?? null,
        affiliateGroup ?? null,
        isPlain(tenant, ['id', 'kind']) ? tenant.id : null,
        isPlain(tenant, ['id', 'kind']) ? tenant.kind : null,
        isPlain(facts, FACTS) ? factDigits(facts) : null,
        isPlain(position, ['x', 'y']) ? position.x : null,
        isPlain(position, ['x', 'y']) ? position.y : null,
        filled({
          ...unknown,
          // What carries fields of somebody else is kept as it is.
          ...(tenant && !isPlain(tenant, ['id', 'kind']) ? { tenant } : {}),
          ...(facts && !isPlain(facts, FACTS) ? { facts } : {}),
          ...(position && !isPlain(position, ['x', 'y']) ? { position } : {}),
        }),
      ]);
    }),
    relationships.map(({ id, kind, from, to, service, ...unknown }) =>
      trimmed([
        RELATIONSHIP_KINDS.indexOf(kind),
        places.get(from) ?? null,
        places.get(to) ?? null,
        id,
        service ?? null,
        filled(unknown),
      ]),
    ),
    filled(rest),
  ]);
}

/** The fields of a scenario from its rows, to be checked as a file is. Throws on other forms. */
export function expandScenario(value: unknown): object {
  const [parties, relationships, rest] = value as [unknown[][], unknown[][], object | undefined];
  const ids = parties.map(([, id]) => id);
  return {
    ...rest,
    parties: parties.map((row) => {
      const [type, id, name, country, organization, affiliateGroup, ...more] = row;
      const [tenantId, tenantKind, facts, x, y, unknown] = more;
      return {
        ...(unknown as object | undefined),
        id,
        type: PARTY_TYPES[type as number],
        ...given({ name, country, organization, affiliateGroup }),
        ...(tenantId == null ? {} : { tenant: { id: tenantId, kind: tenantKind } }),
        ...(facts == null ? {} : { facts: factsFrom(facts as number) }),
        ...(x == null ? {} : { position: { x, y } }),
      };
    }),
    relationships: relationships.map(([kind, from, to, id, service, unknown]) => ({
      ...(unknown as object | undefined),
      id,
      kind: RELATIONSHIP_KINDS[kind as number],
      from: ids[from as number],
      to: ids[to as number],
      ...given({ service }),
    })),
  };
}

function factDigits(facts: { readonly [fact: string]: boolean | undefined }): number {
  return FACTS.reduceRight((number, fact) => {
    const value = facts[fact];
    return number * 3 + (value === undefined ? 0 : value ? 1 : 2);
  }, 0);
}

function factsFrom(digits: number): object {
  const values = FACTS.map((fact, i) => [fact, Math.floor(digits / 3 ** i) % 3] as const);
  return Object.fromEntries(
    values.flatMap(([fact, digit]) => (digit === 0 ? [] : [[fact, digit === 1]])),
  );
}

function isPlain<T extends object>(
  value: T | undefined,
  fields: readonly string[],
): value is NonNullable<T> {
  return value !== undefined && Object.keys(value).every((key) => fields.includes(key));
}

function given(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

function filled(rest: object): object | null {
  return Object.keys(rest).length > 0 ? rest : null;
}

function trimmed(row: Row): Row {
  return row.slice(0, row.findLastIndex((value) => value !== null) + 1);
}

/** @returns undefined when more than `most` bytes would come out: nothing is kept then */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new SyntaxError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
