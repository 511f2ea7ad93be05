import { freshId, partyIds, relationshipIds } from '../model/edit.ts';
import {
  type Party,
  type PartyType,
  type Relationship,
  type RelationshipKind,
  type Scenario,
  usualCountry,
} from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';

/** What is selected on a surface: a party or a relationship, by id. */
export interface Selected {
  readonly kind: 'party' | 'relationship';
  readonly id: string;
}

/** What was selected, as far as it is still there. */
export function stillThere(scenario: Scenario, selected: Selected | null): Selected | null {
  if (!selected) return null;
  const list = selected.kind === 'party' ? scenario.parties : scenario.relationships;
  return list.some(({ id }) => id === selected.id) ? selected : null;
}

/** @param home where it stands while no other party says where it stands, ISO code */
export function newParty(scenario: Scenario, type: PartyType, home: string): Party {
  const id = freshId(type, partyIds(scenario));
  return type === 'microsoft'
    ? { id, type }
    : { id, type, country: usualCountry(scenario) ?? home };
}

export function newRelationship(
  scenario: Scenario,
  kind: RelationshipKind,
  from: string,
  to: string,
): Relationship {
  return { id: freshId('r', relationshipIds(scenario)), kind, from, to };
}

/** The types a party may be given: its own, and those that may be added. */
export function typesFor(
  type: PartyType,
  addable: readonly PartyType[],
  all: readonly PartyType[],
): readonly PartyType[] {
  return all.filter((one) => one === type || addable.includes(one));
}

export interface Flips {
  readonly valid: number;
  readonly invalid: number;
}

/** How many relationships became valid, and how many ceased to be, among those that are in both. */
export function flipsBetween(before: Judgement, after: Judgement): Flips {
  const flips = { valid: 0, invalid: 0 };
  for (const [id, { status }] of after.verdicts) {
    const was = before.verdicts.get(id)?.status;
    if (was === undefined || (was === 'valid') === (status === 'valid')) continue;
    flips[status === 'valid' ? 'valid' : 'invalid']++;
  }
  return flips;
}
