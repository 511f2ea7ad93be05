import { applyEdits } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge, wouldBe } from '../policy/judge.ts';
import type { RuleId } from '../policy/types.ts';
import { routes } from '../what-if/routes.ts';
import type { Answer, Build, Exercise, Order } from './exercise.ts';
import { grade } from './grade.ts';

/**
 * The rules that an exercise exercises, found out by the policy and in no order that means anything: those
 * that refuse what is asked about, those in the way of the chain that is to be drawn, and those that make
 * the order what it is.
 */
export function rulesOf(exercise: Exercise): ReadonlySet<RuleId> {
  const { scenario } = exercise;
  const { verdicts } = judge(scenario);
  const refusing = (ids: Iterable<string>) =>
    new Set([...ids].flatMap((id) => verdicts.get(id)?.rules ?? []));
  switch (exercise.kind) {
    case 'predict':
      return refusing(exercise.relationships);
    case 'reason': {
      const rules = refusing([exercise.relationship]);
      return new Set(exercise.choices.filter((rule) => rules.has(rule)));
    }
    case 'spot':
    case 'repair':
      return refusing(verdicts.keys());
    case 'build':
      return builtAround(exercise);
    case 'order':
      return orderedBy(exercise);
  }
}

/**
 * The rules that a wrong answer speaks against: those the exercise exercises and, of a relationship that was
 * called refused and is valid, those that would refuse it if it were drawn the other way round or if a
 * step of its chain were left out.
 */
export function rulesAgainst(exercise: Exercise, answer: Answer): ReadonlySet<RuleId> {
  if (grade(exercise, answer).isRight) return new Set();
  const { verdicts } = judge(exercise.scenario);
  const isValid = (id: string) => verdicts.get(id)?.status === 'valid';
  const falseAlarms =
    answer.kind === 'predict'
      ? Object.keys(answer.predictions).filter(
          (id) => answer.predictions[id]?.status === 'invalid' && isValid(id),
        )
      : answer.kind === 'spot'
        ? answer.relationships.filter(isValid)
        : [];
  const mistaken = falseAlarms.flatMap((id) => nearTo(id, exercise.scenario));
  return new Set([...rulesOf(exercise), ...mistaken]);
}

function nearTo(relationship: string, scenario: Scenario): RuleId[] {
  const line = scenario.relationships.find(({ id }) => id === relationship);
  if (!line) return [];
  const { kind, from, to } = line;
  const turned = wouldBe(scenario, { kind, from: to, to: from }).rules;
  const skipped = scenario.relationships
    .filter((one) => one.kind === 'sells' && one.to === from && one.from !== to)
    .flatMap((one) => wouldBe(scenario, { kind, from: one.from, to }).rules);
  return [...turned, ...skipped];
}

/** What rules out the other ways to the customers that are to be served, and the short ways past a partner. */
function builtAround({ scenario, solution }: Build): ReadonlySet<RuleId> {
  const after = applyEdits(scenario, solution);
  const served = judge(after).customers.filter((one) => one.served);
  const refused = served.flatMap(({ customer }) =>
    routes(scenario, undefined, customer).refused.map(({ rule }) => rule),
  );
  const skipped = served.flatMap(({ routes: ways }) =>
    ways.flatMap((way) => shortCuts(way, after)),
  );
  return new Set([...refused, ...skipped]);
}

function orderedBy({ items, scenario }: Order): ReadonlySet<RuleId> {
  const facts = items.flatMap((item) => ('fact' in item ? [item.fact] : []));
  const rules = facts.flatMap((fact) => STEP_RULES[fact as keyof typeof STEP_RULES] ?? []);
  const parties = items.flatMap((item) => ('party' in item ? [item.party] : []));
  const ways = judge(scenario).customers.flatMap(({ routes: all }) => all);
  const way = ways.find((one) => parties.every((party) => one.includes(party)));
  return new Set([...rules, ...(way ? shortCuts(way, scenario) : [])]);
}

/** The three steps (F18) and the rules that ask for them. */
const STEP_RULES = {
  onboarded: 'not-onboarded',
  enrolled: 'not-enrolled',
  mpaSigned: 'mpa-unsigned',
} as const;

/** What refuses a sale that leaves out one party of the way. */
function shortCuts(way: readonly string[], scenario: Scenario): RuleId[] {
  return way.slice(2).flatMap((to, place) => {
    const { rules } = wouldBe(scenario, { kind: 'sells', from: way[place] as string, to });
    return rules.slice(0, 1);
  });
}
