import { describe, expect, it } from 'vitest';
import { parseChain } from './chain-text.ts';
import { LIMITS } from './file-schema.ts';
import {
  folded,
  PARTY_COLUMNS,
  RELATIONSHIP_COLUMNS,
  type RowMode,
  type RowWords,
  readRows,
} from './rows.ts';
import { PARTY_TYPES, RELATIONSHIP_KINDS, type Scenario, TENANT_KINDS } from './scenario.ts';

const same = <T extends string>(values: readonly T[]) =>
  new Map(values.map((value) => [folded(value), value]));

const WORDS: RowWords = {
  columns: same([...PARTY_COLUMNS, ...RELATIONSHIP_COLUMNS]),
  types: same(PARTY_TYPES),
  kinds: same(RELATIONSHIP_KINDS),
  tenantKinds: same(TENANT_KINDS),
  countries: new Map([
    ['us', 'US'],
    ['germany', 'DE'],
  ]),
  answers: new Map([
    ['yes', true],
    ['no', false],
  ]),
};

const EMPTY: Scenario = { parties: [], relationships: [] };
const CONTOSO = parseChain('microsoft > indirectProvider[name=Contoso]');

const read = (text: string, into = EMPTY, mode: RowMode = 'add') =>
  readRows(text, WORDS, into, mode);
const problems = (text: string, into = EMPTY, mode: RowMode = 'add') =>
  read(text, into, mode).rows.flatMap(({ row, problems: found }) =>
    found.map(({ code }) => `${row} ${code}`),
  );

describe('rows', () => {
  it('make parties and relationships, in default order', () => {
    const { scenario } = read(
      [
        'Contoso\tindirectProvider\tUS',
        'Fabrikam\tindirectReseller\tGermany\torg\t\tt1',
        'Contoso\tsells\tFabrikam\tAzure',
      ].join('\n'),
    );
    expect(scenario).toEqual({
      parties: [
        { id: 'indirectProvider-1', type: 'indirectProvider', name: 'Contoso', country: 'US' },
        {
          id: 'indirectReseller-1',
          type: 'indirectReseller',
          name: 'Fabrikam',
          country: 'DE',
          organization: 'org',
          tenant: { id: 't1', kind: 'csp' },
        },
      ],
      relationships: [
        {
          id: 'r-1',
          kind: 'sells',
          from: 'indirectProvider-1',
          to: 'indirectReseller-1',
          service: 'Azure',
        },
      ],
    });
  });

  it('are read under their column names, in any order', () => {
    const { scenario } = read(
      'MPASIGNED,Type,NAME\nno,customer,Woodgrove\n\nTo,From,Kind\nWoodgrove,Contoso,sells\n',
      CONTOSO,
    );
    expect(scenario?.parties.at(-1)).toEqual({
      id: 'customer-1',
      type: 'customer',
      name: 'Woodgrove',
      facts: { mpaSigned: false },
    });
    expect(scenario?.relationships.at(-1)).toMatchObject({
      from: 'indirectProvider',
      to: 'customer-1',
    });
  });

  it('may lead to parties that are there already', () => {
    expect(read('Contoso\tsells\tmicrosoft', CONTOSO).scenario?.relationships).toHaveLength(2);
  });

  it('may call a party without a name by its type, where there is one such', () => {
    const one = { ...EMPTY, parties: [{ id: 'x', type: 'microsoft' as const }] };
    const { scenario } = read('Contoso\tindirectProvider\nMICROSOFT\tsells\tContoso', one);
    expect(scenario?.relationships[0]).toMatchObject({ from: 'x' });
    const two = { ...EMPTY, parties: [...one.parties, { id: 'y', type: 'microsoft' as const }] };
    expect(problems('Contoso\tindirectProvider\nMicrosoft\tsells\tContoso', two)).toEqual([
      '2 ambiguous',
    ]);
  });

  it.each([
    ['an unknown type', 'A\tvendor', ['1 unknownType']],
    ['no type', 'A\t\tUS', ['1 missing']],
    ['an unknown country', 'A\tcustomer\tAtlantis', ['1 unknownCountry']],
    ['an answer that is none', 'name\ttype\tbilling\nA\tcustomer\tperhaps', ['2 unknownAnswer']],
    ['a kind of tenant without a tenant', 'A\tcustomer\tUS\t\t\t\tcsp', ['1 tenantMissing']],
    [
      'an unknown kind',
      'from\tkind\tto\nA\tlends\tA',
      ['2 unknownKind', '2 dangling', '2 dangling'],
    ],
    ['a name that is nobody’s', 'A\tcustomer\nA\tsells\tB', ['2 dangling']],
    ['the same party twice', 'A\tcustomer\nA\tcustomer', ['2 duplicate']],
    [
      'two rows that contradict each other',
      'A\tcustomer\tUS\nA\tcustomer\tGermany',
      ['2 contradicts'],
    ],
    ['the same relationship twice', 'A\tcustomer\nA\tsells\tA\nA\tsells\tA', ['3 duplicate']],
    ['a line break in a name', '"A\nB"\tcustomer', ['1 lineBreak']],
    ['a name over the limit', `${'x'.repeat(201)}\tcustomer`, ['1 tooLong']],
    [
      'a formula',
      '=cmd\tcustomer\n+1\tcustomer\n-1\tcustomer\n@a\tcustomer',
      ['1 formula', '2 formula', '3 formula', '4 formula'],
    ],
    [
      'a formula behind a tab or in wide signs',
      '"\t=x",customer\n\uFF1Dcmd,customer',
      ['1 formula', '2 formula'],
    ],
    ['an unknown column', 'name\ttype\tcolour\nA\tcustomer\tred', ['1 unknownColumn']],
    ['a column twice', 'name\ttype\tname\nA\tcustomer\tA', ['1 repeatedColumn']],
    ['more cells than columns', 'name\ttype\nA\tcustomer\tred', ['2 tooManyCells']],
    ['a quote that is never closed', '"A,customer', ['1 badQuote']],
    [
      'two parties that one name means',
      'name\ttype\tid\nA\tcustomer\t1\nA\tcustomer\t2\n\nA\tsells\tA',
      ['5 unknownType'],
    ],
  ])('are refused for %s', (_, text, found) => {
    expect(problems(text)).toEqual(found);
    expect(read(text).scenario).toBeUndefined();
  });

  it('are refused where one name means several parties', () => {
    const text =
      'name\ttype\tid\nA\tcustomer\t1\nA\tcustomer\t2\n\nfrom\tkind\tto\nA\tsells\t1\n1\tsells\t2';
    expect(problems(text)).toEqual(['6 ambiguous']);
  });

  it('are refused for what is there already, unless they replace it', () => {
    const text = 'Contoso\tindirectProvider\tUS';
    expect(problems(text, CONTOSO)).toEqual(['1 exists']);
    expect(problems('microsoft\tsells\tContoso', CONTOSO)).toEqual(['1 exists']);
    const { scenario } = read(text, CONTOSO, 'replace');
    expect(scenario?.parties.map(({ id }) => id)).toEqual(['indirectProvider']);
  });

  it('keep the places of the parties that they replace', () => {
    const [party] = CONTOSO.parties.slice(-1);
    const placed = {
      ...CONTOSO,
      parties: [{ ...party, position: { x: 8, y: 9 } }],
      relationships: [],
    };
    const { scenario } = read('Contoso\tindirectProvider\tGermany', placed as Scenario, 'replace');
    expect(scenario?.parties[0]).toMatchObject({ country: 'DE', position: { x: 8, y: 9 } });
  });

  it('take an apostrophe for the sign of a text', () => {
    const { scenario } = read("'=cmd\tcustomer\n''-1\tcustomer\nO'Neil\tcustomer");
    expect(scenario?.parties.map(({ name }) => name)).toEqual(['=cmd', "'-1", "O'Neil"]);
  });

  it('find their own ids where those are taken', () => {
    const { scenario } = read('name\ttype\tid\nB\tcustomer\tmicrosoft', CONTOSO);
    expect(scenario?.parties.map(({ id }) => id)).toEqual([
      'microsoft',
      'indirectProvider',
      'customer-1',
    ]);
  });

  it('are no more than a scenario holds', () => {
    const parties = Array.from({ length: LIMITS.parties }, (_, i) => `P${i}\tcustomer`);
    const lines = Array.from(
      { length: LIMITS.relationships },
      (_, i) => `P${i % 5000}\tsells\tP0\t${i}`,
    );
    const full = [...parties, ...lines].join('\n');
    expect(read(full).scenario?.relationships).toHaveLength(LIMITS.relationships);
    expect(problems(`${parties.join('\n')}\nA\tcustomer`)).toEqual(['5001 tooManyParties']);
    expect(problems(`${full}\nP1\tmanages\tP0`)).toEqual(['25001 tooManyRelationships']);
  });

  it('are nothing where there is nothing', () => {
    expect(read(' \n\n')).toEqual({
      rows: [],
      parties: 0,
      relationships: 0,
      problems: 0,
      scenario: undefined,
    });
  });
});
