import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type Explorer, expect, LANGUAGES, type Language, test } from './fixtures.ts';

const PROGRAM = new URL('../dist/render.js', import.meta.url).pathname;

const HOSTILE =
  ']]> <script>document.title="run"</script> & "x" | \'y\' </svg> `z` #quot; 直接门骨';
const SCENARIO = {
  format: 'csp-scenario',
  version: 1,
  title: 'Two regions & more',
  parties: [
    { id: 'm', type: 'microsoft' },
    { id: 'd', type: 'directBillPartner', name: HOSTILE, country: 'AU' },
    { id: 'c', type: 'customer', name: '木林森銀行', country: 'NZ' },
    { id: 'e', type: 'customer' },
  ],
  relationships: [
    { id: 'r1', kind: 'sells', from: 'm', to: 'd' },
    { id: 'r2', kind: 'sells', from: 'd', to: 'c', service: 'Azure' },
    { id: 'r3', kind: 'manages', from: 'd', to: 'e' },
  ],
};

/** The words of the dialog; everything else is found by them. */
const WORDS = {
  en: {
    title: 'Export or print…',
    html: 'Report (HTML)',
    markdown: 'Report (Markdown)',
    print: 'Print or PDF',
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    mermaid: 'Mermaid chart',
    json: 'Scenario file',
    save: 'Save',
    copy: 'Copy',
    printNow: 'Print…',
    saved: /^Saved as Two-regions-more\./,
    copied: 'Copied to the clipboard',
    sentence: 'they are in different CSP regions (Australia and New Zealand)',
    status: 'Not supported',
    disclaimer: 'not a decision by Microsoft',
  },
  'zh-TW': {
    title: '匯出或列印…',
    html: '報告（HTML）',
    markdown: '報告（Markdown）',
    print: '列印或 PDF',
    svg: '圖片（SVG）',
    png: '圖片（PNG）',
    mermaid: 'Mermaid 圖表',
    json: '情境檔案',
    save: '儲存',
    copy: '複製',
    printNow: '列印…',
    saved: /^已儲存為「Two-regions-more\./,
    copied: '已複製到剪貼簿',
    sentence: '雙方位於不同的 CSP 區域（澳洲、紐西蘭）',
    status: '不支援',
    disclaimer: '並非 Microsoft 的決定',
  },
} as const;
type Tested = keyof typeof WORDS;

async function openScenario(explorer: Explorer, page: Page, language: Language): Promise<void> {
  await explorer.open({ language });
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = Buffer.from(JSON.stringify(SCENARIO));
  await (await chooser).setFiles({ name: 'x.csp.json', mimeType: 'application/json', buffer });
  await expect(explorer.party(/木林森銀行」?.\s*\d/)).toBeVisible();
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^(File|文件|檔案)$/ }).click();
  await page.getByRole('menuitem', { name: /^(Export or print|导出或打印|匯出或列印)/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  return dialog;
}

/** Chooses a format and saves; the name and the bytes of the file. */
async function save(
  page: Page,
  dialog: Locator,
  language: Tested,
  format: keyof (typeof WORDS)['en'],
) {
  const words = WORDS[language];
  await dialog.getByText(words[format] as string, { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: words.save, exact: true }).click();
  const file = await download;
  await expect(dialog.getByRole('status').filter({ hasText: words.saved })).toBeVisible();
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** What a real parser makes of a picture. */
function parse(page: Page, svg: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      error: parsed.querySelector('parsererror')?.textContent ?? null,
      scripts: parsed.querySelectorAll('script').length,
      language: parsed.documentElement.getAttribute('lang'),
      title: parsed.querySelector('svg > title')?.textContent,
      description: parsed.querySelector('svg > desc')?.textContent ?? '',
      scenario: JSON.parse(parsed.querySelector('metadata')?.textContent ?? 'null'),
      texts: [...parsed.querySelectorAll('text')].map((one) => one.textContent),
    };
  }, svg);
}

for (const language of ['en', 'zh-TW'] as const) {
  const words = WORDS[language];

  test(`every format holds what it should in ${language}`, async ({ explorer, page }) => {
    await openScenario(explorer, page, language);
    const dialog = await openDialog(page);

    const svg = await save(page, dialog, language, 'svg');
    expect(svg.name).toBe(`Two-regions-more.${language}.svg`);
    const picture = await parse(page, svg.bytes.toString());
    expect(picture).toMatchObject({ error: null, scripts: 0, language, title: SCENARIO.title });
    expect(picture.description).toContain(HOSTILE);
    expect(picture.description.match(new RegExp(`${words.status}$`, 'gm'))).toHaveLength(1);
    expect(picture.description).toContain(words.disclaimer);
    expect(picture.texts).toContain(words.status);
    expect(picture.scenario.relationships).toEqual(SCENARIO.relationships);

    const html = (await save(page, dialog, language, 'html')).bytes.toString();
    const report = await page.context().newPage();
    await report.setContent(html);
    await expect(report.locator('html')).toHaveAttribute('lang', language);
    await expect(report.getByRole('heading', { level: 1 })).toHaveText(SCENARIO.title);
    await expect(report.getByRole('heading', { level: 3 })).toHaveCount(3);
    await expect(report.getByText(words.sentence)).toBeVisible();
    await expect(report.getByRole('img', { name: SCENARIO.title })).toBeVisible();
    expect(await report.title()).toBe(SCENARIO.title);
    const { violations } = await new AxeBuilder({ page: report }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await report.close();

    const markdown = (await save(page, dialog, language, 'markdown')).bytes.toString();
    expect(markdown).toContain(`# ${SCENARIO.title.replace('&', '&amp;')}\n`);
    expect(markdown).toContain(words.sentence);
    expect(markdown).toContain('&lt;script&gt;');
    expect(markdown).not.toContain('<script>');

    const mermaid = await save(page, dialog, language, 'mermaid');
    expect(mermaid.name).toBe(`Two-regions-more.${language}.mmd`);
    expect(mermaid.bytes.toString()).toContain(`✕ ${words.status}"| p2`);

    const json = await save(page, dialog, language, 'json');
    expect(json.name).toBe('Two-regions-more.csp.json');
    expect(JSON.parse(json.bytes.toString())).toMatchObject({ title: SCENARIO.title, language });
  });

  test(`the PNG in ${language} is twice as large as the picture and not blank`, async ({
    explorer,
    page,
  }) => {
    await openScenario(explorer, page, language);
    const dialog = await openDialog(page);
    const svg = (await save(page, dialog, language, 'svg')).bytes.toString();
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    const png = await save(page, dialog, language, 'png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(2 * Math.ceil(Number(width)));
    expect(png.bytes.readUInt32BE(20)).toBe(2 * Math.ceil(Number(height)));
    const colours = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      const found = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        found.set(colour, (found.get(colour) ?? 0) + 1);
      }
      return Object.fromEntries(found);
    }, png.bytes.toString('base64'));
    // The paper, the red and green of the verdicts, and the ink of the names, in more than a few places.
    for (const colour of ['250,249,248', '177,14,28', '11,106,11', '32,31,30']) {
      expect(colours[colour] ?? 0, colour).toBeGreaterThan(100);
    }
  });

  test(`printing in ${language} prints the whole report and nothing else`, async ({
    explorer,
    page,
  }) => {
    await page.addInitScript(() => {
      window.print = () => {
        (window.top as Window & { printed?: string }).printed = document.documentElement.outerHTML;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await openScenario(explorer, page, language);
    const dialog = await openDialog(page);
    await dialog.getByText(words.print, { exact: true }).click();
    await dialog.getByRole('button', { name: words.printNow }).click();
    await expect
      .poll(() => page.evaluate(() => (window as { printed?: string }).printed ?? ''))
      .toContain(words.sentence);
    const printed = await page.evaluate(() => (window as { printed?: string }).printed ?? '');
    expect(printed).toContain(`<html lang="${language}" data-theme="light">`);
    expect(printed).not.toContain('prefers-color-scheme:dark){.csp');
    expect(printed).toContain('木林森銀行');
    await expect(page.locator('iframe')).toHaveCount(0);
  });
}

test('the picture from the command line is the same to the byte, in every language and theme', async ({
  explorer,
  page,
}, testInfo) => {
  const file = testInfo.outputPath('Two regions.csp.json');
  writeFileSync(file, JSON.stringify(SCENARIO));
  await openScenario(explorer, page, 'en');
  const dialog = await openDialog(page);
  await dialog.getByText(WORDS.en.svg, { exact: true }).click();
  for (const [language, name] of [
    ['zh-CN', '简体中文'],
    ['zh-TW', '繁體中文'],
    ['en', 'English'],
  ] as const) {
    await dialog.getByText(name, { exact: true }).click();
    const { bytes } = await save(page, dialog, 'en', 'svg');
    const { stdout, status } = render(['--lng', language, file]);
    expect(status).toBe(0);
    expect(bytes.toString()).toBe(stdout);
  }
  await dialog.getByText('Dark', { exact: true }).click();
  const { bytes } = await save(page, dialog, 'en', 'svg');
  expect(bytes.toString()).toBe(render(['--lng=en', '--theme=dark', file]).stdout);
});

test('a picture is opened again as the scenario that it shows', async ({ explorer, page }) => {
  await openScenario(explorer, page, 'en');
  const { name, bytes } = await save(page, await openDialog(page), 'en', 'svg');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close Two regions & more' }).click();

  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles({ name, mimeType: 'image/svg+xml', buffer: bytes });
  await expect(explorer.badge(/木林森.*: Not supported$/)).toBeVisible();
  const dialog = await openDialog(page);
  expect((await save(page, dialog, 'en', 'svg')).bytes.equals(bytes)).toBe(true);

  await page.keyboard.press('Escape');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.svg', { type: 'image/svg+xml' }));
    return data;
  }, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await explorer.canvas().dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('dialog')).toContainText(
    'The picture holds no scenario that could be opened.',
  );
});

test('texts and pictures go to the clipboard; where it is closed, that is said', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openScenario(explorer, page, 'zh-TW');
  const dialog = await openDialog(page);
  const words = WORDS['zh-TW'];
  const copy = dialog.getByRole('button', { name: words.copy });
  await dialog.getByText(words.mermaid, { exact: true }).click();
  await copy.click();
  await expect(dialog.getByText(words.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart TB\n/);
  await dialog.getByText(words.png, { exact: true }).click();
  await copy.click();
  await expect(dialog.getByText(words.copied)).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
  expect(types).toEqual(['image/png']);

  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('closed'));
  });
  await copy.click();
  await expect(dialog.getByRole('alert')).toHaveText('這個瀏覽器不允許存取剪貼簿。');
});

test('words that do not arrive can be asked for again; a picture that can’t be drawn is told', async ({
  explorer,
  page,
}) => {
  await openScenario(explorer, page, 'en');
  await page.route(/words\.zh-CN/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error()' }),
  );
  const dialog = await openDialog(page);
  await dialog.getByText('简体中文', { exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('The language couldn’t be loaded.');
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
  await dialog.getByText('English', { exact: true }).click();
  await dialog.getByText(WORDS.en.png, { exact: true }).click();
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('The picture couldn’t be made.');
});

test('the dialog is worked by keyboard alone', async ({ explorer, page }) => {
  await openScenario(explorer, page, 'en');
  const dialog = await openDialog(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: WORDS.en.html })).toBeFocused();
  for (const format of ['markdown', 'print', 'svg'] as const) {
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: WORDS.en[format] })).toBeChecked();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: '简体中文' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toBeFocused();
  await page.keyboard.press('Tab');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('Two-regions-more.zh-CN.svg');
});

for (const language of LANGUAGES) {
  test(`axe finds nothing in the dialog in ${language}, in light and dark, wide and narrow`, async ({
    explorer,
    page,
  }) => {
    test.slow();
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await explorer.open({ language });
      const dialog = await openDialog(page);
      const formats = dialog.getByRole('radiogroup').first().getByRole('radio');
      for (const i of [0, 1, 4]) {
        await formats.nth(i).check({ force: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)),
        ).toEqual([]);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
  });
}

function render(args: string[], input = '') {
  return spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH ?? '' },
  });
}

test('the command line writes reports, charts and files, in the language asked for', async ({
  browserName: _,
}, testInfo) => {
  const input = JSON.stringify(SCENARIO);
  expect(render(['--format', 'md', '--lng', 'zh-TW', '-'], input).stdout).toContain(
    WORDS['zh-TW'].sentence,
  );
  expect(render(['--format=mermaid', '-'], input).stdout).toMatch(/^flowchart TB\n/);
  const out = testInfo.outputPath('report.html');
  const { status, stdout } = render(['--format', 'html', '-o', out, '-'], input);
  expect([status, stdout]).toEqual([0, '']);
  expect(readFileSync(out, 'utf8')).toContain(WORDS.en.sentence);
  // A picture is a file too.
  const svg = render(['-'], input).stdout;
  expect(render(['-'], svg).stdout).toBe(svg);
});

test('the command line says in words what it could not do, and ends with 2', async ({
  browserName: _,
}, testInfo) => {
  const input = JSON.stringify(SCENARIO);
  for (const [args, message] of [
    [[], 'Usage: render'],
    [['--format', 'pdf', 'x'], '--format must be one of: svg, md, html, mermaid'],
    [['-', '-o'], 'A value is missing after -o.'],
    [['a', 'b'], 'Name exactly one file'],
    [[testInfo.outputPath('nowhere.json')], 'The file can’t be opened (ENOENT).'],
    [['--lng', 'zh-CN', '/'], '无法打开文件（EISDIR）。'],
    [['-', '-o', testInfo.outputPath('no/such/folder.svg')], 'could not be written (ENOENT)'],
  ] as const) {
    const { status, stdout, stderr } = render([...args], input);
    expect([status, stdout], args.join(' ')).toEqual([2, '']);
    expect(stderr).toContain(message);
  }
  const bad = render(['--lng', 'zh-TW', '-'], '{"format":"csp-scenario","version":9}');
  expect(bad.status).toBe(2);
  expect(bad.stderr).toContain('檔案版本');
});
