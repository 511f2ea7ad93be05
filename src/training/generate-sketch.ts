import type {
  EditionId,
  Party,
  PartyType,
  Relationship,
  RelationshipKind,
  Scenario,
} from '../model/scenario.ts';
import { DEFAULT_EDITION } from '../model/scenario.ts';
import { regionOf } from '../policy/markets.ts';
import type { Random } from './random.ts';

/** Two or three parties; a whole chain; several customers and partners; everything, with more than one mistake. */
export const LEVELS = [1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];

/** Names that Microsoft uses for companies which do not exist; the same in every language. */
const NAMES = [
  'Adatum',
  'Alpine Ski House',
  'Bellows College',
  'Best For You',
  'Coho Vineyard',
  'Contoso',
  'Fabrikam',
  'First Up',
  'Fourth Coffee',
  'Graphic Design Institute',
  'Humongous Insurance',
  'Lamna Healthcare',
  'Litware',
  'Lucerne Publishing',
  'Margie’s Travel',
  'Munson’s Pickles',
  'Northwind Traders',
  'Proseware',
  'Relecloud',
  'School of Fine Art',
  'Southridge Video',
  'Tailspin Toys',
  'Trey Research',
  'VanArsdel',
  'Wide World Importers',
  'Wingtip Toys',
  'Woodgrove Bank',
] as const;

/** Countries that a learner can place on a map. */
const COUNTRIES = (
  'AE AR AT AU BE BR CA CH CL CO CZ DE DK EG ES FI FR GB GR HK ID IE IL IN IT JP KE KR MA MX MY NG NL NO ' +
  'NZ PE PH PL PT QA RO SA SE SG TH TR TW UA US VN ZA'
).split(' ');

/** In no list of either edition, and in the list of one edition only. */
const UNLISTED = ['CU', 'IR', 'KP', 'SD', 'SY'];
const LISTED_ONCE: Readonly<Record<EditionId, readonly string[]>> = {
  '2020-05': ['RU', 'BY'],
  '2023-10': ['CN'],
};

/** What a party is given; a field that is undefined is one that is not said. */
type Details = {
  readonly [Field in keyof Omit<Party, 'id' | 'type'>]?: Party[Field] | undefined;
};

/**
 * A scenario in the making. Parties and relationships are known by numbers until the whole is shuffled and
 * named, so that neither order nor ids tell what was planted.
 */
export interface Sketch {
  readonly random: Random;
  readonly level: Level;
  readonly edition: EditionId;
  readonly asOf: string | undefined;
  /** Where a group of parties is at home. */
  readonly home: string;
  /** Another home for what follows. */
  readonly moveHome: () => void;
  readonly name: () => string;
  /** A party by itself, at home and with a name, unless the details say otherwise. */
  readonly add: (type: PartyType, details?: Details) => number;
  readonly change: (party: number, details: Details) => void;
  readonly draw: (kind: RelationshipKind, from: number, to: number, service?: string) => number;
  readonly microsoft: () => number;
  /** A partner with all the supply it needs, down from Microsoft. */
  readonly supplied: (type: PartyType, details?: Details) => number;
  /** Of a supplied partner: the sale into it. */
  readonly supplyOf: (party: number) => number;
  /** A reseller or direct-bill partner, supplied. */
  readonly seller: (details?: Details) => number;
  /** That this party gets no customer to make its chain whole. */
  readonly leave: (party: number) => void;
  /** A customer for every seller that has none, so that every chain has an end. */
  readonly complete: () => void;
  /** In the same CSP region, where that has more than one country that is known. */
  readonly neighbour: (country: string) => string;
  readonly elsewhere: (country: string) => string;
  readonly unlisted: () => string;
  /** A country that the other edition does not list. */
  readonly listedHere: () => string | undefined;
  readonly size: () => { readonly parties: number; readonly relationships: number };
  readonly finish: () => Finished;
}

export interface Finished {
  readonly scenario: Scenario;
  /** The id that a number of a relationship got. */
  readonly relationshipOf: (drawn: number) => string;
  readonly partyOf: (party: number) => string;
}

export function createSketch(
  random: Random,
  level: Level,
  edition: EditionId = DEFAULT_EDITION,
  asOf?: string,
): Sketch {
  const parties: Omit<Party, 'id'>[] = [];
  const lines: { kind: RelationshipKind; from: number; to: number; service?: string }[] = [];
  const supplies = new Map<number, number>();
  const left = new Set<number>();
  const names = random.shuffled(NAMES);
  const listed = COUNTRIES.filter((country) => regionOf(country, edition) !== undefined);
  const regionAt = (country: string) => regionOf(country, edition);
  let microsoft: number | undefined;
  let home = random.pick(listed);

  const add: Sketch['add'] = (type, details = {}) => {
    const own = type === 'microsoft' ? {} : { country: home, name: sketch.name() };
    return parties.push(defined({ type, ...own, ...details })) - 1;
  };
  const draw: Sketch['draw'] = (kind, from, to, service) =>
    lines.push({ kind, from, to, ...(service === undefined ? {} : { service }) }) - 1;
  const supplied: Sketch['supplied'] = (type, details = {}) => {
    const place = 'country' in details ? { country: details.country } : {};
    const supplier =
      type === 'indirectReseller' ? supplied('indirectProvider', place) : sketch.microsoft();
    const party = add(type, details);
    supplies.set(party, draw('sells', supplier, party));
    return party;
  };

  const isCustomer = (party: number) => parties[party]?.type === 'customer';

  const sketch: Sketch = {
    random,
    level,
    edition,
    asOf,
    get home() {
      return home;
    },
    moveHome: () => {
      home = random.pick(listed);
    },
    name: () => names.pop() ?? `Contoso ${parties.length}`,
    add,
    change: (party, details) => {
      parties[party] = defined({ ...parties[party], ...details });
    },
    draw,
    microsoft: () => {
      microsoft ??= add('microsoft');
      return microsoft;
    },
    supplied,
    supplyOf: (party) => supplies.get(party) as number,
    seller: (details) =>
      supplied(random.chance(1, 2) ? 'indirectReseller' : 'directBillPartner', details),
    leave: (party) => {
      left.add(party);
    },
    complete: () => {
      parties.forEach(({ type, country }, party) => {
        if (type !== 'indirectReseller' && type !== 'directBillPartner') return;
        const sellsOn = lines.some(
          ({ kind, from, to }) => kind === 'sells' && from === party && isCustomer(to),
        );
        if (left.has(party) || sellsOn) return;
        draw('sells', party, add('customer', country === undefined ? {} : { country }));
      });
    },
    neighbour: (country) => {
      const near = listed.filter((one) => one !== country && regionAt(one) === regionAt(country));
      return near.length > 0 ? random.pick(near) : country;
    },
    elsewhere: (country) =>
      random.pick(listed.filter((one) => regionAt(one) !== regionAt(country))),
    unlisted: () => {
      const others = Object.values(LISTED_ONCE).flat();
      return random.pick([
        ...UNLISTED,
        ...others.filter((country) => regionAt(country) === undefined),
      ]);
    },
    listedHere: () => random.pick(LISTED_ONCE[edition]),
    size: () => ({ parties: parties.length, relationships: lines.length }),
    finish: () => finished({ random, edition, asOf }, parties, lines),
  };
  return sketch;
}

function finished(
  { random, edition, asOf }: Pick<Sketch, 'random' | 'edition' | 'asOf'>,
  parties: readonly Omit<Party, 'id'>[],
  lines: readonly { kind: RelationshipKind; from: number; to: number; service?: string }[],
): Finished {
  const order = random.shuffled(parties.map((_, party) => party));
  const partyOf = (party: number) => `p${order.indexOf(party) + 1}`;
  const drawn = random.shuffled(lines.map((_, line) => line));
  const relationshipOf = (line: number) => `r${drawn.indexOf(line) + 1}`;
  const relationships = drawn.map((line): Relationship => {
    const { kind, from, to, ...rest } = lines[line] as (typeof lines)[number];
    return { id: relationshipOf(line), kind, from: partyOf(from), to: partyOf(to), ...rest };
  });
  const scenario: Scenario = {
    language: 'en',
    edition,
    ...(asOf === undefined ? {} : { asOf }),
    parties: order.map(
      (party): Party => ({ id: partyOf(party), ...(parties[party] as Omit<Party, 'id'>) }),
    ),
    relationships,
  };
  return { scenario, relationshipOf, partyOf };
}

/** Without the fields whose value is undefined: a field that is not there is one that is not said. */
function defined(party: object): Omit<Party, 'id'> {
  return Object.fromEntries(
    Object.entries(party).filter(([, value]) => value !== undefined),
  ) as Omit<Party, 'id'>;
}
