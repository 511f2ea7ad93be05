import { parseChain } from '../model/chain-text.ts';
import type { Expectation, Scenario } from '../model/scenario.ts';
import type { NoteId, RuleId } from '../policy/types.ts';

/**
 * The eight sample scenarios of the article, each as pictures of what it supports and what it does not.
 * Titles and texts are at `samples.<sample>` in the locale files.
 */

export interface Variant {
  readonly id: string;
  readonly chain: string;
  /** Which relationships are refused, and why; none = the picture is supported. */
  readonly refused: Readonly<Record<string, readonly RuleId[]>>;
  /** Which valid relationships carry which remarks. */
  readonly notes?: Readonly<Record<string, readonly NoteId[]>>;
}

export interface Sample {
  readonly id: SampleId;
  readonly variants: readonly Variant[];
}

export const SAMPLE_IDS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

const CONTOSO = 'name=Contoso,org=contoso,tenant=contoso-csp/csp';
const FABRIKAM = 'name=Fabrikam,org=fabrikam,tenant=fabrikam-csp/csp';
const LITWARE = 'name=Litware,org=litware,tenant=litware-csp/csp';
const TAILSPIN = 'name=Tailspin,org=tailspin,tenant=tailspin-csp/csp';
const PROSEWARE = 'name=Proseware,org=proseware,tenant=proseware-csp/csp';
const WOODGROVE = 'name=Woodgrove Bank,org=woodgrove,tenant=woodgrove/customer';

export const SAMPLES: readonly Sample[] = [
  {
    id: 's1',
    variants: [
      {
        id: 'indirect',
        chain: `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]`,
        refused: {},
      },
      {
        id: 'direct',
        chain: `microsoft > directBillPartner[${TAILSPIN}] > customer[${WOODGROVE}]`,
        refused: {},
      },
      {
        id: 'no-reseller',
        chain: `microsoft > indirectProvider[${CONTOSO}] > customer[${WOODGROVE}]`,
        refused: { e2: ['provider-sells-via-resellers'] },
      },
      {
        id: 'no-provider',
        chain: `microsoft > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]`,
        refused: { e1: ['reseller-needs-provider'], e2: ['supply-missing'] },
      },
      {
        id: 'no-partner',
        chain: `microsoft > customer[${WOODGROVE}]`,
        refused: { e1: ['microsoft-sells-via-partners'] },
      },
    ],
  },
  {
    id: 's2',
    variants: [
      {
        id: 'two-partners',
        chain: `microsoft > directBillPartner[${TAILSPIN}] >{Azure} customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] >{Microsoft 365} customer`,
        refused: {},
      },
      {
        id: 'one-unsigned',
        chain: `microsoft > directBillPartner[${TAILSPIN}] >{Azure} customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM},-mpaSigned] >{Microsoft 365} customer`,
        refused: { e4: ['mpa-unsigned'], e5: ['mpa-unsigned', 'supply-broken'] },
      },
    ],
  },
  {
    id: 's3',
    variants: [
      {
        id: 'several-managers',
        chain: `microsoft > directBillPartner[${TAILSPIN}] > customer[${WOODGROVE}]; directBillPartner ~> customer; indirectReseller[${FABRIKAM}] ~> customer`,
        refused: {},
      },
      {
        id: 'bought-elsewhere',
        chain: `directBillPartner[${TAILSPIN}] ~> customer[${WOODGROVE}]`,
        refused: {},
        notes: { e1: ['note-manages-elsewhere'] },
      },
      {
        id: 'not-a-partner',
        chain: `microsoft > directBillPartner[${TAILSPIN}] > customer[${WOODGROVE}]; customer#2[name=Northwind,org=northwind] ~> customer`,
        refused: { e3: ['manager-not-partner'] },
      },
    ],
  },
  {
    id: 's4',
    variants: [
      {
        id: 'customer-tenant',
        chain: `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-own/customer]`,
        refused: {},
      },
      {
        id: 'csp-tenant',
        chain: `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-csp/csp]`,
        refused: { e2: ['csp-tenant-purchase'] },
      },
      {
        id: 'tenant-not-named',
        chain: `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[name=Fabrikam IT,org=fabrikam]`,
        refused: { e2: ['own-use-tenant-unknown'] },
      },
    ],
  },
  {
    id: 's5',
    variants: [
      {
        id: 'another-company',
        chain: `microsoft > directBillPartner[${TAILSPIN},group=tailspin-group] > customer[${WOODGROVE}]; microsoft > directBillPartner#2[${PROSEWARE}] > customer#2[name=Tailspin Toys,org=tailspin-toys,group=tailspin-group,tenant=toys/customer]`,
        refused: {},
      },
      {
        id: 'itself',
        chain: `microsoft > directBillPartner[${TAILSPIN}] > customer[name=Tailspin IT,org=tailspin,tenant=tailspin-own/customer]`,
        refused: { e2: ['self-sale'] },
      },
      {
        id: 'affiliate',
        chain: `microsoft > directBillPartner[${TAILSPIN},group=tailspin-group] > customer[name=Tailspin Toys,org=tailspin-toys,group=tailspin-group,tenant=toys/customer]`,
        refused: { e2: ['affiliate-sale'] },
      },
    ],
  },
  {
    id: 's6',
    variants: [
      {
        id: 'same-tenant',
        chain: `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectProvider > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-csp/csp]`,
        refused: { e3: ['csp-tenant-purchase', 'same-provider-customer'] },
      },
      {
        id: 'option-1',
        chain: `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectProvider > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-own/customer]`,
        refused: {},
        notes: { e3: ['note-provider-own-use'] },
      },
      {
        id: 'option-2',
        chain: `microsoft > indirectProvider[${LITWARE}] > indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-own/customer]`,
        refused: {},
      },
      {
        id: 'option-3',
        chain: `microsoft > indirectProvider[${CONTOSO}] > customer[name=Fabrikam IT,org=fabrikam,tenant=fabrikam-own/customer]; microsoft > indirectProvider#2[${LITWARE}] > indirectReseller[${FABRIKAM}]`,
        refused: {},
        notes: { e2: ['note-provider-own-use'] },
      },
    ],
  },
  {
    id: 's7',
    variants: [
      {
        id: 'one-region',
        chain: `microsoft > indirectProvider[DE,${CONTOSO}] > indirectReseller[FR,${FABRIKAM}] > customer[PL,${WOODGROVE}]`,
        refused: {},
      },
      {
        id: 'two-regions',
        chain: `microsoft > indirectProvider[TW,${CONTOSO}] > indirectReseller[TW,${FABRIKAM}] > customer[HK,${WOODGROVE}]`,
        refused: { e3: ['region-sale'] },
      },
    ],
  },
  {
    id: 's8',
    variants: [
      {
        id: 'one-region',
        chain: `microsoft > indirectProvider[DE,${CONTOSO}] -- indirectReseller[FR,${FABRIKAM}]`,
        refused: {},
      },
      {
        id: 'two-regions',
        chain: `microsoft > indirectProvider[US,${CONTOSO}] -- indirectReseller[DE,${FABRIKAM}]`,
        refused: { e2: ['region-partner'] },
      },
      {
        id: 'account-each',
        chain: `microsoft > indirectProvider[US,${CONTOSO}] > indirectReseller[US,${FABRIKAM}] > customer[US,${WOODGROVE}]; microsoft > indirectProvider#2[DE,${LITWARE}] > indirectReseller#2[DE,name=Fabrikam Europe,org=fabrikam,tenant=fabrikam-eu/csp] > customer#2[PL,name=Northwind,org=northwind,tenant=northwind/customer]`,
        refused: {},
      },
    ],
  },
];

/** What a first visit shows: a chain that holds. */
export const FIRST_SAMPLE = { sample: 's1', variant: 'indirect' } as const;

/** The scenario of a variant, with its expectations, so that as a file it is its own test. */
export function sampleScenario({ chain, refused, notes = {} }: Variant): Scenario {
  const scenario = parseChain(chain);
  const expect = Object.fromEntries(
    scenario.relationships.map(({ id }): [string, Expectation] => {
      const rules = refused[id] ?? [];
      const verdict = rules.length > 0 ? 'invalid' : 'valid';
      return [id, { verdict, rules, ...(notes[id] ? { notes: notes[id] } : {}) }];
    }),
  );
  return { ...scenario, expect };
}

export function findVariant(sample: string, variant: string): Variant | undefined {
  return SAMPLES.find(({ id }) => id === sample)?.variants.find(({ id }) => id === variant);
}

/** By the name that addresses and pages use: `s7` is the first variant, `s7-two-regions` (or with `/`) another. */
export function sampleNamed(
  name: string,
): { readonly sample: Sample; readonly variant: Variant } | undefined {
  const [, id, variantId] = /^(s\d+)(?:[/-](.+))?$/.exec(name) ?? [];
  const sample = SAMPLES.find((one) => one.id === id);
  const variant = sample?.variants.find((one) => variantId === undefined || one.id === variantId);
  return sample && variant && { sample, variant };
}

/** All names that `sampleNamed` knows in full. */
export const SAMPLE_NAMES: readonly string[] = SAMPLES.flatMap(({ id, variants }) =>
  variants.map((variant) => `${id}-${variant.id}`),
);
