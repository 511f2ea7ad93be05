import type { Locator, Page } from '@playwright/test';
import { boxOf, type Explorer, expect, test } from './fixtures.ts';

// Every row of what the README says the explorer does, without a pointer: no click, tap or hover here.

const BROKEN = 'microsoft > directBillPartner[-mpaSigned] > customer';

/** Tabs until this has the keyboard. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`no way to ${wanted} with the Tab key`);
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(words);
  await expect(page.getByRole('menuitem', { name: words })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const status = (explorer: Explorer) => explorer.status();

test('a problem is found, read, cured and undone', async ({ explorer, page }) => {
  await explorer.open({ chain: BROKEN });
  await page.keyboard.press('F8');
  await expect(explorer.badge(/Prerequisite missing$/).first()).toBeFocused();
  await expect(explorer.panel()).toContainText('must sign the Microsoft Partner Agreement');
  await tabTo(page, page.getByRole('button', { name: /^Have Direct-bill partner sign/ }));
  await expect(explorer.badge(/\(Verdict changes\)$/)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(status(explorer)).toContainText('2 supported');
  await page.keyboard.press('Control+z');
  await expect(status(explorer)).toContainText('2 with a prerequisite missing');
});

test('a sample and its variant are opened', async ({ explorer, page }) => {
  await explorer.open();
  await command(page, 'Sample scenarios…');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(
    page,
    page
      .getByRole('dialog')
      .getByRole('button', { name: /CSP tenant/ })
      .first(),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(status(explorer)).toContainText('not supported');
});

test('parties are renamed, moved, duplicated and deleted', async ({ explorer, page }) => {
  await explorer.open({ chain: BROKEN });
  await explorer.party('End customer').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type('Woodgrove');
  await page.keyboard.press('Enter');
  const customer = explorer.party('End customer Woodgrove');
  await expect(customer).toBeFocused();

  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Move Woodgrove' });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('radio', { name: 'Below' }));
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('radio', { name: 'Above' })).toBeChecked();
  await tabTo(page, dialog.getByRole('button', { name: 'Move', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(customer).toBeFocused();
  const microsoft = await boxOf(explorer.party('Microsoft'));
  await expect.poll(async () => (await boxOf(customer)).y).toBeLessThan(microsoft.y);

  await page.keyboard.press('Control+d');
  await expect(explorer.party('End customer Woodgrove')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(explorer.party('End customer Woodgrove')).toHaveCount(1);
});

test('facts are edited, and the language is changed', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft > directBillPartner > customer' });
  await explorer.party('End customer').focus();
  await page.keyboard.press('Enter');
  await tabTo(page, explorer.panel().getByRole('combobox', { name: /Country/ }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('France');
  await expect(page.getByRole('option', { name: 'France' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(status(explorer)).toContainText('1 not supported');
  await tabTo(page, page.getByRole('button', { name: 'Language: English' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '语言：简体中文' })).toBeFocused();
});

test('files are saved and opened, and tabs are changed and closed', async ({ explorer, page }) => {
  await explorer.open({ chain: BROKEN });
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = await (await saved).path();
  await command(page, 'Close this scenario');
  const chosen = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chosen).setFiles({
    name: 'again.csp.json',
    mimeType: 'application/json',
    buffer: await (await import('node:fs/promises')).readFile(path),
  });
  await expect(status(explorer)).toContainText('2 with a prerequisite missing');
  await tabTo(page, page.getByRole('button', { name: /^Sample scenario 1/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(status(explorer)).toContainText('3 supported');
});

test('a link is made and copied', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open({ chain: BROKEN });
  await command(page, 'Share as a link…');
  await tabTo(page, page.getByRole('button', { name: 'Copy the link' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByRole('textbox', { name: 'Link' }).inputValue());
});

test('everything is repaired', async ({ explorer, page }) => {
  await explorer.open({
    chain: 'microsoft > indirectProvider[-mpaSigned] > indirectReseller[-enrolled] > customer',
  });
  await command(page, 'Show problems');
  await tabTo(page, page.getByRole('button', { name: 'Repair everything' }));
  await page.keyboard.press('Enter');
  const smallest = explorer
    .panel()
    .getByRole('button', { name: /Proven smallest/ })
    .first();
  await expect(smallest).toBeVisible();
  await tabTo(page, smallest);
  await page.keyboard.press('Enter');
  await expect(status(explorer)).toContainText('3 supported');
});

test('what must stay valid is pinned, broken and mended', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft > directBillPartner > customer' });
  await explorer.badge(/^Direct-bill partner sells to/).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, explorer.panel().getByRole('button', { name: 'Must stay valid' }));
  await page.keyboard.press('Space');
  await explorer.badge(/^Microsoft sells to/).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  const warning = page.getByText(/^A change broke what must stay valid/);
  await expect(warning).toBeVisible();
  await tabTo(page, page.getByRole('alert').getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(2);
});

test('a scenario is compared with what it was', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft > directBillPartner > customer' });
  await command(page, 'Keep the current state as baseline');
  await explorer.badge(/^Microsoft sells to/).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(
    explorer.badge(/^Microsoft sells to Direct-bill partner.*\(Removed\)$/),
  ).toBeVisible();
  await command(page, 'End comparison');
  await expect(explorer.badge(/^Microsoft sells to/)).toHaveCount(0);
});
