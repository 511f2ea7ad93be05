import { candidates, Draft, isSameRegion, otherProviders, placeOf } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, Node, World } from '../world.ts';

/** Partners work together only inside one CSP region, whether a partnership or a sale is drawn. */
export const regionPartner: Rule = {
  id: 'region-partner',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'explicit',
  judges: [
    { kind: 'sells', from: ['indirectProvider'], to: ['indirectReseller'] },
    { kind: 'partnership', from: ['indirectProvider'], to: ['indirectReseller'] },
    { kind: 'partnership', from: ['indirectReseller'], to: ['indirectProvider'] },
  ],
  usesMarkets: true,
  messages: { otherRegion: ['provider', 'providerRegion', 'reseller', 'resellerRegion'] },
  sources: ['s8', 'markets', 'mpa-faq'],
  examples: {
    right: 'indirectProvider[DE] -- indirectReseller[FR]',
    wrong: 'indirectProvider[US] -- indirectReseller[DE]',
  },
  check: (edge) => {
    const { provider, reseller } = endsOf(edge);
    if (!provider.region || !reseller.region || provider.region === reseller.region) {
      return undefined;
    }
    return {
      message: 'otherRegion',
      params: {
        provider: { party: provider.id },
        providerRegion: { region: provider.region },
        reseller: { party: reseller.id },
        resellerRegion: { region: reseller.region },
      },
    };
  },
  fixes: (edge, world) => [
    ...(edge.relationship.kind === 'sells'
      ? otherProviders(edge, world)
      : otherPartners(edge, world)),
    resellerInRegion(edge, world),
  ],
};

/** A partnership is drawn from either end. */
function endsOf({ from, to }: Edge): { provider: Node; reseller: Node } {
  return from.type === 'indirectProvider'
    ? { provider: from, reseller: to }
    : { provider: to, reseller: from };
}

function otherPartners(edge: Edge, world: World): Fix[] {
  const { reseller } = endsOf(edge);
  const existing = candidates(
    world,
    reseller,
    (node) =>
      node.type === 'indirectProvider' &&
      isSameRegion(node, reseller) &&
      !reseller.providers.includes(node),
  ).map((provider) =>
    new Draft(world)
      .change(edge, { from: provider.id, to: reseller.id })
      .as('partner-with', 'world', {
        provider: { party: provider.id },
        reseller: { party: reseller.id },
      }),
  );
  const draft = new Draft(world);
  const provider = draft.addSupplied('indirectProvider', placeOf(reseller));
  const added = draft
    .change(edge, { from: provider, to: reseller.id })
    .as('partner-with-new', 'world', { reseller: { party: reseller.id } });
  return [...existing, added];
}

/** The reseller's company with an account of its own in the provider's region. */
function resellerInRegion(edge: Edge, world: World): Fix {
  const { provider, reseller } = endsOf(edge);
  const draft = new Draft(world);
  const organization = reseller.company.organization ?? reseller.id;
  if (reseller.company.organization === undefined) {
    draft.edit({ op: 'setParty', party: reseller.id, set: { organization } });
  }
  const account = draft.add('indirectReseller', { ...placeOf(provider), organization });
  return draft.change(edge, { from: provider.id, to: account }).as('reseller-in-region', 'world', {
    reseller: { party: reseller.id },
    provider: { party: provider.id },
  });
}
