import {
  PARTY_TYPES,
  type Party,
  type PartyType,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';

/** One thing to speak about. */
export type Stop =
  | { readonly kind: 'party'; readonly id: string; readonly party: Party }
  | { readonly kind: 'relationship'; readonly id: string; readonly relationship: Relationship };

/** Tells a stop from all others, also after the scenario was edited. */
export function stopKey({ kind, id }: Stop): string {
  return `${kind} ${id}`;
}

/**
 * Every party and relationship once, in the order in which one tells a chain: from Microsoft on along the
 * sales, each relationship before the party it leads to, a partnership before the sale that it makes
 * possible. What no way from Microsoft reaches comes last, each part of it from its upper tier on.
 */
export function walkOf({ parties, relationships }: Scenario): readonly Stop[] {
  const stops: Stop[] = [];
  const byId = new Map(parties.map((party) => [party.id, party]));
  const seen = new Set<string>();
  const told = new Set<string>();
  const waysOf = departures(relationships);

  const tell = (relationship: Relationship) => {
    if (told.has(relationship.id)) return;
    told.add(relationship.id);
    stops.push({ kind: 'relationship', id: relationship.id, relationship });
  };
  // A stack of its own: chains may be as long as a picture is large.
  const start = (first: Party) => {
    const open: (() => void)[] = [() => visit(first)];
    const visit = (party: Party) => {
      if (seen.has(party.id)) return;
      seen.add(party.id);
      stops.push({ kind: 'party', id: party.id, party });
      const ways = waysOf.get(party.id) ?? new Map<string, Relationship[]>();
      const next = [...ways].map(([other, lines]) => () => {
        for (const line of lines) tell(line);
        const reached = byId.get(other);
        const isLed = lines.some(({ kind, from }) => kind !== 'partnership' && from === party.id);
        if (reached && isLed) visit(reached);
      });
      open.push(...next.reverse());
    };
    for (let step = open.pop(); step; step = open.pop()) step();
  };

  for (const party of inOrder(parties, relationships)) {
    if (!seen.has(party.id)) start(party);
  }
  return stops;
}

const KIND_ORDER = ['partnership', 'sells', 'manages'] as const;

/** The relationships of each party to each other, as they are told: those that lead away, and partnerships. */
function departures(relationships: readonly Relationship[]) {
  const sorted = KIND_ORDER.flatMap((kind) => relationships.filter((one) => one.kind === kind));
  const ways = new Map<string, Map<string, Relationship[]>>();
  const add = (from: string, to: string, line: Relationship) => {
    const own = ways.get(from) ?? new Map<string, Relationship[]>();
    own.set(to, [...(own.get(to) ?? []), line]);
    ways.set(from, own);
  };
  for (const line of sorted) {
    add(line.from, line.to, line);
    if (line.kind === 'partnership' && line.from !== line.to) add(line.to, line.from, line);
  }
  return ways;
}

/** Microsoft, then who is not supplied by anybody, then the rest; each from the upper tier down. */
function inOrder(parties: readonly Party[], relationships: readonly Relationship[]): Party[] {
  const supplied = new Set(
    relationships.flatMap(({ kind, from, to }) => (kind === 'sells' && from !== to ? [to] : [])),
  );
  const tier = (type: PartyType) => PARTY_TYPES.indexOf(type);
  const rank = ({ id, type }: Party) =>
    type === 'microsoft' ? -1 : tier(type) + (supplied.has(id) ? PARTY_TYPES.length : 0);
  return [...parties].sort((a, b) => rank(a) - rank(b));
}
