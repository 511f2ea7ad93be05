import { describe, expect, it } from 'vitest';
import { readShared } from '../model/share-link.ts';
import { type DocsOptions, markdownItCspScenario, remarkCspScenario } from './docs-plugin.ts';

const GOOD = 'title: A “b” <c>\nmicrosoft > directBillPartner > customer';
const BAD = 'microsoft > customer';

function markdownIt(content: string, options: DocsOptions = {}, page = 'zh-TW/a.md'): string {
  const md: Parameters<typeof markdownItCspScenario>[0] = {
    renderer: { rules: { fence: () => 'other' } },
  };
  markdownItCspScenario(md, options);
  const tokens = [{ info: 'csp-scenario', content, map: [6, 9] as [number, number] }];
  const self = { renderToken: () => '' };
  return md.renderer.rules.fence?.(tokens, 0, {}, { relativePath: page }, self) ?? '';
}

describe('the plugin for markdown-it', () => {
  it('draws the scenario in the language of the page, and hands it to the element', async () => {
    const html = markdownIt(GOOD);
    expect(html).toMatch(/^<csp-scenario scenario="d1\.[\w-]+" lang="zh-TW"><img src="data:image/);
    expect(html).toContain('alt="A “b” &lt;c&gt;&#10;');
    const payload = /scenario="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(await readShared(payload)).toMatchObject({
      ok: true,
      scenario: { title: 'A “b” <c>', parties: [{}, {}, {}] },
    });
  });

  it('knows languages by folder and by ending, and takes the one it is told', () => {
    for (const [page, language] of [
      ['docs/en/zh-notes.md', 'en'],
      ['guide/page.zh-CN.md', 'zh-CN'],
      ['zh_hant/page.md', 'zh-TW'],
      ['page.md', 'en'],
    ] as const) {
      expect(markdownIt(GOOD, {}, page), page).toContain(` lang="${language}"`);
    }
    expect(markdownIt(GOOD, { language: 'zh-CN' })).toContain(' lang="zh-CN"');
  });

  it('links to the explorer, where one is named', () => {
    const html = markdownIt(GOOD, { explorer: 'https://x.test/' });
    expect(html).toContain('<a href="https://x.test/?lng=zh-TW#s=d1.');
  });

  it('throws at what is not as expected or cannot be read, with the place, or warns', () => {
    expect(() => markdownIt(BAD)).toThrow(/^zh-TW\/a\.md:7/);
    expect(() => markdownIt('nobody')).toThrow(/^zh-TW\/a\.md:7/);
    expect(markdownIt(`${BAD}\nexpect: broken`)).toContain('<img');
    const said: string[] = [];
    const options = { onUnmet: 'warn', warn: (message: string) => said.push(message) } as const;
    expect(markdownIt(BAD, options)).toContain('<img');
    expect(markdownIt('nobody <x>', options)).toBe('<pre><code>nobody &lt;x&gt;</code></pre>\n');
    expect(said).toHaveLength(2);
  });
});

describe('the plugin for remark', () => {
  const tree = () => ({
    type: 'root',
    children: [
      {
        type: 'blockquote',
        children: [
          { type: 'code', lang: 'csp-scenario', value: GOOD, position: { start: { line: 4 } } },
          { type: 'code', lang: 'js', value: '1' },
        ],
      },
    ],
  });

  it('puts HTML or JSX where the block was, and leaves other code', () => {
    const page = tree();
    remarkCspScenario()(page, { path: 'zh-CN/a.md' });
    expect(page.children[0]?.children).toMatchObject([
      { type: 'html', value: expect.stringContaining('lang="zh-CN"') },
      { type: 'code', lang: 'js' },
    ]);
    const mdx = tree();
    remarkCspScenario()(mdx, { path: 'a.mdx' });
    expect(mdx.children[0]?.children[0]).toMatchObject({
      type: 'mdxJsxFlowElement',
      name: 'csp-scenario',
      children: [{ name: 'img' }],
    });
    const told = tree();
    remarkCspScenario({ mdx: true })(told, { path: 'a.md' });
    expect(told.children[0]?.children[0]).toMatchObject({ type: 'mdxJsxFlowElement' });
  });

  it('throws with file and line', () => {
    const page = tree();
    const [code] = page.children[0]?.children ?? [];
    if (code) code.value = BAD;
    expect(() => remarkCspScenario()(page, { path: 'a.md' })).toThrow(/^a\.md:4: /);
  });
});
