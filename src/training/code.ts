import type { Answer, Confidence, Course, Exercise, Prediction } from './exercise.ts';
import { isEditing } from './exercise.ts';
import type { Goal, Unmet } from './goal.ts';
import { grade, pointsOf } from './grade.ts';
import { exercisesOf, type Result, type Run } from './run.ts';

/**
 * What a learner answered, as a short code to be read out, typed, pasted or scanned: nothing is sent. It
 * holds answers, not grades: those are judged anew where it is read. A code belongs to one course, whose
 * fingerprint it carries, and its check symbols find every wrong character.
 *
 * Symbols of 5 bits in the letters of Crockford: version, fingerprint (4), the bits of the answers, check (6).
 */

/** What of an editing exercise a code says: how it ended, not how it was drawn. */
export interface Drawn {
  readonly kind: 'repair' | 'build';
  /** Edits made; `MOST_EDITS` stands for more, too. */
  readonly edits: number;
  /** In the order of the goal. */
  readonly unmet: readonly Unmet[];
}

export type Told = Exclude<Answer, { readonly kind: 'repair' | 'build' }> | Drawn;

export interface Response {
  readonly told: Told;
  readonly isRight: boolean;
  readonly points: number;
  readonly of: number;
  /** 1 to 8, where 8 stands for more, too. */
  readonly attempts: number;
  /** 0 to 3. */
  readonly hints: number;
  readonly sawSolution: boolean;
  /** Roughly: within a seventh. */
  readonly seconds: number;
}

/** The answers of one learner. */
export interface Sheet {
  /** Name or nickname; empty = not given. */
  readonly name: string;
  /** 0 to 1023, by chance: tells those who gave no name and the same answers from one who handed in twice. */
  readonly mark: number;
  /** By exercise id; an exercise that was not answered has none. */
  readonly responses: Readonly<Record<string, Response>>;
}

/** What can be wrong with a code. The words are at `classroom.problem.<code>`. */
export const CODE_PROBLEMS = [
  'noCode',
  'codeTooLong',
  'strangeCharacter',
  'damagedCode',
  'newerCode',
  'foreignCode',
] as const;

export interface CodeProblem {
  readonly code: (typeof CODE_PROBLEMS)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

export type ReadCode =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problem: CodeProblem };

/** Characters of a name that a code takes. */
export const LONGEST_NAME = 24;
export const MOST_EDITS = 63;
/** Characters that are looked at: no course needs more. */
const LONGEST_CODE = 4_000;

const VERSION = 1;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRINT_LENGTH = 4;
const CHECK_LENGTH = 6;
const GROUP = 4;
const MARK_BITS = 10;

/** The answers of a run as a code, in groups of four. */
export function encodeAnswers(course: Course, run: Run, name = '', mark = 0): string {
  return writeCode(course, sheetOf(course, run, name, mark));
}

/** Reads a code that was typed, pasted or scanned, or says what is wrong with it. Never throws. */
export function decodeAnswers(course: Course, code: string): ReadCode {
  if (code.length > LONGEST_CODE) return refuse('codeTooLong', { max: LONGEST_CODE });
  const symbols: number[] = [];
  for (const character of plain(code)) {
    const symbol = LETTERS.indexOf(character);
    if (symbol < 0) return refuse('strangeCharacter', { text: character });
    symbols.push(symbol);
  }
  if (symbols.length === 0) return refuse('noCode');
  const isWhole = symbols.length > 1 + PRINT_LENGTH + CHECK_LENGTH;
  if (!isWhole || checksum(symbols) !== CHECK_OF_WHOLE) return refuse('damagedCode');
  if (symbols[0] !== VERSION) return refuse('newerCode', { version: symbols[0] as number });
  const print = fingerprint(course);
  if (print.some((symbol, i) => symbols[1 + i] !== symbol)) return refuse('foreignCode');
  const sheet = readSheet(course, symbols.slice(1 + PRINT_LENGTH, -CHECK_LENGTH));
  return sheet ? { ok: true, sheet } : refuse('damagedCode');
}

function refuse(code: CodeProblem['code'], params: CodeProblem['params'] = {}): ReadCode {
  return { ok: false, problem: { code, params } };
}

/** What the learner did, as far as a code tells it. */
export function sheetOf(course: Course, run: Run, name = '', mark = 0): Sheet {
  const responses = exercisesOf(course).flatMap((exercise) => {
    const result = Object.hasOwn(run.results, exercise.id) ? run.results[exercise.id] : undefined;
    const told = result && toldOf(exercise, result.answer);
    return result && told ? [[exercise.id, responseOf(exercise, told, result)] as const] : [];
  });
  return {
    name: tidyNickname(name),
    mark: mark & (2 ** MARK_BITS - 1),
    responses: Object.fromEntries(responses),
  };
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Without what nobody sees, at most `LONGEST_NAME` long, no character of a reader cut in two. */
export function tidyNickname(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, (run) => (/\u200D/.test(run) ? run : ' '))
    .trim();
  let kept = '';
  let length = 0;
  for (const { segment } of SEGMENTER.segment(tidy)) {
    length += [...segment].length;
    if (length > LONGEST_NAME) break;
    kept += segment;
  }
  return kept.trim();
}

/** An answer that the exercise can't give is none. */
function toldOf(exercise: Exercise, answer: Answer): Told | undefined {
  if (answer.kind !== exercise.kind) return undefined;
  if ('edits' in answer) {
    const { unmet } = grade(exercise, answer);
    return { kind: answer.kind, edits: Math.min(MOST_EDITS, answer.edits.length), unmet };
  }
  if (answer.kind === 'reason' && exercise.kind === 'reason') {
    return exercise.choices.includes(answer.rule) ? answer : undefined;
  }
  if (answer.kind === 'order' && exercise.kind === 'order') {
    const places = new Set(answer.order);
    const isWhole = exercise.items.every((_, place) => places.has(place));
    return isWhole && answer.order.length === exercise.items.length ? answer : undefined;
  }
  return answer;
}

type Effort = Pick<Result, 'points' | 'attempts' | 'hints' | 'sawSolution' | 'seconds'>;

function responseOf(exercise: Exercise, told: Told, effort: Effort): Response {
  const { isRight, points } = gradeOf(exercise, told);
  const { attempts, hints, sawSolution, seconds } = effort;
  const isForNothing = sawSolution && effort.points === 0;
  return {
    told,
    isRight,
    points: isForNothing ? 0 : points,
    of: pointsOf(exercise),
    attempts: Math.min(8, Math.max(1, attempts)),
    hints: Math.min(3, Math.max(0, hints)),
    sawSolution,
    seconds: secondsOf(durationOf(seconds)),
  };
}

function gradeOf(exercise: Exercise, told: Told): { isRight: boolean; points: number } {
  if (!('edits' in told)) return grade(exercise, told);
  const most = exercise.kind === 'repair' ? exercise.atMost : undefined;
  const isRight = told.unmet.length === 0 && told.edits <= (most ?? told.edits);
  return { isRight, points: isRight ? 1 : 0 };
}

/** The code of a sheet. */
export function writeCode(course: Course, { name, mark, responses }: Sheet): string {
  const bits = new Bits();
  const bytes = new TextEncoder().encode(tidyNickname(name));
  bits.write(bytes.length, 7);
  for (const byte of bytes) bits.write(byte, 8);
  bits.write(mark, MARK_BITS);
  for (const exercise of exercisesOf(course)) {
    const response = Object.hasOwn(responses, exercise.id) ? responses[exercise.id] : undefined;
    bits.write(response ? 1 : 0, 1);
    if (response) writeResponse(bits, exercise, response);
  }
  return sealed([VERSION, ...fingerprint(course), ...bits.symbols()]);
}

/** Symbols with their check, in letters, in groups. */
export function sealed(symbols: readonly number[]): string {
  const letters = [...symbols, ...checkSymbols(symbols)].map((symbol) => LETTERS[symbol]).join('');
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** As people write what they read: in capitals or not, wide or narrow, with or without the dashes. */
function plain(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * Which of `text` are codes: one on a line, or in links to the page of the trainer.
 *
 * @returns each as it was written, links without what stands before the code
 */
export function codesIn(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const [, code] = new RegExp(`#${LINK_MARK}([^&\\s]*)`).exec(line) ?? [];
    return code ?? line;
  });
}

/** What stands before a code in the fragment of an address. */
export const LINK_MARK = 'a1.';

// The answers, in the order of the exercises. What the exercise tells is not said again.

function writeResponse(bits: Bits, exercise: Exercise, response: Response): void {
  const { told, attempts, hints, sawSolution, seconds, points } = response;
  writeTold(bits, exercise, told);
  bits.write(durationOf(seconds), 5);
  const isPlain = attempts === 1 && hints === 0 && !sawSolution;
  bits.write(isPlain ? 0 : 1, 1);
  if (isPlain) return;
  bits.write(attempts - 1, 3);
  bits.write(hints, 2);
  bits.write(sawSolution ? 1 : 0, 1);
  bits.write(points > 0 ? 1 : 0, 1);
}

function readResponse(bits: Bits, exercise: Exercise): Response | undefined {
  const told = readTold(bits, exercise);
  if (!told) return undefined;
  const seconds = secondsOf(bits.read(5));
  if (bits.read(1) === 0) {
    const effort = { points: 1, attempts: 1, hints: 0, sawSolution: false, seconds };
    return responseOf(exercise, told, effort);
  }
  const attempts = bits.read(3) + 1;
  const hints = bits.read(2);
  const sawSolution = bits.read(1) === 1;
  return responseOf(exercise, told, {
    points: bits.read(1),
    attempts,
    hints,
    sawSolution,
    seconds,
  });
}

/** Nothing said, or valid or invalid with one of three confidences. */
const PREDICTION_BITS = 3;

function writeTold(bits: Bits, exercise: Exercise, told: Told): void {
  if (exercise.kind === 'predict' && told.kind === 'predict') {
    for (const id of exercise.relationships) {
      const said = Object.hasOwn(told.predictions, id) ? told.predictions[id] : undefined;
      bits.write(said ? said.confidence + (said.status === 'invalid' ? 3 : 0) : 0, PREDICTION_BITS);
    }
  } else if (exercise.kind === 'reason' && told.kind === 'reason') {
    bits.write(exercise.choices.indexOf(told.rule), widthOf(exercise.choices.length));
  } else if (exercise.kind === 'spot' && told.kind === 'spot') {
    const marked = new Set(told.relationships);
    for (const { id } of exercise.scenario.relationships) bits.write(marked.has(id) ? 1 : 0, 1);
  } else if (exercise.kind === 'order' && told.kind === 'order') {
    const left = exercise.items.map((_, place) => place);
    for (const place of told.order) {
      const rank = left.indexOf(place);
      bits.write(rank, widthOf(left.length));
      left.splice(rank, 1);
    }
  } else if (isEditing(exercise) && (told.kind === 'repair' || told.kind === 'build')) {
    bits.write(told.edits, 6);
    const unmet = new Set(told.unmet.map(keyOf));
    for (const one of partsOf(exercise.goal)) bits.write(unmet.has(keyOf(one)) ? 1 : 0, 1);
  }
}

function readTold(bits: Bits, exercise: Exercise): Told | undefined {
  if (exercise.kind === 'predict') {
    const predictions: [string, Prediction][] = [];
    for (const id of exercise.relationships) {
      const said = bits.read(PREDICTION_BITS);
      if (said === 7) return undefined;
      if (said === 0) continue;
      const status = said > 3 ? 'invalid' : 'valid';
      const confidence = (said > 3 ? said - 3 : said) as Confidence;
      predictions.push([id, { status, confidence }]);
    }
    return { kind: 'predict', predictions: Object.fromEntries(predictions) };
  }
  if (exercise.kind === 'reason') {
    const rule = exercise.choices[bits.read(widthOf(exercise.choices.length))];
    return rule && { kind: 'reason', rule };
  }
  if (exercise.kind === 'spot') {
    const marked = exercise.scenario.relationships.filter(() => bits.read(1) === 1);
    return { kind: 'spot', relationships: marked.map(({ id }) => id) };
  }
  if (exercise.kind === 'order') {
    const left = exercise.items.map((_, place) => place);
    const order: number[] = [];
    while (left.length > 0) {
      const [place] = left.splice(bits.read(widthOf(left.length)), 1);
      if (place === undefined) return undefined;
      order.push(place);
    }
    return { kind: 'order', order };
  }
  const edits = bits.read(6);
  const unmet = partsOf(exercise.goal).filter(() => bits.read(1) === 1);
  return { kind: exercise.kind, edits, unmet };
}

/** Bits that tell so many things apart. */
function widthOf(count: number): number {
  return Math.ceil(Math.log2(Math.max(1, count)));
}

/** The parts of a goal that can be unmet, in its order. */
function partsOf(goal: Goal): readonly Unmet[] {
  return 'all' in goal ? goal.all.flatMap(partsOf) : [goal];
}

function keyOf(goal: Unmet): string {
  return canonical(goal);
}

// Seconds in 32 steps, each three tenths longer than the one before: up to an hour or so.

const STEP = Math.log(1.3);

function durationOf(seconds: number): number {
  return Math.min(31, Math.round(Math.log(1 + Math.max(0, seconds)) / STEP));
}

function secondsOf(duration: number): number {
  return Math.round(Math.exp(duration * STEP) - 1);
}

function readSheet(course: Course, symbols: readonly number[]): Sheet | undefined {
  const bits = new Bits(symbols);
  const bytes = Uint8Array.from({ length: bits.read(7) }, () => bits.read(8));
  const name = textOf(bytes);
  if (name === undefined || name !== tidyNickname(name)) return undefined;
  const mark = bits.read(MARK_BITS);
  const responses: [string, Response][] = [];
  for (const exercise of exercisesOf(course)) {
    if (bits.read(1) === 0) continue;
    const response = readResponse(bits, exercise);
    if (!response) return undefined;
    responses.push([exercise.id, response]);
  }
  return bits.isAtEnd() ? { name, mark, responses: Object.fromEntries(responses) } : undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Numbers of few bits, one after the other, highest bit first. */
class Bits {
  readonly #bits: number[];
  #at = 0;

  constructor(symbols: readonly number[] = []) {
    this.#bits = symbols.flatMap((symbol) => [4, 3, 2, 1, 0].map((bit) => (symbol >> bit) & 1));
  }

  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push((value >> bit) & 1);
  }

  /** Behind the end there are zeros; `isAtEnd` tells. */
  read(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 2 + (this.#bits[this.#at++] ?? 0);
    return value;
  }

  /** Whether all was read, but for what fills the last symbol, which is zeros. */
  isAtEnd(): boolean {
    const rest = this.#bits.length - this.#at;
    return rest >= 0 && rest < 5 && this.#bits.slice(this.#at).every((bit) => bit === 0);
  }

  symbols(): number[] {
    const symbols: number[] = [];
    for (let at = 0; at < this.#bits.length; at += 5) {
      const five = [0, 1, 2, 3, 4].map((i) => this.#bits[at + i] ?? 0);
      symbols.push(five.reduce((value, bit) => value * 2 + bit, 0));
    }
    return symbols;
  }
}

/**
 * 20 bits of what answers depend on: the exercises without their words, their solutions, and places on
 * the canvas. A course whose wording was mended keeps its codes.
 */
export function fingerprint(course: Course): readonly number[] {
  const asked = exercisesOf(course).map((exercise) => {
    const { title: _, task: __, hints: ___, ...rest } = exercise;
    const { title, description, expect, language, ...scenario } = rest.scenario;
    const parties = scenario.parties.map(({ position, ...party }) => party);
    const core = { ...rest, scenario: { ...scenario, parties } };
    return isEditing(exercise) ? { ...core, solution: null, par: null } : core;
  });
  const hash = hashOf(canonical([course.id, asked]));
  return [15, 10, 5, 0].map((shift) => (hash >>> shift) & 31);
}

/** JSON with keys in one order, without what is empty: the same from memory, a file and a link. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const filled = Object.entries(part).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** FNV-1a with a last stirring, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// The checksum of Bech32m: four wrong symbols in 89 are always found, and one or two in a thousand.

const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const CHECK_OF_WHOLE = 0x2bc830a3;

function checksum(symbols: readonly number[]): number {
  let check = 1;
  for (const symbol of symbols) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ symbol;
    GENERATORS.forEach((generator, bit) => {
      if ((top >>> bit) & 1) check ^= generator;
    });
  }
  return check;
}

function checkSymbols(symbols: readonly number[]): number[] {
  const empty = Array.from({ length: CHECK_LENGTH }, () => 0);
  const check = checksum([...symbols, ...empty]) ^ CHECK_OF_WHOLE;
  return empty.map((_, i) => (check >>> (5 * (CHECK_LENGTH - 1 - i))) & 31);
}
