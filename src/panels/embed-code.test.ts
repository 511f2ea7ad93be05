import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { blockText, EMBED_FORMS, type EmbedWish, embedCode, viewAddress } from './embed-code.ts';

const WISH: EmbedWish = {
  explorer: 'https://x.test/csp/',
  shared: 'd1.AB-_',
  focus: 'e2',
  title: 'A “b” <c> & [d]',
  scenario: {
    ...parseChain('edition=2020-05; microsoft > customer[name=A; B]; microsoft > customer#2'),
    title: 'Two\nlines',
  },
  chain: 'broken',
  language: 'zh-TW',
  theme: 'dark',
  width: 400,
  height: 300,
  picture: 'a.svg',
};

describe('the code for a page', () => {
  it('says in every form what was wished, and escapes what it must', () => {
    const { page: frame } = embedCode('iframe', WISH);
    expect(frame).toContain(
      'src="https://x.test/csp/embed.html?lng=zh-TW&amp;theme=dark#s=d1.AB-_&amp;focus=e2"',
    );
    expect(frame).toContain('width="400" height="300"');
    expect(frame).toContain('title="A “b” &lt;c&gt; &amp; [d]"');
    const { page: element } = embedCode('element', WISH);
    expect(element).toContain('<script async src="https://x.test/csp/embed.js"></script>');
    expect(element).toContain(
      ' lng="zh-TW" theme="dark" style="max-width:400px" height="300" scenario="d1.AB-_" focus="e2" loading="lazy">',
    );
    expect(embedCode('markdown', WISH).page).toBe(
      '[![A “b” \\<c\\> & \\[d\\]](<a.svg>)](https://x.test/csp/?lng=zh-TW#s=d1.AB-_&focus=e2)',
    );
    expect(embedCode('docfx', WISH).page).toMatch(
      /^<csp-scenario [^\n]+>\n\n\[!\[[^\n]+\n\n<\/csp-scenario>$/,
    );
    expect(embedCode('vitepress', WISH).page).toMatch(/^```csp-scenario\n[^`]+\n```$/);
  });

  it('leaves out what was not wished', () => {
    const plain = { ...WISH, focus: null, language: null, theme: 'auto', width: null } as const;
    expect(viewAddress(plain)).toBe('https://x.test/csp/embed.html#s=d1.AB-_');
    expect(embedCode('iframe', { ...plain, height: null }).page).toContain(
      'width="100%" height="640"',
    );
    expect(embedCode('element', { ...plain, height: null }).page).not.toMatch(
      /lng|theme|height|style|focus/,
    );
  });

  it('has blocks of one line a branch, that say what the chain is', () => {
    expect(blockText(WISH)).toBe(
      'title: Two lines\nedition=2020-05\nmicrosoft > customer[name=A%3B B]\nmicrosoft > customer#2\nexpect: broken',
    );
  });

  it('has scripts that can be read, whatever the address', () => {
    const odd = { ...WISH, explorer: "https://x.test/it's/" };
    for (const form of EMBED_FORMS) {
      const { site } = embedCode(form, odd);
      if (!site) continue;
      expect(site.code).toContain("'https://x.test/it\\'s/embed.js'");
      expect(site.code).toMatch(/^(?:import|export)/);
    }
  });
});
