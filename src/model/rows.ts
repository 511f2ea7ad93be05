import { type Delimiter, readDelimited, writeDelimited } from './delimited.ts';
import { LIMITS } from './file-schema.ts';
import {
  FACTS,
  type Fact,
  factsOf,
  isPartner,
  type Party,
  type PartyType,
  type Relationship,
  type RelationshipKind,
  type Scenario,
  type Tenant,
} from './scenario.ts';
import { tidyText } from './tidy.ts';

/**
 * Parties and relationships as rows of a spreadsheet: a block of parties, an empty row, and a block of
 * relationships, each under its column names. Parties are called by name; where names don't tell them
 * apart, by id.
 */

/** In the order in which they are written, and read where no row names them. */
export const PARTY_COLUMNS = [
  'name',
  'type',
  'country',
  'organization',
  'affiliateGroup',
  'tenant',
  'tenantKind',
  ...FACTS,
  'id',
] as const;
export const RELATIONSHIP_COLUMNS = ['from', 'kind', 'to', 'service', 'verdict', 'id'] as const;
export type Column = (typeof PARTY_COLUMNS)[number] | (typeof RELATIONSHIP_COLUMNS)[number];

/** What cells may say, in any language that is read; keys are `folded`. */
export interface RowWords {
  readonly columns: ReadonlyMap<string, Column>;
  readonly types: ReadonlyMap<string, PartyType>;
  readonly kinds: ReadonlyMap<string, RelationshipKind>;
  readonly tenantKinds: ReadonlyMap<string, Tenant['kind']>;
  /** To ISO 3166-1 alpha-2. */
  readonly countries: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, boolean>;
}

/** What cells are written with, in one language. */
export interface RowNames {
  readonly column: (column: Column) => string;
  readonly type: (type: PartyType) => string;
  readonly kind: (kind: RelationshipKind) => string;
  readonly tenantKind: (kind: Tenant['kind']) => string;
  readonly country: (code: string) => string;
  readonly answer: (answer: boolean) => string;
  /** Of a relationship, by id. It is written for the reader and not read again. */
  readonly verdict: (relationship: string) => string;
}

/** What can be wrong with a row. The words are at `table.problem.<code>`. */
export const ROW_PROBLEM_CODES = [
  'tooLarge',
  'badQuote',
  'unknownColumn',
  'repeatedColumn',
  'tooManyCells',
  'formula',
  'lineBreak',
  'tooLong',
  'missing',
  'unknownType',
  'unknownCountry',
  'unknownKind',
  'unknownTenantKind',
  'unknownAnswer',
  'tenantMissing',
  'exists',
  'duplicate',
  'contradicts',
  'dangling',
  'ambiguous',
  'tooManyParties',
  'tooManyRelationships',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number];

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column?: Column;
  /** What the cell says, shortened; or the other row, or a limit. */
  readonly value?: string;
  readonly row?: number;
  readonly max?: number;
}

export interface ReadRow {
  /** Counted from 1, with empty rows, as a spreadsheet counts. */
  readonly row: number;
  /** What the row is; a header is listed only where something is wrong with it. */
  readonly is: 'header' | 'party' | 'relationship';
  /** Its cells in short, to be recognized by. */
  readonly text: string;
  readonly problems: readonly RowProblem[];
}

export interface RowsRead {
  readonly rows: readonly ReadRow[];
  /** Numbers of rows. */
  readonly parties: number;
  readonly relationships: number;
  /** Of all rows together. */
  readonly problems: number;
  /** The scenario with what the rows say; undefined when a row has a problem, or there is none. */
  readonly scenario: Scenario | undefined;
}

/** Whether rows come to what is there or take its place. Those that stay the same party keep their place. */
export const ROW_MODES = ['add', 'replace'] as const;
export type RowMode = (typeof ROW_MODES)[number];

/** A word as it is compared: without differences of case, width and space. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Reads rows into a scenario: all of them, or none and what is wrong with which. Never throws.
 *
 * @param text tab separated, as a spreadsheet copies it, or CSV
 */
export function readRows(text: string, words: RowWords, into: Scenario, mode: RowMode): RowsRead {
  if (text.length > LIMITS.bytes) {
    const problems: RowProblem[] = [{ code: 'tooLarge', max: LIMITS.bytes / 1024 / 1024 }];
    const rows: ReadRow[] = [{ row: 1, is: 'header', text: '', problems }];
    return { rows, parties: 0, relationships: 0, problems: 1, scenario: undefined };
  }
  const drafts = draftsOf(text, words);
  const partyDrafts = drafts.filter(({ is }) => is === 'party');
  const relationshipDrafts = drafts.filter(({ is }) => is === 'relationship');
  const base = mode === 'add' ? into : { ...into, parties: [], relationships: [] };

  const parties = readParties(partyDrafts, words, base, into);
  const relationships = readRelationships(relationshipDrafts, words, base, parties);
  const problems = drafts.reduce((sum, draft) => sum + draft.problems.length, 0);
  const isReady = problems === 0 && partyDrafts.length + relationshipDrafts.length > 0;
  return {
    rows: drafts
      .filter((draft) => draft.is !== 'header' || draft.problems.length > 0)
      .map(({ row, is, cells, problems: wrong }) => ({
        row,
        is,
        text: shortened([...cells.values()].filter(Boolean).join(' · ')),
        problems: wrong,
      })),
    parties: partyDrafts.length,
    relationships: relationshipDrafts.length,
    problems,
    scenario: isReady
      ? withRows(
          base,
          parties.map(({ party }) => party),
          relationships,
        )
      : undefined,
  };
}

/** The rows of a scenario, which `readRows` reads again in any language it knows. */
export function writeRows(scenario: Scenario, names: RowNames, delimiter: Delimiter): string {
  const called = references(scenario.parties);
  const parties = scenario.parties.map((party) =>
    PARTY_COLUMNS.map((column) => partyCell(party, column, names)),
  );
  const relationships = scenario.relationships.map((one) => [
    called.get(one.from) ?? one.from,
    names.kind(one.kind),
    called.get(one.to) ?? one.to,
    one.service ?? '',
    names.verdict(one.id),
    one.id,
  ]);
  const records = [
    PARTY_COLUMNS.map(names.column),
    ...parties,
    [],
    RELATIONSHIP_COLUMNS.map(names.column),
    ...relationships,
  ];
  return writeDelimited(
    records.map((cells) => cells.map((cell) => neutralized(tidyText(cell)))),
    delimiter,
  );
}

/** What a spreadsheet would take for a formula, also in the wide forms that some read as such. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** An apostrophe makes a spreadsheet take the rest as text; one more where one is there already. */
const NEUTRALIZED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function neutralized(cell: string): string {
  return FORMULA.test(cell) || NEUTRALIZED.test(cell) ? `'${cell}` : cell;
}

/** A row on its way: its cells by column, and what was found wrong so far. */
interface Draft {
  readonly row: number;
  readonly is: ReadRow['is'];
  readonly cells: ReadonlyMap<Column, string>;
  readonly problems: RowProblem[];
}

function draftsOf(text: string, words: RowWords): Draft[] {
  const { records, badQuote } = readDelimited(text);
  const drafts: Draft[] = [];
  let named: { is: ReadRow['is']; columns: readonly (Column | undefined)[] } | undefined;
  records.forEach((record, index) => {
    const row = index + 1;
    if (record.every((cell) => cell.trim() === '')) return;
    const problems: RowProblem[] = [];
    if (index === badQuote) problems.push({ code: 'badQuote' });
    const header = headerOf(record, words);
    if (header) {
      named = header;
      drafts.push({ row, is: 'header', cells: new Map(), problems });
      problems.push(...problemsOfHeader(record, header.columns));
      return;
    }
    const { is, columns } = named ?? guessed(record, words);
    const cells = new Map<Column, string>();
    record.forEach((raw, i) => {
      const column = columns[i];
      if (column !== undefined) cells.set(column, cellOf(raw, column, problems));
      else if (i >= columns.length && raw.trim() !== '') {
        problems.push({ code: 'tooManyCells', value: shortened(raw) });
      }
    });
    drafts.push({ row, is, cells, problems });
  });
  return drafts;
}

/** A row names columns when it names those that its kind can't do without. */
function headerOf(record: readonly string[], words: RowWords) {
  const columns = record.map((cell) => words.columns.get(folded(cell)));
  if (columns.includes('from') && columns.includes('to')) {
    return { is: 'relationship' as const, columns: columns.map(among(RELATIONSHIP_COLUMNS)) };
  }
  // "Type" alone may be what a company is called; with the name beside it, it is a header.
  if (columns.includes('type') && (columns.includes('name') || columns.includes('id'))) {
    return { is: 'party' as const, columns: columns.map(among(PARTY_COLUMNS)) };
  }
  return undefined;
}

function among(known: readonly Column[]) {
  return (column: Column | undefined) => (column && known.includes(column) ? column : undefined);
}

function problemsOfHeader(
  record: readonly string[],
  columns: readonly (Column | undefined)[],
): RowProblem[] {
  return record.flatMap((cell, i): RowProblem[] => {
    const column = columns[i];
    if (column === undefined) {
      return cell.trim() === '' ? [] : [{ code: 'unknownColumn', value: shortened(cell) }];
    }
    return columns.indexOf(column) < i ? [{ code: 'repeatedColumn', column }] : [];
  });
}

/** Without column names, what stands second tells a relationship from a party. */
function guessed(record: readonly string[], words: RowWords) {
  return words.kinds.has(folded(record[1] ?? ''))
    ? { is: 'relationship' as const, columns: RELATIONSHIP_COLUMNS }
    : { is: 'party' as const, columns: PARTY_COLUMNS };
}

function cellOf(raw: string, column: Column, problems: RowProblem[]): string {
  if (column === 'verdict') return '';
  const trimmed = raw.trim();
  if (FORMULA.test(raw) || FORMULA.test(trimmed)) {
    problems.push({ code: 'formula', column, value: shortened(trimmed) });
    return '';
  }
  if (/[\r\n\p{Zl}\p{Zp}]/u.test(trimmed)) {
    problems.push({ code: 'lineBreak', column, value: shortened(trimmed) });
    return '';
  }
  const text = tidyText(NEUTRALIZED.test(trimmed) ? trimmed.slice(1) : trimmed);
  if (text.length > LIMITS.name && [...text].length > LIMITS.name) {
    problems.push({ code: 'tooLong', column, value: shortened(text), max: LIMITS.name });
    return '';
  }
  return text;
}

interface PartyRow {
  readonly party: Party;
  /** As the row calls it, by which other rows may mean it. */
  readonly id: string | undefined;
}

/**
 * @param base to which the parties come
 * @param before where a party may have been, with its id and its place
 */
function readParties(
  drafts: readonly Draft[],
  words: RowWords,
  base: Scenario,
  before: Scenario,
): PartyRow[] {
  const isReplacing = base.parties !== before.parties;
  const byId = new Map(before.parties.map((party) => [party.id, party]));
  const byName = groupedBy(before.parties, ({ name }) => name);
  const taken = new Set([
    ...base.parties.map(({ id }) => id),
    ...drafts.map(({ cells }) => cells.get('id') ?? ''),
  ]);
  const claimed = new Set(base.parties.map(({ id }) => id));
  const fresh = freshIds(taken);
  const seen = new Map<string, { row: number; says: string }>();

  return drafts.flatMap((draft, i): PartyRow[] => {
    const { cells, problems } = draft;
    const read = readParty(draft, words);
    const id = cells.get('id') || undefined;
    const name = cells.get('name') || undefined;
    const key = id ? `id ${id}` : name ? `name ${name}` : undefined;
    if (key) repeatProblem(seen, key, draft, { ...read, id: '' });
    if (!isReplacing && isThere(id, name))
      problems.push({ code: 'exists', value: name ?? id ?? '' });
    if (base.parties.length + i + 1 > LIMITS.parties) {
      problems.push({ code: 'tooManyParties', max: LIMITS.parties });
    }
    if (!read) return [];

    const old = isReplacing ? formerly(id, name, read.type) : undefined;
    const wanted = id ?? old?.id;
    const now = wanted && !claimed.has(wanted) ? wanted : fresh(read.type);
    claimed.add(now);
    const place = old?.position ? { position: old.position } : {};
    return [{ party: { ...read, id: now, ...place }, id }];
  });

  function isThere(id: string | undefined, name: string | undefined): boolean {
    if (id === undefined) return name !== undefined && byName.has(name);
    const same = byId.get(id);
    return same !== undefined && same.name === name;
  }

  function formerly(id: string | undefined, name: string | undefined, type: PartyType) {
    if (id !== undefined) return byId.get(id);
    const same = (name === undefined ? undefined : byName.get(name)) ?? [];
    const [only] = same.filter((party) => party.type === type && !taken.has(party.id));
    return same.length === 1 ? only : undefined;
  }
}

/** The party that a row describes, without an id; undefined without a type. */
function readParty({ cells, problems }: Draft, words: RowWords): Party | undefined {
  const cell = (column: Column) => cells.get(column) || undefined;
  const read = <T>(column: Column, known: ReadonlyMap<string, T>, code: RowProblemCode) => {
    const text = cell(column);
    if (text === undefined) return undefined;
    const value = known.get(folded(text));
    if (value === undefined) problems.push({ code, column, value: shortened(text) });
    return value;
  };

  const type = read('type', words.types, 'unknownType');
  if (cell('type') === undefined) missing({ problems }, 'type');
  const country = read('country', words.countries, 'unknownCountry');
  const kind = read('tenantKind', words.tenantKinds, 'unknownTenantKind');
  const tenant = cell('tenant');
  if (kind && !tenant) problems.push({ code: 'tenantMissing' });
  const facts = FACTS.flatMap((fact): [Fact, false][] => {
    const answer = read(fact, words.answers, 'unknownAnswer');
    return answer === false ? [[fact, false]] : [];
  });
  if (!type) return undefined;
  return given<Party>({
    id: '',
    type,
    name: cell('name'),
    country,
    organization: cell('organization'),
    affiliateGroup: cell('affiliateGroup'),
    tenant: tenant && { id: tenant, kind: kind ?? (isPartner(type) ? 'csp' : 'customer') },
    facts: facts.length > 0 ? Object.fromEntries(facts) : undefined,
  });
}

function readRelationships(
  drafts: readonly Draft[],
  words: RowWords,
  base: Scenario,
  added: readonly PartyRow[],
): Relationship[] {
  const ends = endFinder(base, added, words);
  const lineOf = ({ kind, from, to, service }: Relationship) =>
    JSON.stringify([kind, from, to, service ?? '']);
  const drawn = new Set(base.relationships.map(lineOf));
  const oldLines = new Map(base.relationships.map((one) => [one.id, lineOf(one)]));
  const claimed = new Set(base.relationships.map(({ id }) => id));
  const fresh = freshIds(
    new Set([...claimed, ...drafts.map(({ cells }) => cells.get('id') ?? '')]),
  );
  const seen = new Map<string, { row: number; says: string }>();

  return drafts.flatMap((draft, i): Relationship[] => {
    const { cells, problems } = draft;
    const kindText = cells.get('kind') ?? '';
    const kind = words.kinds.get(folded(kindText));
    if (kindText === '') missing(draft, 'kind');
    else if (!kind) problems.push({ code: 'unknownKind', column: 'kind', value: kindText });
    const from = ends(draft, 'from');
    const to = ends(draft, 'to');
    if (base.relationships.length + i + 1 > LIMITS.relationships) {
      problems.push({ code: 'tooManyRelationships', max: LIMITS.relationships });
    }
    if (!kind || from === undefined || to === undefined) return [];

    const service = cells.get('service') || undefined;
    const read = given<Relationship>({ id: '', kind, from, to, service });
    const line = lineOf(read);
    const id = cells.get('id') || undefined;
    repeatProblem(seen, id ? `id ${id}` : line, draft, read);
    if (id ? oldLines.get(id) === line : drawn.has(line)) problems.push({ code: 'exists' });

    const now = id && !claimed.has(id) ? id : fresh('r');
    claimed.add(now);
    return [{ ...read, id: now }];
  });
}

/**
 * Finds the party that a cell means: one of the rows before one that was there, and an id before a name.
 * A type means the party of that type that has no name, as it is shown under its type.
 */
function endFinder({ parties }: Scenario, added: readonly PartyRow[], words: RowWords) {
  const rowIds = new Map(added.flatMap((row) => (row.id ? [[row.id, row.party.id] as const] : [])));
  const rowNames = groupedBy(
    added.map(({ party }) => party),
    ({ name }) => name,
  );
  const names = groupedBy(parties, ({ name }) => name);
  const ids = new Set(parties.map(({ id }) => id));
  const unnamed = groupedBy(
    [...parties, ...added.map(({ party }) => party)].filter(({ name }) => !name),
    ({ type }) => type,
  );

  return (draft: Draft, column: 'from' | 'to'): string | undefined => {
    const text = draft.cells.get(column) ?? '';
    if (text === '') {
      missing(draft, column);
      return undefined;
    }
    const byId = rowIds.get(text);
    if (byId !== undefined) return byId;
    const type = words.types.get(folded(text));
    const byType = ids.has(text) || !type ? undefined : unnamed.get(type);
    const named = rowNames.get(text) ?? names.get(text) ?? byType ?? [];
    const [party] = named;
    if (named.length > 1) {
      draft.problems.push({ code: 'ambiguous', column, value: shortened(text) });
      return undefined;
    }
    if (party) return party.id;
    if (ids.has(text)) return text;
    draft.problems.push({ code: 'dangling', column, value: shortened(text) });
    return undefined;
  };
}

/** Says so unless the cell was refused already. */
function missing({ problems }: Pick<Draft, 'problems'>, column: Column): void {
  if (!problems.some((one) => one.column === column)) problems.push({ code: 'missing', column });
}

/** The same again, or something else said of the same. */
function repeatProblem(
  seen: Map<string, { row: number; says: string }>,
  key: string,
  { row, problems }: Draft,
  read: object,
): void {
  const says = JSON.stringify(read);
  const first = seen.get(key);
  if (!first) seen.set(key, { row, says });
  else problems.push({ code: first.says === says ? 'duplicate' : 'contradicts', row: first.row });
}

function withRows(
  base: Scenario,
  parties: readonly Party[],
  relationships: readonly Relationship[],
): Scenario {
  const all = [...base.relationships, ...relationships];
  const next = { ...base, parties: [...base.parties, ...parties], relationships: all };
  if (!base.expect) return next;
  const ids = new Set(all.map(({ id }) => id));
  const expect = Object.fromEntries(Object.entries(base.expect).filter(([id]) => ids.has(id)));
  return { ...next, expect };
}

/** How rows call each party: by its name where no other has it, and none has it as an id. */
function references(parties: readonly Party[]): Map<string, string> {
  const ids = new Set(parties.map(({ id }) => id));
  const names = groupedBy(parties, ({ name }) => name && tidyText(name));
  return new Map(
    parties.map(({ id, name }) => {
      const tidy = name === undefined ? '' : tidyText(name);
      const isClear = tidy !== '' && names.get(tidy)?.length === 1 && !ids.has(tidy);
      return [id, isClear ? tidy : id];
    }),
  );
}

function partyCell(party: Party, column: (typeof PARTY_COLUMNS)[number], names: RowNames): string {
  switch (column) {
    case 'type':
      return names.type(party.type);
    case 'country':
      return party.country === undefined ? '' : names.country(party.country);
    case 'tenant':
      return party.tenant?.id ?? '';
    case 'tenantKind':
      return party.tenant ? names.tenantKind(party.tenant.kind) : '';
    case 'id':
    case 'name':
    case 'organization':
    case 'affiliateGroup':
      return party[column] ?? '';
    default: {
      const isLacking = party.facts?.[column] === false;
      return isLacking || factsOf(party.type).includes(column) ? names.answer(!isLacking) : '';
    }
  }
}

/** Ids of the form `prefix-n`; counts on, so that thousands are quickly found. */
function freshIds(taken: Set<string>): (prefix: string) => string {
  const count = new Map<string, number>();
  return (prefix) => {
    let n = count.get(prefix) ?? 0;
    do n++;
    while (taken.has(`${prefix}-${n}`));
    count.set(prefix, n);
    taken.add(`${prefix}-${n}`);
    return `${prefix}-${n}`;
  };
}

function groupedBy<T>(list: readonly T[], key: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const of = key(one);
    if (of === undefined || of === '') continue;
    const group = groups.get(of);
    if (group) group.push(one);
    else groups.set(of, [one]);
  }
  return groups;
}

function given<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function shortened(text: string): string {
  const flat = tidyText(text);
  return flat.length > 60 ? `${[...flat].slice(0, 59).join('')}…` : flat;
}
