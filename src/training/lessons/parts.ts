import { parseChain } from '../../model/chain-text.ts';
import type { Edit } from '../../model/edit.ts';
import type { Fact, RelationshipKind } from '../../model/scenario.ts';
import type { RuleId } from '../../policy/types.ts';
import type {
  Build,
  ChooseReason,
  Exercise,
  Lesson,
  Order,
  Predict,
  Repair,
  Spot,
  Text,
} from '../exercise.ts';

/** What lessons are put together of. Start scenarios are chain texts; the companies are those of the samples. */

export const CONTOSO = 'name=Contoso,org=Contoso,tenant=contoso-csp/csp';
export const FABRIKAM = 'name=Fabrikam,org=Fabrikam,tenant=fabrikam-csp/csp';
export const FABRIKAM_IT = 'name=Fabrikam IT,org=Fabrikam';
export const LITWARE = 'name=Litware,org=Litware,tenant=litware-csp/csp';
export const TAILSPIN = 'name=Tailspin,org=Tailspin,tenant=tailspin-csp/csp';
export const TAILSPIN_TOYS =
  'name=Tailspin Toys,org=Tailspin Toys,group=Tailspin,tenant=toys/customer';
export const PROSEWARE = 'name=Proseware,org=Proseware,tenant=proseware-csp/csp';
export const WOODGROVE = 'name=Woodgrove Bank,org=Woodgrove Bank,tenant=woodgrove/customer';
export const NORTHWIND = 'name=Northwind,org=Northwind,tenant=northwind/customer';

/**
 * A lesson whose words are at `training.lesson.<id>`.
 *
 * @param paragraphs how many paragraphs its introduction has: `intro1`, `intro2`, …
 */
export function lesson(id: string, paragraphs: number, exercises: readonly Exercise[]): Lesson {
  const intro = Array.from({ length: paragraphs }, (_, i) => says(`lesson.${id}.intro${i + 1}`));
  return { id, title: says(`lesson.${id}.title`), intro, exercises };
}

/** Words of the product, at `training.<words>`. */
export function says(words: string): Text {
  return { words };
}

/** A few words that say what the picture is about, and nothing of the answer. */
function titleOf(id: string): { readonly title: Text } {
  return { title: says(`title.${id}`) };
}

/** The task of an exercise of its own, at `training.exercise.<id>`; the others have that of their kind. */
function taskOf(id: string): { readonly task: Text } {
  return { task: says(`exercise.${id}`) };
}

export function predict(id: string, chain: string, relationships: readonly string[]): Predict {
  return { kind: 'predict', id, ...titleOf(id), scenario: parseChain(chain), relationships };
}

export function reason(
  id: string,
  chain: string,
  relationship: string,
  choices: readonly RuleId[],
): ChooseReason {
  return { kind: 'reason', id, ...titleOf(id), scenario: parseChain(chain), relationship, choices };
}

export function spot(id: string, chain: string): Spot {
  return { kind: 'spot', id, ...titleOf(id), scenario: parseChain(chain) };
}

export function order(id: string, chain: string, items: Order['items']): Order {
  return { kind: 'order', id, ...titleOf(id), ...taskOf(id), scenario: parseChain(chain), items };
}

type Wanted<E extends Repair | Build> = Omit<E, 'kind' | 'id' | 'scenario' | 'task' | 'hints'>;

/**
 * A repair. Where a line must change its ends, `atMost` leaves room for taking it away and drawing it
 * again, which is two edits; par knows of the one.
 */
export function repair(id: string, chain: string, wanted: Wanted<Repair>): Repair {
  return {
    kind: 'repair',
    id,
    ...titleOf(id),
    ...taskOf(id),
    scenario: parseChain(chain),
    ...wanted,
  };
}

export function build(id: string, chain: string, wanted: Wanted<Build>): Build {
  return {
    kind: 'build',
    id,
    ...titleOf(id),
    ...taskOf(id),
    scenario: parseChain(chain),
    ...wanted,
  };
}

/** `r-1`, `r-2`, … are free: chain texts number their lines `e1`, `e2`, … */
export function draw(n: number, from: string, kind: RelationshipKind, to: string): Edit {
  return { op: 'addRelationship', relationship: { id: `r-${n}`, kind, from, to } };
}

export function done(party: string, fact: Fact): Edit {
  return { op: 'setFact', party, fact, value: true };
}

export function buyFrom(relationship: string, from: string): Edit {
  return { op: 'setRelationship', relationship, set: { from } };
}

export function turned(relationship: string, from: string, to: string): Edit {
  return { op: 'setRelationship', relationship, set: { from, to } };
}

export function ownTenant(party: string, id: string): Edit {
  return { op: 'setParty', party, set: { tenant: { id, kind: 'customer' } } };
}
