import type { Lesson } from '../exercise.ts';
import {
  build,
  buyFrom,
  CONTOSO,
  draw,
  FABRIKAM,
  FABRIKAM_IT,
  LITWARE,
  lesson,
  NORTHWIND,
  ownTenant,
  PROSEWARE,
  predict,
  reason,
  repair,
  spot,
  TAILSPIN,
  TAILSPIN_TOYS,
  WOODGROVE,
} from './parts.ts';

/** The article's scenarios from the second on. The first is among the basics. */

/** Scenarios 2 and 3 side by side: to buy from several, and to be managed by several (F22, F23). */
const scenarios2And3: Lesson = lesson('scenarios-2-3', 3, [
  predict(
    's23-predict',
    `microsoft > directBillPartner[${TAILSPIN}] >{Azure} customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] >{Microsoft 365} customer; indirectReseller ~> customer; customer#2[${NORTHWIND}] ~> customer`,
    ['e2', 'e5', 'e6', 'e7'],
  ),
  spot(
    's23-spot',
    `microsoft ~> customer[${WOODGROVE}]; indirectReseller[${FABRIKAM}] ~> customer; directBillPartner[${TAILSPIN}] ~> customer; directBillPartner ~> indirectReseller`,
  ),
  reason('s23-reason', `directBillPartner[${TAILSPIN}] ~> indirectReseller[${FABRIKAM}]`, 'e1', [
    'manager-not-partner',
    'partner-resale',
    'managed-not-customer',
    'partnership-roles',
  ]),
  build(
    's23-build',
    `microsoft > directBillPartner[${TAILSPIN}] >{Azure} customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectReseller#2[${PROSEWARE}]`,
    {
      goal: {
        all: [
          { kept: ['e2'] },
          {
            related: 'sells',
            from: { party: 'indirectReseller' },
            to: { party: 'customer' },
          },
          {
            related: 'manages',
            from: { party: 'indirectReseller#2' },
            to: { party: 'customer' },
          },
          { valid: 'every' },
        ],
      },
      addable: [],
      par: 2,
      solution: [
        draw(1, 'indirectReseller', 'sells', 'customer'),
        draw(2, 'indirectReseller#2', 'manages', 'customer'),
      ],
    },
  ),
]);

/** Scenario 4: own use, and the other tenant (F24-F28). */
const scenario4: Lesson = lesson('scenario-4', 3, [
  predict(
    's4-predict',
    `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[${FABRIKAM_IT},tenant=fabrikam-own/customer]; directBillPartner > customer#2[name=Fabrikam Lab,org=Fabrikam,tenant=fabrikam-csp/csp]`,
    ['e2', 'e3'],
  ),
  reason(
    's4-reason',
    `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[${FABRIKAM_IT}]`,
    'e2',
    ['csp-tenant-purchase', 'self-sale', 'own-use-tenant-unknown', 'partner-resale'],
  ),
  spot(
    's4-spot',
    `microsoft > indirectProvider[${CONTOSO}]; microsoft > indirectProvider#2[${LITWARE}] > indirectReseller[${FABRIKAM}] > customer[name=Contoso IT,org=Contoso,tenant=contoso-own/customer]; indirectProvider#2 > customer`,
  ),
  repair(
    's4-repair',
    `indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}] > customer[${FABRIKAM_IT},tenant=fabrikam-csp/csp]`,
    {
      goal: {
        all: [{ valid: 'every' }, { kept: ['e1', 'e2'] }, { unchanged: ['indirectReseller'] }],
      },
      atMost: 1,
      par: 1,
      solution: [ownTenant('customer', 'fabrikam-own')],
    },
  ),
]);

/** Scenario 5: not to oneself, not to affiliates (F29, F30). */
const scenario5: Lesson = lesson('scenario-5', 3, [
  predict(
    's5-predict',
    `microsoft > directBillPartner[${TAILSPIN},group=Tailspin] > customer[${WOODGROVE}]; directBillPartner > customer#2[${TAILSPIN_TOYS}]; microsoft > directBillPartner#2[${PROSEWARE}] > customer#2`,
    ['e2', 'e3', 'e5'],
  ),
  reason(
    's5-reason',
    `microsoft > directBillPartner[${TAILSPIN}] > customer[name=Tailspin IT,org=Tailspin,tenant=tailspin-own/customer]`,
    'e2',
    ['csp-tenant-purchase', 'self-sale', 'affiliate-sale', 'own-use-tenant-unknown'],
  ),
  repair(
    's5-repair',
    `microsoft > directBillPartner[${TAILSPIN},group=Tailspin] > customer[${TAILSPIN_TOYS}]; microsoft > directBillPartner#2[${PROSEWARE}]`,
    {
      goal: {
        all: [
          { served: 'customer' },
          { valid: 'every' },
          { unchanged: ['directBillPartner', 'customer'] },
        ],
      },
      atMost: 2,
      par: 1,
      solution: [buyFrom('e2', 'directBillPartner#2')],
    },
  ),
]);

/** Scenario 6: reseller of a provider, and customer of the same one; three options (F31-F39). */
const scenario6: Lesson = lesson('scenario-6', 3, [
  predict(
    's6-predict',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectProvider > customer[${FABRIKAM_IT},tenant=fabrikam-csp/csp]; indirectProvider > customer#2[name=Fabrikam Lab,org=Fabrikam,tenant=fabrikam-lab/customer]`,
    ['e3', 'e4'],
  ),
  reason(
    's6-reason',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectProvider > customer[${FABRIKAM_IT}]`,
    'e3',
    ['self-sale', 'same-provider-customer', 'csp-tenant-purchase', 'provider-sells-via-resellers'],
  ),
  repair(
    's6-repair',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}]; indirectProvider > customer[${FABRIKAM_IT},tenant=fabrikam-csp/csp]`,
    {
      goal: { all: [{ valid: 'every' }, { kept: ['e1', 'e2', 'e3'] }] },
      atMost: 1,
      par: 1,
      solution: [ownTenant('customer', 'fabrikam-own')],
    },
  ),
  build(
    's6-build',
    `microsoft > indirectProvider[${CONTOSO}] > customer[${FABRIKAM_IT},tenant=fabrikam-own/customer]; indirectProvider#2[${LITWARE}]; indirectReseller[${FABRIKAM}]`,
    {
      goal: {
        all: [
          { kept: ['e2'] },
          {
            related: 'sells',
            from: { party: 'indirectProvider#2' },
            to: { party: 'indirectReseller' },
          },
          { valid: 'every' },
        ],
      },
      addable: [],
      par: 2,
      solution: [
        draw(1, 'microsoft', 'sells', 'indirectProvider#2'),
        draw(2, 'indirectProvider#2', 'sells', 'indirectReseller'),
      ],
    },
  ),
]);

/** Scenario 7: customers of the same region (F40, F42). */
const scenario7: Lesson = lesson('scenario-7', 3, [
  predict(
    's7-predict',
    `microsoft > directBillPartner[DE,${TAILSPIN}] > customer[PL,${WOODGROVE}]; microsoft > directBillPartner#2[AU,${PROSEWARE}] > customer#2[NZ,${NORTHWIND}]`,
    ['e2', 'e4'],
  ),
  reason(
    's7-reason',
    `microsoft > indirectProvider[ZA,${CONTOSO}] > indirectReseller[ZA,${FABRIKAM}] > customer[NG,${NORTHWIND}]`,
    'e3',
    ['region-partner', 'market-unlisted', 'region-sale', 'supply-broken'],
  ),
  spot(
    's7-spot',
    `microsoft > directBillPartner[DE,${TAILSPIN}] > customer[FR,${WOODGROVE}]; directBillPartner > customer#2[?,${NORTHWIND}]; directBillPartner > customer#3[BY,name=Adatum]`,
  ),
  repair(
    's7-repair',
    `microsoft > directBillPartner[US,${TAILSPIN}] > customer[DE,${WOODGROVE}]; microsoft > directBillPartner#2[FR,${PROSEWARE}]; microsoft > directBillPartner#3[CA,name=Litware,org=Litware]`,
    {
      goal: {
        all: [
          { served: 'customer' },
          { valid: 'every' },
          {
            unchanged: [
              'directBillPartner',
              'directBillPartner#2',
              'directBillPartner#3',
              'customer',
            ],
          },
        ],
      },
      atMost: 2,
      par: 1,
      solution: [buyFrom('e2', 'directBillPartner#2')],
    },
  ),
]);

const FABRIKAM_EUROPE = 'DE,name=Fabrikam Europe,org=Fabrikam,tenant=fabrikam-eu/csp';

/** Scenario 8: partners of the same region (F41, F42). */
const scenario8: Lesson = lesson('scenario-8', 3, [
  predict(
    's8-predict',
    `microsoft > indirectProvider[US,${CONTOSO}] -- indirectReseller[DE,${FABRIKAM}]; microsoft > indirectProvider#2[FR,${LITWARE}] -- indirectReseller; indirectProvider -- directBillPartner[US,${TAILSPIN}]`,
    ['e2', 'e4', 'e5'],
  ),
  reason(
    's8-reason',
    `microsoft > indirectProvider[AU,${CONTOSO}] > indirectReseller[NZ,${FABRIKAM}] > customer[NZ,${WOODGROVE}]`,
    'e2',
    ['region-sale', 'supply-missing', 'region-partner', 'partnership-roles'],
  ),
  spot(
    's8-spot',
    `microsoft > indirectProvider[US,${CONTOSO}] > indirectReseller[DE,${FABRIKAM}] > customer[PL,${WOODGROVE}]`,
  ),
  build(
    's8-build',
    `microsoft > indirectProvider[US,${CONTOSO}] > indirectReseller[US,${FABRIKAM}]; microsoft > indirectProvider#2[DE,${LITWARE}]; indirectReseller#2[${FABRIKAM_EUROPE}]; customer[PL,${NORTHWIND}]`,
    {
      goal: {
        all: [
          { served: 'customer', through: ['indirectReseller'] },
          { kept: ['e1', 'e2'] },
          { valid: 'every' },
          {
            unchanged: [
              'indirectProvider',
              'indirectProvider#2',
              'indirectReseller',
              'indirectReseller#2',
              'customer',
            ],
          },
        ],
      },
      addable: [],
      par: 2,
      solution: [
        draw(1, 'indirectProvider#2', 'sells', 'indirectReseller#2'),
        draw(2, 'indirectReseller#2', 'sells', 'customer'),
      ],
    },
  ),
]);

export const SCENARIOS: readonly Lesson[] = [
  scenarios2And3,
  scenario4,
  scenario5,
  scenario6,
  scenario7,
  scenario8,
];
