import type { Relationship } from '../model/scenario.ts';
import type { Note, NoteId, Params } from './types.ts';
import { commonGroup, type Edge, isOwnUse, type Node, type World } from './world.ts';

const NONE: readonly Note[] = [];

/**
 * Relationships that repeat an earlier one: same kind, same ends (in any order for a partnership), same
 * service. Which of two is "earlier" is the only thing that follows the order of the file.
 */
function duplicatesIn({ edges, nodes }: World): ReadonlySet<Edge> {
  const duplicates = new Set<Edge>();
  const between = new Map<number, Edge | Edge[]>();
  for (const edge of edges) {
    const { from, to, relationship } = edge;
    const turned = relationship.kind === 'partnership' && to.index < from.index;
    const pair = turned ? to.index * nodes.size + from.index : from.index * nodes.size + to.index;
    const drawn = between.get(pair);
    if (drawn === undefined) between.set(pair, edge);
    else {
      const all = Array.isArray(drawn) ? drawn : [drawn];
      if (all.some((earlier) => isSameLine(earlier.relationship, relationship))) {
        duplicates.add(edge);
      }
      between.set(pair, [...all, edge]);
    }
  }
  return duplicates;
}

function isSameLine(a: Relationship, b: Relationship): boolean {
  return a.kind === b.kind && sameService(a.service ?? '') === sameService(b.service ?? '');
}

/** The remarks on a valid relationship, in the order of POLICY 2.7. */
export function notesOn(edge: Edge, world: World): readonly Note[] {
  let notes: Note[] | undefined;
  const add: Add = (note, params = {}) => {
    notes ??= [];
    notes.push({ note, params });
  };
  world.duplicates ??= duplicatesIn(world);
  if (world.duplicates.has(edge)) add('note-duplicate');
  if (edge.relationship.kind === 'manages') noteManaging(edge, add);
  else noteTrade(edge, world, add);
  return notes ?? NONE;
}

type Add = (note: NoteId, params?: Params) => void;

function noteTrade(edge: Edge, world: World, add: Add): void {
  const { from, to } = edge;
  if (to.type === 'customer') {
    noteSameService(edge, world, add);
    if (from.type === 'indirectReseller') noteRoundTrip(edge, world, add);
    if (from.type === 'indirectProvider' && isOwnUse(to)) add('note-provider-own-use');
    return;
  }
  if (from.type === 'microsoft') return;
  if (isOneGroup(from, to)) {
    add('note-same-org-partners', { a: { party: from.id }, b: { party: to.id } });
  }
}

function noteSameService({ relationship, from, to }: Edge, { statusOf }: World, add: Add): void {
  if (relationship.service === undefined || to.sales.length < 2) return;
  const service = sameService(relationship.service);
  if (service === '') return;
  const twice = to.sales.some(
    (other) =>
      other.from !== from &&
      other.relationship.service !== undefined &&
      sameService(other.relationship.service) === service &&
      statusOf(other) === 'valid',
  );
  if (!twice) return;
  add('note-same-service', {
    customer: { party: to.id },
    service: { text: relationship.service.trim() },
  });
}

function noteRoundTrip({ from, to }: Edge, { statusOf }: World, add: Add): void {
  if (to.company.nodes.length === 1 && to.company.groups.size === 0) return;
  const back = from.supply.find(
    (supply) => isOneGroup(supply.from, to) && statusOf(supply) === 'valid',
  );
  if (back) add('note-round-trip', { reseller: { party: from.id }, customer: { party: to.id } });
}

function noteManaging({ from, to }: Edge, add: Add): void {
  const manager = { party: from.id };
  const customer = { party: to.id };
  if (from.region && to.region && from.region !== to.region) {
    add('note-manages-region', {
      managerRegion: { region: from.region },
      customerRegion: { region: to.region },
    });
  }
  if (to.sales.length === 0) add('note-manages-elsewhere', { customer });
  if (from.type === 'indirectProvider' && !hasResellerAt(from, to)) {
    add('note-provider-manages', { manager, customer });
  }
  if (from.company === to.company) add('note-self-manages', { manager });
}

/** Whether a reseller that is drawn with the provider sells to the customer or manages it. */
function hasResellerAt(provider: Node, customer: Node): boolean {
  return [customer.sales, customer.managers].some((edges) =>
    edges.some(({ from }) => from.providers.includes(provider)),
  );
}

function isOneGroup(a: Node, b: Node): boolean {
  return a.company === b.company || commonGroup(a.company, b.company) !== undefined;
}

/** Services with the same result are one service, whatever the case and the space around. */
export function sameService(service: string): string {
  return service.trim().toLowerCase();
}
