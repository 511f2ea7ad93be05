import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type Explorer, expect, test } from './fixtures.ts';

const CHAIN =
  'microsoft > directBillPartner[name=Contoso] > customer[name=Woodgrove,FR]; directBillPartner > customer#2';

async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share as a link…' }).click();
  return page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
}

async function linkTo(explorer: Explorer, page: Page): Promise<string> {
  await explorer.open({ chain: CHAIN });
  await explorer.badge(/^Contoso sells to Woodgrove/).click();
  return share(page);
}

test('a link opens the same chain elsewhere, with its explanation, and is not kept', async ({
  explorer,
  page,
  browser,
}) => {
  const link = await linkTo(explorer, page);
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(page.getByText('Fits in a Teams message')).toBeVisible();

  const other = await browser.newPage({ locale: 'zh-TW' });
  await other.goto(link);
  const details = other.getByRole('tabpanel');
  await expect(details).toContainText('不能銷售給「Woodgrove」');
  await expect(other.getByText('這個情境來自連結')).toBeVisible();
  // The reader's own tab, and the link's: again after a reload, and not twice.
  const tabs = other.getByRole('navigation', { name: '情境' }).getByRole('listitem');
  await expect(tabs).toHaveCount(2);
  await other.reload();
  await expect(details).toContainText('不能銷售給「Woodgrove」');
  await expect(tabs).toHaveCount(2);
  await other.goto(new URL('/?lng=zh-TW', link).href);
  await expect(tabs).toHaveCount(1);
  await other.close();
});

test('a copy is kept, and the address stays what it was', async ({ explorer, page }) => {
  const link = await linkTo(explorer, page);
  const context = page.context();
  await context.clearCookies();
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Keep a copy' }).click();
  await explorer.party('End customer Woodgrove').click();
  await page.keyboard.press('Delete');
  await expect(explorer.badge(/Woodgrove/)).toHaveCount(0);
  expect(page.url()).toBe(link);
  await page.goto('/?lng=en');
  await expect(explorer.tab(/^Details/)).toBeVisible();
  await expect(explorer.badge(/^Contoso sells to End customer/)).toBeVisible();
});

test('an edited guest is kept by itself', async ({ explorer, page }) => {
  const link = await linkTo(explorer, page);
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('Opened from a link.')).toBeVisible();
  await explorer.party('End customer Woodgrove').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Opened from a link.')).toBeHidden();
});

for (const [what, fragment, message] of [
  ['damaged', '#s=d1.AAAA', 'The link is damaged or incomplete.'],
  ['of a newer version', '#s=z9.AAAA', 'newer version of the explorer (z9)'],
  ['nothing of ours', '#s=%3Cscript%3E', 'The link is damaged or incomplete.'],
] as const) {
  test(`a link that is ${what} is explained, and the explorer goes on`, async ({
    explorer,
    page,
  }) => {
    await page.goto(`/?lng=en${fragment}`);
    await expect(page.getByRole('dialog')).toContainText(message);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  });
}

test('another link in the same page is opened too', async ({ explorer, page }) => {
  const link = await linkTo(explorer, page);
  await page.goto('/?lng=en');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(explorer.badge(/^Contoso sells to Woodgrove/)).toBeVisible();
});

test('a scenario too long for a link is offered as a file, and no link that would break', async ({
  explorer,
  page,
}) => {
  // Names that no compression makes shorter.
  const parties = Array.from({ length: 150 }, (_, i) => [
    4,
    `c${i}`,
    randomBytes(150).toString('base64'),
    'US',
  ]);
  const payload = deflateRawSync(JSON.stringify([parties, []])).toString('base64url');
  await page.goto(`/?lng=en#s=d1.${payload}`);
  await expect(explorer.canvas().getByRole('button').first()).toBeVisible();
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share as a link…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(/The link would be \d+ characters long/);
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await dialog.getByRole('tab', { name: 'Embed in a page' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Save the scenario as a file');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Save/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csp\.json$/);
});
