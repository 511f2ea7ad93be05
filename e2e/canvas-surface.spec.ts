import { readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { build } from 'vite';
import { boxOf, expect, middle, test } from './fixtures.ts';

const ROOT = path.join(import.meta.dirname, 'surface');
const BUILT = path.join(import.meta.dirname, '../node_modules/.surface');
const CHAIN = 'microsoft > indirectProvider[name=Contoso] > customer[name=Woodgrove]';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: BUILT, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 9_000 },
  });
});

async function open(page: Page, more: Record<string, string> = {}): Promise<void> {
  await page.route('**/surface/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/surface/', '');
    const contentType = TYPES[path.extname(name)] ?? 'application/octet-stream';
    await route.fulfill({ contentType, body: await readFile(path.join(BUILT, name)) });
  });
  await page.goto(`/surface/index.html?${new URLSearchParams({ chain: CHAIN, ...more })}`);
  await canvas(page).getByRole('button').first().waitFor();
}

const canvas = (page: Page) => page.getByRole('region', { name: /^(Canvas|画布|畫布)$/ });
const party = (page: Page, hasText: RegExp) =>
  canvas(page).locator('.party__body').filter({ hasText });

async function connectByDrag(page: Page, from: Locator, to: Locator): Promise<void> {
  const { x, y, width, height } = await boxOf(from);
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  const end = await middle(to);
  await page.mouse.move(end.x, end.y, { steps: 8 });
}

/** Everything of a page that tells something: texts, names, classes, styles. */
const markup = (page: Page) => page.evaluate(() => document.body.innerHTML);

for (const [language, words, connect] of [
  ['en', ['upported', 'Prerequisite', 'not valid', 'How to fix it'], 'Connect to…'],
  ['zh-CN', ['支持', '缺少先决条件', '项无效', '修复建议'], '连接到…'],
  ['zh-TW', ['支援', '缺少必要條件', '項無效', '修正建議'], '連接到…'],
] as const) {
  test(`conceals every verdict in ${language}: drawn, named, offered and said`, async ({
    page,
  }) => {
    const nothingTold = async () => {
      const html = await markup(page);
      expect(words.filter((word) => html.includes(word))).toEqual([]);
      expect(
        html.match(
          /(line|verdict|arrow|would-be|mark|header)-{1,2}(valid|prohibited|prerequisite|unknown)/g,
        ),
      ).toBeNull();
      expect(html).not.toContain('chip--step');
    };
    await open(page, { concealed: '', lng: language, chain: CHAIN });
    await nothingTold();
    // Choosing a relationship tells of it what is drawn.
    await canvas(page).locator('.verdict--badge').last().click();
    await nothingTold();
    // While one is drawn, no party says what it would be.
    await connectByDrag(page, party(page, /Microsoft/), party(page, /Woodgrove/));
    await expect(page.locator('.react-flow__connection')).toHaveCount(1);
    await nothingTold();
    await page.mouse.up();
    await expect(canvas(page).locator('.verdict--badge')).toHaveCount(3);
    await nothingTold();
    await expect(page.getByRole('status').filter({ hasText: 'Woodgrove' })).toHaveCount(1);
    // The menus list everybody in the order of the drawing, without a reason.
    await party(page, /Contoso/).click();
    await page.getByRole('button', { name: connect, exact: true }).last().click();
    const options = page.getByRole('listbox').getByRole('option');
    await expect(options).toHaveText([/Microsoft/, /Contoso/, /Woodgrove/]);
    await nothingTold();
    await page.keyboard.press('Escape');
    await party(page, /Contoso/).focus();
    await page.keyboard.press('F8');
    await nothingTold();
  });
}

test('gives every edit away as one step, and follows undo and redo', async ({ page }) => {
  await open(page);
  const edits = async () => JSON.parse((await page.locator('output').textContent()) ?? '');
  await connectByDrag(page, party(page, /Microsoft/), party(page, /Woodgrove/));
  await page.mouse.up();
  await expect
    .poll(edits)
    .toMatchObject([{ op: 'addRelationship', relationship: { from: 'microsoft' } }]);
  const drawn = canvas(page).getByRole('button', {
    name: 'Microsoft sells to Woodgrove: Not supported',
  });
  await expect(drawn).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(drawn).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(drawn).toBeVisible();
  await drawn.focus();
  await page.keyboard.press('Control+z');
  await expect(drawn).toHaveCount(0);

  const before = await middle(party(page, /Woodgrove/));
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 90, before.y + 30, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(edits)
    .toMatchObject([{ op: 'setParty', party: 'customer', set: { position: {} } }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => Math.round((await middle(party(page, /Woodgrove/))).x))
    .toBe(Math.round(before.x));

  // The forms beside it change the same scenario.
  await party(page, /Woodgrove/).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Adatum');
  await page.keyboard.press('Enter');
  await expect
    .poll(edits)
    .toEqual([{ op: 'setParty', party: 'customer', set: { name: 'Adatum' } }]);
  await expect(party(page, /Adatum/)).toBeVisible();
  await party(page, /Adatum/).focus();
  await page.keyboard.press('Delete');
  await expect.poll(edits).toEqual([{ op: 'removeParty', party: 'customer' }]);
});

test('adds only what may be added', async ({ page }) => {
  await open(page, { addable: 'customer' });
  await expect(page.getByRole('button', { name: 'End customer', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Indirect reseller', exact: true })).toHaveCount(0);
  await party(page, /Contoso/).click();
  await expect(page.getByRole('combobox', { name: 'Type' }).getByRole('option')).toHaveText([
    'Indirect provider',
    'End customer',
  ]);
  await expect(page.getByRole('button', { name: 'Duplicate' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Add the next party…' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
});

test('can be looked at without being changed', async ({ page }) => {
  await open(page, { readonly: '' });
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await party(page, /Woodgrove/).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeDisabled();
  await page.keyboard.press('Delete');
  await page.keyboard.press('c');
  await party(page, /Woodgrove/).dblclick();
  await expect(party(page, /Woodgrove/)).toBeVisible();
  await expect(page.locator('output')).toHaveText('[]');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
