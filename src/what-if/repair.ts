import { applyEdits } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { worldOf } from '../policy/judge.ts';
import type { Fix, FixId } from '../policy/types.ts';
import { byMerit, editsOf, type Repair, removalOf, repairOf } from './repair-result.ts';
import {
  findingsLeft,
  inTheWay,
  isCured,
  isReached,
  keyOf,
  type Offer,
  offersAt,
  type RepairTarget,
  rootsFirst,
  type Signatures,
  type State,
  startOf,
  stepFrom,
} from './repair-space.ts';

export interface RepairOutcome {
  /** Fewest edits first, then fewest side effects; those that remove a relationship last. */
  readonly repairs: readonly Repair[];
  /** Taking away what is not valid: no repair, and offered apart. */
  readonly removal: Repair | undefined;
  /** Every combination of at most so many edits has been tried. */
  readonly covered: number;
  /** Scenarios judged. */
  readonly tried: number;
  /** Whether no combination at all is left to try. */
  readonly isComplete: boolean;
}

export interface RepairLimits {
  /** Scenarios to judge at most. */
  readonly tries: number;
  /** Combinations of so many edits are tried even when a smaller repair is known. */
  readonly atLeast: number;
  /** Combinations of more edits are not tried. */
  readonly atMost?: number;
  /** Steps to keep in mind at most: in a large scenario there are more than a machine has room for. */
  readonly waiting?: number;
}

export const DEFAULT_LIMITS: RepairLimits = { tries: 20_000, atLeast: 3 };
/** More than anybody compares. */
const LISTED = 8;
const WAITING = 30_000;
/** What scenario 6 names as ways out and takes several edits. */
const NAMED: readonly FixId[] = ['option-2', 'option-3'];

/**
 * Looks for the smallest repairs: sequences of fixes after which the target is reached. Pure; it yields
 * what it has so far after every scenario it judges, and can be left at any time.
 *
 * What "every combination of n edits" means: all sequences in which each step is a fix that a rule offers
 * (POLICY 2.6.2, 2.8) for a finding in the way of the target at that moment, cures that finding, and all
 * steps together have n edits. In the way are the findings of the relationship and of the sales that its
 * supply rests on, or, where everything is to become valid, all findings. Sequences that lead to the same
 * scenario, but for the ids of new parties, are judged once. What no rule offers is not tried, so a repair
 * may exist that is smaller than a proven one: the proof is about the fixes that the rules know.
 */
export function* searchRepairs(
  scenario: Scenario,
  target: RepairTarget,
  limits: RepairLimits = DEFAULT_LIMITS,
): Generator<RepairOutcome, RepairOutcome> {
  const search = new Search(scenario, target, limits);
  yield* search.run();
  return search.outcome();
}

/** Runs a search to its end. */
export function findRepairs(
  scenario: Scenario,
  target: RepairTarget,
  limits?: RepairLimits,
): RepairOutcome {
  const search = searchRepairs(scenario, target, limits);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** A step still to be taken. Its scenario is made when its turn comes: most never get one. */
interface Open {
  readonly from: State;
  readonly offer: Offer;
}

/** What one search knows; a class because its parts go on where others stopped. */
class Search {
  readonly #start: Scenario;
  readonly #target: RepairTarget;
  readonly #limits: RepairLimits;
  readonly #signatures: Signatures = new Map();
  readonly #seen = new Set<string>();
  readonly #found = new Map<string, Repair>();
  /** By the number of edits that the step would make it. */
  readonly #open: Open[][] = [];
  #waiting = 0;
  /** From so many edits on, steps were left out for want of room. */
  #incomplete = Number.POSITIVE_INFINITY;
  #tried = 0;
  #covered = 0;
  #isComplete = false;
  #removal: Repair | undefined;
  #listed: readonly Repair[] | undefined;

  constructor(start: Scenario, target: RepairTarget, limits: RepairLimits) {
    this.#start = start;
    this.#target = target;
    this.#limits = limits;
  }

  *run(): Generator<RepairOutcome, void> {
    const start = startOf(this.#start);
    if (isReached(this.#start, this.#target)) {
      this.#isComplete = true;
      return;
    }
    this.#removal = removalOf(this.#start, this.#target);
    yield this.outcome();
    yield* this.#descend(start);
    yield* this.#namedOptions(start);
    yield* this.#exhaust(start);
  }

  outcome(): RepairOutcome {
    this.#listed ??= this.#list();
    return {
      repairs: this.#listed,
      removal: this.#removal,
      covered: this.#covered,
      tried: this.#tried,
      isComplete: this.#isComplete,
    };
  }

  /** All combinations by their number of edits, until the smallest repairs are proven to be. */
  *#exhaust(start: State): Generator<RepairOutcome, void> {
    this.#seen.clear();
    this.#seen.add(keyOf(start, this.#start));
    yield* this.#expand(start);
    for (let size = 1; size < this.#open.length; size++) {
      for (const next of this.#open[size] ?? []) {
        if (this.#tried >= this.#limits.tries) return;
        this.#waiting--;
        const state = stepFrom(next.from, next.offer.fix, this.#signatures);
        const key = keyOf(state, this.#start);
        if (this.#seen.has(key)) continue;
        this.#tried++;
        if (isCured(state.scenario, next.offer)) {
          this.#seen.add(key);
          if (isReached(state.scenario, this.#target)) yield* this.#record(state);
          else if (size < this.#bound()) yield* this.#expand(state);
        }
        yield this.outcome();
      }
      this.#open[size] = [];
      if (size >= this.#incomplete) return;
      this.#cover(size);
      if (size >= this.#bound()) return;
    }
    if (this.#incomplete < Number.POSITIVE_INFINITY) return;
    const bound = this.#bound();
    this.#isComplete = bound === Number.POSITIVE_INFINITY;
    if (!this.#isComplete) this.#cover(bound);
  }

  *#expand(state: State): Generator<RepairOutcome, void> {
    const world = worldOf(state.scenario);
    for (const edge of inTheWay(state.scenario, this.#target)) {
      for (const offer of offersAt(edge, world, this.#target)) {
        const size = state.size + offer.fix.edits.length;
        if (size > this.#bound()) continue;
        while (this.#open.length <= size) this.#open.push([]);
        this.#open[size]?.push({ from: state, offer });
        this.#waiting++;
        this.#makeRoom();
      }
      yield this.outcome();
    }
  }

  /** Forgets a step of those that would make the most edits, when there are too many. */
  #makeRoom(): void {
    if (this.#waiting <= (this.#limits.waiting ?? WAITING)) return;
    const largest = this.#open.findLastIndex((steps) => steps.length > 0);
    this.#open[largest]?.pop();
    this.#waiting--;
    this.#incomplete = Math.min(this.#incomplete, largest);
  }

  #cover(size: number): void {
    this.#covered = size;
    this.#listed = undefined;
  }

  /** No more edits than this are worth trying. */
  #bound(): number {
    const { atLeast, atMost = Number.POSITIVE_INFINITY } = this.#limits;
    const all = [...this.#found.values()];
    const keeping = all.filter(({ removes }) => removes.length === 0);
    const known = keeping.length > 0 ? keeping : all;
    const best = Math.min(...known.map(({ edits }) => edits.length));
    return Math.min(atMost, Math.max(atLeast, best));
  }

  /**
   * One problem after the other, each by the step that leaves the fewest findings: finds some repair soon,
   * also where there are too many combinations to try them all.
   */
  *#descend(from: State, kept?: Fix): Generator<RepairOutcome, void> {
    const target = this.#target;
    const seen = new Set([keyOf(from, this.#start)]);
    let state = from;
    while (!isReached(state.scenario, target)) {
      let best: { state: State; left: number } | undefined;
      for (const edge of rootsFirst(inTheWay(state.scenario, target), state.scenario)) {
        for (const offer of offersAt(edge, worldOf(state.scenario), target)) {
          if (this.#tried >= this.#limits.tries) return;
          const next = stepFrom(state, offer.fix, this.#signatures);
          this.#tried++;
          yield this.outcome();
          if (seen.has(keyOf(next, this.#start)) || !isCured(next.scenario, offer)) continue;
          const left = findingsLeft(next.scenario, target);
          if (!best || left < best.left || (left === best.left && next.size < best.state.size)) {
            best = { state: next, left };
          }
        }
        if (best) break;
      }
      if (!best) return;
      state = best.state;
      seen.add(keyOf(state, this.#start));
    }
    yield* this.#record(state, kept);
  }

  /** Scenario 6 names its ways out; each is shown with what else it needs, even where another is smaller. */
  *#namedOptions(start: State): Generator<RepairOutcome, void> {
    const world = worldOf(start.scenario);
    for (const edge of inTheWay(start.scenario, this.#target)) {
      for (const { fix } of offersAt(edge, world, this.#target)) {
        if (!NAMED.includes(fix.id)) continue;
        yield* this.#descend(stepFrom(start, fix, this.#signatures), fix);
      }
      yield this.outcome();
    }
  }

  /** Without the steps that the others do not need, the last first; `kept` stays. */
  *#record({ steps: taken }: State, kept?: Fix): Generator<RepairOutcome, void> {
    let steps = taken;
    for (const step of taken.toReversed()) {
      if (step === kept || steps.length === 1) continue;
      const without = steps.filter((one) => one !== step);
      if (isReached(applyEdits(this.#start, editsOf(without)), this.#target)) steps = without;
      yield this.outcome();
    }
    let state = startOf(this.#start);
    for (const fix of steps) state = stepFrom(state, fix, this.#signatures);
    const key = keyOf(state, this.#start);
    if (this.#found.has(key)) return;
    this.#found.set(key, repairOf(steps, this.#start));
    this.#listed = undefined;
  }

  #list(): readonly Repair[] {
    const all = [...this.#found.values()];
    const least = (isRemoving: boolean) =>
      Math.min(
        ...all
          .filter(({ removes }) => removes.length > 0 === isRemoving)
          .map(({ edits }) => edits.length),
      );
    const [keeping, removing] = [least(false), least(true)];
    return all
      .map((repair): Repair => {
        const size = repair.edits.length;
        const isLeast = size === (repair.removes.length > 0 ? removing : keeping);
        return { ...repair, isSmallest: isLeast && this.#covered >= size - 1 };
      })
      .sort(byMerit)
      .slice(0, LISTED);
  }
}
