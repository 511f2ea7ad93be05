import { applyEdits, type Edit, freshId, partyIds, relationshipIds } from '../model/edit.ts';
import {
  type PartyType,
  RELATIONSHIP_KINDS,
  type RelationshipKind,
  type Scenario,
} from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { isSupportedPair } from '../policy/matrix.ts';
import type { Verdict } from '../policy/types.ts';
import { type App, scenarioOf } from './app.ts';
import { connect, likelyCountry } from './edit.ts';

/** A new party below another, in its country, and the kind of relationship that leads to it. */
interface Below {
  readonly kind: RelationshipKind;
  readonly id: string;
  readonly addition: Edit;
}

/** Adds a party of a type below another and draws what leads to it, as one undo step. */
export function addBelow(app: App, party: string, type: PartyType): void {
  const scenario = scenarioOf(app);
  const below = belowOf(app, scenario, party, type);
  if (below) connect(app, party, below.id, below.kind, [below.addition]);
}

/** The verdict that the relationship to a new party of this type would get. */
export function wouldBeBelow(
  app: App,
  scenario: Scenario,
  party: string,
  type: PartyType,
): Verdict | undefined {
  const below = belowOf(app, scenario, party, type);
  if (!below) return undefined;
  const { kind, id: to, addition } = below;
  const id = freshId('r', relationshipIds(scenario));
  const relationship = { id, kind, from: party, to };
  const after = applyEdits(scenario, [addition, { op: 'addRelationship', relationship }]);
  return judge(after).verdicts.get(id);
}

/** What the reader draws at the moment, where the two types allow it; otherwise what they do allow. */
function belowOf(app: App, scenario: Scenario, party: string, type: PartyType): Below | undefined {
  const above = scenario.parties.find(({ id }) => id === party);
  if (!above) return undefined;
  const id = freshId(type, partyIds(scenario));
  const country =
    type === 'microsoft' ? {} : { country: above.country ?? likelyCountry(app, scenario) };
  const wanted = app.view.getState().kind;
  const kind =
    [wanted, ...RELATIONSHIP_KINDS].find((one) => isSupportedPair(one, above.type, type)) ?? wanted;
  return { kind, id, addition: { op: 'addParty', party: { id, type, ...country } } };
}
