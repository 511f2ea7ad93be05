import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { writeShared } from '../model/share-link.ts';
import { pageKind, readPage } from './docs.ts';
import { chainKey, comparePages } from './docs-compare.ts';
import { readBlock, readEmbed } from './docs-source.ts';
import { asGithub, asJunit, asSarif } from './format-ci.ts';
import { type Checked, check } from './judged.ts';

const markdown = (...lines: string[]) => readPage(lines.join('\n'), 'markdown');
const CHAIN = 'microsoft > directBillPartner > customer';
const block = (line: number, text = CHAIN) => ({ line, what: 'block', text });

describe('readPage', () => {
  it('finds fences of both marks, in lists, in quotes and longer than usual', () => {
    expect(markdown('# A', '```csp-scenario', CHAIN, '```')).toEqual([block(2)]);
    expect(markdown('~~~ csp-scenario {x}', CHAIN, '~~~~')).toEqual([block(1)]);
    expect(markdown('  ```csp-scenario', `  ${CHAIN}`, '  ```')).toEqual([block(1)]);
    expect(markdown('1. a', '', '    ```csp-scenario', `    ${CHAIN}`, '    ```')).toEqual([
      block(3),
    ]);
    expect(markdown('- ```csp-scenario', `  ${CHAIN}`, '  ```')).toEqual([block(1)]);
    expect(markdown('> ```csp-scenario', `> ${CHAIN}`, '> ```', 'x')).toEqual([block(1)]);
    expect(markdown('````csp-scenario', CHAIN, '```', '````')).toEqual([
      block(1, `${CHAIN}\n\`\`\``),
    ]);
    expect(markdown('```csp-scenario', CHAIN)).toEqual([block(1)]);
    expect(markdown('\r\n```csp-scenario\r', `${CHAIN}\r`, '```')).toHaveLength(1);
  });

  it('passes over what is only shown: other fences, comments, code, backticks', () => {
    expect(markdown('````md', '```csp-scenario', CHAIN, '```', '````')).toEqual([]);
    expect(markdown('<!--', '```csp-scenario', CHAIN, '```', '-->')).toEqual([]);
    expect(markdown('a', '', '    ```csp-scenario', `    ${CHAIN}`, '    ```')).toEqual([]);
    expect(markdown('`<csp-scenario sample="s1">` and ``[a`](?sample=s1)``')).toEqual([]);
    expect(markdown('`one', '<csp-scenario sample="s1"> two`')).toEqual([]);
    expect(markdown('<!-- <csp-scenario sample="s1"> --> x')).toEqual([]);
    expect(markdown('`<!--` <csp-scenario sample="s1">')).toHaveLength(1);
    expect(readPage('{/* <csp-scenario sample="s1" /> */}', 'mdx')).toEqual([]);
    expect(readPage('<!-- \n<csp-scenario sample="s1"> -->', 'html')).toEqual([]);
    expect(readPage('<script>"<csp-scenario sample=s1>"</script>', 'html')).toEqual([]);
  });

  it('reads elements over several lines, with the attributes of HTML and of JSX', () => {
    expect(markdown('x', '<csp-scenario', '  src="a.csp.json"', "  expect='broken'>")).toEqual([
      { line: 2, what: 'src', text: 'a.csp.json', expect: 'broken' },
    ]);
    expect(readPage('<csp-scenario chain={`microsoft > customer`} wide={1} />', 'mdx')).toEqual([
      { line: 1, what: 'chain', text: 'microsoft > customer' },
    ]);
    expect(readPage('<csp-scenario scenario="{&quot;a&quot;:1}">', 'html')).toEqual([
      block(1, '{"a":1}'),
    ]);
    expect(markdown('<csp-scenario></csp-scenario>')).toMatchObject([{ what: 'nothing' }]);
  });

  it('reads links of every form, and no others', () => {
    const chain = '?chain=microsoft%20%3E%20customer';
    for (const text of [
      `[a](https://x.test/${chain})`,
      `[a](<https://x.test/${chain}> "t")`,
      `<https://x.test/${chain}>`,
      `see https://x.test/${chain}.`,
      `[a]: https://x.test/${chain}`,
      `<a href="./index.html${chain}&amp;lng=en">`,
    ]) {
      expect(markdown(text), text).toEqual([
        { line: 1, what: 'chain', text: 'microsoft > customer' },
      ]);
    }
    expect(markdown('[a](../#s=d1.abc&focus=e1)')).toMatchObject([{ what: 'shared' }]);
    expect(markdown('[a](?sample=s7-two-regions)')).toMatchObject([{ what: 'sample' }]);
    expect(markdown('[a](https://x.test/?sample=free#s=section)')).toEqual([]);
  });

  it('never fails, and says lines of the page', () => {
    const piece = fc.constantFrom(
      '```',
      '````csp-scenario',
      '~~~',
      '<!--',
      '-->',
      '`',
      '<csp-scenario ',
      'a="',
      '{`',
      '](',
      'https://',
      '> ',
      '- ',
      '    ',
      '\n',
      'x',
    );
    const kind = fc.constantFrom('markdown', 'mdx', 'html' as const);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), kind, (pieces, one) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        for (const { line } of readPage(text, one as 'html')) {
          expect(line >= 1 && line <= lines).toBe(true);
        }
      }),
    );
  });

  it('knows pages by their names', () => {
    const kinds = ['a.md', 'a.MDX', 'b/a.htm', 'a.csp.json', '-'].map(pageKind);
    expect(kinds).toEqual(['markdown', 'mdx', 'html', undefined, undefined]);
  });
});

describe('a block', () => {
  it('says its title and what it expects', () => {
    const text = `title: Übersicht\n${CHAIN}\nexpect: complete\nexpect e2: invalid self-sale, region-sale`;
    expect(readBlock(text)).toMatchObject({
      ok: true,
      scenario: {
        title: 'Übersicht',
        expectChain: 'complete',
        expect: { e2: { verdict: 'invalid', rules: ['self-sale', 'region-sale'] } },
      },
    });
  });

  it('is refused with what is wrong', () => {
    for (const [text, code] of [
      ['microsoft > nobody', 'badChain'],
      [`${CHAIN}\nexpect: fine`, 'notOneOf'],
      [`${CHAIN}\nexpect e9: valid`, 'danglingExpectation'],
      ['{"parties": 1, "relationships": []}', 'wrongType'],
      ['{', 'notJson'],
    ] as const) {
      expect(readBlock(text), text).toMatchObject({ ok: false, problems: [{ code }] });
    }
  });

  it('may be a link, a sample or a file, or not be there', async () => {
    const text = await writeShared(parseChain(CHAIN));
    const codes = [
      { line: 1, what: 'shared', text },
      { line: 1, what: 'sample', text: 's7' },
      { line: 1, what: 'sample', text: 's7-nowhere' },
      { line: 1, what: 'src', text: './nowhere.csp.json' },
      { line: 1, what: 'nothing', text: '' },
    ] as const;
    const read = await Promise.all(codes.map((one) => readEmbed(one, 'page.md')));
    expect(read.map((one) => (one.ok ? 'ok' : one.problems[0]?.code))).toEqual([
      'ok',
      'ok',
      'notOneOf',
      'notOpened',
      'missing',
    ]);
  });
});

describe('pages compared', () => {
  const page = (file: string, ...chains: string[]): Checked[] =>
    chains.map((text, i) => check({ file, line: i + 1 }, readBlock(text)));
  const kinds = (a: string[], b: string[]) =>
    comparePages(page('en', ...a), page('zh', ...b), 'zh', 'en').map(({ kind, source, like }) => [
      kind,
      source.line,
      like.line,
    ]);
  const OTHER = 'microsoft > customer';

  it('are the same whatever things are called and in what order they stand', () => {
    const named = 'customer[name=甲]; microsoft > directBillPartner[name=乙,org=x] > customer';
    expect(kinds([CHAIN], [`title: 丙\n${named}`])).toEqual([]);
    expect(chainKey(parseChain(CHAIN))).not.toBe(
      chainKey(parseChain('microsoft > directBillPartner[org=x] > customer[org=x]')),
    );
  });

  it('differ by what is missing, more, another chain or another edition', () => {
    expect(kinds([OTHER, CHAIN], [CHAIN])).toEqual([['missingEmbed', 1, 1]]);
    expect(kinds([CHAIN], [CHAIN, OTHER])).toEqual([['extraEmbed', 2, 1]]);
    expect(kinds([CHAIN], [OTHER])).toEqual([['differentChain', 1, 1]]);
    expect(kinds([CHAIN], [`edition=2020-05; ${CHAIN}`])).toEqual([['differentEdition', 1, 1]]);
    expect(kinds([CHAIN], [CHAIN.replace('customer', 'customer[DE]')])).toHaveLength(1);
  });
});

describe('the formats for other programs', () => {
  const source = { file: 'a,b/ü.md', line: 3 };
  const finding = { source, rule: 'region-sale', message: '50% <“a” & b>\nc' };

  it('escape what they must', () => {
    expect(asGithub([finding], 'd')).toBe(
      '::error file=a%2Cb/ü.md,line=3,title=region-sale::50%25 <“a” & b>%0Ac\n::notice::d',
    );
    const checked = [check(source, readBlock(CHAIN))];
    expect(asJunit(checked, [finding], 'd')).toContain('tests="1" failures="1"');
    expect(asJunit(checked, [finding], 'd')).toContain('50% &lt;“a” &amp; b&gt;');
    const { runs } = JSON.parse(asSarif([finding], 'd'));
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'region-sale',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%2Cb/%C3%BC.md' },
            region: { startLine: 3 },
          },
        },
      ],
    });
  });
});
