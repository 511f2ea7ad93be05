import type { Edit, RelationshipChange } from '../model/edit.ts';
import { freshId } from '../model/edit.ts';
import type { Party, PartyType, RelationshipKind } from '../model/scenario.ts';
import type { Fix, FixId, FixNature, Params } from './types.ts';
import type { Edge, Node, World } from './world.ts';
import { commonGroup } from './world.ts';

/** How many existing parties a rule offers as the other end; more would be a list to read, not a repair. */
const CANDIDATES = 3;

/** The edits of one fix in the making: new parties and relationships get ids that are free. */
export class Draft {
  readonly edits: Edit[] = [];
  private readonly world: World;
  private readonly parties: Set<string>;
  private readonly relationships: Set<string>;

  constructor(world: World) {
    this.world = world;
    this.parties = new Set(world.nodes.keys());
    this.relationships = new Set(world.edges.map(({ relationship }) => relationship.id));
  }

  add(type: PartyType, details: Omit<Party, 'id' | 'type'> = {}): string {
    const id = freshId(type, this.parties);
    this.parties.add(id);
    this.edits.push({ op: 'addParty', party: { id, type, ...details } });
    return id;
  }

  draw(kind: RelationshipKind, from: string, to: string): this {
    const id = freshId('r', this.relationships);
    this.relationships.add(id);
    this.edits.push({ op: 'addRelationship', relationship: { id, kind, from, to } });
    return this;
  }

  change({ relationship }: Edge, set: RelationshipChange): this {
    this.edits.push({ op: 'setRelationship', relationship: relationship.id, set });
    return this;
  }

  remove({ relationship }: Edge): this {
    this.edits.push({ op: 'removeRelationship', relationship: relationship.id });
    return this;
  }

  edit(edit: Edit): this {
    this.edits.push(edit);
    return this;
  }

  /** The Microsoft that is drawn, or a new one. */
  microsoft(): string {
    const drawn = sorted([...this.world.nodes.values()].filter(({ type }) => type === 'microsoft'));
    return drawn[0]?.id ?? this.add('microsoft');
  }

  /** A new partner that Microsoft supplies, or, for a reseller, a new provider does. */
  addSupplied(type: 'indirectProvider' | 'directBillPartner' | 'indirectReseller', details: Place) {
    const id = this.add(type, details);
    const { country } = details;
    const supplier =
      type === 'indirectReseller'
        ? this.addSupplied('indirectProvider', country === undefined ? {} : { country })
        : this.microsoft();
    this.draw('sells', supplier, id);
    return id;
  }

  as(id: FixId, nature: FixNature, params: Params): Fix {
    return { id, nature, params, edits: this.edits };
  }
}

export type Place = Pick<Party, 'country' | 'organization'>;

/** Where a new partner must stand to work with this party: in its country, when that is known. */
export function placeOf({ party }: Node): Place {
  return party.country === undefined ? {} : { country: party.country };
}

export function isSameRegion(a: Node, b: Node): boolean {
  return a.region !== undefined && a.region === b.region;
}

/** Existing parties that fit, those of the wanted country first, at most a few. */
export function candidates(
  world: World,
  near: Node,
  fits: (node: Node) => boolean,
): readonly Node[] {
  const { country } = near.party;
  const found = sorted([...world.nodes.values()].filter((node) => node !== near && fits(node)));
  const here = found.filter((node) => node.party.country === country);
  const there = found.filter((node) => node.party.country !== country);
  return [...here, ...there].slice(0, CANDIDATES);
}

/** By id, so that the order of the file decides nothing. */
function sorted(nodes: Node[]): Node[] {
  return nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function deletion(edge: Edge, world: World): Fix {
  return new Draft(world).remove(edge).as('delete', 'drawing', {});
}

export function reversal(edge: Edge, world: World): Fix {
  return new Draft(world)
    .change(edge, { from: edge.to.id, to: edge.from.id })
    .as('reverse', 'drawing', { from: { party: edge.to.id }, to: { party: edge.from.id } });
}

export function retyping(node: Node, type: PartyType, world: World): Fix {
  return new Draft(world)
    .edit({ op: 'setParty', party: node.id, set: { type } })
    .as('retype', 'world', { party: { party: node.id }, role: { role: type } });
}

export function setFacts(
  id: FixId,
  facts: readonly [Node, Parameters<typeof lacksEdit>[1]][],
): Fix {
  const parties = [...new Set(facts.map(([node]) => node.id))];
  return {
    id,
    nature: 'world',
    params: { parties: { parties } },
    edits: facts.map(([node, fact]) => lacksEdit(node, fact)),
  };
}

function lacksEdit({ id }: Node, fact: Extract<Edit, { op: 'setFact' }>['fact']): Edit {
  return { op: 'setFact', party: id, fact, value: true };
}

/** A new customer tenant for the buyer: scenario 6 option 1, and what scenario 4 asks for. */
export function customerTenant(buyer: Node, world: World): Fix {
  const id = freshTenant(world);
  return new Draft(world)
    .edit({ op: 'setParty', party: buyer.id, set: { tenant: { id, kind: 'customer' } } })
    .as('customer-tenant', 'world', { party: { party: buyer.id }, tenant: { text: id } });
}

export function freshTenant({ nodes }: World): string {
  const taken = new Set([...nodes.values()].flatMap(({ party }) => party.tenant?.id ?? []));
  return freshId('tenant', taken);
}

/** Another seller for a sale to a customer: partners of the customer's region that are no relatives of it. */
export function otherSellers(edge: Edge, world: World): Fix[] {
  const { to: buyer } = edge;
  const already = new Set(buyer.sales.map(({ from }) => from));
  const existing = candidates(
    world,
    buyer,
    (node) =>
      (node.type === 'indirectReseller' || node.type === 'directBillPartner') &&
      isSameRegion(node, buyer) &&
      node.company !== buyer.company &&
      commonGroup(node.company, buyer.company) === undefined &&
      !already.has(node),
  ).map((seller) =>
    new Draft(world)
      .change(edge, { from: seller.id })
      .as('buy-from', 'world', { buyer: { party: buyer.id }, seller: { party: seller.id } }),
  );
  const draft = new Draft(world);
  const seller = draft.addSupplied('directBillPartner', placeOf(buyer));
  const added = draft
    .change(edge, { from: seller })
    .as('buy-from-new', 'world', { buyer: { party: buyer.id } });
  return [...existing, added];
}

/** A sale to the reseller from a provider of its region: one that is drawn, or a new one. */
export function otherProviders(edge: Edge, world: World): Fix[] {
  const { to: reseller } = edge;
  const already = new Set(reseller.supply.map(({ from }) => from));
  const existing = candidates(
    world,
    reseller,
    (node) =>
      node.type === 'indirectProvider' && isSameRegion(node, reseller) && !already.has(node),
  ).map((provider) =>
    new Draft(world).change(edge, { from: provider.id }).as('supply-from', 'world', {
      supplier: { party: provider.id },
      buyer: { party: reseller.id },
    }),
  );
  const draft = new Draft(world);
  const provider = draft.addSupplied('indirectProvider', placeOf(reseller));
  const added = draft
    .change(edge, { from: provider })
    .as('supply-from-new', 'world', { buyer: { party: reseller.id } });
  return [...existing, added];
}

/** A further sale into the seller, from a supplier that is drawn or from a new one. */
export function moreSupply(seller: Node, world: World): Fix[] {
  const params = (supplier: string): Params => ({
    supplier: { party: supplier },
    buyer: { party: seller.id },
  });
  if (seller.type !== 'indirectReseller') {
    const draft = new Draft(world);
    const microsoft = draft.microsoft();
    return [
      draft.draw('sells', microsoft, seller.id).as('supply-from-microsoft', 'world', {
        buyer: { party: seller.id },
      }),
    ];
  }
  const already = new Set(seller.supply.map(({ from }) => from));
  const existing = candidates(
    world,
    seller,
    (node) => node.type === 'indirectProvider' && isSameRegion(node, seller) && !already.has(node),
  ).map((provider) =>
    new Draft(world)
      .draw('sells', provider.id, seller.id)
      .as('supply-from', 'world', params(provider.id)),
  );
  const draft = new Draft(world);
  const provider = draft.addSupplied('indirectProvider', placeOf(seller));
  const added = draft
    .draw('sells', provider, seller.id)
    .as('supply-from-new', 'world', { buyer: { party: seller.id } });
  return [...existing, added];
}
