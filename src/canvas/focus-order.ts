import type { Scenario } from '../model/scenario.ts';
import type { Target } from '../store/view.ts';

/** Where the keyboard can go from where it is. */
export type Step = 'down' | 'up' | 'next' | 'previous' | 'first' | 'last';

export const STEP_OF_KEY: Readonly<Record<string, Step>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/**
 * The keyboard's way over the canvas: down and up along the chain (party, relationship, party), sideways
 * among siblings: the parties in reading order, or the relationships of the same party.
 */
export function stepFrom(scenario: Scenario, from: Target | null, step: Step): Target | null {
  const order = readingOrder(scenario);
  const first = order[0];
  if (!first) return null;
  if (step === 'first') return party(first);
  if (step === 'last') return party(order.at(-1) as string);
  if (!from) return party(first);
  return from.kind === 'party'
    ? stepFromParty(scenario, order, from.id, step)
    : stepFromRelationship(scenario, from.id, step);
}

/** The next party whose name begins with what was typed, from where the keyboard is, around the end. */
export function partyByName(
  scenario: Scenario,
  from: Target | null,
  typed: string,
  nameOf: (id: string) => string,
): Target | null {
  const order = readingOrder(scenario);
  const at = from?.kind === 'party' ? order.indexOf(from.id) : -1;
  // More letters narrow down the same party; a single one goes on to the next.
  const start = typed.length > 1 ? at : at + 1;
  const wanted = typed.normalize('NFKC').toLowerCase();
  for (let i = 0; i < order.length; i++) {
    const id = order[(start + i + order.length) % order.length] as string;
    if (nameOf(id).normalize('NFKC').toLowerCase().startsWith(wanted)) return party(id);
  }
  return null;
}

/** Party ids as they are read: row by row, from the left. */
export function readingOrder({ parties }: Scenario): string[] {
  const ROW = 40;
  const row = (y: number) => Math.round(y / ROW);
  return parties
    .map(({ id, position = { x: 0, y: 0 } }) => ({ id, ...position }))
    .sort((a, b) => row(a.y) - row(b.y) || a.x - b.x)
    .map(({ id }) => id);
}

function stepFromParty(
  { relationships }: Scenario,
  order: readonly string[],
  id: string,
  step: Step,
): Target | null {
  if (step === 'down') return relationship(relationships.find(({ from }) => from === id)?.id);
  if (step === 'up') return relationship(relationships.find(({ to }) => to === id)?.id);
  const at = order.indexOf(id) + (step === 'next' ? 1 : -1);
  return at < 0 || at >= order.length ? null : party(order[at] as string);
}

function stepFromRelationship({ relationships }: Scenario, id: string, step: Step): Target | null {
  const here = relationships.find((one) => one.id === id);
  if (!here) return null;
  if (step === 'down') return party(here.to);
  if (step === 'up') return party(here.from);
  const own = relationships.filter(({ from }) => from === here.from);
  const among = own.length > 1 ? own : relationships.filter(({ to }) => to === here.to);
  const next = among[among.indexOf(here) + (step === 'next' ? 1 : -1)];
  return relationship(next?.id);
}

function party(id: string): Target {
  return { kind: 'party', id };
}

function relationship(id: string | undefined): Target | null {
  return id === undefined ? null : { kind: 'relationship', id };
}
