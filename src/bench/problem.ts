import {
  FACTS,
  PARTY_TYPES,
  type Party,
  type PartyType,
  RELATIONSHIP_KINDS,
  type Relationship,
  type Scenario,
} from '../model/scenario.ts';
import { isSupportedPair } from '../policy/matrix.ts';

/**
 * One decision problem for every contestant, the same on every machine.
 *
 * @param share of the relationships that join types the matrix supports: 0.95 is a picture somebody is
 * keeping valid, 0 is drawn at random
 */
export function problem(parties: number, relationships: number, share: number): Scenario {
  const random = randomFrom(7);
  const chance = (p: number) => random() < p;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const countries = ['US', 'US', 'US', 'US', 'US', 'US', 'US', 'GU', 'DE', undefined];

  const all = Array.from({ length: parties }, (_, i): Party => {
    const type = i < PARTY_TYPES.length ? (PARTY_TYPES[i] as PartyType) : pick(PARTY_TYPES);
    const country = chance(share) ? 'US' : pick(countries);
    const failing = chance(0.05) ? { [pick(FACTS)]: false } : undefined;
    return {
      id: `p${i}`,
      type,
      name: `Party ${i}`,
      organization: `o${Math.floor(random() * parties * 0.9)}`,
      ...(country ? { country } : {}),
      ...(chance(0.05) ? { affiliateGroup: pick(['g1', 'g2', 'g3']) } : {}),
      ...(chance(0.5)
        ? { tenant: { id: `t${i}`, kind: type === 'customer' ? 'customer' : 'csp' } as const }
        : {}),
      ...(failing ? { facts: failing } : {}),
    };
  });

  const lines = Array.from({ length: relationships }, (_, i): Relationship => {
    const drawn = () => ({
      kind: chance(0.7) ? ('sells' as const) : pick(RELATIONSHIP_KINDS),
      from: pick(all),
      to: pick(all),
    });
    let one = drawn();
    if (chance(share)) while (!isSupportedPair(one.kind, one.from.type, one.to.type)) one = drawn();
    return { id: `r${i}`, kind: one.kind, from: one.from.id, to: one.to.id };
  });
  return { asOf: '2023-10-01', parties: all, relationships: lines };
}

/** A linear congruential generator: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
