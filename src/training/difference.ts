import type { Edit, PartyChange } from '../model/edit.ts';
import {
  editionOf,
  FACTS,
  type Party,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';

const PARTY_FIELDS = [
  'type',
  'name',
  'country',
  'organization',
  'affiliateGroup',
  'tenant',
] as const;

/**
 * The edits that make one scenario of another, whatever way the learner went: what was done and undone
 * does not count, nor where parties stand. One edit for each party added or taken away, each field and
 * fact of a party, each relationship added, changed or taken away, the edition and the date.
 *
 * @returns edits that `applyEdits` takes `start` to `end` with, up to places and titles
 */
export function editsBetween(start: Scenario, end: Scenario): Edit[] {
  const partiesBefore = new Map(start.parties.map((party) => [party.id, party]));
  const partiesAfter = new Map(end.parties.map((party) => [party.id, party]));
  const linesBefore = new Map(start.relationships.map((one) => [one.id, one]));
  const linesAfter = new Map(end.relationships.map((one) => [one.id, one]));

  const isGone = (id: string) => !partiesAfter.has(id);
  // What goes with its party needs no edit of its own.
  const removedLines = start.relationships.filter(
    ({ id, from, to }) => !linesAfter.has(id) && !isGone(from) && !isGone(to),
  );
  const moved = end.relationships.filter(({ id }) => linesBefore.has(id));
  return [
    ...removedLines.map(({ id }): Edit => ({ op: 'removeRelationship', relationship: id })),
    ...end.parties
      .filter(({ id }) => !partiesBefore.has(id))
      .map((party): Edit => ({ op: 'addParty', party })),
    ...end.parties.flatMap((party) => {
      const before = partiesBefore.get(party.id);
      return before ? partyEdits(before, party) : [];
    }),
    // Before their old ends go, and they with them.
    ...moved.flatMap((one) => lineEdits(linesBefore.get(one.id) as Relationship, one)),
    ...start.parties
      .filter(({ id }) => isGone(id))
      .map(({ id }): Edit => ({ op: 'removeParty', party: id })),
    ...end.relationships
      .filter(({ id }) => !linesBefore.has(id))
      .map((relationship): Edit => ({ op: 'addRelationship', relationship })),
    ...scenarioEdits(start, end),
  ];
}

function partyEdits(before: Party, after: Party): Edit[] {
  const fields = PARTY_FIELDS.filter((field) => !isSame(before[field], after[field]));
  const facts = FACTS.filter((fact) => isGiven(before, fact) !== isGiven(after, fact));
  return [
    ...fields.map((field): Edit => {
      const set = { [field]: after[field] ?? null } as PartyChange;
      return { op: 'setParty', party: after.id, set };
    }),
    ...facts.map(
      (fact): Edit => ({ op: 'setFact', party: after.id, fact, value: isGiven(after, fact) }),
    ),
  ];
}

/** Only an explicit false is no. */
function isGiven({ facts = {} }: Party, fact: (typeof FACTS)[number]): boolean {
  return facts[fact] !== false;
}

function lineEdits(before: Relationship, after: Relationship): Edit[] {
  const { id, kind, from, to, service } = after;
  const isSameLine =
    before.kind === kind && before.from === from && before.to === to && before.service === service;
  if (isSameLine) return [];
  const set = { kind, from, to, service: service ?? null };
  return [{ op: 'setRelationship', relationship: id, set }];
}

function scenarioEdits(start: Scenario, end: Scenario): Edit[] {
  const edition: Edit[] =
    editionOf(start) === editionOf(end)
      ? []
      : [{ op: 'setScenario', set: { edition: editionOf(end) } }];
  const date: Edit[] =
    (start.asOf ?? null) === (end.asOf ?? null)
      ? []
      : [{ op: 'setScenario', set: { asOf: end.asOf ?? null } }];
  return [...edition, ...date];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
