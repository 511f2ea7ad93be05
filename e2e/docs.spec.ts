import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, LANGUAGES, test } from './fixtures';

const ROOT = path.resolve(import.meta.dirname, '..');
const SITE = path.join(import.meta.dirname, 'site');
const dist = (file: string) => path.join(ROOT, 'dist', file);

function run(args: string[], cwd: string, env: Record<string, string> = {}) {
  return spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ...env },
  });
}
const check = (args: string[], cwd = SITE) => run([dist('check.js'), ...args], cwd);

/** A copy of the example site, in which a test may change pages. */
function siteIn(folder: string): string {
  cpSync(SITE, folder, { recursive: true });
  return folder;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test('the pages of three languages are as they expect, and show the same', () => {
  const { stdout, status } = check(['--compare', '--format=json', 'en', 'zh-CN', 'zh-TW']);
  const sources = JSON.parse(stdout).map(({ source }: { source: string }) => source);
  expect(sources).toEqual(
    LANGUAGES.flatMap((one) => [`${one}/regions.md:9`, `${one}/regions.md:18`]),
  );
  expect(status).toBe(0);
});

test('what is not as expected is named with file and line, in every format', ({
  page: _,
}, info) => {
  const site = siteIn(info.outputPath('site'));
  edit(path.join(site, 'en/regions.md'), 'expect: complete', 'expect: broken');
  const text = check(['en'], site);
  expect(text.stdout).toContain('en/regions.md:18');
  expect(text.stdout).toContain('Expected of the chain: broken. Found: complete.');
  expect(text.status).toBe(1);
  expect(check(['--format', 'github', 'en/regions.md'], site).stdout).toContain(
    '::error file=en/regions.md,line=18,title=expectation::',
  );
  expect(check(['--format', 'junit', 'en'], site).stdout).toContain('tests="2" failures="1"');
  const sarif = JSON.parse(check(['--format', 'sarif', 'en'], site).stdout);
  expect(sarif.runs[0].results).toHaveLength(1);
  edit(path.join(site, 'en/regions.md'), 'microsoft >', 'microsoft > nobody');
  expect(check(['en'], site).status).toBe(2);
});

test('pages that differ are reported in the language asked for', ({ page: _ }, info) => {
  const site = siteIn(info.outputPath('site'));
  edit(path.join(site, 'zh-CN/regions.md'), 'customer[HK', 'customer[TW');
  edit(path.join(site, 'zh-TW/regions.md'), 'microsoft >', 'edition=2020-05; microsoft >');
  edit(path.join(site, 'zh-TW/regions.md'), '~~~csp-scenario', '~~~');
  const args = ['--compare', '--format=json', 'en', 'zh-CN', 'zh-TW'];
  const { stdout, status } = check(args, site);
  const mismatches = JSON.parse(stdout).filter((one: object) => 'mismatch' in one);
  expect(mismatches).toEqual([
    { source: 'zh-CN/regions.md:9', mismatch: 'differentChain', like: 'en/regions.md:9' },
    { source: 'zh-TW/regions.md:9', mismatch: 'differentEdition', like: 'en/regions.md:9' },
    { source: 'zh-TW/regions.md:9', mismatch: 'missingEmbed', like: 'en/regions.md:18' },
  ]);
  expect(status).toBe(1);
  const chinese = check(['--lng=zh-TW', '--compare', 'en', 'zh-CN', 'zh-TW'], site).stdout;
  expect(chinese).toContain('這裡缺少 en/regions.md:18 的情境。');
});

test('a page that a language lacks is reported at the page that has no counterpart', ({
  page: _,
}, info) => {
  const site = siteIn(info.outputPath('site'));
  rmSync(path.join(site, 'zh-TW/regions.md'));
  const folders = ['--compare', 'en', 'zh-CN', 'zh-TW'];
  const github = check(['--format=github', ...folders], site);
  expect(github.stdout).toContain('::error file=en/regions.md,line=1,title=missingPage::');
  expect(github.status).toBe(1);
  const text = check(['--lng=zh-CN', ...folders], site).stdout;
  expect(text).toContain('缺少对应的页面 zh-TW/regions.md');
});

function build(site: string) {
  const vitepress = path.join(ROOT, 'node_modules/vitepress/bin/vitepress.js');
  return run([vitepress, 'build', site], ROOT, {
    CSP_DOCS_PLUGIN: dist('docs-plugin.js'),
    CSP_SITE_OUT: path.join(site, 'out'),
    CSP_SITE_CACHE: path.join(site, 'cache'),
  });
}

test('VitePress builds the site; its pictures are in the language of the page and open the explorer', async ({
  page,
}, info) => {
  test.setTimeout(90_000);
  // Beside the packages, where VitePress finds what it imports.
  const site = siteIn(path.join(ROOT, 'test-results', `site-${info.workerIndex}`));
  const built = build(site);
  expect(built.status, built.stderr + built.stdout).toBe(0);
  await page.route('**/site/**', async (route) => {
    const file = path.join(site, 'out', new URL(route.request().url()).pathname.slice(6));
    await (existsSync(file) ? route.fulfill({ path: file }) : route.abort());
  });
  const alts = {
    en: /^Two regions\n.*Not supported/s,
    'zh-CN': /^两个区域\n.*不支持/s,
    'zh-TW': /^兩個區域\n.*不支援/s,
  };
  for (const language of LANGUAGES) {
    await page.goto(`/site/${language}/regions.html`);
    const picture = page.getByRole('img', { name: alts[language].source.slice(1, 4) }).first();
    await expect(picture).toBeVisible();
    expect(await picture.getAttribute('alt')).toMatch(alts[language]);
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(
      300,
    );
    await expect(page.locator('csp-scenario')).toHaveCount(2);
  }
  await page.goto('/site/zh-TW/regions.html');
  const picture = page.getByRole('link', { name: '兩個區域' }).first();
  const address = await picture.getAttribute('href');
  // With the script, the view takes the place of the picture.
  await page.addScriptTag({ url: '/embed.js' });
  const view = page.locator('csp-scenario').first().frameLocator('iframe');
  await expect(view.getByRole('listitem').getByText('不支援').first()).toBeVisible();
  await expect(picture).toBeHidden();
  await page.goto(address ?? '');
  await expect(page.getByRole('button', { name: '兩個區域' }).first()).toBeVisible();
});

test('a block that is not as it expects stops the build, and names the page and the line', ({
  page: _,
}, info) => {
  test.setTimeout(90_000);
  const site = siteIn(path.join(ROOT, 'test-results', `broken-${info.workerIndex}`));
  edit(path.join(site, 'zh-CN/regions.md'), 'expect: complete', 'expect: broken');
  const { status, stderr, stdout } = build(site);
  expect(status).not.toBe(0);
  expect(stderr + stdout).toContain('zh-CN/regions.md:18');
});

const PROGRAM = `
  const scenario = lib.parseChain('microsoft > customer[name=Woodgrove]');
  const judgement = lib.judge(scenario);
  const words = await lib.loadWords('zh-TW');
  return {
    chain: judgement.chain,
    rules: judgement.verdicts.get('e1').rules,
    fixes: lib.fixesFor(scenario, 'e1').length > 0,
    repairs: lib.findRepairs(scenario, 'all').repairs.length > 0,
    text: lib.writeChain(scenario),
    read: lib.readScenario(lib.writeScenario(scenario)).ok,
    svg: lib.renderSvg(scenario, words).includes('lang="zh-TW"'),
  };`;
const ANSWER = {
  chain: 'broken',
  rules: ['microsoft-sells-via-partners'],
  fixes: true,
  repairs: true,
  text: 'microsoft > customer[name=Woodgrove]',
  read: true,
  svg: true,
};

test('the library answers the same in Node and in a browser', async ({ page }, info) => {
  const folder = info.outputPath('node');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'program.mjs');
  const url = JSON.stringify(dist('csp-policy.js'));
  writeFileSync(
    file,
    `const lib = await import(${url}); console.log(JSON.stringify(await (async () => {${PROGRAM}})()));`,
  );
  const { stdout, stderr } = run([file], folder);
  expect(JSON.parse(stdout), stderr).toEqual(ANSWER);
  await page.goto('/?lng=en');
  const answer = await page.evaluate(`import('/csp-policy.js').then(async (lib) => {${PROGRAM}})`);
  expect(answer).toEqual(ANSWER);
});

test('the declarations hold for a strict compiler, and the page of the library names everything', ({
  page: _,
}, info) => {
  const folder = info.outputPath('types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'use.ts'),
    `import { type HostMessage, judge, parseChain, type Verdict } from ${JSON.stringify(dist('csp-policy.js'))};
export const hello: HostMessage = { csp: 1, type: 'hello' };
// @ts-expect-error no theme
export const pink: HostMessage = { csp: 1, type: 'setTheme', theme: 'pink' };
export const verdict: Verdict | undefined = judge(parseChain('')).verdicts.get('e1');
// @ts-expect-error not a scenario
judge(1);\n`,
  );
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ];
  const { stdout } = run([tsc, ...options, path.join(folder, 'use.ts')], ROOT);
  expect(stdout).toBe('');
  const api = readFileSync(dist('api.md'), 'utf8');
  for (const name of [
    'judge',
    'findRepairs',
    'fixesFor',
    'readScenario',
    'renderSvg',
    'HostMessage',
    'ViewMessage',
  ]) {
    expect(api).toMatch(new RegExp(`## ${name}\n\n[A-Z]`));
  }
});
