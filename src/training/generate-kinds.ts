import { applyEdits, type Edit } from '../model/edit.ts';
import { EDITIONS, PARTY_TYPES, type PartyType, type Scenario, STEPS } from '../model/scenario.ts';
import { judge, worldOf } from '../policy/judge.ts';
import { RULES, ruleOf } from '../policy/rules/index.ts';
import type { FixId, RuleId } from '../policy/types.ts';
import { fixesFor } from '../what-if/fixes.ts';
import { findRepairs, type RepairLimits } from '../what-if/repair.ts';
import { type Repair as FoundRepair, judgesOtherwise } from '../what-if/repair-result.ts';
import { routes } from '../what-if/routes.ts';
import { editsBetween } from './difference.ts';
import type { Exercise, ExerciseKind, OrderItem } from './exercise.ts';
import { causesOf, emptySketch, type PictureWish, pictureOf } from './generate-picture.ts';
import type { Level, Sketch } from './generate-sketch.ts';
import { type Goal, PARTY_ASPECTS, type PartyAspect, unmetGoals } from './goal.ts';
import { rightOrder } from './grade.ts';
import type { Random } from './random.ts';

/** One exercise that is wished for. */
export interface Wish {
  readonly id: string;
  readonly random: Random;
  readonly level: Level;
  /** The rule that it is about. */
  readonly rule: RuleId;
  /** Whether the rule must refuse something that is asked about; else it may only look as if it did. */
  readonly mustRefuse: boolean;
}

/** One try at an exercise; undefined where what chance put together is not one. */
export type Maker = (wish: Wish) => Exercise | undefined;

/** Pictures drawn for one try. */
const PICTURES = 12;

export const MAKERS: Readonly<Record<ExerciseKind, Maker>> = {
  predict,
  reason,
  spot,
  repair,
  build,
  order,
};

/** Whether exercises of a kind can be about a rule. */
export function canBeAbout(kind: ExerciseKind, rule: RuleId): boolean {
  if (kind === 'repair') return !NO_REPAIR.includes(rule);
  if (kind === 'build') return rule in OBSTACLES || WAYS.includes(rule);
  return kind === 'order' ? WAYS.includes(rule) || STEP_RULES.includes(rule) : true;
}

/** What is cured only by taking it away, or by correcting what the question says. */
const NO_REPAIR: readonly RuleId[] = ['self-relationship', 'market-unlisted'];
/** What makes the order of a chain what it is. */
const WAYS: readonly RuleId[] = [
  'microsoft-sells-via-partners',
  'reseller-needs-provider',
  'provider-sells-via-resellers',
];
const STEP_RULES: readonly RuleId[] = ['not-onboarded', 'not-enrolled', 'mpa-unsigned'];

function pictures<T>(
  wish: Omit<PictureWish, 'random'> & { random: Random },
  use: (picture: NonNullable<ReturnType<typeof pictureOf>>) => T | undefined,
): T | undefined {
  for (let i = 0; i < PICTURES; i++) {
    const picture = pictureOf({ ...wish, random: wish.random.fork(i) });
    const made = picture && use(picture);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** How many of the relationships asked about are valid is left to chance, one by one. */
function predict({ id, random, level, rule, mustRefuse }: Wish): Exercise | undefined {
  const asked = level < 3 ? level : level + random.below(2);
  const drawn = Array.from({ length: asked }, () => random.below(2)).reduce((a, b) => a + b, 0);
  const wanted = mustRefuse ? Math.max(1, drawn) : drawn;
  const refuses = wanted > 0 || (level > 1 && random.chance(1, 2));
  return pictures({ random, level, rule, refuses }, ({ scenario, subject, refused, valid }) => {
    // Where the rule refuses nothing that is asked about, what looks as if it did is asked about.
    const isAsked = wanted > 0 || !refuses;
    const fixed = isAsked ? [subject] : [];
    const ofKind = (ids: readonly string[], number: number) => [
      ...fixed.filter((one) => ids.includes(one)),
      ...random.shuffled(ids.filter((one) => !fixed.includes(one))).slice(0, number),
    ];
    const chosen = [
      ...ofKind(refused, wanted).slice(0, wanted),
      ...ofKind(valid, asked - wanted).slice(0, asked - wanted),
    ];
    // Of one mistake in one chain there may be fewer consequences than were drawn.
    if (chosen.length < (level === 2 ? 1 : asked)) return undefined;
    return { id, kind: 'predict', scenario, relationships: random.shuffled(chosen) };
  });
}

const CHOICES: Readonly<Record<Level, number>> = { 1: 3, 2: 3, 3: 4, 4: 5 };

function reason({ id, random, level, rule }: Wish): Exercise | undefined {
  return pictures({ random, level, rule, refuses: true }, ({ scenario, subject }) => {
    const wrong = wrongReasons(scenario, subject);
    const kind = scenario.relationships.find((one) => one.id === subject)?.kind;
    const isNear = (one: RuleId) => ruleOf(one).judges.some((cells) => cells.kind === kind);
    const near = random.shuffled(wrong.filter(isNear));
    const far = random.shuffled(wrong.filter((one) => !isNear(one)));
    const others = [...near, ...far].slice(0, CHOICES[level] - 1);
    const choices = random.shuffled([rule, ...others]);
    return { id, kind: 'reason', scenario, relationship: subject, choices };
  });
}

/**
 * Rules that nobody can think refuse the relationship: that do not, that would not either if no other rule
 * did first, and that refuse nothing on the way to it.
 */
function wrongReasons(scenario: Scenario, relationship: string): RuleId[] {
  const world = worldOf(scenario);
  const edge = world.edges.find((one) => one.relationship.id === relationship);
  if (!edge) return [];
  const { verdicts } = judge(scenario);
  const near = new Set(verdicts.get(relationship)?.rules);
  const before = [...edge.from.sales];
  for (const sale of before) {
    for (const rule of verdicts.get(sale.relationship.id)?.rules ?? []) near.add(rule);
    for (const more of sale.from.sales) if (!before.includes(more)) before.push(more);
  }
  const { kind } = edge.relationship;
  return RULES.filter(({ id, stage, judges, check }) => {
    if (near.has(id)) return false;
    const isAsked = judges.some(
      (cells) =>
        cells.kind === kind &&
        cells.from.includes(edge.from.type) &&
        cells.to.includes(edge.to.type),
    );
    // Two regions are two regions, whichever of the two rules about them is asked.
    return (stage === 'structural' && !isAsked) || check(edge, world) === undefined;
  }).map(({ id }) => id);
}

function spot({ id, random, level, rule }: Wish): Exercise | undefined {
  const wish = { random, level, rule, refuses: true, hasMore: true };
  return pictures(wish, ({ scenario, refused, valid }) => {
    // Where nearly everything is wrong, marking everything would do.
    return valid.length > 0 && refused.length <= valid.length + 1
      ? { id, kind: 'spot', scenario }
      : undefined;
  });
}

/** Scenarios judged to find a shorter repair than the first that comes to mind. */
const TRIES = 250;
/** Edits over the fewest known, by level. */
const SPARE: Readonly<Record<Level, number>> = { 1: 2, 2: 2, 3: 1, 4: 1 };
const LONGEST_REPAIR: Readonly<Record<Level, number>> = { 1: 4, 2: 4, 3: 5, 4: 7 };

/** What corrects the question, or takes it away. */
const NO_CURE: readonly FixId[] = [
  'delete',
  'retype',
  'correct-organization',
  'correct-group',
  'correct-country',
  'other-edition',
  'before-mpa',
  'manage-instead',
  'own-use-customer',
  'manage-own-customer',
];

function repair({ id, random, level, rule }: Wish): Exercise | undefined {
  const wish = { random, level, rule, refuses: true, hasMore: true };
  return pictures(wish, ({ scenario }): Exercise | undefined => {
    const first = firstCure(scenario);
    const size = first?.length ?? 0;
    if (!first || size > LONGEST_REPAIR[level]) return undefined;
    const limits: RepairLimits = { tries: TRIES, atLeast: size, atMost: size, waiting: 2_000 };
    const cures = findRepairs(scenario, 'all', limits).repairs.filter(isCure);
    const [best = first] = [
      first,
      ...cures.map((cure) => editsBetween(scenario, applyEdits(scenario, cure.edits))),
    ].sort((one, other) => one.length - other.length);
    const goal = repairGoal(scenario, best);
    const solution = (best.length > 1 ? oneEdit(scenario, goal) : undefined) ?? best;
    const par = solution.length;
    const exercise = { id, scenario, goal, atMost: par + SPARE[level], par, solution };
    const task = taskOf('repair');
    return hasCheapWay(exercise) ? undefined : { ...exercise, kind: 'repair', task };
  });
}

/** One cause after the other, each by the best of its fixes that cures; undefined where there is none. */
function firstCure(scenario: Scenario): Edit[] | undefined {
  let now = scenario;
  for (let step = 0; step < 5; step++) {
    const [cause] = causesOf(now);
    if (cause === undefined) break;
    const offers = fixesFor(now, cause).filter(
      ({ fix }) =>
        !NO_CURE.includes(fix.id) &&
        fix.edits.every(({ op }) => op !== 'removeRelationship' && op !== 'setScenario'),
    );
    const offer = offers.find(({ cures }) => cures) ?? offers[0];
    if (!offer) return undefined;
    now = offer.effect.scenario;
  }
  const isCured = [...judge(now).verdicts.values()].every(({ status }) => status === 'valid');
  return isCured ? editsBetween(scenario, now) : undefined;
}

/** One end of one relationship moved to where no rule offers it: a learner may well see it. */
function oneEdit(scenario: Scenario, goal: Goal): Edit[] | undefined {
  const { verdicts } = judge(scenario);
  const ways = scenario.relationships.flatMap((line): Edit[][] => {
    if (verdicts.get(line.id)?.status === 'valid') return [];
    return scenario.parties.flatMap(({ id }) =>
      [{ from: id }, { to: id }].map((end): Edit[] => {
        const { kind, from, to, service = null } = { ...line, ...end };
        return [{ op: 'setRelationship', relationship: line.id, set: { kind, from, to, service } }];
      }),
    );
  });
  return ways.find((edits) => unmetGoals(goal, applyEdits(scenario, edits), scenario).length === 0);
}

function isCure({ steps, removes, edits }: FoundRepair): boolean {
  return (
    removes.length === 0 &&
    !judgesOtherwise(edits) &&
    steps.every(({ id }) => !NO_CURE.includes(id))
  );
}

/**
 * Everything is valid, every customer is still served, and whatever the solution does not need to change is
 * as it was: the parties but for the fields it sets, and the relationships that were fine.
 */
function repairGoal(scenario: Scenario, solution: readonly Edit[]): Goal {
  const aspects = new Map<string, Set<PartyAspect>>();
  const rewired = new Set<string>();
  for (const edit of solution) {
    if (edit.op === 'setParty' || edit.op === 'setFact') {
      const fields = edit.op === 'setFact' ? ['facts'] : Object.keys(edit.set);
      const set = aspects.get(edit.party) ?? new Set();
      for (const field of PARTY_ASPECTS) if (fields.includes(field)) set.add(field);
      aspects.set(edit.party, set);
    } else if (edit.op === 'setRelationship') rewired.add(edit.relationship);
  }
  const { verdicts } = judge(scenario);
  const isDrawnRight = (id: string) =>
    solution.every(({ op }) => op === 'setParty' || op === 'setFact') ||
    verdicts.get(id)?.status === 'valid';
  const kept = scenario.relationships
    .map(({ id }) => id)
    .filter((id) => !rewired.has(id) && isDrawnRight(id));
  const unchanged = scenario.parties.map(({ id }) => id).filter((id) => !aspects.has(id));
  const after = applyEdits(scenario, solution);
  const typesBefore = new Map(scenario.parties.map(({ id, type }) => [id, type]));
  const typesAfter = new Map(after.parties.map(({ id, type }) => [id, type]));
  // What the solution adds has other ids where a learner adds it.
  const rewiredTo = after.relationships.filter(
    ({ id, to }) => rewired.has(id) && typesBefore.has(to),
  );
  const served = new Set([
    ...soldTo(scenario),
    ...rewiredTo.flatMap(({ kind, to }) =>
      kind === 'sells' && typesBefore.get(to) === 'customer' ? [to] : [],
    ),
  ]);
  const related = rewiredTo.flatMap(({ kind, from, to }): Goal[] => {
    if (served.has(to) && kind === 'sells') return [];
    // Who is to sell is told only by its type, so that there is something to find.
    const isTold = kind !== 'sells' && typesBefore.has(from);
    const who = isTold ? { party: from } : { type: typesAfter.get(from) as PartyType };
    return [{ related: kind, from: who, to: { party: to } }];
  });
  return {
    all: [
      { valid: 'every' },
      ...[...served].map((customer) => ({ served: customer })),
      ...related,
      ...(kept.length > 0 ? [{ kept }] : []),
      { unchanged, judged: 'same' },
      ...[...aspects].map(([party, but]) => ({ unchanged: [party], but: [...but] })),
    ],
  };
}

function soldTo({ parties, relationships }: Scenario): string[] {
  return parties
    .filter(
      ({ id, type }) =>
        type === 'customer' &&
        relationships.some(({ kind, to, from }) => kind === 'sells' && to === id && from !== id),
    )
    .map(({ id }) => id);
}

/** Whether the goal can be met by taking away what is wrong, or by making it another question. */
export function hasCheapWay({ scenario, goal }: { scenario: Scenario; goal: Goal }): boolean {
  return cheapWays(scenario).some(
    (edits) => unmetGoals(goal, applyEdits(scenario, edits), scenario).length === 0,
  );
}

function cheapWays(scenario: Scenario): Edit[][] {
  const { verdicts } = judge(scenario);
  const refused = scenario.relationships.filter(({ id }) => verdicts.get(id)?.status !== 'valid');
  const removal = (relationship: string): Edit => ({ op: 'removeRelationship', relationship });
  const ends = new Set(refused.flatMap(({ from, to }) => [from, to]));
  const set = (party: string, change: Extract<Edit, { op: 'setParty' }>['set']): Edit[] => [
    { op: 'setParty', party, set: change },
  ];
  const empty = scenario.relationships.map(({ id }) => removal(id));
  return [
    empty,
    refused.map(({ id }) => removal(id)),
    ...refused.map(({ id }) => [removal(id)]),
    ...EDITIONS.map((edition): Edit[] => [{ op: 'setScenario', set: { edition } }]),
    [{ op: 'setScenario', set: { asOf: '2020-01-31' } }],
    ...[...ends].flatMap((party): Edit[][] => [
      [{ op: 'removeParty', party }],
      set(party, { organization: null }),
      set(party, { affiliateGroup: null }),
      ...PARTY_TYPES.map((type) => set(party, { type })),
    ]),
  ];
}

/** What stands in the way of a chain: parties that look usable and are not. By rule, beside the way there is. */
const OBSTACLES: Partial<Record<RuleId, (sketch: Sketch, customer: number) => void>> = {
  'self-sale': (sketch, customer) => {
    const organization = sketch.name();
    sketch.change(customer, {
      name: organization,
      organization,
      tenant: { id: `${organization}-own`, kind: 'customer' },
    });
    sketch.add('directBillPartner', { name: organization, organization });
  },
  'affiliate-sale': (sketch, customer) => {
    const affiliateGroup = sketch.name();
    sketch.change(customer, { affiliateGroup });
    sketch.add(anySeller(sketch), { affiliateGroup });
  },
  'region-sale': (sketch) => {
    sketch.add(anySeller(sketch), { country: sketch.elsewhere(sketch.home) });
  },
  'region-partner': (sketch) => {
    sketch.add('indirectProvider', { country: sketch.elsewhere(sketch.home) });
  },
  'market-unlisted': (sketch) => {
    sketch.add(anySeller(sketch), { country: sketch.unlisted() });
  },
  'country-unknown': (sketch) => {
    sketch.add(anySeller(sketch), { country: undefined });
  },
  'not-onboarded': (sketch) => {
    sketch.add(anyPartner(sketch), { facts: { onboarded: false } });
  },
  'not-enrolled': (sketch) => {
    sketch.add(anyPartner(sketch), { facts: { enrolled: false } });
  },
  'mpa-unsigned': (sketch) => {
    sketch.add(anyPartner(sketch), { facts: { mpaSigned: false } });
  },
  'direct-bill-capability': (sketch) => {
    sketch.add('directBillPartner', { facts: { apiIntegration: false, support: false } });
  },
};

function anySeller({ random }: Sketch) {
  return random.pick(['indirectReseller', 'directBillPartner'] as const);
}

function anyPartner({ random }: Sketch) {
  return random.pick(['indirectProvider', 'indirectReseller', 'directBillPartner'] as const);
}

function build({ id, random, level, rule }: Wish): Exercise | undefined {
  const sketch = emptySketch(random, level);
  const isIndirect = rule !== 'microsoft-sells-via-partners' && (level > 1 || WAYS.includes(rule));
  const through = isIndirect ? (['indirectReseller'] as const) : (['directBillPartner'] as const);
  sketch.microsoft();
  const customer = sketch.add('customer');
  if (isIndirect) sketch.add('indirectProvider');
  sketch.add(through[0]);
  OBSTACLES[rule]?.(sketch, customer);
  const served = [customer];
  if (level > 1 && random.chance(1, 2)) {
    if (isIndirect) sketch.add('directBillPartner');
    else served.push(sketch.add('customer'));
  }
  if (level > 2) served.push(sketch.add('customer', { country: sketch.neighbour(sketch.home) }));
  if (level > 3) {
    const others = Object.keys(OBSTACLES).filter((one) => one !== rule && one !== 'self-sale');
    OBSTACLES[random.pick(others) as RuleId]?.(sketch, customer);
  }
  const { scenario, partyOf } = sketch.finish();
  const customers = served.map(partyOf);
  const start = { ...scenario, relationships: [] };
  const goal: Goal = {
    all: [
      ...customers.map((one) => ({ served: one, through })),
      { valid: 'every' },
      { unchanged: scenario.parties.map((party) => party.id), judged: 'same' },
    ],
  };
  const solution: Edit[] = [];
  for (const one of customers) {
    const now = applyEdits(start, solution);
    const way = routes(now, undefined, one).here.find(({ path }) =>
      path.some((party) => now.parties.some((p) => p.id === party && p.type === through[0])),
    );
    if (!way) return undefined;
    solution.push(...way.edits);
  }
  const par = solution.length;
  const task = taskOf(isIndirect ? 'buildIndirect' : 'buildDirect');
  return { id, kind: 'build', task, scenario: start, goal, addable: [], par, solution };
}

/** Words of the product, at `training.practice.task`. */
function taskOf(task: 'repair' | 'buildIndirect' | 'buildDirect' | 'orderChain' | 'orderSteps') {
  return { words: `practice.task.${task}` };
}

function order({ id, random, level, rule }: Wish): Exercise | undefined {
  return STEP_RULES.includes(rule)
    ? orderSteps(id, random, level)
    : orderChain(id, random, level, rule);
}

/** The steps of a partner that has taken none of them. */
function orderSteps(id: string, random: Random, level: Level): Exercise {
  const sketch = emptySketch(random, level);
  const type = anyPartner(sketch);
  const facts = { onboarded: false, enrolled: false, mpaSigned: false };
  const partner = sketch.supplied(type, { facts });
  if (type !== 'indirectProvider') sketch.draw('sells', partner, sketch.add('customer'));
  const items = STEPS.map((fact) => ({ fact }));
  return mixed(id, sketch.finish().scenario, items, random);
}

function orderChain(id: string, random: Random, level: Level, rule: RuleId): Exercise | undefined {
  const sketch = emptySketch(random, level);
  const isDirect = rule === 'microsoft-sells-via-partners';
  const seller = sketch.supplied(isDirect ? 'directBillPartner' : 'indirectReseller');
  const customer = sketch.add('customer');
  sketch.draw('sells', seller, customer);
  if (level > 2) sketch.draw('sells', sketch.seller(), sketch.add('customer'));
  if (level > 3) sketch.draw('sells', seller, sketch.add('customer'));
  const { scenario, partyOf } = sketch.finish();
  const end = partyOf(customer);
  const ways = judge(scenario).customers.find((one) => one.customer === end)?.routes ?? [];
  const [way] = ways;
  if (!way || ways.length > 1) return undefined;
  return mixed(
    id,
    scenario,
    way.map((party) => ({ party })),
    random,
  );
}

/** In any order but the right one. */
function mixed(
  id: string,
  scenario: Scenario,
  items: readonly OrderItem[],
  random: Random,
): Exercise {
  const drawn = random.shuffled(items);
  const isRight = drawn.every((item, place) => item === items[place]);
  const shown = isRight ? [...drawn.slice(1), drawn[0] as OrderItem] : drawn;
  const isChain = items.every((item) => 'party' in item);
  const task = taskOf(isChain ? 'orderChain' : 'orderSteps');
  return { id, kind: 'order', task, scenario, items: shown };
}

/** Whether the policy says of an exercise that it has one right answer, which can be given and must be. */
export function isSound(exercise: Exercise): boolean {
  const { scenario } = exercise;
  const { verdicts } = judge(scenario);
  const statuses = [...verdicts.values()].map(({ status }) => status);
  if (statuses.includes('unknown')) return false;
  switch (exercise.kind) {
    case 'predict': {
      const asked = exercise.relationships;
      const isThere = asked.every((id) => verdicts.has(id));
      return asked.length > 0 && new Set(asked).size === asked.length && isThere;
    }
    case 'reason': {
      const rules = verdicts.get(exercise.relationship)?.rules ?? [];
      return exercise.choices.filter((rule) => rules.includes(rule)).length === 1;
    }
    case 'spot':
      return statuses.includes('invalid') && statuses.includes('valid');
    case 'repair':
    case 'build': {
      const { goal, solution } = exercise;
      const limit = exercise.kind === 'repair' ? (exercise.atMost ?? solution.length) : Infinity;
      const after = applyEdits(scenario, solution);
      return (
        solution.length <= limit &&
        unmetGoals(goal, scenario, scenario).length > 0 &&
        unmetGoals(goal, after, scenario).length === 0 &&
        !hasCheapWay(exercise)
      );
    }
    case 'order': {
      const right = rightOrder(exercise);
      return right.some((place, index) => place !== index);
    }
  }
}
