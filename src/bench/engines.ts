import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Scenario } from '../model/scenario.ts';
import { worldOf } from '../policy/judge.ts';
import type { RuleId } from '../policy/types.ts';
import {
  commonGroup,
  type Edge,
  isOwnUse,
  isPartnerNode,
  lacks,
  type Node,
  providersBehind,
  relatedProviders,
  type World,
} from '../policy/world.ts';
import { BIT } from './fused.ts';

/**
 * The same 25 rules for two general engines. Everything that needs the surroundings of a relationship
 * (company, region, tenant, supply) is looked up beforehand and not timed, which favours them.
 */

type Value = string | boolean;
export type Facts = Readonly<Record<string, Value>>;
type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly fact: string; readonly is: Value }
  | { readonly fact: string; readonly isNot: Value }
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly differsFrom: string };

const is = (fact: string, value: Value): Condition => ({ fact, is: value });
const isNot = (fact: string, value: Value): Condition => ({ fact, isNot: value });
const isIn = (fact: string, ...values: string[]): Condition => ({ fact, in: values });
const allOf = (...conditions: Condition[]): Condition => ({ all: conditions });
const anyOf = (...conditions: Condition[]): Condition => ({ any: conditions });

const PARTNERS = ['indirectProvider', 'indirectReseller', 'directBillPartner'];
const twoParties = is('self', false);
const line = (kind: string, from: readonly string[], to: readonly string[]) =>
  allOf(twoParties, is('kind', kind), isIn('from', ...from), isIn('to', ...to));
const toCustomer = line('sells', PARTNERS, ['customer']);
const providerToReseller = line('sells', ['indirectProvider'], ['indirectReseller']);
const partnership = anyOf(
  line('partnership', ['indirectProvider'], ['indirectReseller']),
  line('partnership', ['indirectReseller'], ['indirectProvider']),
);
const fromMicrosoft = line('sells', ['microsoft'], ['indirectProvider', 'directBillPartner']);
const possible = allOf(
  toCustomer,
  anyOf(isNot('from', 'indirectProvider'), allOf(is('ownUse', true), is('hasReseller', true))),
);
const sale = anyOf(fromMicrosoft, providerToReseller, possible);
const between = anyOf(providerToReseller, partnership);
const everybody = ['microsoft', ...PARTNERS, 'customer'];

const RULES: Readonly<Record<RuleId, Condition>> = {
  'self-relationship': is('self', true),
  'sells-to-microsoft': line('sells', ['microsoft', ...PARTNERS], ['microsoft']),
  'customer-cannot-sell': line('sells', ['customer'], everybody),
  'microsoft-sells-via-partners': line('sells', ['microsoft'], ['customer']),
  'reseller-needs-provider': line('sells', ['microsoft'], ['indirectReseller']),
  'partner-resale': anyOf(
    line('sells', ['indirectProvider'], ['indirectProvider', 'directBillPartner']),
    line('sells', ['indirectReseller', 'directBillPartner'], PARTNERS),
  ),
  'provider-sells-via-resellers': allOf(
    line('sells', ['indirectProvider'], ['customer']),
    anyOf(is('ownUse', false), is('hasReseller', false)),
  ),
  'partnership-roles': allOf(
    twoParties,
    is('kind', 'partnership'),
    anyOf(
      isIn('from', 'microsoft', 'directBillPartner', 'customer'),
      isIn('to', 'microsoft', 'directBillPartner', 'customer'),
      allOf(is('from', 'indirectProvider'), is('to', 'indirectProvider')),
      allOf(is('from', 'indirectReseller'), is('to', 'indirectReseller')),
    ),
  ),
  'manager-not-partner': line('manages', ['microsoft', 'customer'], everybody),
  'managed-not-customer': line('manages', PARTNERS, ['microsoft', ...PARTNERS]),
  'self-sale': allOf(toCustomer, is('sameCompany', true)),
  'affiliate-sale': allOf(toCustomer, is('affiliates', true)),
  'csp-tenant-purchase': allOf(toCustomer, is('tenant', 'csp')),
  'same-provider-customer': allOf(
    toCustomer,
    isNot('from', 'directBillPartner'),
    is('ownUse', true),
    isNot('tenant', 'separate'),
    is('clash', true),
  ),
  'region-sale': allOf(toCustomer, isNot('fromRegion', ''), isNot('toRegion', ''), {
    fact: 'fromRegion',
    differsFrom: 'toRegion',
  }),
  'region-partner': allOf(between, isNot('fromRegion', ''), isNot('toRegion', ''), {
    fact: 'fromRegion',
    differsFrom: 'toRegion',
  }),
  'market-unlisted': allOf(
    anyOf(toCustomer, between),
    anyOf(
      allOf(is('fromCountry', true), is('fromRegion', '')),
      allOf(is('toCountry', true), is('toRegion', '')),
    ),
  ),
  'country-unknown': allOf(
    anyOf(possible, between),
    anyOf(is('fromCountry', false), is('toCountry', false)),
  ),
  'own-use-tenant-unknown': allOf(possible, is('ownUse', true), is('tenant', 'none')),
  'not-onboarded': allOf(
    anyOf(sale, partnership),
    anyOf(is('fromOnboarded', false), is('toOnboarded', false)),
  ),
  'not-enrolled': allOf(
    anyOf(sale, partnership),
    anyOf(is('fromEnrolled', false), is('toEnrolled', false)),
  ),
  'mpa-unsigned': allOf(
    sale,
    is('mpaDue', true),
    anyOf(is('fromSigned', false), is('toSigned', false)),
  ),
  'direct-bill-capability': allOf(sale, anyOf(is('fromCapable', false), is('toCapable', false))),
  'supply-missing': allOf(anyOf(possible, providerToReseller), is('supply', 'none')),
  'supply-broken': allOf(anyOf(possible, providerToReseller), is('supply', 'broken')),
};

export function factsOf(scenario: Scenario): Facts[] {
  const world = worldOf(scenario);
  return world.edges.map((edge) => edgeFacts(edge, world));
}

function edgeFacts(edge: Edge, world: World): Facts {
  const { from, to, relationship } = edge;
  const related = to.type === 'customer' ? relatedProviders(to.company) : new Set<Node>();
  const behind = related.size > 0 ? providersBehind(edge, world) : [];
  return {
    kind: relationship.kind,
    from: from.type,
    to: to.type,
    self: from === to,
    sameCompany: from.company === to.company,
    affiliates: commonGroup(from.company, to.company) !== undefined,
    ownUse: isOwnUse(to),
    hasReseller: to.company.isReseller,
    tenant: to.tenantUse,
    clash: behind.length > 0 && behind.every((provider) => related.has(provider)),
    fromRegion: from.region ?? '',
    toRegion: to.region ?? '',
    fromCountry: from.party.country !== undefined,
    toCountry: to.party.country !== undefined,
    ...partnerFacts('from', from),
    ...partnerFacts('to', to),
    mpaDue: (world.asOf ?? '9') >= '2020-02-01',
    supply: supplyFact(from, world),
  };
}

function partnerFacts(end: 'from' | 'to', node: Node): Facts {
  const partner = isPartnerNode(node);
  const capable = (['apiIntegration', 'billing', 'support', 'managedServices'] as const).every(
    (fact) => !lacks(node, fact),
  );
  return {
    [`${end}Onboarded`]: !partner || !lacks(node, 'onboarded'),
    [`${end}Enrolled`]: !partner || !lacks(node, 'enrolled'),
    [`${end}Signed`]: !partner || !lacks(node, 'mpaSigned'),
    [`${end}Capable`]: node.type !== 'directBillPartner' || capable,
  };
}

function supplyFact({ supply }: Node, { statusOf }: World): string {
  if (supply.length === 0) return 'none';
  return supply.some((edge) => statusOf(edge) === 'valid') ? 'valid' : 'broken';
}

/** json-rules-engine: one rule object each, events collected. */
export function jsonRulesEngine(): (facts: readonly Facts[]) => Promise<number[]> {
  const engine = new Engine();
  for (const [id, condition] of Object.entries(RULES)) {
    engine.addRule({
      conditions: topLevel(condition) as RuleProperties['conditions'],
      event: { type: id },
    });
  }
  return async (facts) => {
    const masks: number[] = [];
    for (const one of facts) {
      const { events } = await engine.run({ ...one });
      masks.push(events.reduce((mask, { type }) => mask | BIT[type as RuleId], 0));
    }
    return masks;
  };
}

function topLevel(condition: Condition): object {
  return 'all' in condition || 'any' in condition
    ? (toJson(condition) as object)
    : { all: [toJson(condition)] };
}

function toJson(condition: Condition): unknown {
  if ('all' in condition) return { all: condition.all.map(toJson) };
  if ('any' in condition) return { any: condition.any.map(toJson) };
  const { fact } = condition;
  if ('is' in condition) return { fact, operator: 'equal', value: condition.is };
  if ('isNot' in condition) return { fact, operator: 'notEqual', value: condition.isNot };
  if ('in' in condition) return { fact, operator: 'in', value: condition.in };
  return { fact, operator: 'notEqual', value: { fact: condition.differsFrom } };
}

/** Cedar as WebAssembly, one forbid policy each, parsed once beforehand. */
export function cedarWasm(): (facts: readonly Facts[]) => number[] {
  const staticPolicies: Record<string, string> = { ok: 'permit(principal, action, resource);' };
  for (const [id, condition] of Object.entries(RULES)) {
    staticPolicies[id] = `forbid(principal, action, resource) when { ${toCedar(condition)} };`;
  }
  const parsed = cedar.preparsePolicySet('rules', {
    staticPolicies,
    templates: {},
    templateLinks: [],
  });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  return (facts) => {
    const masks: number[] = [];
    for (const one of facts) masks.push(askCedar(one));
    return masks;
  };
}

function askCedar(context: Facts): number {
  const answer = cedar.statefulIsAuthorized({
    principal: { type: 'Party', id: 'a' },
    action: { type: 'Action', id: 'relate' },
    resource: { type: 'Party', id: 'b' },
    context: { ...context },
    entities: [],
    preparsedPolicySetId: 'rules',
    preparsedSchemaName: null as never,
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
  if (answer.response.decision === 'allow') return 0;
  let mask = 0;
  for (const id of answer.response.diagnostics.reason) mask |= BIT[id as RuleId];
  return mask;
}

function toCedar(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(toCedar).join(' && ')})`;
  if ('any' in condition) return `(${condition.any.map(toCedar).join(' || ')})`;
  const fact = `context.${condition.fact}`;
  if ('is' in condition) return `${fact} == ${JSON.stringify(condition.is)}`;
  if ('isNot' in condition) return `${fact} != ${JSON.stringify(condition.isNot)}`;
  if ('in' in condition) return `${JSON.stringify(condition.in)}.contains(${fact})`;
  return `${fact} != context.${condition.differsFrom}`;
}
