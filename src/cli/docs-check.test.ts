import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import { checkFolders } from './docs-check.ts';
import { mismatchFindings } from './findings.ts';
import { asJson, asText, plain } from './format.ts';
import { asGithub, asJunit, asSarif } from './format-ci.ts';

const EMBED = '# A\n\n```csp-scenario\nmicrosoft > directBillPartner > customer\n```\n';
const OTHER = EMBED.replace('customer', 'customer[DE]');
const PROSE = '# A\n\nNothing but words.\n';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'csp-pages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes pages, and tells what the folders lack of each other. */
async function lacking(pages: Record<string, string>, ...folders: string[]) {
  for (const [name, text] of Object.entries(pages)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const folder of folders) mkdirSync(path.join(root, folder), { recursive: true });
  const { mismatches } = await checkFolders(folders.map((one) => path.join(root, one)));
  const short = ({ file }: { file: string }) => path.relative(root, file).replaceAll('\\', '/');
  return mismatches.map(({ kind, source, like }) => [kind, short(source), short(like)]);
}

describe('a page that a language lacks', () => {
  it('is reported once for each such language, wherever it stands', async () => {
    const pages = { 'en/a.md': EMBED + OTHER, 'zh-TW/deep/b.md': EMBED };
    expect(await lacking(pages, 'en', 'zh-CN', 'zh-TW')).toEqual([
      ['missingPage', 'en/a.md', 'zh-CN/a.md'],
      ['missingPage', 'en/a.md', 'zh-TW/a.md'],
      ['missingPage', 'zh-TW/deep/b.md', 'en/deep/b.md'],
      ['missingPage', 'zh-TW/deep/b.md', 'zh-CN/deep/b.md'],
    ]);
  });

  it('is nothing to report when it shows no scenario', async () => {
    const pages = { 'en/a.md': PROSE, 'en/index.md': PROSE, 'zh-CN/news.md': PROSE };
    expect(await lacking(pages, 'en', 'zh-CN')).toEqual([]);
  });

  it('is not missing when only its ending or its index differs, and is compared then', async () => {
    const same = { 'en/guide.md': EMBED, 'zh-CN/guide/index.md': EMBED, 'zh-TW/guide.mdx': EMBED };
    expect(await lacking(same, 'en', 'zh-CN', 'zh-TW')).toEqual([]);
    expect(await lacking({ 'zh-TW/guide.mdx': OTHER }, 'en', 'zh-TW')).toEqual([
      ['differentChain', 'zh-TW/guide.mdx', 'en/guide.md'],
    ]);
    expect(await lacking({ 'a/README.md': EMBED, 'b/index.html': EMBED }, 'a', 'b')).toEqual([
      ['missingEmbed', 'b/index.html', 'a/README.md'],
    ]);
  });

  it('has its own path before another of the same address', async () => {
    const pages = {
      'en/guide.md': EMBED,
      'en/guide/index.md': OTHER,
      'zh-CN/guide.md': EMBED,
      'zh-CN/guide/index.md': OTHER,
    };
    expect(await lacking(pages, 'en', 'zh-CN')).toEqual([]);
    rmSync(path.join(root, 'zh-CN/guide.md'));
    expect(await lacking({}, 'en', 'zh-CN')).toEqual([
      ['missingPage', 'en/guide.md', 'zh-CN/guide.md'],
    ]);
  });

  it('may stand in a folder within that of another language', async () => {
    expect(await lacking({ 'docs/a.md': EMBED, 'docs/zh/a.md': EMBED }, 'docs', 'docs/zh')).toEqual(
      [],
    );
    rmSync(path.join(root, 'docs/zh/a.md'));
    expect(await lacking({}, 'docs', 'docs/zh')).toEqual([
      ['missingPage', 'docs/a.md', 'docs/zh/a.md'],
    ]);
  });
});

describe.each(LANGUAGES)('a missing page, told in %s', (language) => {
  it('is in every format, at the page that has no counterpart', async () => {
    const t = wordsIn(await createWords(language), language);
    const like = { file: 'zh-TW/a.md' };
    const mismatch = { kind: 'missingPage', source: { file: 'en/a.md' }, like } as const;
    const findings = mismatchFindings([mismatch], t);
    const message = t('docs.missingPage', { place: 'zh-TW/a.md' });
    expect(message).toContain('zh-TW/a.md');
    expect(asText([], t, language, plain, [mismatch])).toContain(`en/a.md\n  ≠ ${message}`);
    expect(JSON.parse(asJson([], t, language, [mismatch]))).toEqual([
      { source: 'en/a.md', mismatch: 'missingPage', like: 'zh-TW/a.md' },
    ]);
    expect(asGithub(findings, '')).toContain(
      `::error file=en/a.md,line=1,title=missingPage::${message}`,
    );
    expect(asJunit([], findings, '')).toContain('tests="1" failures="1"');
    expect(asJunit([], findings, '')).toContain('<failure type="missingPage"');
    expect(JSON.parse(asSarif(findings, '')).runs[0].results[0]).toMatchObject({
      ruleId: 'missingPage',
      message: { text: message },
    });
  });
});
