import { EDITIONS } from '../../model/scenario.ts';
import { Draft } from '../fix.ts';
import { regionOf } from '../markets.ts';
import type { Fix, Rule } from '../types.ts';
import type { Edge, Node, World } from '../world.ts';
import { REGION_CELLS } from './region-cells.ts';

/**
 * A country in none of the edition's market lists shares no CSP region with anybody, not even with
 * itself (A12).
 */
export const marketUnlisted: Rule = {
  id: 'market-unlisted',
  category: 'prohibited',
  stage: 'contextual',
  strength: 'linked',
  judges: REGION_CELLS,
  usesMarkets: true,
  messages: { inNoList: ['country', 'party'] },
  sources: ['s7', 'markets'],
  examples: {
    right: 'microsoft > directBillPartner > customer',
    wrong: 'microsoft > directBillPartner > customer[KP]',
  },
  check: ({ from, to }) => {
    if (!isUnlisted(from) && !isUnlisted(to)) return undefined;
    return [from, to].filter(isUnlisted).map(({ id, party }) => ({
      message: 'inNoList',
      params: { country: { country: party.country as string }, party: { party: id } },
    }));
  },
  fixes: (edge, world) => [...correctCountry(edge, world), ...otherEdition(edge, world)],
};

function isUnlisted({ party, region }: Node): boolean {
  return party.country !== undefined && region === undefined;
}

/** The other end's country, where that is in a list; when neither is, there is nothing to go by. */
function correctCountry({ from, to }: Edge, world: World): Fix[] {
  const [wrong, right] = isUnlisted(to) ? [to, from] : [from, to];
  const { country } = right.party;
  if (country === undefined || right.region === undefined) return [];
  return [
    new Draft(world)
      .edit({ op: 'setParty', party: wrong.id, set: { country } })
      .as('correct-country', 'drawing', { party: { party: wrong.id }, country: { country } }),
  ];
}

/** An edition whose table lists the countries that this one does not. */
function otherEdition({ from, to }: Edge, world: World): Fix[] {
  const listed = EDITIONS.filter((edition) =>
    [from, to]
      .filter(isUnlisted)
      .every(({ party }) => regionOf(party.country as string, edition) !== undefined),
  );
  return listed.map((edition) =>
    new Draft(world)
      .edit({ op: 'setScenario', set: { edition } })
      .as('other-edition', 'drawing', { edition: { edition } }),
  );
}
