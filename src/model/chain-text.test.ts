import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from './arbitrary.ts';
import { ChainTextError, parseChain, writeChain } from './chain-text.ts';
import type { Scenario } from './scenario.ts';

describe('a chain text', () => {
  it('reads as the parties and relationships it names', () => {
    expect(parseChain('microsoft > indirectProvider -- indirectReseller ~> customer')).toEqual({
      parties: [
        { id: 'microsoft', type: 'microsoft', country: 'US' },
        { id: 'indirectProvider', type: 'indirectProvider', country: 'US' },
        { id: 'indirectReseller', type: 'indirectReseller', country: 'US' },
        { id: 'customer', type: 'customer', country: 'US' },
      ],
      relationships: [
        { id: 'e1', kind: 'sells', from: 'microsoft', to: 'indirectProvider' },
        { id: 'e2', kind: 'partnership', from: 'indirectProvider', to: 'indirectReseller' },
        { id: 'e3', kind: 'manages', from: 'indirectReseller', to: 'customer' },
      ],
    });
  });

  it('tells the second of a type, a branch, and details in brackets', () => {
    const { parties, relationships, ...head } = parseChain(
      'edition=2020-05; asOf=2020-01-20; indirectReseller[DE,org=fabrikam,group=g,-mpaSigned,-enrolled,tenant=t/1/csp] >{Azure} customer; indirectReseller > customer#2[?,name=A%3B B]',
    );
    expect(head).toEqual({ edition: '2020-05', asOf: '2020-01-20' });
    expect(parties).toEqual([
      {
        id: 'indirectReseller',
        type: 'indirectReseller',
        country: 'DE',
        organization: 'fabrikam',
        affiliateGroup: 'g',
        tenant: { id: 't/1', kind: 'csp' },
        facts: { mpaSigned: false, enrolled: false },
      },
      { id: 'customer', type: 'customer', country: 'US' },
      { id: 'customer#2', type: 'customer', name: 'A; B' },
    ]);
    expect(relationships.map(({ to, service }) => [to, service])).toEqual([
      ['customer', 'Azure'],
      ['customer#2', undefined],
    ]);
  });

  it('draws a repeated line once', () => {
    const { relationships } = parseChain(
      'microsoft > indirectProvider > indirectReseller; microsoft > indirectProvider > indirectReseller#2',
    );
    expect(relationships).toHaveLength(3);
  });

  it.each([
    'nobody > customer',
    'microsoft >',
    'microsoft => customer',
    'microsoft > customer[tenant=x]',
    'microsoft > customer[shoe=9]',
    'microsoft > customer[-brave]',
    'edition=1999-01; microsoft',
    'asOf=tomorrow; microsoft',
    'microsoft > customer[name=%E0%A4%A]',
    '#2',
  ])('that makes no sense is refused: %s', (text) => {
    expect(() => parseChain(text)).toThrow(ChainTextError);
  });

  it('never fails in another way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'microsoft>-~#[]{};,= 2'.split('')) }),
        (text) => {
          try {
            parseChain(text);
          } catch (error) {
            expect(error).toBeInstanceOf(ChainTextError);
          }
        },
      ),
    );
  });

  it('written and parsed again says the same', () => {
    fc.assert(
      fc.property(arbitraryScenario(), fc.string(), (scenario, name) => {
        const named = withName(scenario, name);
        const text = writeChain(named);
        expect(writeChain(parseChain(text))).toBe(text);
        expect(summary(parseChain(text))).toEqual(summary(named));
      }),
    );
  });

  it('writes the short form for a plain chain', () => {
    const text =
      'microsoft > indirectProvider > indirectReseller > customer; indirectReseller > customer#2';
    expect(writeChain(parseChain(text))).toBe(text);
  });
});

function withName(scenario: Scenario, name: string): Scenario {
  return {
    ...scenario,
    parties: scenario.parties.map((party, i) => (i === 0 ? { ...party, name } : party)),
  };
}

/** What the text form promises to keep, whatever the ids. */
function summary({ edition, asOf, parties, relationships }: Scenario) {
  const plain = new Map(
    parties.map(({ id, position, ...rest }) => [
      id,
      JSON.stringify(rest, Object.keys(rest).sort()),
    ]),
  );
  const lines = relationships.map(({ kind, from, to, service }) =>
    JSON.stringify([kind, plain.get(from), plain.get(to), service]),
  );
  return {
    edition: edition ?? '2023-10',
    asOf: asOf ?? null,
    parties: [...plain.values()].sort(),
    lines: [...new Set(lines)].sort(),
  };
}
