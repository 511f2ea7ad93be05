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
