import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type Explorer, expect, type Language, test } from './fixtures.ts';

const CHAIN =
  'microsoft > indirectProvider[name=Contoso] > indirectReseller[-mpaSigned]; indirectProvider > customer[name=Woodgrove]';

const WORDS = {
  en: {
    share: 'Share as a link…',
    tab: 'Embed in a page',
    kind: /Form$/,
    language: /Language$/,
    code: 'Code',
    copy: 'Copy the code',
    height: 'Height in pixels',
    show: 'Show the preview',
    preview: 'Preview',
    element: 'Custom element',
    markdown: 'Markdown picture',
    refused: /Not supported$/,
  },
  'zh-CN': {
    share: '以链接形式共享…',
    tab: '嵌入网页',
    kind: /嵌入方式$/,
    language: /语言$/,
    code: '代码',
    copy: '复制代码',
    height: '高度（像素）',
    show: '显示预览',
    preview: '预览',
    element: '自定义元素',
    markdown: 'Markdown 图片',
    refused: /不支持$/,
  },
  'zh-TW': {
    share: '以連結分享…',
    tab: '內嵌到網頁',
    kind: /內嵌方式$/,
    language: /語言$/,
    code: '程式碼',
    copy: '複製程式碼',
    height: '高度（像素）',
    show: '顯示預覽',
    preview: '預覽',
    element: '自訂元素',
    markdown: 'Markdown 圖片',
    refused: /不支援$/,
  },
} as const;

async function openDialog(explorer: Explorer, page: Page, language: Language): Promise<Locator> {
  const words = WORDS[language];
  await explorer.open({ chain: CHAIN, language });
  await page.getByRole('button', { name: /^(File|文件|檔案)$/ }).click();
  await page.getByRole('menuitem', { name: words.share }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: words.tab }).click();
  await expect(dialog.getByRole('textbox', { name: words.code, exact: true })).toHaveValue(
    /^<iframe src="[^"]+embed\.html#s=d1\./,
  );
  return dialog;
}

const copiedTo = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function choose(page: Page, dialog: Locator, list: RegExp, option: string): Promise<void> {
  await dialog.getByRole('button', { name: list }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

for (const language of ['en', 'zh-CN', 'zh-TW'] as const) {
  const words = WORDS[language];

  test(`every form of code is copied, previewed, and passes the check (${language})`, async ({
    explorer,
    page,
    context,
  }, info) => {
    // Six forms, another program and four views.
    test.slow();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const dialog = await openDialog(explorer, page, language);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const code = dialog.getByRole('textbox', { name: words.code, exact: true });
    const pages: string[] = [];
    const forms = [
      ['', /^<iframe /],
      [words.element, /^<script /],
      [words.markdown, /^\[!\[/],
      ['VitePress', /^```csp-scenario\n/],
      ['Docusaurus', /^```csp-scenario\n/],
      ['DocFX', /^<csp-scenario /],
    ] as const;
    for (const [form, start] of forms) {
      if (form !== '') await choose(page, dialog, words.kind, form);
      await expect(code).toHaveValue(start);
      await dialog.getByRole('button', { name: words.copy, exact: true }).click();
      await expect.poll(() => copiedTo(page)).toBe(await code.inputValue());
      pages.push(await code.inputValue());
    }
    expect(asked).toEqual([]);

    // A chain that is not valid is shown on purpose, and the code says so.
    const file = info.outputPath('page.md');
    writeFileSync(file, pages.join('\n\n'));
    const check = path.resolve(import.meta.dirname, '../dist/check.js');
    const { stdout, status } = spawnSync(process.execPath, [check, '--format=json', file], {
      encoding: 'utf8',
    });
    const judged = JSON.parse(stdout) as { chain: string; expectationsMet: boolean }[];
    expect(judged.map(({ chain, expectationsMet }) => [chain, expectationsMet])).toEqual(
      // The element and DocFX hold a link besides.
      Array.from({ length: 8 }, () => ['broken', true]),
    );
    expect(status).toBe(0);

    await dialog.getByRole('button', { name: words.show }).click();
    const preview = dialog.getByRole('region', { name: words.preview });
    await expect(preview.frameLocator('iframe').getByRole('listitem')).toHaveCount(3);
    await choose(page, dialog, words.kind, words.markdown);
    await expect(preview.getByRole('link').getByRole('img')).toBeVisible();
    await expect(preview.locator('iframe')).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await choose(page, dialog, words.language, 'English');
    await choose(page, dialog, words.kind, words.element);
    const view = preview.frameLocator('iframe');
    await expect(
      view.getByRole('listitem').getByText('Contoso sells to Woodgrove').first(),
    ).toBeVisible();
    // Without a height of its own, it grows with what it shows.
    await expect
      .poll(async () => Number(await preview.locator('iframe').getAttribute('height')))
      .toBeGreaterThan(400);
    await dialog.getByLabel(words.height).fill('333');
    await expect(preview.locator('iframe')).toHaveAttribute('height', '333');
    await expect(code).toHaveValue(/ height="333"/);
  });
}

test('a preview whose view does not come says so, and tries again', async ({ explorer, page }) => {
  let isDown = true;
  await page.route('**/embed/view.js', (route) =>
    isDown ? route.fulfill({ contentType: 'text/javascript', body: '' }) : route.continue(),
  );
  const dialog = await openDialog(explorer, page, 'en');
  await dialog.getByRole('button', { name: 'Show the preview' }).click();
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('alert')).toContainText('could not be loaded', {
    timeout: 20_000,
  });
  isDown = false;
  await preview.getByRole('button', { name: 'Try again' }).click();
  await expect(preview.frameLocator('iframe').getByRole('listitem')).toHaveCount(3);
});

test('the keyboard alone chooses, copies and previews at 360 px', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openDialog(explorer, page, 'en');
  await page.setViewportSize({ width: 360, height: 640 });
  await dialog.getByRole('tab', { name: 'Embed in a page' }).focus();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: /Form$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /Form$/ })).toContainText('DocFX');
  const copy = dialog.getByRole('button', { name: 'Copy the code' });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => copiedTo(page)).toMatch(/^<csp-scenario /);
  await dialog.getByRole('button', { name: 'Show the preview' }).focus();
  await page.keyboard.press('Enter');
  const view = dialog.getByRole('region', { name: 'Preview' }).frameLocator('iframe');
  await expect(view.getByRole('listitem')).toHaveCount(3);
  await view.getByRole('button', { name: WORDS.en.refused }).first().focus();
  await page.keyboard.press('Enter');
  await expect(view.getByRole('region', { name: 'Explanation' })).toBeVisible();
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});

test('the picture that the code names is saved', async ({ explorer, page }) => {
  const dialog = await openDialog(explorer, page, 'en');
  await choose(page, dialog, WORDS.en.kind, 'Markdown picture');
  await choose(page, dialog, WORDS.en.language, '繁體中文');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the picture' }).click(),
  ]);
  const code = dialog.getByRole('textbox', { name: 'Code', exact: true });
  await expect(code).toHaveValue(new RegExp(`\\(<${download.suggestedFilename()}>\\)`));
});
