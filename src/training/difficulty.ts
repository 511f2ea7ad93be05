import { applyEdits } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge, worldOf } from '../policy/judge.ts';
import { RULES } from '../policy/rules/index.ts';
import type { Exercise } from './exercise.ts';

/** What makes an exercise hard, counted. */
export interface Difficulty {
  readonly parties: number;
  readonly relationships: number;
  /** Relationships that are refused, with each rule that refuses them: what there is to be found. */
  readonly findings: number;
  /** The longest way, in sales, from a refused relationship up to the one that is refused by itself. */
  readonly distance: number;
  /** Rules that look at a detail of some party or at something that is refused: what one has to have in mind. */
  readonly rules: number;
  /** All of them in one number, to compare means; it has no unit. */
  readonly score: number;
}

/** Pure, and the same for every learner. What is to be drawn is looked at as it is once it is drawn. */
export function difficultyOf(exercise: Exercise): Difficulty {
  const { scenario } = exercise;
  const looked = exercise.kind === 'build' ? applyEdits(scenario, exercise.solution) : scenario;
  const { verdicts } = judge(scenario);
  const findings = [...verdicts.values()].reduce((sum, { rules }) => sum + rules.length, 0);
  const parties = scenario.parties.length;
  const relationships = looked.relationships.length;
  const distance = Math.max(0, ...scenario.relationships.map(({ id }) => distanceOf(id, scenario)));
  const rules = rulesInPlay(looked);
  const score = parties + relationships + 2 * findings + 2 * distance + rules;
  return { parties, relationships, findings, distance, rules, score };
}

function distanceOf(relationship: string, scenario: Scenario): number {
  const { verdicts } = judge(scenario);
  if (!verdicts.get(relationship)?.rules.includes('supply-broken')) return 0;
  const from = scenario.relationships.find(({ id }) => id === relationship)?.from;
  const before = scenario.relationships.filter(
    ({ id, kind, to }) =>
      kind === 'sells' &&
      to === from &&
      id !== relationship &&
      verdicts.get(id)?.status !== 'valid',
  );
  return Math.max(0, ...before.map(({ id }) => 1 + distanceOf(id, scenario)));
}

/** Rules that refuse something, and those that ask about a field that some party of a relationship has. */
function rulesInPlay(scenario: Scenario): number {
  const { edges, statusOf } = worldOf(scenario);
  const inPlay = new Set<string>();
  for (const edge of edges) {
    statusOf(edge);
    for (const rule of edge.decision?.rules ?? []) inPlay.add(rule);
    const ends = [edge.from.party, edge.to.party];
    const isTold = {
      'self-sale': ends.every(({ organization }) => organization !== undefined),
      'affiliate-sale': ends.every(({ affiliateGroup }) => affiliateGroup !== undefined),
      'csp-tenant-purchase': edge.to.party.tenant !== undefined,
      'same-provider-customer': edge.to.company.isReseller,
      'own-use-tenant-unknown': edge.to.company.isPartner,
      'region-sale': ends[0]?.country !== ends[1]?.country,
      'region-partner': ends[0]?.country !== ends[1]?.country,
      'mpa-unsigned': ends.some(({ facts }) => facts?.mpaSigned === false),
      'not-onboarded': ends.some(({ facts }) => facts?.onboarded === false),
      'not-enrolled': ends.some(({ facts }) => facts?.enrolled === false),
    };
    for (const { id, judges } of RULES) {
      const isAsked = judges.some(
        (cells) =>
          cells.kind === edge.relationship.kind &&
          cells.from.includes(edge.from.type) &&
          cells.to.includes(edge.to.type),
      );
      if (isAsked && id in isTold && isTold[id as keyof typeof isTold]) inPlay.add(id);
    }
  }
  return inPlay.size;
}
