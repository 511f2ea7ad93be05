import type { PartyType, RelationshipKind } from '../../model/scenario.ts';
import { Draft, deletion, retyping } from '../fix.ts';
import { isSupportedPair } from '../matrix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, Node, World } from '../world.ts';
import { PARTNERS } from './cells.ts';

/** The only CSP partner relationship is the one between an indirect provider and an indirect reseller. */
export const partnershipRoles: Rule = {
  id: 'partnership-roles',
  category: 'prohibited',
  stage: 'structural',
  strength: 'derived',
  judges: [{ kind: 'partnership', from: PARTNERS.any, to: PARTNERS.any }],
  messages: { providerAndReseller: ['a', 'aRole', 'b', 'bRole'] },
  sources: ['s6', 's8', 'provider-tasks'],
  examples: {
    right: 'indirectProvider -- indirectReseller',
    wrong: 'indirectReseller -- indirectReseller#2',
  },
  check: ({ from, to }) =>
    isSupportedPair('partnership', from.type, to.type)
      ? undefined
      : {
          message: 'providerAndReseller',
          params: {
            a: { party: from.id },
            aRole: { role: from.type },
            b: { party: to.id },
            bRole: { role: to.type },
          },
        },
  fixes: (edge, world) => [
    ...otherKinds(edge, world),
    ...otherType(edge.from, edge.to, world),
    ...otherType(edge.to, edge.from, world),
    deletion(edge, world),
  ],
};

/** As a sale or as management, in whichever direction that exists. */
function otherKinds(edge: Edge, world: World): Fix[] {
  const { from, to } = edge;
  const kinds: readonly RelationshipKind[] = ['sells', 'manages'];
  return kinds.flatMap((kind) =>
    [
      [from, to],
      [to, from],
    ].flatMap(([a, b]) => {
      if (!a || !b || !isSupportedPair(kind, a.type, b.type)) return [];
      const params = { kind: { kind }, from: { party: a.id }, to: { party: b.id } };
      return [
        new Draft(world)
          .change(edge, { kind, from: a.id, to: b.id })
          .as('replace-kind', 'drawing', params),
      ];
    }),
  );
}

const PARTNER_OF: Partial<Record<PartyType, PartyType>> = {
  indirectProvider: 'indirectReseller',
  indirectReseller: 'indirectProvider',
};

/** Makes one end what the other end can work with. */
function otherType(change: Node, keep: Node, world: World): Fix[] {
  const type = PARTNER_OF[keep.type];
  return type === undefined || change.type === 'microsoft' ? [] : [retyping(change, type, world)];
}
