import type { Fact, PartyType } from '../../model/scenario.ts';
import { setFacts } from '../fix.ts';
import type { Cells, Fault, FixId, Rule } from '../types.ts';
import { type Edge, isPartnerNode, lacks, type Node } from '../world.ts';
import { PARTNERS } from './cells.ts';

/** The sales a partner can take part in, as seller or buyer: where its steps are looked at. */
export const SALES: readonly Cells[] = [
  { kind: 'sells', from: ['microsoft'], to: ['indirectProvider', 'directBillPartner'] },
  { kind: 'sells', from: ['indirectProvider'], to: ['indirectReseller'] },
  { kind: 'sells', from: PARTNERS.partner, to: ['customer'] },
];

export const PARTNERSHIPS: readonly Cells[] = [
  { kind: 'partnership', from: ['indirectProvider'], to: ['indirectReseller'] },
  { kind: 'partnership', from: ['indirectReseller'], to: ['indirectProvider'] },
];

/** One step of the three that a partner does before new business (F18). */
interface Step {
  readonly fact: Fact;
  readonly fix: FixId;
  readonly messages: Rule['messages'];
  /** The article states all three for resellers; for the others some only follow from linked pages. */
  readonly strengthOf: (type: PartyType) => Fault['strength'];
  readonly paramsOf?: (party: Node, other: Node | undefined) => Fault['params'];
}

/** `check` and `fixes` of a rule about one step: both partner ends at once, in one fault. */
export function stepRule(step: Step): Pick<Rule, 'messages' | 'check' | 'fixes'> {
  return {
    messages: step.messages,
    check: (edge) => {
      const [first, second] = unready(edge, step.fact);
      if (!first) return undefined;
      const strength =
        step.strengthOf(first.type) ?? (second ? step.strengthOf(second.type) : undefined);
      return {
        message: second ? 'both' : 'one',
        params: {
          partner: { party: first.id },
          ...(second ? { other: { party: second.id } } : {}),
          ...step.paramsOf?.(first, second),
        },
        ...(strength ? { strength } : {}),
      };
    },
    fixes: (edge) => [
      setFacts(
        step.fix,
        unready(edge, step.fact).map((node) => [node, step.fact]),
      ),
    ],
  };
}

const NONE: readonly Node[] = [];

function unready({ from, to }: Edge, fact: Fact): readonly Node[] {
  const fromLacks = lacks(from, fact) && isPartnerNode(from);
  const toLacks = lacks(to, fact) && isPartnerNode(to);
  if (!fromLacks && !toLacks) return NONE;
  return fromLacks && toLacks ? [from, to] : [fromLacks ? from : to];
}
