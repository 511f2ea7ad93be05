import fc from 'fast-check';
import {
  EDITIONS,
  FACTS,
  factsOf,
  PARTY_TYPES,
  type Party,
  RELATIONSHIP_KINDS,
  type Relationship,
  type Scenario,
} from './scenario.ts';

/** Test support: scenarios for properties. Few values of each field, so that companies, tenants and regions meet. */

const COUNTRIES = ['US', 'GU', 'DE', 'FR', 'TW', 'HK', 'KP', undefined];
const SERVICES = [undefined, undefined, 'Azure', 'Microsoft 365'];

const party = (index: number): fc.Arbitrary<Party> =>
  fc
    .record({
      type: fc.constantFrom(...PARTY_TYPES),
      country: fc.constantFrom(...COUNTRIES),
      organization: fc.constantFrom(undefined, undefined, 'contoso', 'fabrikam', 'litware'),
      affiliateGroup: fc.constantFrom(undefined, undefined, undefined, 'group'),
      tenant: fc.constantFrom(
        undefined,
        { id: 't1', kind: 'csp' as const },
        { id: 't1', kind: 'customer' as const },
        { id: 't2', kind: 'customer' as const },
        { id: 't3', kind: 'csp' as const },
      ),
      missing: fc.subarray([...FACTS], { maxLength: 2 }),
      ready: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ missing, ready, type, ...rest }) => {
      const failing = ready === 0 ? missing.filter((fact) => factsOf(type).includes(fact)) : [];
      const facts = Object.fromEntries(failing.map((fact) => [fact, false]));
      return defined<Party>({
        id: `p${index}`,
        type,
        ...rest,
        facts: failing.length > 0 ? facts : undefined,
      });
    });

export function arbitraryScenario(maxParties = 8, maxRelationships = 14): fc.Arbitrary<Scenario> {
  return fc.integer({ min: 1, max: maxParties }).chain((count) =>
    fc
      .record({
        edition: fc.constantFrom(undefined, ...EDITIONS),
        asOf: fc.constantFrom(undefined, null, '2020-01-31', '2020-02-01', '2024-05-05'),
        parties: fc.tuple(...Array.from({ length: count }, (_, i) => party(i))),
        relationships: fc.array(
          fc.record({
            kind: fc.constantFrom('sells' as const, ...RELATIONSHIP_KINDS),
            from: fc.integer({ min: 0, max: count - 1 }),
            to: fc.integer({ min: 0, max: count - 1 }),
            service: fc.constantFrom(...SERVICES),
          }),
          { maxLength: maxRelationships },
        ),
      })
      .map(({ relationships, ...rest }) =>
        defined<Scenario>({
          ...rest,
          relationships: relationships.map(({ from, to, ...one }, i) =>
            defined<Relationship>({ id: `r${i}`, ...one, from: `p${from}`, to: `p${to}` }),
          ),
        }),
      ),
  );
}

/** Without the fields whose value is undefined: an absent field, as in a file. */
function defined<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
