import type { Lesson } from '../exercise.ts';
import {
  build,
  buyFrom,
  CONTOSO,
  done,
  draw,
  FABRIKAM,
  FABRIKAM_IT,
  LITWARE,
  lesson,
  NORTHWIND,
  order,
  PROSEWARE,
  predict,
  reason,
  repair,
  spot,
  TAILSPIN,
  TAILSPIN_TOYS,
  WOODGROVE,
} from './parts.ts';

/** Everything mixed: once to practice, and once as an exam with other pictures. */

/** The last lesson of the course: a rehearsal of the exam, with feedback. */
export const REHEARSAL: Lesson = lesson('rehearsal', 2, [
  spot(
    'rehearsal-spot',
    `microsoft > indirectProvider[DE,${CONTOSO}] > indirectReseller[FR,${FABRIKAM}] > customer[PL,${WOODGROVE}]; indirectProvider > customer; indirectProvider > indirectReseller#2[US,${PROSEWARE}]; indirectReseller ~> customer`,
  ),
  predict(
    'rehearsal-predict',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]; indirectReseller > customer#2[${FABRIKAM_IT},tenant=fabrikam-own/customer]; microsoft > directBillPartner[${TAILSPIN}] > customer#2; microsoft > indirectReseller`,
    ['e3', 'e4', 'e6', 'e7'],
  ),
  reason(
    'rehearsal-reason',
    `microsoft > indirectProvider[${CONTOSO},-mpaSigned] > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]`,
    'e3',
    ['mpa-unsigned', 'supply-broken', 'supply-missing', 'region-sale'],
  ),
  repair(
    'rehearsal-repair',
    `microsoft > indirectProvider[DE,${CONTOSO},-mpaSigned] > indirectReseller[FR,${FABRIKAM}] > customer[PL,${WOODGROVE}]; microsoft > directBillPartner[US,${TAILSPIN}] > customer#2[AT,${NORTHWIND}]`,
    {
      goal: {
        all: [
          { served: 'customer' },
          { served: 'customer#2' },
          { valid: 'every' },
          { unchanged: ['indirectReseller', 'directBillPartner', 'customer', 'customer#2'] },
        ],
      },
      atMost: 3,
      par: 2,
      solution: [done('indirectProvider', 'mpaSigned'), buyFrom('e5', 'indirectReseller')],
    },
  ),
]);

/** The exam: answers are told when it is handed in. */
export const EXAM: Lesson = lesson('exam', 2, [
  order('exam-order', `microsoft; indirectReseller[${PROSEWARE}]`, [
    { fact: 'enrolled' },
    { fact: 'mpaSigned' },
    { fact: 'onboarded' },
  ]),
  predict(
    'exam-predict-chains',
    `microsoft > indirectProvider[${LITWARE}] > indirectReseller[${PROSEWARE}] > customer[${NORTHWIND}]; indirectProvider > customer#2[name=Adatum]; indirectReseller > directBillPartner[${TAILSPIN}]`,
    ['e2', 'e3', 'e4', 'e5'],
  ),
  reason(
    'exam-reason-supply',
    `microsoft > customer[${WOODGROVE}]; directBillPartner[${TAILSPIN}] ~> customer`,
    'e1',
    ['supply-missing', 'reseller-needs-provider', 'microsoft-sells-via-partners', 'region-sale'],
  ),
  spot(
    'exam-spot-steps',
    `microsoft > indirectProvider[${LITWARE}] > indirectReseller[${PROSEWARE},-enrolled] > customer[${NORTHWIND}]; microsoft > directBillPartner[${TAILSPIN}] > customer; indirectReseller ~> customer`,
  ),
  predict(
    'exam-predict-own-use',
    `indirectReseller[${PROSEWARE}]; microsoft > directBillPartner[${TAILSPIN},group=Tailspin] > customer[name=Proseware IT,org=Proseware,tenant=proseware-csp/csp]; directBillPartner > customer#2[${TAILSPIN_TOYS}]; directBillPartner > customer#3[name=Proseware Lab,org=Proseware,tenant=proseware-lab/customer]`,
    ['e2', 'e3', 'e4'],
  ),
  reason(
    'exam-reason-same-provider',
    `microsoft > indirectProvider[${LITWARE}] > indirectReseller[${PROSEWARE}]; indirectProvider > indirectReseller#2[${FABRIKAM}] > customer[name=Proseware IT,org=Proseware]`,
    'e4',
    ['self-sale', 'csp-tenant-purchase', 'same-provider-customer', 'partner-resale'],
  ),
  predict(
    'exam-predict-regions',
    `microsoft > directBillPartner[JP,${TAILSPIN}] > customer[HK,${WOODGROVE}]; microsoft > indirectProvider[SG,${LITWARE}] > indirectReseller[MY,${PROSEWARE}] > customer#2[HK,${NORTHWIND}]; indirectReseller ~> customer`,
    ['e2', 'e4', 'e5', 'e6'],
  ),
  spot(
    'exam-spot-regions',
    `microsoft > indirectProvider[CA,${CONTOSO}] -- indirectReseller[US,${FABRIKAM}]; microsoft > indirectProvider#2[US,${LITWARE}] > indirectReseller > customer[US,${WOODGROVE}]; indirectReseller > customer#2[CA,${NORTHWIND}]`,
  ),
  repair(
    'exam-repair',
    `microsoft > directBillPartner[${TAILSPIN},-support] > customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO},-mpaSigned] > indirectReseller[${FABRIKAM}] > customer`,
    {
      goal: { all: [{ valid: 'every' }, { kept: ['e1', 'e2', 'e3', 'e4', 'e5'] }] },
      atMost: 2,
      par: 2,
      solution: [done('directBillPartner', 'support'), done('indirectProvider', 'mpaSigned')],
    },
  ),
  build(
    'exam-build',
    `microsoft; indirectProvider[US,${CONTOSO}]; indirectProvider#2[FR,${LITWARE}]; indirectReseller[DE,${FABRIKAM}]; indirectReseller#2[DE,${PROSEWARE},-mpaSigned]; directBillPartner[AT,${TAILSPIN},-managedServices]; customer[CH,${WOODGROVE}]`,
    {
      goal: {
        all: [
          { served: 'customer' },
          { valid: 'every' },
          {
            unchanged: [
              'indirectProvider',
              'indirectProvider#2',
              'indirectReseller',
              'indirectReseller#2',
              'directBillPartner',
              'customer',
            ],
          },
        ],
      },
      addable: [],
      par: 3,
      solution: [
        draw(1, 'microsoft', 'sells', 'indirectProvider#2'),
        draw(2, 'indirectProvider#2', 'sells', 'indirectReseller'),
        draw(3, 'indirectReseller', 'sells', 'customer'),
      ],
    },
  ),
]);
