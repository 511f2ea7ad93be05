import type { EditionId } from '../model/scenario.ts';

/**
 * The CSP regions and their markets, by edition: ISO 3166-1 alpha-2 codes. A country is in one region
 * or in none. Source: the linked page "Cloud Solution Provider program regional markets and
 * currencies", for 2020-05 as of June 2020, for 2023-10 as of 2023-08-17 (POLICY section 4).
 */
const TABLES = {
  '2020-05': {
    africa:
      'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR MG ML MU MW NA NC NE NG PF RE RW SC SH SL SN SO SS ST TD TG TZ UG YT ZM',
    'asia-pacific': 'BD BN BT HK ID KH LA LK MM MO MV MY NP PH SG TH TL VN',
    australia: 'AU CC CK CX FJ FM GU HM KI MH MP NF NR NU PG PN PW SB TF TK TO TV WF',
    brazil: 'BR',
    canada: 'CA PM',
    europe:
      'AD AT AX BE BG BV CH CY CZ DE DK EE ES FI FO FR GB GG GI GL GR HR HU IE IM IS IT JE LI LT LU LV MC MT NL NO PL PT RO SE SI SJ SK SM VA',
    india: 'IN',
    japan: 'JP',
    korea: 'KR',
    'latin-america-caribbean':
      'AG AI AQ AR AW BB BL BM BO BQ BS BZ CL CO CR CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
    'middle-east-central-eastern-europe':
      'AE AF AL AM AZ BA BH BY DZ EG GE IL IO IQ JO KG KW KZ LB LS LY MA MD ME MK MN MR MZ OM PK PS QA RS SA SZ TJ TM TN TR UA UZ XK YE ZA ZW',
    'new-zealand': 'AS NZ VU WS',
    russia: 'RU',
    taiwan: 'TW',
    'united-states': 'UM US',
  },
  '2023-10': {
    africa:
      'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR MG ML MU MW NA NC NE NG PF RE RW SC SH SL SN SO SS ST TD TG TZ UG YT ZM',
    'asia-pacific': 'BD BN BT HK ID KH LA LK MM MO MV MY NP PH SG TH TL VN',
    australia: 'AU CC CK CX FJ FM HM KI MH NF NR NU PG PN PW SB TF TK TO TV WF',
    brazil: 'BR',
    canada: 'CA PM',
    china: 'CN',
    europe:
      'AD AT AX BE BG BV CH CY CZ DE DK EE ES FI FO FR GB GG GI GL GR HR HU IE IM IS IT JE LI LT LU LV MC MT NL NO PL PT RO SE SI SJ SK SM VA',
    india: 'IN',
    japan: 'JP',
    korea: 'KR',
    'latin-america-caribbean':
      'AG AI AQ AR AW BB BL BM BO BQ BS BZ CL CO CR CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
    'middle-east-central-eastern-europe':
      'AE AF AL AM AZ BA BH DZ EG GE IL IO IQ JO KG KW KZ LB LS LY MA MD ME MK MN MR MZ OM PK PS QA RS SA SZ TJ TM TN TR UA UZ XK YE ZA ZW',
    'new-zealand': 'NZ VU WS',
    taiwan: 'TW',
    'united-states': 'AS GU MP UM US',
  },
} as const satisfies Record<EditionId, Record<string, string>>;

export const REGIONS = [
  'africa',
  'asia-pacific',
  'australia',
  'brazil',
  'canada',
  'china',
  'europe',
  'india',
  'japan',
  'korea',
  'latin-america-caribbean',
  'middle-east-central-eastern-europe',
  'new-zealand',
  'russia',
  'taiwan',
  'united-states',
] as const;
export type RegionId = (typeof REGIONS)[number];

/** The month of each edition's market table. */
export const MARKET_TABLE_DATE: Record<EditionId, string> = {
  '2020-05': '2020-06',
  '2023-10': '2023-08',
};

/** Microsoft's own lists give Saba and Sint Eustatius codes of their own; ISO has one for the three islands. */
const ALIASES: Record<string, string> = { XS: 'BQ', XE: 'BQ' };

/** Countries in no list of either edition; somebody may still draw them, to see why they are refused. */
const IN_NO_LIST = 'CU EH IR KP SD SY';

/** Every country that can be chosen, by code. */
export const COUNTRIES: readonly string[] = [
  ...new Set(
    [...Object.values(TABLES).flatMap((table) => Object.values(table)), IN_NO_LIST].flatMap(
      (codes) => codes.split(' '),
    ),
  ),
].sort();

const regionsByCountry = new Map<EditionId, ReadonlyMap<string, RegionId>>();

/** Country code to region, for one edition. Aliases included. */
export function marketsOf(edition: EditionId): ReadonlyMap<string, RegionId> {
  let regions = regionsByCountry.get(edition);
  if (!regions) {
    regions = tableOf(edition);
    regionsByCountry.set(edition, regions);
  }
  return regions;
}

/** The region a country belongs to; undefined = in none of the edition's lists (A12). */
export function regionOf(country: string, edition: EditionId): RegionId | undefined {
  return marketsOf(edition).get(country);
}

function tableOf(edition: EditionId): Map<string, RegionId> {
  const table = new Map<string, RegionId>();
  for (const [region, countries] of Object.entries(TABLES[edition])) {
    for (const country of countries.split(' ')) table.set(country, region as RegionId);
  }
  for (const [alias, country] of Object.entries(ALIASES)) {
    const region = table.get(country);
    if (region) table.set(alias, region);
  }
  return table;
}
