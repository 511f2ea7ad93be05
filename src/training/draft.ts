import type { Edit } from '../model/edit.ts';
import { PARTY_TYPES, type PartyType, type Scenario, STEPS } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { RULES, ruleOf } from '../policy/rules/index.ts';
import { RULE_IDS, type Rule, type RuleId } from '../policy/types.ts';
import { editsBetween } from './difference.ts';
import type { Exercise, ExerciseKind, OrderItem, Text } from './exercise.ts';
import type { Goal } from './goal.ts';

/** What an author has chosen so far, while an exercise is made of what is drawn. */
export interface Draft {
  readonly kind: ExerciseKind;
  readonly title: Texts;
  readonly task: Texts;
  readonly hints: readonly [Texts, Texts, Texts];
  /** Relationships to be predicted; null = all. */
  readonly asked: readonly string[] | null;
  /** The relationship whose reason is asked; null = the first that is refused. */
  readonly relationship: string | null;
  /** Rules offered; null = those that are proposed. */
  readonly choices: readonly RuleId[] | null;
  readonly source: StartSource;
  /** What was recorded as a solution, and where it began. */
  readonly recorded: { readonly start: Scenario; readonly end: Scenario } | null;
  /** A solution that was looked for, and where from. */
  readonly found: { readonly start: Scenario; readonly edits: readonly Edit[] } | null;
  readonly every: boolean;
  /** Customers that are to be served, and the types on the way. */
  readonly served: Readonly<Record<string, readonly PartyType[]>>;
  readonly valid: readonly string[];
  readonly kept: readonly string[];
  readonly unchanged: readonly string[];
  /** Goals of other kinds, as expectations bring them. */
  readonly more: readonly Goal[];
  readonly atMost: number | null;
  /** null = all. */
  readonly addable: readonly PartyType[] | null;
  /** What is put in order: the steps, or the parties of a route by its place; the first that there is. */
  readonly order: 'steps' | number;
}

/** By language tag. */
export type Texts = Readonly<Record<string, string>>;

/** Which scenario the learner begins with: what is drawn, what it is compared with, or where recording began. */
export type StartSource = 'now' | 'baseline' | 'recorded';

export const EMPTY_DRAFT: Draft = {
  kind: 'repair',
  title: {},
  task: {},
  hints: [{}, {}, {}],
  asked: null,
  relationship: null,
  choices: null,
  source: 'now',
  recorded: null,
  found: null,
  every: true,
  served: {},
  valid: [],
  kept: [],
  unchanged: [],
  more: [],
  atMost: null,
  addable: null,
  order: 'steps',
};

/** What is drawn, and what it is compared with. */
export interface Drawn {
  readonly scenario: Scenario;
  readonly baseline: Scenario | null;
}

/** The exercise as it would be saved now; whether anybody could answer it is another question. */
export function exerciseFrom(draft: Draft, drawn: Drawn, id: string): Exercise {
  const asked = {
    id,
    ...given('title', draft.title),
    ...given('task', draft.task),
    ...hintsOf(draft),
  };
  const scenario = bare(drawn.scenario);
  switch (draft.kind) {
    case 'predict':
      return { ...asked, kind: 'predict', scenario, relationships: askedOf(draft, scenario) };
    case 'reason': {
      const relationship = reasonedOf(draft, scenario);
      const choices = choicesOf(draft, scenario);
      return { ...asked, kind: 'reason', scenario, relationship, choices };
    }
    case 'spot':
      return { ...asked, kind: 'spot', scenario };
    case 'order':
      return { ...asked, kind: 'order', scenario, items: itemsOf(draft, scenario) };
    default: {
      const { start, solution } = startOf(draft, drawn);
      const editing = { scenario: bare(start), goal: goalOf(draft, start), solution };
      if (draft.kind === 'build') {
        const addable = draft.addable === null ? {} : { addable: draft.addable };
        return { ...asked, kind: 'build', ...editing, ...addable };
      }
      const atMost = draft.atMost === null ? {} : { atMost: draft.atMost };
      return { ...asked, kind: 'repair', ...editing, ...atMost };
    }
  }
}

/** Where the learner begins, and the edits that lead from there to what the author made. */
export function startOf(
  { source, recorded, found }: Draft,
  { scenario, baseline }: Drawn,
): { readonly start: Scenario; readonly solution: readonly Edit[] } {
  if (source === 'baseline' && baseline) {
    return { start: baseline, solution: editsBetween(baseline, scenario) };
  }
  if (source === 'recorded' && recorded) {
    return { start: recorded.start, solution: editsBetween(recorded.start, recorded.end) };
  }
  return { start: scenario, solution: found?.start === scenario ? found.edits : [] };
}

/** Relationships that the learner predicts, of those that are there. */
export function askedOf({ asked }: Draft, { relationships }: Scenario): readonly string[] {
  const ids = relationships.map(({ id }) => id);
  return asked === null ? ids : ids.filter((id) => asked.includes(id));
}

/** The relationship whose reason is asked: the one chosen, or the first that is refused, or the first. */
export function reasonedOf({ relationship }: Draft, scenario: Scenario): string {
  const ids = scenario.relationships.map(({ id }) => id);
  if (relationship !== null && ids.includes(relationship)) return relationship;
  return refusedIn(scenario)[0] ?? ids[0] ?? '';
}

/** Relationships that are refused, in the scenario's order. */
export function refusedIn(scenario: Scenario): readonly string[] {
  return [...judge(scenario).verdicts].flatMap(([id, { status }]) =>
    status === 'invalid' ? [id] : [],
  );
}

/** Rules offered, in the order of the rules: the right one stands anywhere. */
export function choicesOf(draft: Draft, scenario: Scenario): readonly RuleId[] {
  return draft.choices ?? proposedChoices(scenario, reasonedOf(draft, scenario));
}

const DECOYS = 3;

/**
 * The headline reason of a refusal, and rules that could be taken for it: of the same category, asked of
 * such relationships before others, and none that refuses this one.
 */
export function proposedChoices(scenario: Scenario, relationship: string): readonly RuleId[] {
  const rules = judge(scenario).verdicts.get(relationship)?.rules ?? [];
  const [headline] = rules;
  if (!headline) return [];
  const { category } = ruleOf(headline);
  const decoys = RULES.filter((rule) => rule.category === category && !rules.includes(rule.id))
    .map((rule) => ({ id: rule.id, nearness: nearness(rule, scenario, relationship) }))
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, DECOYS)
    .map(({ id }) => id);
  const offered = new Set([headline, ...decoys]);
  return RULE_IDS.filter((id) => offered.has(id));
}

/** 2 for a rule that looks at such a pair of parties, 1 at such relationships, 0 at neither. */
function nearness({ judges }: Rule, scenario: Scenario, relationship: string): number {
  const line = scenario.relationships.find(({ id }) => id === relationship);
  const typeOf = (id: string | undefined) => scenario.parties.find((one) => one.id === id)?.type;
  const [from, to] = [typeOf(line?.from), typeOf(line?.to)];
  const cells = judges.filter(({ kind }) => kind === line?.kind);
  const isPair = cells.some(
    (cell) => from && to && cell.from.includes(from) && cell.to.includes(to),
  );
  return isPair ? 2 : cells.length > 0 ? 1 : 0;
}

/** Every supported way to a customer with parties enough to be put in order. */
export function routesOf(scenario: Scenario): readonly (readonly string[])[] {
  return judge(scenario)
    .customers.flatMap(({ routes }) => routes)
    .filter((route) => route.length > 1);
}

/** The things to be put in order, mixed: always the same, and never in the right order. */
export function itemsOf({ order }: Draft, scenario: Scenario): readonly OrderItem[] {
  const route = order === 'steps' ? undefined : routesOf(scenario)[order];
  const right: readonly OrderItem[] = route
    ? route.map((party) => ({ party }))
    : STEPS.map((fact) => ({ fact }));
  const odd = right.filter((_, i) => i % 2 === 1);
  const even = right.filter((_, i) => i % 2 === 0);
  return [...odd, ...even];
}

/** The goal as chosen, of what the start has; a single part stands alone. */
export function goalOf(draft: Draft, start: Scenario): Goal {
  const parties = new Set(start.parties.map(({ id }) => id));
  const lines = new Set(start.relationships.map(({ id }) => id));
  const kept = draft.kept.filter((id) => lines.has(id));
  const unchanged = draft.unchanged.filter((id) => parties.has(id));
  const all: Goal[] = [
    ...(draft.every ? [{ valid: 'every' } as const] : []),
    ...Object.entries(draft.served)
      .filter(([customer]) => parties.has(customer))
      .map(([served, through]) => (through.length > 0 ? { served, through } : { served })),
    ...draft.valid.filter((id) => lines.has(id)).map((valid) => ({ valid })),
    ...(kept.length > 0 ? [{ kept }] : []),
    ...(unchanged.length > 0 ? [{ unchanged }] : []),
    ...draft.more.filter((goal) => !('refused' in goal) || lines.has(goal.refused)),
  ];
  const [only] = all;
  return all.length === 1 && only ? only : { all };
}

/** What a scenario expects of itself, as choices of a goal; null where it expects nothing. */
export function fromExpectations({
  expect = {},
  expectChain,
  expectServed = [],
}: Scenario): Pick<Draft, 'every' | 'valid' | 'served' | 'more'> | null {
  const expected = Object.entries(expect);
  if (expected.length === 0 && !expectChain && expectServed.length === 0) return null;
  const refused = expected.filter(([, { verdict }]) => verdict === 'invalid');
  return {
    every: false,
    valid: expected.flatMap(([id, { verdict }]) => (verdict === 'valid' ? [id] : [])),
    served: Object.fromEntries(expectServed.map((customer) => [customer, []])),
    more: [
      ...refused.map(([id, { rules = [] }]): Goal => {
        const rule = RULE_IDS.find((one) => one === rules[0]);
        return rule ? { refused: id, rule } : { refused: id };
      }),
      ...(expectChain ? [{ chain: expectChain }] : []),
    ],
  };
}

/** Ways to a customer that a goal may ask for; the first asks for none. */
export const WAYS: readonly (readonly PartyType[])[] = [
  [],
  ['indirectReseller'],
  ['indirectProvider', 'indirectReseller'],
  ['directBillPartner'],
];

/** The id of an exercise called so: letters that every program takes. */
export function exerciseId({ title, kind }: Draft): string {
  const stem = (title.en ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return stem.replace(/^-+|-+$/g, '').slice(0, 40) || kind;
}

/** Types that learners may add. */
export function addableOf({ addable }: Draft): readonly PartyType[] {
  return addable ?? PARTY_TYPES;
}

/** What expects a verdict gives it away. */
function bare(scenario: Scenario): Scenario {
  const { expect, expectChain, expectServed, ...rest } = scenario;
  return rest;
}

function given<Name extends 'title' | 'task'>(
  name: Name,
  texts: Texts,
): { readonly [N in Name]?: Text } {
  const text = filled(texts);
  return (text ? { [name]: text } : {}) as { readonly [N in Name]?: Text };
}

function hintsOf({ hints }: Draft): { readonly hints?: readonly Text[] } {
  const texts = hints.flatMap((one) => filled(one) ?? []);
  return texts.length > 0 ? { hints: texts } : {};
}

function filled(texts: Texts): Text | undefined {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return said.length > 0 ? { texts: Object.fromEntries(said) } : undefined;
}
