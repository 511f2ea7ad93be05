import type { Party, PartyType, Relationship, Scenario } from './scenario.ts';

/** A party where it stands in the outline, with the relationship by which it hangs below another. */
export interface OutlineItem {
  /** `party:<id>` at the top, `relationship:<id>` below another: each is there once. */
  readonly key: string;
  readonly party: string;
  readonly relationship: Relationship | undefined;
  /** What it sells to, partners with and manages is listed elsewhere: further up, or at the top. */
  readonly isElsewhere: boolean;
  readonly items: readonly OutlineItem[];
}

/** Levels below the top; a longer chain goes on at the top, so that no tree grows out of sight. */
export const OUTLINE_DEPTH = 12;

const TIER: Record<PartyType, number> = {
  microsoft: 0,
  indirectProvider: 1,
  directBillPartner: 2,
  indirectReseller: 3,
  customer: 4,
};

/**
 * The scenario as a tree from Microsoft down. Every party is there, also one that nothing is drawn to,
 * and every relationship exactly once: a party that is reached again, or in a circle, is listed with
 * what leads to it, and its own list stays where it was first.
 */
export function outlineOf(scenario: Scenario): readonly OutlineItem[] {
  const outgoing = new Map<string, Relationship[]>(scenario.parties.map(({ id }) => [id, []]));
  const isReached = new Set<string>();
  for (const one of scenario.relationships) {
    outgoing.get(one.from)?.push(one);
    if (one.from !== one.to) isReached.add(one.to);
  }
  const ordered = scenario.parties.toSorted((a, b) => TIER[a.type] - TIER[b.type]);
  const isListed = new Set<string>();
  const top: OutlineItem[] = [];

  const list = (party: string, relationship: Relationship | undefined, depth: number) => {
    const own = outgoing.get(party) ?? [];
    const isHere = !isListed.has(party) && (depth <= OUTLINE_DEPTH || own.length === 0);
    if (isHere) isListed.add(party);
    const items: readonly OutlineItem[] = isHere
      ? own.map((one) => list(one.to, one, depth + 1))
      : [];
    return {
      key: relationship ? `relationship:${relationship.id}` : `party:${party}`,
      party,
      relationship,
      isElsewhere: !isHere && own.length > 0,
      items,
    };
  };
  const listTop = ({ id }: Party) => {
    if (!isListed.has(id)) top.push(list(id, undefined, 0));
  };

  ordered.filter(({ type }) => type === 'microsoft').forEach(listTop);
  ordered.filter(({ id }) => !isReached.has(id)).forEach(listTop);
  // What is left goes round in circles, or is deeper than the tree.
  ordered.forEach(listTop);
  return top;
}
