import { CAPABILITIES } from '../../model/scenario.ts';
import { candidates, Draft, isSameRegion, placeOf, setFacts } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import { type Edge, lacks, type Node, type World } from '../world.ts';

/**
 * A direct-bill partner must be able to integrate through APIs and to give billing, support and managed
 * services. A reseller need not: its provider has the infrastructure.
 */
export const directBillCapability: Rule = {
  id: 'direct-bill-capability',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'explicit',
  judges: [
    { kind: 'sells', from: ['microsoft'], to: ['directBillPartner'] },
    { kind: 'sells', from: ['directBillPartner'], to: ['customer'] },
  ],
  asksFacts: true,
  messages: { missing: ['partner', 'missing'] },
  sources: ['types', 'enrolling-direct-bill', 'direct-bill-requirements'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'microsoft > directBillPartner[-apiIntegration,-support]',
  },
  check: (edge) => {
    const partner = directBillEnd(edge);
    if (!partner.isUnready) return undefined;
    const facts = CAPABILITIES.filter((fact) => lacks(partner, fact));
    if (facts.length === 0) return undefined;
    return { message: 'missing', params: { partner: { party: partner.id }, missing: { facts } } };
  },
  fixes: (edge, world) => {
    const partner = directBillEnd(edge);
    const facts = CAPABILITIES.filter((fact) => lacks(partner, fact));
    const added = setFacts(
      'add-capability',
      facts.map((fact) => [partner, fact]),
    );
    return [
      { ...added, params: { ...added.params, missing: { facts } } },
      becomeReseller(partner, world),
    ];
  },
};

function directBillEnd({ from, to }: Edge): Node {
  return to.type === 'directBillPartner' ? to : from;
}

/** As an indirect reseller behind a provider of its region, every sale from Microsoft coming from that one. */
function becomeReseller(partner: Node, world: World): Fix {
  const draft = new Draft(world);
  draft.edit({ op: 'setParty', party: partner.id, set: { type: 'indirectReseller' } });
  const existing = candidates(
    world,
    partner,
    (node) => node.type === 'indirectProvider' && isSameRegion(node, partner),
  )[0];
  const provider = existing?.id ?? draft.addSupplied('indirectProvider', placeOf(partner));
  const [first, ...more] = partner.supply;
  if (first) draft.change(first, { from: provider });
  else draft.draw('sells', provider, partner.id);
  for (const edge of more) draft.remove(edge);
  return draft.as('become-reseller', 'world', { partner: { party: partner.id } });
}
