import { editionOf, type Party, type Scenario } from '../model/scenario.ts';
import type { Checked, Source } from './judged.ts';

/** What a page in one language shows otherwise than the same page in another. Words at `docs.<kind>`. */
export interface Mismatch {
  readonly kind:
    | 'missingEmbed'
    | 'extraEmbed'
    | 'differentChain'
    | 'differentEdition'
    | 'missingPage';
  /** Where it is to be mended; of a missing page, the one that has no counterpart: a file to point at. */
  readonly source: Source;
  /** What it was compared with; of a missing page, where it would be. */
  readonly like: Source;
}

/** Two versions of a page, the first of which is taken as right. */
export function comparePages(
  like: readonly Checked[],
  page: readonly Checked[],
  file: string,
  likeFile: string,
): Mismatch[] {
  const pairs = aligned(like, page);
  let last: Source = { file, line: 1 };
  let lastLike: Source = { file: likeFile, line: 1 };
  return pairs.flatMap(([wanted, found]): Mismatch[] => {
    last = found?.source ?? last;
    lastLike = wanted?.source ?? lastLike;
    const at = { source: last, like: lastLike };
    if (!found) return [{ kind: 'missingEmbed', ...at }];
    if (!wanted) return [{ kind: 'extraEmbed', ...at }];
    if (!('scenario' in found && 'scenario' in wanted)) return [];
    if (chainKey(found.scenario) !== chainKey(wanted.scenario)) {
      return [{ kind: 'differentChain', ...at }];
    }
    const isSame = judgedBy(found.scenario) === judgedBy(wanted.scenario);
    return isSame ? [] : [{ kind: 'differentEdition', ...at }];
  });
}

function judgedBy(scenario: Scenario): string {
  return `${editionOf(scenario)} ${scenario.asOf ?? ''}`;
}

/**
 * The same for scenarios that differ in nothing but ids, names, titles, places, language, edition and
 * order. Of organizations, groups and tenants only counts who shares them: they are named too.
 */
export function chainKey({ parties, relationships }: Scenario): string {
  let colours = new Map(parties.map((one) => [one.id, own(one)]));
  const shared = (value: (party: Party) => string | undefined, party: Party) =>
    parties
      .filter((one) => one !== party && value(party) !== undefined && value(one) === value(party))
      .map(({ id }) => colours.get(id))
      .sort();
  // As far as the neighbours of neighbours' neighbours: no two chains people draw agree so far and differ.
  for (let round = 0; round < 3; round++) {
    const next = parties.map((one): [string, string] => [
      one.id,
      JSON.stringify([
        colours.get(one.id),
        shared(({ organization }) => organization, one),
        shared(({ affiliateGroup }) => affiliateGroup, one),
        shared(({ tenant }) => tenant?.id, one),
        relationships
          .flatMap(({ kind, from, to, service }) => {
            const isPair = kind === 'partnership';
            const what = [kind, service ?? ''];
            return [
              ...(from === one.id
                ? [JSON.stringify([...what, isPair ? '-' : '>', colours.get(to)])]
                : []),
              ...(to === one.id
                ? [JSON.stringify([...what, isPair ? '-' : '<', colours.get(from)])]
                : []),
            ];
          })
          .sort(),
      ]),
    ]);
    colours = new Map(next.map(([id, colour]) => [id, digest(colour)]));
  }
  return JSON.stringify([[...colours.values()].sort(), relationships.length]);
}

/** What a party is by itself, its names left out. */
function own({ type, country, tenant, facts = {} }: Party): string {
  const failing = Object.entries(facts).filter(([, value]) => value === false);
  return JSON.stringify([
    type,
    country ?? '',
    tenant?.kind ?? '',
    failing.map(([fact]) => fact).sort(),
  ]);
}

/** 106 bits are enough to tell texts of one page apart. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length.toString(36)}`;
}

type Pair = readonly [Checked | undefined, Checked | undefined];

/** Pairs in order: the longest common sequence of chains, and what lies between it as it comes. */
function aligned(like: readonly Checked[], page: readonly Checked[]): Pair[] {
  const keyOf = (one: Checked) => ('scenario' in one ? chainKey(one.scenario) : undefined);
  const [a, b] = [like.map(keyOf), page.map(keyOf)];
  const length = a.map(() => new Uint32Array(b.length + 1));
  length.push(new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  const isSame = (i: number, j: number) => a[i] !== undefined && a[i] === b[j];
  for (let i = a.length - 1; i >= 0; i--) {
    const row = length[i] as Uint32Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let gap: [Checked[], Checked[]] = [[], []];
  const flush = () => {
    for (let k = 0; k < Math.max(gap[0].length, gap[1].length); k++) {
      pairs.push([gap[0][k], gap[1][k]]);
    }
    gap = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(i, j)) {
      flush();
      pairs.push([like[i++], page[j++]]);
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      gap[0].push(like[i++] as Checked);
    } else gap[1].push(page[j++] as Checked);
  }
  flush();
  return pairs;
}
