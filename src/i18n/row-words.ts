import type { TFunction } from 'i18next';
import {
  type Column,
  folded,
  PARTY_COLUMNS,
  RELATIONSHIP_COLUMNS,
  type RowNames,
  type RowWords,
} from '../model/rows.ts';
import {
  FACTS,
  type Fact,
  PARTY_TYPES,
  RELATIONSHIP_KINDS,
  TENANT_KINDS,
} from '../model/scenario.ts';
import { COUNTRIES } from '../policy/markets.ts';
import type { Judgement } from '../policy/types.ts';
import { countryName, shownStatus } from './explain.ts';

const COLUMNS = [...new Set<Column>([...PARTY_COLUMNS, ...RELATIONSHIP_COLUMNS])];
/** As Microsoft's lists write Saba and Sint Eustatius. */
const OTHER_CODES = ['XS', 'XE'];
/** Understood besides the words of the languages. */
const ANSWERS: readonly [string, boolean][] = [
  ['true', true],
  ['1', true],
  ['y', true],
  ['false', false],
  ['0', false],
  ['n', false],
];

/** What rows may say in any of these languages, or as a scenario file does. */
export function rowWords(languages: readonly TFunction[]): RowWords {
  const said = <T extends string>(values: readonly T[], word: (t: TFunction, value: T) => string) =>
    new Map(
      values.flatMap((value) =>
        [value, ...languages.map((t) => word(t, value))].map((text) => [folded(text), value]),
      ),
    );
  return {
    columns: said(COLUMNS, columnName),
    types: said(PARTY_TYPES, (t, type) => t(`policy.party.${type}`)),
    kinds: said(RELATIONSHIP_KINDS, (t, kind) => t(`policy.kind.${kind}`)),
    tenantKinds: said(TENANT_KINDS, (t, kind) => t(`ui.party.tenantKinds.${kind}`)),
    countries: new Map([
      ...said(COUNTRIES, (t, code) => countryName(code, t)),
      ...OTHER_CODES.map((code) => [folded(code), code] as const),
    ]),
    answers: new Map([
      ...ANSWERS,
      ...languages.flatMap((t) => [
        [folded(t('table.yes')), true] as const,
        [folded(t('table.no')), false] as const,
      ]),
    ]),
  };
}

/** What the rows of a scenario are written with, in one language. */
export function rowNames(t: TFunction, { verdicts }: Pick<Judgement, 'verdicts'>): RowNames {
  return {
    column: (column) => columnName(t, column),
    type: (type) => t(`policy.party.${type}`),
    kind: (kind) => t(`policy.kind.${kind}`),
    tenantKind: (kind) => t(`ui.party.tenantKinds.${kind}`),
    country: (code) => (COUNTRIES.includes(code) ? countryName(code, t) : code),
    answer: (answer) => t(answer ? 'table.yes' : 'table.no'),
    verdict: (id) => {
      const verdict = verdicts.get(id);
      return verdict ? t(`policy.status.${shownStatus(verdict)}`) : '';
    },
  };
}

export function columnName(t: TFunction, column: Column): string {
  return isFact(column) ? t(`policy.fact.${column}`) : t(`table.column.${column}`);
}

function isFact(column: Column): column is Fact {
  return FACTS.includes(column as Fact);
}
