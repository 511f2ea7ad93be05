import { RULE_IDS } from '../policy/types.ts';
import { EXERCISE_KINDS, MODES } from './exercise.ts';
import { MOST_EXERCISES, type PracticeRequest } from './generate.ts';
import { LEVELS } from './generate-sketch.ts';

/**
 * A practice as a line of text, for `?learn=`: whoever opens it gets the same exercises.
 *
 *     practice/Monday group/level=3/count=10/mode=assessment/kinds=predict.spot/rules=region-sale
 *
 * The seed comes first, percent-encoded where it holds `/`, `%` or what an address cannot hold; level 2,
 * ten exercises, practice, all kinds and all rules may be left out, and are when it is written.
 */
const PREFIX = 'practice';
export const DEFAULT_LEVEL = 2;
export const DEFAULT_COUNT = 10;
/** Characters of a seed. */
export const LONGEST_SEED = 60;

export function writePractice({ seed, level, count, mode, kinds, rules }: PracticeRequest): string {
  const parts = [PREFIX, encodeURIComponent(seed)];
  if (level !== DEFAULT_LEVEL) parts.push(`level=${level}`);
  if (count !== DEFAULT_COUNT) parts.push(`count=${count}`);
  if (mode !== 'practice') parts.push(`mode=${mode}`);
  if (kinds) parts.push(`kinds=${kinds.join('.')}`);
  if (rules) parts.push(`rules=${rules.join('.')}`);
  return parts.join('/');
}

/** Reads what `writePractice` wrote; undefined for anything else. Never throws. */
export function readPractice(text: string): PracticeRequest | undefined {
  const [prefix, encoded, ...parts] = text.split('/');
  const seed = decoded(encoded ?? '');
  if (prefix !== PREFIX || !seed || [...seed].length > LONGEST_SEED) return undefined;
  const fields = new Map(parts.map((part) => splitAt(part)));
  if (fields.size < parts.length) return undefined;
  const level = LEVELS.find((one) => `${one}` === (fields.get('level') ?? `${DEFAULT_LEVEL}`));
  const mode = MODES.find((one) => one === (fields.get('mode') ?? 'practice'));
  const count = countOf(fields.get('count') ?? `${DEFAULT_COUNT}`);
  const kinds = listOf(fields.get('kinds'), EXERCISE_KINDS);
  const rules = listOf(fields.get('rules'), RULE_IDS);
  const isKnown = [...fields.keys()].every((key) => FIELDS.includes(key));
  if (!isKnown || !level || !mode || !count || !kinds || !rules) return undefined;
  return {
    seed,
    level,
    count,
    mode,
    ...(fields.has('kinds') ? { kinds } : {}),
    ...(fields.has('rules') ? { rules } : {}),
  };
}

const FIELDS = ['level', 'count', 'mode', 'kinds', 'rules'];

function splitAt(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function countOf(text: string): number | undefined {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_EXERCISES ? count : undefined;
}

/** Each once and known; undefined where one is not. Without a text, empty: nothing was chosen. */
function listOf<T extends string>(text: string | undefined, all: readonly T[]): T[] | undefined {
  if (text === undefined) return [];
  const names = text.split('.');
  const known = all.filter((one) => names.includes(one));
  return known.length === names.length ? known : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return undefined;
  }
}
