import { type Edit, relationshipIds } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Fix, FixNature } from '../policy/types.ts';
import { type Effect, effectOf } from './fixes.ts';
import type { RepairTarget } from './repair-space.ts';

/** One or more fixes that together reach the target, proved by judging the edited scenario. */
export interface Repair {
  readonly steps: readonly Fix[];
  /** Those of the steps, in order. */
  readonly edits: readonly Edit[];
  /** `world` when any step changes something real. */
  readonly nature: FixNature;
  readonly effect: Omit<Effect, 'scenario'>;
  /** Relationships that were drawn and are gone afterwards. */
  readonly removes: readonly string[];
  /** Whether no repair with fewer edits exists, in the sense of `searchRepairs`. */
  readonly isSmallest: boolean;
}

export function editsOf(steps: readonly Fix[]): readonly Edit[] {
  return steps.flatMap(({ edits }) => edits);
}

export function repairOf(steps: readonly Fix[], before: Scenario): Repair {
  const edits = editsOf(steps);
  const { scenario, ...effect } = effectOf(before, edits);
  const left = relationshipIds(scenario);
  return {
    steps,
    edits,
    nature: steps.some(({ nature }) => nature === 'world') ? 'world' : 'drawing',
    effect,
    removes: before.relationships.map(({ id }) => id).filter((id) => !left.has(id)),
    isSmallest: false,
  };
}

/** Takes away what is not valid: the relationship, or all that are not. */
export function removalOf(before: Scenario, target: RepairTarget): Repair {
  const removed: string[] = [];
  if (target !== 'all') removed.push(target.relationship);
  else {
    // What is left may have rested on what was taken away.
    for (let left = before, more = notValid(left); more.length > 0; more = notValid(left)) {
      removed.push(...more);
      const gone = new Set(more);
      left = { ...left, relationships: left.relationships.filter(({ id }) => !gone.has(id)) };
    }
  }
  const steps = removed.map(
    (id): Fix => ({ id: 'delete', nature: 'drawing', params: {}, edits: [removal(id)] }),
  );
  return repairOf(steps, before);
}

/** Those that keep every relationship, fewest edits, least harm, fewest new parties, and no other day or edition. */
export function byMerit(a: Repair, b: Repair): number {
  return (
    Number(a.removes.length > 0) - Number(b.removes.length > 0) ||
    a.edits.length - b.edits.length ||
    harmOf(a) - harmOf(b) ||
    a.effect.partiesAdded - b.effect.partiesAdded ||
    Number(judgesOtherwise(a.edits)) - Number(judgesOtherwise(b.edits)) ||
    b.effect.turnsValid.length - a.effect.turnsValid.length
  );
}

/** Relationships that are not valid because of it. */
export function harmOf({ effect }: Pick<Repair, 'effect'>): number {
  return effect.turnsInvalid.length + effect.addsInvalid.length;
}

/** Whether edits change what is judged by instead of what is judged. */
export function judgesOtherwise(edits: readonly Edit[]): boolean {
  return edits.some(({ op }) => op === 'setScenario');
}

function removal(relationship: string): Edit {
  return { op: 'removeRelationship', relationship };
}

function notValid(scenario: Scenario): readonly string[] {
  return [...judge(scenario).verdicts].flatMap(([id, { status }]) =>
    status === 'valid' ? [] : [id],
  );
}
