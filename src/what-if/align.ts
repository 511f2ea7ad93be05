import type { Party, Relationship, Scenario } from '../model/scenario.ts';

/**
 * A scenario under the ids of another one, so that the two can be compared: what is the same by id, or
 * by type with name or organization, is called as in `like`; the rest gets ids that `like` does not use.
 * Files from different authors have nothing else in common.
 */
export function align(scenario: Scenario, like: Scenario): Scenario {
  const parties = match(scenario.parties, like.parties, PARTY_KEYS);
  const partyId = named(scenario.parties, like.parties, parties);
  const moved = scenario.relationships.map((one) => ({
    ...one,
    from: partyId.get(one.from) as string,
    to: partyId.get(one.to) as string,
  }));
  const relationships = match(moved, like.relationships, RELATIONSHIP_KEYS);
  const relationshipId = named(moved, like.relationships, relationships);
  // What a file expects of its verdicts is said by ids; a comparison has no use for it.
  const { expect, expectChain, ...rest } = scenario;
  return {
    ...rest,
    parties: scenario.parties.map((one) => ({ ...one, id: partyId.get(one.id) as string })),
    relationships: moved.map((one) => ({ ...one, id: relationshipId.get(one.id) as string })),
  };
}

/** What two things have in common when they are the same; undefined where there is nothing to go by. */
type Key<T> = (one: T) => string | undefined;

const join = (...parts: readonly string[]) => JSON.stringify(parts);
const nameOf = ({ name }: Party) => name?.trim() || undefined;
const organizationOf = ({ organization }: Party) => organization?.trim() || undefined;

/** The surest first: what one pass has paired, the next leaves alone. */
const PARTY_KEYS: readonly Key<Party>[] = [
  (one) => join(one.id, one.type, nameOf(one) ?? '', organizationOf(one) ?? ''),
  (one) => {
    const [name, organization] = [nameOf(one), organizationOf(one)];
    return name && organization && join(one.type, name, organization);
  },
  (one) => {
    const name = nameOf(one);
    return name && join(one.type, name);
  },
  (one) => join(one.id, one.type),
  (one) => {
    const organization = organizationOf(one);
    return organization && join(one.type, organization);
  },
  // Nothing tells unnamed ones apart but where they are; last, the order in which they were drawn.
  (one) => (nameOf(one) ? undefined : join(one.type, one.country ?? '')),
  (one) => (nameOf(one) ? undefined : one.type),
  (one) => (one.type === 'microsoft' ? one.type : undefined),
];

const endsOf = ({ kind, from, to }: Relationship) =>
  kind === 'partnership' ? [from, to].sort() : [from, to];

const RELATIONSHIP_KEYS: readonly Key<Relationship>[] = [
  (one) => join(one.id, one.kind, ...endsOf(one)),
  (one) => join(one.kind, ...endsOf(one), one.service ?? ''),
  (one) => join(one.kind, ...endsOf(one)),
  // Redrawn the other way, or as another kind. With an end elsewhere it is another relationship.
  (one) => join(one.id, ...[one.from, one.to].sort()),
  (one) => join(...[one.from, one.to].sort()),
];

/** Pairs, from the ids of the one list to those of the other, each used once. */
function match<T extends { readonly id: string }>(
  list: readonly T[],
  like: readonly T[],
  keys: readonly Key<T>[],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  for (const keyOf of keys) {
    const free = new Map<string, string[]>();
    for (const one of like) {
      const key = used.has(one.id) ? undefined : keyOf(one);
      if (key !== undefined) free.set(key, [...(free.get(key) ?? []), one.id]);
    }
    for (const one of list) {
      const key = pairs.has(one.id) ? undefined : keyOf(one);
      const found = key === undefined ? undefined : free.get(key)?.shift();
      if (found === undefined) continue;
      pairs.set(one.id, found);
      used.add(found);
    }
  }
  return pairs;
}

/** The id of each after the pairing; what was not paired steps aside for what is there. */
function named<T extends { readonly id: string }>(
  list: readonly T[],
  like: readonly T[],
  pairs: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set([...like.map(({ id }) => id), ...pairs.values()]);
  return new Map(
    list.map(({ id }) => {
      const paired = pairs.get(id);
      if (paired !== undefined) return [id, paired];
      // No id that a new party or relationship could get.
      let own = `${id}'`;
      while (taken.has(own)) own = `${own}'`;
      taken.add(own);
      return [id, own];
    }),
  );
}
