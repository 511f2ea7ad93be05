import { freshId, partyIds, relationshipIds } from './edit.ts';
import type { Party, Position, Scenario } from './scenario.ts';

/** The chosen parties with the relationships among them: what is copied to the clipboard. */
export function extract(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  return {
    ...(scenario.language ? { language: scenario.language } : {}),
    ...(scenario.edition ? { edition: scenario.edition } : {}),
    parties: scenario.parties.filter(({ id }) => ids.has(id)),
    relationships: scenario.relationships.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}

export interface Merged {
  readonly scenario: Scenario;
  /** Ids of the parties that came in, as they are called now. */
  readonly parties: readonly string[];
}

/**
 * Adds the parties and relationships of `other`, under new ids where theirs are taken.
 *
 * @param offset canvas units by which what comes in is moved, so that a copy does not hide its original
 */
export function merge(scenario: Scenario, other: Scenario, offset: Position): Merged {
  const takenParties = partyIds(scenario);
  const takenRelationships = relationshipIds(scenario);
  const nameNow = new Map<string, string>();

  const parties = other.parties.map((party): Party => {
    const id = claim(party.id, party.type, takenParties);
    nameNow.set(party.id, id);
    if (!party.position) return { ...party, id };
    const { x, y } = party.position;
    return { ...party, id, position: { x: x + offset.x, y: y + offset.y } };
  });
  const relationships = other.relationships.flatMap((one) => {
    const from = nameNow.get(one.from);
    const to = nameNow.get(one.to);
    if (!from || !to) return [];
    return [{ ...one, id: claim(one.id, 'r', takenRelationships), from, to }];
  });

  return {
    scenario: {
      ...scenario,
      parties: [...scenario.parties, ...parties],
      relationships: [...scenario.relationships, ...relationships],
    },
    parties: parties.map(({ id }) => id),
  };
}

function claim(id: string, prefix: string, taken: Set<string>): string {
  const free = taken.has(id) ? freshId(prefix, taken) : id;
  taken.add(free);
  return free;
}
