import { Draft } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, Node, World } from '../world.ts';
import { REGION_CELLS } from './region-cells.ts';

/** Without both countries the region rule cannot be checked, so nothing is claimed to be fine (A13). */
export const countryUnknown: Rule = {
  id: 'country-unknown',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'derived',
  judges: REGION_CELLS,
  usesMarkets: true,
  messages: { one: ['party'], both: ['party', 'other'] },
  sources: ['s7', 's8', 'markets'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'microsoft > directBillPartner > customer[?]',
  },
  check: ({ from, to }) => {
    const [first, second] = [from, to].filter(isUnknown);
    if (!first) return undefined;
    const params = { party: { party: first.id } };
    return second
      ? { message: 'both', params: { ...params, other: { party: second.id } } }
      : { message: 'one', params };
  },
  fixes: (edge, world) => setCountry(edge, world),
};

function isUnknown({ party }: Node): boolean {
  return party.country === undefined;
}

/** The other end's country: where a sale or partnership is possible at all. */
function setCountry({ from, to }: Edge, world: World): Fix[] {
  const [unknown, known] = isUnknown(to) ? [to, from] : [from, to];
  const { country } = known.party;
  if (country === undefined) return [];
  return [
    new Draft(world)
      .edit({ op: 'setParty', party: unknown.id, set: { country } })
      .as('set-country', 'drawing', { party: { party: unknown.id }, country: { country } }),
  ];
}
