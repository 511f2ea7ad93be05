import { Draft } from '../fix.ts';
import type { Rule } from '../types.ts';
import type { World } from '../world.ts';
import { SALES, stepRule } from './steps.ts';

/** From this day on every partner who transacts must have signed (F14). */
export const MPA_DATE = '2020-02-01';
const DAY_BEFORE = '2020-01-31';

const step = stepRule({
  fact: 'mpaSigned',
  fix: 'sign',
  messages: { one: ['partner', 'mpaDate'], both: ['partner', 'other', 'mpaDate'] },
  strengthOf: () => undefined,
  paramsOf: () => ({ mpaDate: { date: MPA_DATE } }),
});

/**
 * The third step: every partner who transacts has signed the Microsoft Partner Agreement. It binds new
 * business from 1 February 2020; a partnership without a sale does not need it, nor does managing.
 */
export const mpaUnsigned: Rule = {
  id: 'mpa-unsigned',
  category: 'prerequisite',
  stage: 'prerequisite',
  strength: 'explicit',
  judges: SALES,
  asksFacts: true,
  messages: step.messages,
  sources: ['mpa', 'partner-agreement', 'mpa-status'],
  examples: {
    right: 'asOf=2020-01-31; microsoft > directBillPartner[-mpaSigned]',
    wrong: 'asOf=2020-02-01; microsoft > directBillPartner[-mpaSigned]',
  },
  check: (edge, world) => (isDue(world) ? step.check(edge, world) : undefined),
  fixes: (edge, world) => [
    ...step.fixes(edge, world),
    new Draft(world)
      .edit({ op: 'setScenario', set: { asOf: DAY_BEFORE } })
      .as('before-mpa', 'drawing', { date: { date: DAY_BEFORE } }),
  ],
};

function isDue({ asOf }: World): boolean {
  return asOf === undefined || asOf >= MPA_DATE;
}
