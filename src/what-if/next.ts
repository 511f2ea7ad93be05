import { applyEdits, type Edit, freshId, partyIds, relationshipIds } from '../model/edit.ts';
import {
  PARTY_TYPES,
  type PartyType,
  type RelationshipKind,
  type Scenario,
} from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Verdict } from '../policy/types.ts';

/** Whether the new party comes after the one it is added to (which sells to it) or before it. */
export type Way = 'after' | 'before';

/** A party that could be added beside another, and what the relationship between the two would be. */
export interface NextParty {
  readonly type: PartyType;
  /** The id it would get. */
  readonly party: string;
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
}

/**
 * One party of each type, drawn beside another and judged.
 *
 * @param country of the new party, ISO code; Microsoft has none
 */
export function nextParties(
  scenario: Scenario,
  beside: string,
  way: Way,
  kind: RelationshipKind,
  country: string,
): NextParty[] {
  const relationship = freshId('r', relationshipIds(scenario));
  return PARTY_TYPES.map((type) => {
    const party = freshId(type, partyIds(scenario));
    const [from, to] = way === 'after' ? [beside, party] : [party, beside];
    const edits: Edit[] = [
      { op: 'addParty', party: { id: party, type, ...(type === 'microsoft' ? {} : { country }) } },
      { op: 'addRelationship', relationship: { id: relationship, kind, from, to } },
    ];
    const verdict = judge(applyEdits(scenario, edits)).verdicts.get(relationship) as Verdict;
    return { type, party, edits, verdict };
  });
}
