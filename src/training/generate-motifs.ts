import { CAPABILITIES, type Fact, type PartyType } from '../model/scenario.ts';
import { MPA_DATE } from '../policy/rules/mpa-unsigned.ts';
import type { RuleId } from '../policy/types.ts';
import type { Level, Sketch } from './generate-sketch.ts';

/**
 * How a rule comes up in a scenario: once so that it refuses a relationship, once so that a reader may
 * think it does. What is planted is a guess; the policy says what it is, and a guess that it does not
 * share is thrown away.
 */
export interface Motif {
  /** The first level at which the rule comes up. */
  readonly level: Level;
  /** Plants it, and returns the relationship that the rule should refuse. */
  readonly wrong: (sketch: Sketch) => number;
  /** The same situation as the programme supports it, and the relationship that should be valid. */
  readonly right: (sketch: Sketch) => number;
}

const PARTNERS = ['indirectProvider', 'indirectReseller', 'directBillPartner'] as const;
const RESALES: readonly (readonly [PartyType, PartyType])[] = [
  ['indirectProvider', 'indirectProvider'],
  ['indirectProvider', 'directBillPartner'],
  ['indirectReseller', 'indirectProvider'],
  ['indirectReseller', 'indirectReseller'],
  ['indirectReseller', 'directBillPartner'],
  ['directBillPartner', 'indirectProvider'],
  ['directBillPartner', 'indirectReseller'],
  ['directBillPartner', 'directBillPartner'],
];
const NO_PARTNERSHIPS: readonly (readonly [PartyType, PartyType])[] = [
  ['microsoft', 'indirectProvider'],
  ['microsoft', 'directBillPartner'],
  ['microsoft', 'indirectReseller'],
  ['indirectProvider', 'indirectProvider'],
  ['indirectProvider', 'directBillPartner'],
  ['indirectProvider', 'customer'],
  ['indirectReseller', 'indirectReseller'],
  ['indirectReseller', 'directBillPartner'],
  ['indirectReseller', 'customer'],
  ['directBillPartner', 'directBillPartner'],
  ['directBillPartner', 'customer'],
];

export const MOTIFS: Readonly<Record<RuleId, Motif>> = {
  'self-relationship': {
    level: 1,
    wrong: (sketch) => {
      const { random } = sketch;
      const party = some(sketch, random.pick(PARTNERS));
      return sketch.draw(random.pick(['sells', 'partnership', 'manages'] as const), party, party);
    },
    right: (sketch) => sketch.supplyOf(sketch.supplied(sketch.random.pick(PARTNERS))),
  },
  'sells-to-microsoft': {
    level: 1,
    wrong: (sketch) => {
      const party = sketch.add(sketch.random.pick(PARTNERS));
      return sketch.draw('sells', party, sketch.microsoft());
    },
    right: fromMicrosoft,
  },
  'customer-cannot-sell': {
    level: 1,
    wrong: (sketch) => {
      const customer = sketch.add('customer');
      const type = sketch.random.pick(['customer', 'microsoft', ...PARTNERS] as const);
      return sketch.draw('sells', customer, some(sketch, type));
    },
    right: toCustomer,
  },
  'microsoft-sells-via-partners': {
    level: 1,
    wrong: (sketch) => sketch.draw('sells', sketch.microsoft(), sketch.add('customer')),
    right: fromMicrosoft,
  },
  'reseller-needs-provider': {
    level: 1,
    wrong: (sketch) => sketch.draw('sells', sketch.microsoft(), sketch.add('indirectReseller')),
    right: toReseller,
  },
  'partner-resale': {
    level: 1,
    wrong: (sketch) => {
      const [seller, buyer] = sketch.random.pick(RESALES);
      const from = some(sketch, seller);
      // A reseller that buys from the wrong one has no other supply, more often than not.
      const to =
        buyer === 'indirectReseller' && sketch.random.chance(2, 3)
          ? sketch.add(buyer)
          : some(sketch, buyer);
      return sketch.draw('sells', from, to);
    },
    right: toReseller,
  },
  'provider-sells-via-resellers': {
    level: 1,
    wrong: (sketch) =>
      sketch.draw('sells', some(sketch, 'indirectProvider'), sketch.add('customer')),
    right: toReseller,
  },
  'partnership-roles': {
    level: 1,
    wrong: (sketch) => {
      const pair = sketch.random.pick(NO_PARTNERSHIPS);
      const [from, to] = sketch.random.shuffled(pair).map((type) => some(sketch, type));
      return sketch.draw('partnership', from as number, to as number);
    },
    right: partnership,
  },
  'manager-not-partner': {
    level: 1,
    wrong: (sketch) => {
      const manager = sketch.random.pick(['microsoft', 'customer'] as const);
      return sketch.draw('manages', some(sketch, manager), sketch.add('customer'));
    },
    right: managed,
  },
  'managed-not-customer': {
    level: 1,
    wrong: (sketch) => {
      const { random } = sketch;
      const manager = some(sketch, random.pick(PARTNERS));
      const type = random.pick(['microsoft', ...PARTNERS] as const);
      return sketch.draw('manages', manager, some(sketch, type));
    },
    right: managed,
  },
  'self-sale': {
    level: 3,
    wrong: (sketch) => {
      const company = companyOf(sketch);
      const seller = sketch.seller({ ...company, tenant: cspTenant(company) });
      return sketch.draw('sells', seller, ownCustomer(sketch, company));
    },
    right: ownUse,
  },
  'affiliate-sale': {
    level: 4,
    wrong: (sketch) => {
      const affiliateGroup = groupOf(sketch);
      const seller = sketch.seller({ affiliateGroup });
      return sketch.draw('sells', seller, sketch.add('customer', { affiliateGroup }));
    },
    right: (sketch) => {
      const [mine, other] = [groupOf(sketch), groupOf(sketch)];
      const seller = sketch.seller({ affiliateGroup: mine });
      return sketch.draw('sells', seller, sketch.add('customer', { affiliateGroup: other }));
    },
  },
  'csp-tenant-purchase': {
    level: 3,
    wrong: (sketch) => {
      const company = companyOf(sketch);
      const tenant = cspTenant(company);
      if (sketch.random.chance(1, 3)) {
        return sketch.draw('sells', sketch.seller(), sketch.add('customer', { tenant }));
      }
      sketch.leave(sketch.add(sketch.random.pick(PARTNERS), { ...company, tenant }));
      return sketch.draw('sells', sketch.seller(), sketch.add('customer', { ...company, tenant }));
    },
    right: ownUse,
  },
  'same-provider-customer': {
    level: 4,
    wrong: (sketch) => {
      const { company, seller } = reselling(sketch);
      const tenant = sketch.random.chance(1, 2) ? { tenant: cspTenant(company) } : {};
      return sketch.draw('sells', seller, sketch.add('customer', { ...company, ...tenant }));
    },
    right: (sketch) => {
      const { company, seller } = reselling(sketch);
      return sketch.draw('sells', seller, ownCustomer(sketch, company));
    },
  },
  'region-sale': {
    level: 3,
    wrong: (sketch) => {
      const country = sketch.elsewhere(sketch.home);
      return sketch.draw('sells', sketch.seller(), sketch.add('customer', { country }));
    },
    right: abroad,
  },
  'region-partner': {
    level: 3,
    wrong: (sketch) => {
      const country = sketch.elsewhere(sketch.home);
      const provider = sketch.supplied('indirectProvider');
      const reseller = sketch.add('indirectReseller', { country });
      const kind = sketch.random.pick(['sells', 'partnership'] as const);
      return sketch.draw(kind, provider, reseller);
    },
    right: (sketch) => {
      const provider = sketch.supplied('indirectProvider');
      const country = sketch.neighbour(sketch.home);
      return sketch.draw('sells', provider, sketch.add('indirectReseller', { country }));
    },
  },
  'market-unlisted': {
    level: 3,
    wrong: (sketch) => {
      const country = sketch.unlisted();
      const place = sketch.random.chance(1, 2) ? { country } : {};
      return sketch.draw('sells', sketch.seller(place), sketch.add('customer', { country }));
    },
    right: (sketch) => {
      const country = sketch.level === 4 ? sketch.listedHere() : undefined;
      if (country === undefined) return abroad(sketch);
      const seller = sketch.seller({ country });
      return sketch.draw('sells', seller, sketch.add('customer', { country }));
    },
  },
  'country-unknown': {
    level: 3,
    wrong: (sketch) => {
      const customer = sketch.add('customer');
      const seller = sketch.seller();
      sketch.change(sketch.random.pick([customer, customer, seller]), { country: undefined });
      return sketch.draw('sells', seller, customer);
    },
    right: abroad,
  },
  'own-use-tenant-unknown': {
    level: 3,
    wrong: (sketch) => {
      const company = companyOf(sketch);
      sketch.leave(sketch.add(sketch.random.pick(PARTNERS), company));
      return sketch.draw('sells', sketch.seller(), sketch.add('customer', company));
    },
    right: ownUse,
  },
  'not-onboarded': step('onboarded'),
  'not-enrolled': step('enrolled'),
  'mpa-unsigned': {
    ...step('mpaSigned'),
    right: (sketch) => {
      const facts = { mpaSigned: false };
      if (sketch.asOf !== undefined && sketch.asOf < MPA_DATE) {
        return sketch.supplyOf(sketch.supplied(sketch.random.pick(PARTNERS), { facts }));
      }
      const provider = sketch.supplied('indirectProvider');
      const reseller = sketch.add('indirectReseller', { facts });
      sketch.leave(reseller);
      return sketch.draw('partnership', provider, reseller);
    },
  },
  'direct-bill-capability': {
    level: 3,
    wrong: (sketch) => {
      const { random } = sketch;
      const lacking = random.shuffled(CAPABILITIES).slice(0, 1 + random.below(2));
      const facts = Object.fromEntries(lacking.map((fact) => [fact, false]));
      const partner = sketch.supplied('directBillPartner', { facts });
      if (random.chance(1, 2)) return sketch.supplyOf(partner);
      return sketch.draw('sells', partner, sketch.add('customer'));
    },
    right: (sketch) => {
      const facts = { [sketch.random.pick(CAPABILITIES)]: false };
      const partner = sketch.add('directBillPartner', { facts });
      sketch.leave(partner);
      return sketch.draw('manages', partner, soldTo(sketch));
    },
  },
  'supply-missing': {
    level: 2,
    wrong: (sketch) => {
      const type = sketch.random.pick(['indirectReseller', 'directBillPartner'] as const);
      const seller = sketch.add(type);
      // A partnership is no supply.
      if (type === 'indirectReseller' && sketch.random.chance(2, 3)) {
        sketch.draw('partnership', sketch.supplied('indirectProvider'), seller);
      } else sketch.supplied('directBillPartner');
      return sketch.draw('sells', seller, sketch.add('customer'));
    },
    right: toCustomer,
  },
  'supply-broken': {
    level: 2,
    wrong: (sketch) => {
      const provider = brokenProvider(sketch);
      const reseller = sketch.add('indirectReseller');
      sketch.draw('sells', provider, reseller);
      return sketch.draw('sells', reseller, sketch.add('customer'));
    },
    right: (sketch) => {
      const reseller = sketch.supplied('indirectReseller');
      if (sketch.level > 2) sketch.draw('sells', brokenProvider(sketch), reseller);
      return sketch.draw('sells', reseller, sketch.add('customer'));
    },
  },
};

/** Reachable at a level: the rules of the levels up to it. */
export function rulesAt(level: Level): RuleId[] {
  return (Object.keys(MOTIFS) as RuleId[]).filter((rule) => MOTIFS[rule].level <= level);
}

function step(fact: Fact): Motif {
  return {
    level: 3,
    wrong: (sketch) => {
      const partner = sketch.supplied(sketch.random.pick(PARTNERS), { facts: { [fact]: false } });
      return sketch.supplyOf(partner);
    },
    // Managing needs none of the steps.
    right: (sketch) => {
      const type = sketch.random.pick(['indirectReseller', 'directBillPartner'] as const);
      const partner = sketch.add(type, { facts: { [fact]: false } });
      sketch.leave(partner);
      return sketch.draw('manages', partner, soldTo(sketch));
    },
  };
}

/** A party of a type; a partner comes with its supply where there is room for it. */
function some(sketch: Sketch, type: PartyType): number {
  if (type === 'microsoft') return sketch.microsoft();
  return type === 'customer' || sketch.level === 1 ? sketch.add(type) : sketch.supplied(type);
}

/** A customer that some partner sells to already. */
function soldTo(sketch: Sketch): number {
  const customer = sketch.add('customer');
  sketch.draw('sells', sketch.seller(), customer);
  return customer;
}

function fromMicrosoft(sketch: Sketch): number {
  const type = sketch.random.pick(['indirectProvider', 'directBillPartner'] as const);
  return sketch.supplyOf(sketch.supplied(type));
}

function toReseller(sketch: Sketch): number {
  return sketch.supplyOf(sketch.supplied('indirectReseller'));
}

function toCustomer(sketch: Sketch): number {
  const seller = sketch.level === 1 ? sketch.supplied('directBillPartner') : sketch.seller();
  return sketch.draw('sells', seller, sketch.add('customer'));
}

function partnership(sketch: Sketch): number {
  const provider = some(sketch, 'indirectProvider');
  const reseller = sketch.add('indirectReseller');
  sketch.leave(reseller);
  const [from, to] = sketch.random.shuffled([provider, reseller]);
  return sketch.draw('partnership', from as number, to as number);
}

function managed(sketch: Sketch): number {
  const type = sketch.random.pick(['indirectReseller', 'directBillPartner'] as const);
  const manager = some(sketch, type);
  return sketch.draw('manages', manager, sketch.add('customer'));
}

function abroad(sketch: Sketch): number {
  const country = sketch.neighbour(sketch.home);
  return sketch.draw('sells', sketch.seller(), sketch.add('customer', { country }));
}

/** A partner company buys for itself from another company, into a tenant of its own. */
function ownUse(sketch: Sketch): number {
  const company = companyOf(sketch);
  const type = sketch.random.pick(PARTNERS);
  sketch.leave(sketch.add(type, { ...company, tenant: cspTenant(company) }));
  return sketch.draw('sells', sketch.seller(), ownCustomer(sketch, company));
}

function ownCustomer(sketch: Sketch, company: Company): number {
  const tenant = { id: `${company.organization}-own`, kind: 'customer' } as const;
  return sketch.add('customer', { ...company, tenant });
}

/** A reseller company, and a seller in the channel of the provider it resells for. */
function reselling(sketch: Sketch): { company: Company; seller: number } {
  const company = companyOf(sketch);
  const provider = sketch.supplied('indirectProvider');
  const reseller = sketch.add('indirectReseller', { ...company, tenant: cspTenant(company) });
  sketch.leave(reseller);
  sketch.draw(sketch.random.pick(['sells', 'partnership'] as const), provider, reseller);
  const another = sketch.add('indirectReseller');
  sketch.draw('sells', provider, another);
  return { company, seller: another };
}

/** A provider whose own supply is refused, or missing. */
function brokenProvider(sketch: Sketch): number {
  if (sketch.level === 2) return sketch.add('indirectProvider');
  const fact = sketch.random.pick(['onboarded', 'enrolled', 'mpaSigned'] as const);
  return sketch.supplied('indirectProvider', { facts: { [fact]: false } });
}

interface Company {
  readonly name: string;
  readonly organization: string;
}

function companyOf(sketch: Sketch): Company {
  const name = sketch.name();
  return { name, organization: name };
}

function groupOf(sketch: Sketch): string {
  return sketch.name();
}

function cspTenant({ organization }: Company) {
  return { id: `${organization}-csp`, kind: 'csp' } as const;
}
