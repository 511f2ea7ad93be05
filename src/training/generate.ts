import { writeChain } from '../model/chain-text.ts';
import { RULE_IDS, type RuleId } from '../policy/types.ts';
import {
  type Course,
  EXERCISE_KINDS,
  type Exercise,
  type ExerciseKind,
  type Mode,
} from './exercise.ts';
import { rulesOf } from './exercised.ts';
import { canBeAbout, isSound, MAKERS } from './generate-kinds.ts';
import { rulesAt } from './generate-motifs.ts';
import type { Level } from './generate-sketch.ts';
import { createRandom, fingerprint, type Random } from './random.ts';

/** What a course is generated from; the same request gives the same course on every machine. */
export interface PracticeRequest {
  readonly seed: string;
  /** What it is about; absent = every rule of the level. Those that come up only later are passed over. */
  readonly rules?: readonly RuleId[];
  readonly level: Level;
  /** Exercises, 1 to `MOST_EXERCISES`. */
  readonly count: number;
  readonly mode: Mode;
  /** Absent = all. */
  readonly kinds?: readonly ExerciseKind[];
}

export const GENERATE_PROBLEMS = ['badCount', 'laterRules', 'noKind', 'exhausted'] as const;
/**
 * Why there is no course: a count out of range; none of the rules comes up at this level; no exercise of
 * these kinds can be about them; or fewer different exercises were found than wanted.
 */
export type GenerateProblem = (typeof GENERATE_PROBLEMS)[number];

export type Generated =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly problem: GenerateProblem };

export const MOST_EXERCISES = 50;
/** Part of every course's id: another generator makes other courses of the same seed. */
const GENERATOR = 1;
/** Tries for one exercise, and with one kind and rule before others are tried. */
const TRIES = 120;
const TRIES_ALIKE = 6;

/** Like `tryGenerate`, for those who ask what there is. @throws GenerateError where there is no such course */
export function generateCourse(request: PracticeRequest): Course {
  const generated = tryGenerate(request);
  if (!generated.ok) throw new GenerateError(generated.problem);
  return generated.course;
}

export class GenerateError extends Error {
  readonly problem: GenerateProblem;
  constructor(problem: GenerateProblem) {
    super(`no course: ${problem}`);
    this.problem = problem;
  }
}

/**
 * Makes the course, or says why there is none. Every exercise is judged by the policy before it is given:
 * what is not exactly one question with one answer is thrown away, and tried again so many times.
 */
export function tryGenerate(request: PracticeRequest): Generated {
  const { level, count, mode } = request;
  if (!Number.isInteger(count) || count < 1 || count > MOST_EXERCISES) return none('badCount');
  const rules = inOrder(RULE_IDS, request.rules).filter((rule) => rulesAt(level).includes(rule));
  if (rules.length === 0) return none('laterRules');
  const kinds = inOrder(EXERCISE_KINDS, request.kinds).filter((kind) =>
    rules.some((rule) => canBeAbout(kind, rule)),
  );
  if (kinds.length === 0) return none('noKind');
  const exercises = exercisesFrom(request, rules, kinds);
  if (!exercises) return none('exhausted');
  const title = { words: `practice.level${level}` };
  return {
    ok: true,
    course: {
      id: idOf(request, rules, kinds),
      title,
      mode,
      lessons: [{ id: 'practice', title, exercises }],
    },
  };
}

function none(problem: GenerateProblem): Generated {
  return { ok: false, problem };
}

function exercisesFrom(
  { seed, level, count }: PracticeRequest,
  rules: readonly RuleId[],
  kinds: readonly ExerciseKind[],
): Exercise[] | undefined {
  const root = createRandom(`${GENERATOR}/${level}/${seed}`);
  const turns = inTurn(kinds, root.fork('kinds'));
  const due = new Due(rules, root.fork('rules'));
  const exercises: Exercise[] = [];
  const seen = new Set<string>();
  for (let place = 0; place < count; place++) {
    // From here on every exercise has to take one rule off the list, if all are to come up.
    const mustRefuse = count >= 2 * rules.length && due.left() >= count - place;
    const exercise = firstOf(TRIES, (attempt) => {
      const alike = Math.floor(attempt / TRIES_ALIKE);
      const kind = turns(place + alike);
      const rule = due.next(kind, alike);
      if (rule === undefined) return undefined;
      const random = root.fork(`${place}.${attempt}`);
      const made = MAKERS[kind]({ id: `e${place + 1}`, random, level, rule, mustRefuse });
      return made && isSound(made) && !seen.has(keyOf(made)) ? made : undefined;
    });
    if (!exercise) return undefined;
    exercises.push(exercise);
    seen.add(keyOf(exercise));
    due.exercised(rulesOf(exercise));
  }
  return exercises;
}

function firstOf<T>(tries: number, attempt: (number: number) => T | undefined): T | undefined {
  for (let i = 0; i < tries; i++) {
    const found = attempt(i);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each as often as the others, in an order that cannot be foreseen. */
function inTurn<T>(list: readonly T[], random: Random): (place: number) => T {
  return (place) => {
    const round = Math.floor(place / list.length);
    return random.fork(round).shuffled(list)[place % list.length] as T;
  };
}

/** The rules that are still to come up, in an order that cannot be foreseen; then all again. */
class Due {
  readonly #rules: readonly RuleId[];
  readonly #random: Random;
  #waiting: readonly RuleId[];
  #round = 0;

  constructor(rules: readonly RuleId[], random: Random) {
    this.#rules = rules;
    this.#random = random;
    this.#waiting = random.shuffled(rules);
  }

  left(): number {
    return this.#round > 0 ? 0 : this.#waiting.length;
  }

  /** The rule that a kind is to be about: the one that waits longest, or after it those that wait less long. */
  next(kind: ExerciseKind, after: number): RuleId | undefined {
    const all = [...this.#waiting, ...this.#rules.filter((rule) => !this.#waiting.includes(rule))];
    const fitting = all.filter((rule) => canBeAbout(kind, rule));
    return fitting[after % Math.max(1, fitting.length)];
  }

  exercised(rules: ReadonlySet<RuleId>): void {
    this.#waiting = this.#waiting.filter((rule) => !rules.has(rule));
    if (this.#waiting.length > 0) return;
    this.#round++;
    this.#waiting = this.#random.fork(this.#round).shuffled(this.#rules);
  }
}

/** Two exercises with the same key ask the same. */
function keyOf({ id, ...exercise }: Exercise): string {
  return JSON.stringify({ ...exercise, scenario: writeChain(exercise.scenario) });
}

function inOrder<T>(all: readonly T[], some: readonly T[] = all): T[] {
  return all.filter((one) => some.includes(one));
}

function idOf(
  { seed, level, count, mode }: PracticeRequest,
  rules: readonly RuleId[],
  kinds: readonly ExerciseKind[],
): string {
  const key = JSON.stringify([GENERATOR, seed.normalize('NFC'), level, count, mode, rules, kinds]);
  return `practice-${fingerprint(key)}`;
}
