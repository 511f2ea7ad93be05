/**
 * Chance that is the same on every machine: 32-bit integer arithmetic only, nothing of the platform. The
 * generator is sfc32 (Chris Doty-Humphrey, PractRand, public domain), which passes PractRand and BigCrush;
 * its state comes from the text of the seed by the mixing of MurmurHash3 (Austin Appleby, public domain).
 */
export interface Random {
  /** A whole number from 0 up to, not including, `below`; every one as likely. `below` is at least 1. */
  readonly below: (below: number) => number;
  /** True in so many of so many cases. */
  readonly chance: (times: number, of: number) => boolean;
  /** One of the list, which is not empty. */
  readonly pick: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** Another sequence, which depends on this seed and on its name, not on what was drawn before. */
  readonly fork: (name: string | number) => Random;
}

/** @param seed any text; equal texts give equal numbers, whatever way Unicode writes them */
export function createRandom(seed: string): Random {
  const text = seed.normalize('NFC');
  const next = sfc32(text);
  const below = (limit: number) => {
    // What is left over at the top would make the first numbers likelier than the others.
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % limit;
  };
  return {
    below,
    chance: (times, of) => below(of) < times,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    shuffled: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const moved = mixed[last] as (typeof mixed)[number];
        mixed[last] = mixed[other] as (typeof mixed)[number];
        mixed[other] = moved;
      }
      return mixed;
    },
    fork: (name) => createRandom(`${text}\u0000${name}`),
  };
}

/** Eight characters that stand for a text: to name what it makes, not to keep a secret. */
export function fingerprint(text: string): string {
  const hash = murmur(text.normalize('NFC'));
  return [hash(), hash()].map((part) => part.toString(36).padStart(7, '0').slice(-4)).join('');
}

function sfc32(seed: string): () => number {
  const hash = murmur(seed);
  let [a, b, c, counter] = [hash(), hash(), hash(), 1];
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + out) | 0;
    return out >>> 0;
  };
  // The first numbers still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** The text's hash, and on each further call another one: whole numbers from 0 to 2³² - 1. */
function murmur(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}
