import {
  DEFAULT_EDITION,
  EDITIONS,
  type EditionId,
  FACTS,
  type Fact,
  PARTY_TYPES,
  type Party,
  type PartyType,
  type Relationship,
  type RelationshipKind,
  type Scenario,
  type Tenant,
} from './scenario.ts';

/**
 * A scenario as a line of text, for tests, documentation and addresses typed by hand:
 *
 *     microsoft > indirectProvider > indirectReseller > customer
 *
 * - `>` sells, `--` partnership, `~>` manages; `>{Azure}` names the service.
 * - `#2` is a second party of a type; a party named again is the same party, so branches repeat it:
 *   `indirectReseller > customer; indirectReseller > customer#2`.
 * - In brackets, in any order: a country (`[DE]`, `[?]` = unknown; without one US), a name
 *   (`[name=Contoso]`), `[org=contoso]`, `[group=g]`, `[tenant=t1/customer]`, and facts that do not
 *   hold (`[-mpaSigned]`). The brackets may stand at any mention of the party.
 * - `edition=2020-05;` and `asOf=2020-01-20;` may stand first.
 *
 * A line repeated between the same parties is drawn once. Party ids are what the text calls them
 * (`customer#2`), relationship ids `e1`, `e2`, … in order.
 */
export function parseChain(text: string): Scenario {
  const parties = new Map<string, Party>();
  const relationships: Relationship[] = [];
  let head: Pick<Scenario, 'edition' | 'asOf'> = {};

  for (const segment of splitOutside(text, ';')) {
    const directive = /^(edition|asOf)=(.+)$/.exec(segment);
    if (directive) {
      head = { ...head, ...readDirective(directive[1] as string, directive[2] as string) };
      continue;
    }
    let previous: string | undefined;
    for (const { arrow, token } of steps(segment)) {
      const party = readParty(token, parties);
      parties.set(party.id, party);
      if (previous !== undefined && arrow) draw(relationships, arrow, previous, party.id);
      previous = party.id;
    }
  }
  return { ...head, parties: [...parties.values()], relationships };
}

/**
 * The line of a scenario. What the text form cannot say (titles, positions, ids, duplicates) is left
 * out: parsing it gives the same parties, relationships and verdicts under the text's own ids.
 */
export function writeChain(scenario: Scenario): string {
  const names = textNames(scenario.parties);
  const mentioned = new Set<string>();
  const mention = (party: Party): string => {
    const name = names.get(party.id) as string;
    if (mentioned.has(party.id)) return name;
    mentioned.add(party.id);
    return name + brackets(party);
  };

  const byId = new Map(scenario.parties.map((party) => [party.id, party]));
  const segments: string[] = [];
  if (scenario.edition && scenario.edition !== DEFAULT_EDITION) {
    segments.push(`edition=${scenario.edition}`);
  }
  if (scenario.asOf) segments.push(`asOf=${scenario.asOf}`);

  const drawn: Relationship[] = [];
  let end: string | undefined;
  for (const one of scenario.relationships) {
    const from = byId.get(one.from);
    const to = byId.get(one.to);
    if (!from || !to || drawn.some((before) => isSameLine(before, one))) continue;
    drawn.push(one);
    if (end !== one.from) segments.push(mention(from));
    const arrow = ARROWS[one.kind] + (one.service === undefined ? '' : `{${encoded(one.service)}}`);
    segments[segments.length - 1] += ` ${arrow} ${mention(to)}`;
    end = one.to;
  }
  for (const party of scenario.parties) if (!mentioned.has(party.id)) segments.push(mention(party));
  return segments.join('; ');
}

/** A chain text that cannot be read; `at` is the part that was not understood. */
export class ChainTextError extends Error {
  readonly at: string;
  constructor(at: string) {
    super(`chain text: ${at}`);
    this.at = at;
  }
}

const ARROWS: Record<RelationshipKind, string> = { sells: '>', partnership: '--', manages: '~>' };
const KIND_OF_ARROW: Record<string, RelationshipKind> = {
  '>': 'sells',
  '--': 'partnership',
  '~>': 'manages',
};
const DEFAULT_COUNTRY = 'US';

interface Arrow {
  readonly kind: RelationshipKind;
  readonly service: string | undefined;
}

/** `a > b -- c` to its parties, each with the arrow that leads to it. */
function steps(segment: string): { arrow: Arrow | undefined; token: string }[] {
  const found: { arrow: Arrow | undefined; token: string }[] = [];
  let arrow: Arrow | undefined;
  let rest = segment.trim();
  while (rest !== '') {
    const token = /^[A-Za-z]+(?:#\d+)?(?:\[[^\]]*\])?/.exec(rest)?.[0];
    if (!token) throw new ChainTextError(rest);
    found.push({ arrow, token });
    rest = rest.slice(token.length).trimStart();
    if (rest === '') break;
    const next = /^(~>|--|>)(?:\{([^}]*)\})?\s*(?=\S)/.exec(rest);
    if (!next) throw new ChainTextError(rest);
    arrow = {
      kind: KIND_OF_ARROW[next[1] as string] as RelationshipKind,
      service: next[2] === undefined ? undefined : decoded(next[2]),
    };
    rest = rest.slice(next[0].length);
  }
  return found;
}

function draw(list: Relationship[], { kind, service }: Arrow, from: string, to: string): void {
  const id = `e${list.length + 1}`;
  const line = { id, kind, from, to, ...(service === undefined ? {} : { service }) };
  if (!list.some((before) => isSameLine(before, line))) list.push(line);
}

function isSameLine(a: Relationship, b: Relationship): boolean {
  return a.kind === b.kind && a.from === b.from && a.to === b.to && a.service === b.service;
}

function readParty(token: string, known: ReadonlyMap<string, Party>): Party {
  const [, type, number, inside] = /^([A-Za-z]+)(?:#(\d+))?(?:\[([^\]]*)\])?$/.exec(token) ?? [];
  if (!PARTY_TYPES.includes(type as PartyType)) throw new ChainTextError(token);
  const id = number === undefined || number === '1' ? (type as string) : `${type}#${number}`;
  let party = known.get(id) ?? { id, type: type as PartyType, country: DEFAULT_COUNTRY };
  for (const part of splitOutside(inside ?? '', ',')) party = readDetail(party, part);
  return party;
}

function readDetail(party: Party, part: string): Party {
  if (part === '?') {
    const { country, ...rest } = party;
    return rest;
  }
  if (/^[A-Z]{2}$/.test(part)) return { ...party, country: part };
  if (part.startsWith('-') && FACTS.includes(part.slice(1) as Fact)) {
    return { ...party, facts: { ...party.facts, [part.slice(1)]: false } };
  }
  const [, key, raw] = /^(name|org|group|tenant)=(.*)$/s.exec(part) ?? [];
  if (raw === undefined) throw new ChainTextError(part);
  const value = decoded(raw);
  if (key === 'name') return { ...party, name: value };
  if (key === 'org') return { ...party, organization: value };
  if (key === 'group') return { ...party, affiliateGroup: value };
  const [, id, kind] = /^(.+)\/(csp|customer)$/s.exec(value) ?? [];
  if (!id) throw new ChainTextError(part);
  return { ...party, tenant: { id, kind: kind as Tenant['kind'] } };
}

function readDirective(key: string, value: string): Pick<Scenario, 'edition' | 'asOf'> {
  if (key === 'asOf' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { asOf: value };
  if (key === 'edition' && EDITIONS.includes(value as EditionId)) {
    return { edition: value as EditionId };
  }
  throw new ChainTextError(`${key}=${value}`);
}

function brackets(party: Party): string {
  const parts: string[] = [];
  if (party.country === undefined) parts.push('?');
  else if (party.country !== DEFAULT_COUNTRY) parts.push(party.country);
  if (party.name !== undefined) parts.push(`name=${party.name}`);
  if (party.organization !== undefined) parts.push(`org=${party.organization}`);
  if (party.affiliateGroup !== undefined) parts.push(`group=${party.affiliateGroup}`);
  if (party.tenant) parts.push(`tenant=${party.tenant.id}/${party.tenant.kind}`);
  for (const fact of FACTS) if (party.facts?.[fact] === false) parts.push(`-${fact}`);
  return parts.length > 0 ? `[${parts.map(encoded).join(',')}]` : '';
}

/** What would end a bracket, a list or a line is percent-encoded, as in an address. */
function encoded(value: string): string {
  return value.replace(/^\s|\s$|[[\]{};,%\r\n]/g, encodeURIComponent);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new ChainTextError(value);
  }
}

/** Ids that already are text names stay, so that writing what was parsed gives the same line. */
function textNames(parties: readonly Party[]): Map<string, string> {
  const named = ({ id, type }: Party) =>
    id === type ||
    (id.startsWith(`${type}#`) && /^[2-9]$|^[1-9]\d+$/.test(id.slice(type.length + 1)));
  if (parties.every(named)) return new Map(parties.map(({ id }) => [id, id]));

  const count = new Map<PartyType, number>();
  return new Map(
    parties.map(({ id, type }) => {
      const n = (count.get(type) ?? 0) + 1;
      count.set(type, n);
      return [id, n === 1 ? type : `${type}#${n}`];
    }),
  );
}

function splitOutside(text: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i];
    if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    else if (mark === undefined || (mark === separator && depth === 0)) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
