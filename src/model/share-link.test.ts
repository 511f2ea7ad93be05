import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from './arbitrary.ts';
import { parseChain } from './chain-text.ts';
import { FACTS, type Scenario } from './scenario.ts';
import { readShared, writeShared } from './share-link.ts';

const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');

function codesOf(read: Awaited<ReturnType<typeof readShared>>): string[] {
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe('a shared scenario', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScenario(), async (scenario) => {
        const read = await readShared(await writeShared(scenario));
        expect(read).toEqual({ ok: true, scenario });
      }),
    );
  });

  it('keeps places, expectations and the fields of others', async () => {
    const scenario = {
      ...CHAIN,
      title: '範例 <1>',
      edition: '2020-05',
      asOf: null,
      expect: { e1: { verdict: 'valid' } },
      theirs: { a: [1] },
      parties: CHAIN.parties.map((party, i) => ({
        ...party,
        position: { x: i * 12, y: -7.5 },
        tenant: { id: 't', kind: 'csp', theirs: true },
        facts: { mpaSigned: false, theirs: 1 },
        theirs: 'x',
      })),
    } as unknown as Scenario;
    expect(await readShared(await writeShared(scenario))).toEqual({ ok: true, scenario });
  });

  it('is the same text for the same scenario', async () => {
    expect(await writeShared(CHAIN)).toBe(await writeShared(structuredClone(CHAIN)));
  });

  it('fits in 600 characters with twelve parties and all their facts', async () => {
    const names = ['Contoso', 'Fabrikam', 'Litware', 'Proseware', 'Tailspin Toys', 'Wingtip'];
    const buyers = ['Northwind', 'Woodgrove Bank', 'Adventure Works', 'Fourth Coffee', 'VanArsdel'];
    const parties: Scenario['parties'] = [
      { id: 'microsoft', type: 'microsoft', position: { x: 500, y: 20 } },
      ...names.map((name, i) => ({
        id: `partner-${i}`,
        type: i < 2 ? ('indirectProvider' as const) : ('indirectReseller' as const),
        name,
        country: ['US', 'DE', 'FR'][i % 3] as string,
        organization: name.toLowerCase(),
        facts: Object.fromEntries(FACTS.map((fact, k) => [fact, (i + k) % 4 !== 0])),
        position: { x: i * 240, y: i < 2 ? 200 : 380 },
      })),
      ...buyers.map((name, i) => ({
        id: `customer-${i}`,
        type: 'customer' as const,
        name,
        country: ['US', 'DE', 'FR'][i % 3] as string,
        tenant: { id: `${name.toLowerCase().replace(' ', '')}`, kind: 'customer' as const },
        position: { x: i * 240, y: 560 },
      })),
    ];
    const relationships = parties.slice(1).map(({ id }, i) => ({
      id: `r${i}`,
      kind: 'sells' as const,
      from: parties[Math.floor(i / 2)]?.id as string,
      to: id,
    }));
    expect(parties).toHaveLength(12);
    expect((await writeShared({ parties, relationships })).length).toBeLessThanOrEqual(600);
  });
});

describe('a bad link', () => {
  it.each([
    ['nothing', '', 'damagedLink'],
    ['no codec', 'abc', 'damagedLink'],
    ['a codec to come', 'd2.abc', 'newerLink'],
    ['what is not base64url', 'd1.a+b', 'damagedLink'],
    ['what is not deflated', 'd1.AAAA', 'damagedLink'],
    ['too long a text', `d1.${'A'.repeat(600_000)}`, 'linkTooLong'],
  ])('with %s is refused', async (_, text, code) => {
    expect(codesOf(await readShared(text))).toEqual([code]);
  });

  it('that would fill the memory is stopped', async () => {
    const bomb = deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 32)).toString('base64url');
    expect(codesOf(await readShared(`d1.${bomb}`))).toEqual(['tooLarge']);
  });

  it.each([
    ['rows of another form', '{"parties":[]}', 'damagedLink'],
    ['a type that is none', '[[[9,"a"]],[]]', 'missing'],
    ['ends that are not there', '[[[0,"a"]],[[0,0,7,"r"]]]', 'missing'],
    ['keys that reach a prototype', '[[],[],{"__proto__":{"x":1}}]', 'forbiddenKey'],
    ['a version of its own', '[[],[],{"format":"x","version":9}]', undefined],
  ])('with %s is refused as a file would be', async (_, text, code) => {
    const payload = deflateRawSync(text).toString('base64url');
    expect(codesOf(await readShared(`d1.${payload}`))[0]).toBe(code);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('cut or changed anywhere gives a scenario or a problem, never an exception', async () => {
    const text = await writeShared(CHAIN);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(alphabet.length - 1),
        fc.constantFrom('cut', 'change', 'insert'),
        async (at, letter, how) => {
          const tail = { cut: '', change: text.slice(at + 1), insert: text.slice(at) }[how];
          const changed = text.slice(0, at) + (how === 'cut' ? '' : alphabet[letter]) + tail;
          const read = await readShared(changed);
          expect(read.ok || read.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
