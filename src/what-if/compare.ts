import { editionOf, type Party, type Relationship, type Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement, Verdict } from '../policy/types.ts';

/** What became of a party or a relationship from one scenario to the other. */
export type Mark = 'same' | 'added' | 'removed' | 'changed';

export interface Comparison {
  /** The later scenario, with what only the earlier one has put back where it was. */
  readonly merged: Scenario;
  /** Of everything merged: as the later scenario is judged, and for what it lacks, as the earlier one was. */
  readonly judgement: Judgement;
  readonly parties: ReadonlyMap<string, PartyComparison>;
  readonly relationships: ReadonlyMap<string, RelationshipComparison>;
  /** Which fields of the scenario itself differ. */
  readonly settings: readonly Setting[];
}

export interface PartyComparison {
  readonly mark: Mark;
  /** Which of its fields differ. A place on the canvas is none. */
  readonly fields: readonly (typeof PARTY_FIELDS)[number][];
}

export interface RelationshipComparison {
  readonly mark: Mark;
  readonly fields: readonly (typeof RELATIONSHIP_FIELDS)[number][];
  /** Absent where the scenario does not have it. */
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
  /** It is in both, and not equally valid. */
  readonly flips: boolean;
}

const PARTY_FIELDS = [
  'type',
  'name',
  'country',
  'organization',
  'affiliateGroup',
  'tenant',
  'facts',
] as const satisfies readonly (keyof Party)[];
const RELATIONSHIP_FIELDS = [
  'kind',
  'from',
  'to',
  'service',
] as const satisfies readonly (keyof Relationship)[];

/** What a comparison comes to, in numbers: the sentence above the canvas is made of it. */
export interface Summary {
  readonly turnsValid: number;
  readonly turnsInvalid: number;
  readonly partiesAdded: number;
  readonly partiesRemoved: number;
  readonly partiesChanged: number;
  readonly relationshipsAdded: number;
  readonly relationshipsRemoved: number;
  readonly relationshipsChanged: number;
  /** Title, description, edition, date: as many as differ. */
  readonly settingsChanged: number;
}

export function summarize(comparison: Comparison): Summary {
  const parties = [...comparison.parties.values()];
  const relationships = [...comparison.relationships.values()];
  const marked = (list: readonly { readonly mark: Mark }[], mark: Mark) =>
    list.filter((one) => one.mark === mark).length;
  const flipping = relationships.filter(({ flips }) => flips);
  const turnsValid = flipping.filter(({ after }) => after?.status === 'valid').length;
  return {
    turnsValid,
    turnsInvalid: flipping.length - turnsValid,
    partiesAdded: marked(parties, 'added'),
    partiesRemoved: marked(parties, 'removed'),
    partiesChanged: marked(parties, 'changed'),
    relationshipsAdded: marked(relationships, 'added'),
    relationshipsRemoved: marked(relationships, 'removed'),
    relationshipsChanged: marked(relationships, 'changed'),
    settingsChanged: comparison.settings.length,
  };
}

const SETTINGS = [
  'title',
  'description',
  'edition',
  'asOf',
] as const satisfies readonly (keyof Scenario)[];
export type Setting = (typeof SETTINGS)[number];

function settingOf(scenario: Scenario, setting: Setting): string {
  return setting === 'edition' ? editionOf(scenario) : (scenario[setting] ?? '');
}

/** Two scenarios in one. What has the same id is the same party or relationship. */
export function compare(before: Scenario, after: Scenario): Comparison {
  const old = judge(before);
  const now = judge(after);
  const parties = pairs(before.parties, after.parties);
  const relationships = pairs(before.relationships, after.relationships);
  const verdicts = new Map<string, Verdict>();
  const compared = new Map<string, RelationshipComparison>();
  for (const [id, pair] of relationships) {
    const was = old.verdicts.get(id);
    const is = now.verdicts.get(id);
    const shown = is ?? was;
    if (shown) verdicts.set(id, shown);
    const flips = was !== undefined && is !== undefined && was.status !== is.status;
    compared.set(id, { ...compareOne(pair, RELATIONSHIP_FIELDS), before: was, after: is, flips });
  }
  return {
    merged: {
      ...after,
      parties: [...parties.values()].map(({ before, after }) => (after ?? before) as Party),
      relationships: [...relationships.values()].map(
        ({ before, after }) => (after ?? before) as Relationship,
      ),
    },
    judgement: { ...now, verdicts },
    parties: new Map(
      [...parties].map(([id, pair]) => [id, compareOne(pair, PARTY_FIELDS)] as const),
    ),
    relationships: compared,
    settings: SETTINGS.filter((one) => settingOf(before, one) !== settingOf(after, one)),
  };
}

interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): Map<string, Pair<T>> {
  const found = new Map<string, Pair<T>>(after.map((one) => [one.id, { after: one }]));
  for (const one of before) found.set(one.id, { ...found.get(one.id), before: one });
  return found;
}

function compareOne<T, K extends keyof T>(
  { before, after }: Pair<T>,
  fields: readonly K[],
): { mark: Mark; fields: K[] } {
  if (!before) return { mark: 'added', fields: [] };
  if (!after) return { mark: 'removed', fields: [] };
  const differing = fields.filter((field) => !isSame(before[field], after[field]));
  return { mark: differing.length > 0 ? 'changed' : 'same', fields: differing };
}

/** Of values as a file holds them; the order of keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
