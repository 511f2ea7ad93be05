import type { Lesson } from '../exercise.ts';
import {
  build,
  buyFrom,
  CONTOSO,
  done,
  draw,
  FABRIKAM,
  lesson,
  order,
  predict,
  reason,
  repair,
  spot,
  TAILSPIN,
  turned,
  WOODGROVE,
} from './parts.ts';

/** Who takes part, what may be sold to whom, and what must be done before. */

/** Types of partner relationships (F1-F13). */
const roles: Lesson = lesson('roles', 3, [
  predict(
    'roles-predict',
    `microsoft > indirectProvider[${CONTOSO}]; microsoft > indirectReseller[${FABRIKAM}]; microsoft > directBillPartner[${TAILSPIN}]; indirectProvider > indirectReseller`,
    ['e1', 'e2', 'e3', 'e4'],
  ),
  reason(
    'roles-reason',
    `microsoft > directBillPartner[${TAILSPIN}] > indirectReseller[${FABRIKAM}]`,
    'e2',
    ['direct-bill-capability', 'partner-resale', 'mpa-unsigned', 'supply-missing'],
  ),
  build(
    'roles-build',
    `microsoft; indirectProvider[${CONTOSO}]; indirectReseller[${FABRIKAM}]; directBillPartner[${TAILSPIN}]`,
    {
      goal: {
        all: [
          {
            related: 'sells',
            from: { type: 'microsoft' },
            to: { party: 'indirectProvider' },
          },
          {
            related: 'sells',
            from: { type: 'indirectProvider' },
            to: { party: 'indirectReseller' },
          },
          {
            related: 'sells',
            from: { type: 'microsoft' },
            to: { party: 'directBillPartner' },
          },
          { valid: 'every' },
        ],
      },
      addable: [],
      par: 3,
      solution: [
        draw(1, 'microsoft', 'sells', 'indirectProvider'),
        draw(2, 'indirectProvider', 'sells', 'indirectReseller'),
        draw(3, 'microsoft', 'sells', 'directBillPartner'),
      ],
    },
  ),
]);

/** The two supported chains (F20, F21), and what runs against them. */
const chains: Lesson = lesson('chains', 2, [
  order(
    'chains-order',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]`,
    [
      { party: 'indirectReseller' },
      { party: 'customer' },
      { party: 'microsoft' },
      { party: 'indirectProvider' },
    ],
  ),
  predict(
    'chains-predict',
    `microsoft > directBillPartner[${TAILSPIN}] > customer[${WOODGROVE}] > customer#2[name=Northwind]; directBillPartner > microsoft`,
    ['e2', 'e3', 'e4'],
  ),
  spot(
    'chains-spot',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]; microsoft > customer#2[name=Northwind]; indirectReseller > indirectReseller#2[name=Proseware]`,
  ),
  repair(
    'chains-repair',
    `microsoft > indirectProvider[${CONTOSO}]; indirectReseller[${FABRIKAM}] > indirectProvider; indirectReseller > customer[${WOODGROVE}]`,
    {
      goal: {
        all: [
          { served: 'customer', through: ['indirectProvider', 'indirectReseller'] },
          { valid: 'every' },
        ],
      },
      atMost: 2,
      par: 1,
      solution: [turned('e2', 'indirectProvider', 'indirectReseller')],
    },
  ),
]);

/** The steps before new business, and the agreement (F14-F18). */
const steps: Lesson = lesson('steps', 3, [
  order('steps-order', `indirectReseller[${FABRIKAM}]`, [
    { fact: 'mpaSigned' },
    { fact: 'onboarded' },
    { fact: 'enrolled' },
  ]),
  predict(
    'steps-predict',
    `microsoft > indirectProvider[${CONTOSO}] -- indirectReseller[${FABRIKAM},-mpaSigned]; indirectProvider > indirectReseller > customer[${WOODGROVE}]`,
    ['e1', 'e2', 'e3', 'e4'],
  ),
  reason(
    'steps-reason',
    `microsoft > indirectProvider[${CONTOSO}] -- indirectReseller[${FABRIKAM},-enrolled,-mpaSigned]`,
    'e2',
    ['mpa-unsigned', 'not-onboarded', 'not-enrolled', 'partnership-roles'],
  ),
  repair(
    'steps-repair',
    `microsoft > indirectProvider[${CONTOSO}] > indirectReseller[${FABRIKAM},-onboarded,-enrolled,-mpaSigned] > customer[${WOODGROVE}]`,
    {
      goal: { all: [{ valid: 'every' }, { kept: ['e1', 'e2', 'e3'] }] },
      atMost: 3,
      par: 3,
      solution: [
        done('indirectReseller', 'onboarded'),
        done('indirectReseller', 'enrolled'),
        done('indirectReseller', 'mpaSigned'),
      ],
    },
  ),
]);

/** Scenario 1: who owns the customer relationship, billing and support (F19-F21, F12, F13). */
const scenario1: Lesson = lesson('scenario-1', 3, [
  predict(
    's1-predict',
    `microsoft > directBillPartner[${TAILSPIN},-billing] > customer[${WOODGROVE}]; microsoft > indirectProvider[${CONTOSO}] -- indirectReseller[${FABRIKAM}] > customer`,
    ['e1', 'e2', 'e4', 'e5'],
  ),
  reason(
    's1-reason',
    `microsoft > indirectProvider[${CONTOSO}] -- indirectReseller[${FABRIKAM}] > customer[${WOODGROVE}]`,
    'e3',
    ['provider-sells-via-resellers', 'mpa-unsigned', 'supply-missing', 'reseller-needs-provider'],
  ),
  repair(
    's1-repair',
    `microsoft > indirectProvider[${CONTOSO}] > customer[${WOODGROVE}]; indirectProvider > indirectReseller[${FABRIKAM}]`,
    {
      goal: {
        all: [{ served: 'customer' }, { valid: 'every' }, { unchanged: ['indirectProvider'] }],
      },
      atMost: 2,
      par: 1,
      solution: [buyFrom('e2', 'indirectReseller')],
    },
  ),
  build(
    's1-build',
    `microsoft; directBillPartner[${TAILSPIN},-apiIntegration]; indirectProvider[${CONTOSO},-mpaSigned]; indirectProvider#2[name=Litware,org=Litware]; indirectReseller[${FABRIKAM}]; customer[${WOODGROVE}]`,
    {
      goal: {
        all: [
          { served: 'customer' },
          { valid: 'every' },
          {
            unchanged: [
              'directBillPartner',
              'indirectProvider',
              'indirectProvider#2',
              'indirectReseller',
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

export const BASICS: readonly Lesson[] = [roles, chains, steps, scenario1];
