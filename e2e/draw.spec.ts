import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Explorer, expect, test } from './fixtures.ts';

const CHECK = new URL('../dist/check.js', import.meta.url).pathname;

async function addFour(explorer: Explorer) {
  await explorer.openEmpty();
  await explorer.dragToCanvas('Microsoft', 0.5, 0.12);
  await explorer.dragToCanvas('Indirect provider', 0.5, 0.37);
  await explorer.dragToCanvas('Indirect reseller', 0.5, 0.62);
  await explorer.dragToCanvas('End customer', 0.5, 0.87);
}

test('a newcomer builds the indirect chain by dragging, breaks it, cures it and saves it', async ({
  explorer,
  page,
}, testInfo) => {
  await addFour(explorer);
  await explorer.connectByDrag(explorer.party('Microsoft'), explorer.party('Indirect provider'));
  await explorer.connectByDrag(
    explorer.party('Indirect provider'),
    explorer.party('Indirect reseller'),
  );
  await explorer.connectByDrag(explorer.party('Indirect reseller'), explorer.party('End customer'));
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  await expect(explorer.status()).toContainText(
    'Microsoft → Indirect provider → Indirect reseller → End customer: supported',
  );

  await explorer.party('End customer').click();
  await page.getByRole('combobox', { name: 'Country/region set in its tenant' }).fill('Germ');
  await page.getByRole('option', { name: 'Germany' }).click();
  await expect(
    explorer.badge('Indirect reseller sells to End customer: Not supported'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: '繁體中文' }).first().click();
  await explorer.badge('「間接轉銷商」銷售給「終端客戶」：不支援').click();
  await expect(explorer.panel()).toContainText(
    '「間接轉銷商」不能銷售給「終端客戶」：雙方位於不同的 CSP 區域（美國、歐洲）。',
  );

  await page.getByRole('button', { name: /將「終端客戶」的國家\/地區更正為美國/ }).click();
  await expect(explorer.badge(/：支援$/)).toHaveCount(3);
  await page.getByRole('button', { name: '復原', exact: true }).click();
  await expect(explorer.badge('「間接轉銷商」銷售給「終端客戶」：不支援')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = testInfo.outputPath('scenario.csp.json');
  await (await download).saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ language: 'en', version: 1 });
  const { stdout, status } = spawnSync(process.execPath, [CHECK, '--lng', 'zh-TW', file], {
    encoding: 'utf8',
  });
  expect(stdout).toContain('雙方位於不同的 CSP 區域（美國、歐洲）');
  expect(status).toBe(1);
});

test('a chain is built by clicking alone', async ({ explorer, page }) => {
  await explorer.openEmpty();
  for (const type of ['Microsoft', 'Direct-bill partner', 'End customer']) {
    await explorer.palette(type).click();
  }
  await page.getByRole('button', { name: 'Auto layout' }).click();
  await explorer.clickConnectionPoint(explorer.party('Microsoft'));
  await expect(page.getByText('Choose the party that Microsoft connects to')).toBeVisible();
  await explorer.party('Direct-bill partner').click();
  await expect(explorer.badge('Microsoft sells to Direct-bill partner: Supported')).toBeVisible();

  await explorer.party('Direct-bill partner').click();
  await explorer.canvas().getByRole('button', { name: 'Connect to…' }).click();
  await expect(page.getByRole('listbox')).toContainText('Supported');
  await page.getByRole('option', { name: /^End customer/ }).click();
  await expect(explorer.status()).toContainText('Direct-bill partner → End customer: supported');
});

test('the indirect chain is built with the keyboard alone', async ({ explorer, page }) => {
  await explorer.openEmpty();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const add = async (words: string) => {
    await press('Control+k');
    await page.getByRole('searchbox').fill(words);
    await expect(page.getByRole('menuitem', { name: words })).toBeVisible();
    await press('ArrowDown', 'Enter');
  };
  const connectTo = async (name: string) => {
    await press('c');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.type(name);
    await press('Enter');
  };
  await add('Add Microsoft');
  await add('Add an indirect provider');
  await add('Add an indirect reseller');
  await add('Add an end customer');
  await expect(explorer.party('End customer')).toBeFocused();
  await press('Home');
  await expect(explorer.party('Microsoft')).toBeFocused();
  await connectTo('Indirect p');
  await expect(explorer.badge('Microsoft sells to Indirect provider: Supported')).toBeFocused();
  await press('ArrowDown');
  await connectTo('Indirect r');
  await expect(explorer.badge(/^Indirect provider sells to Indirect reseller/)).toBeFocused();
  await press('ArrowDown');
  await connectTo('End');
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  await press('Control+z', 'Control+z', 'Control+z');
  await expect(explorer.badge(/: Supported$/)).toHaveCount(0);
});

test('a legal chain of four takes eight key presses', async ({ explorer, page }) => {
  await explorer.openEmpty();
  await explorer.canvas().focus();
  const menu = page.getByRole('listbox');
  for (const name of ['Microsoft', 'Indirect provider', 'Indirect reseller', 'End customer']) {
    await page.keyboard.press('Control+ArrowDown');
    await expect(menu.getByRole('option').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(explorer.party(name)).toBeFocused();
  }
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
});

test('the menu of next parties says why the others would not do', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft > indirectProvider' });
  await explorer.party('Indirect provider').focus();
  await page.keyboard.press('Control+ArrowDown');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(5);
  await expect(options.first()).toHaveAccessibleName('Indirect reseller, Supported');
  await expect(options.filter({ hasText: 'End customer' })).toHaveAccessibleName(
    'End customer, Not supported, Providers sell through resellers',
  );
  await page.keyboard.press('Escape');
  await expect(explorer.party('Indirect provider')).toBeFocused();
});

test('every candidate says what it would be before the drop', async ({ explorer, page }) => {
  await explorer.open({
    chain:
      'microsoft; indirectProvider[DE]; indirectReseller[DE,-mpaSigned]; indirectReseller#2[US]; customer',
  });
  await explorer.startConnection(explorer.party('Indirect provider'));
  const verdicts = explorer.canvas().getByText(/^(Supported|Not supported|Prerequisite missing)$/);
  // Microsoft is no buyer; one reseller misses a step and one is elsewhere; a customer needs a reseller.
  await expect(verdicts).toHaveText([
    'Not supported',
    'Prerequisite missing',
    'Not supported',
    'Not supported',
  ]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(explorer.badge(/ sells to /)).toHaveCount(0);
});

test('what is wrong is drawn and explained, not refused', async ({ explorer }) => {
  await explorer.open({ chain: 'microsoft; customer' });
  await explorer.connectByDrag(
    explorer.party('End customer'),
    explorer.party('Microsoft'),
    'right',
  );
  await expect(explorer.badge('End customer sells to Microsoft: Not supported')).toBeVisible();
  await expect(explorer.panel()).toContainText('Customers don’t sell');
});

test('the kind of a relationship is chosen before and changed after drawing', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: 'microsoft > indirectProvider; indirectReseller' });
  await page.getByRole('radio', { name: 'Partnership' }).check({ force: true });
  await explorer.connectByDrag(
    explorer.party('Indirect provider'),
    explorer.party('Indirect reseller'),
  );
  const partnership = 'Partnership of Indirect provider and Indirect reseller: Supported';
  await expect(explorer.badge(partnership)).toBeVisible();
  await explorer.panel().getByRole('radio', { name: 'Sells to' }).check({ force: true });
  await expect(
    explorer.badge('Indirect provider sells to Indirect reseller: Supported'),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(explorer.badge(partnership)).toBeVisible();
});
