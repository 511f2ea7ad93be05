import { expect, test } from './fixtures.ts';

const PARTIES =
  'microsoft > indirectProvider[name=Contoso]; indirectReseller[name=Fabrikam]; directBillPartner[name=Tailspin,NZ]; customer[name=Woodgrove]';

test('routes to a customer are found, previewed, drawn in one step and undone in one', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: PARTIES });
  await explorer.panel().getByRole('button', { name: 'Find routes to Woodgrove' }).click();
  const route = explorer
    .panel()
    .getByRole('button', { name: /^Microsoft → Contoso → Fabrikam → Woodgrove/ });
  await expect(route).toContainText('draws 2 relationships');

  await route.hover();
  const ghost = explorer.badge('Contoso sells to Fabrikam: Supported (New)');
  await expect(ghost).toBeVisible();
  await explorer.status().hover();
  await expect(ghost).toBeHidden();

  await route.click();
  await expect(explorer.badge('Fabrikam sells to Woodgrove: Supported')).toBeVisible();
  await expect(explorer.status()).toContainText(
    'Microsoft → Contoso → Fabrikam → Woodgrove: supported',
  );
  await expect(route).toContainText('Already drawn');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(1);
  await expect(route).toContainText('draws 2 relationships');
});

test('a route through parties still to be added is drawn with the keyboard', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: 'customer[name=Pacific,GU]' });
  await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Find a route…' }).press('Enter');
  const route = explorer.panel().getByRole('button', { name: /Direct-bill partner \(new\)/ });
  await route.focus();
  await expect(
    explorer.badge('Direct-bill partner sells to Pacific: Supported (New)'),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(explorer.party('Direct-bill partner')).toContainText('Guam');
  await expect(explorer.badge('Direct-bill partner sells to Pacific: Supported')).toBeVisible();
  await expect(
    explorer.panel().getByRole('heading', { name: 'Supported with the parties on the canvas: 1' }),
  ).toBeFocused();
});

test('why not: the rule, and the nearest way that is supported', async ({ explorer, page }) => {
  await explorer.open({ chain: PARTIES });
  await explorer.party('Indirect provider Contoso').click();
  await explorer.panel().getByText('Who can connect here?').click();
  await expect(explorer.panel()).toContainText('1 possible, 0 already drawn, 3 not valid');
  await explorer
    .panel()
    .getByRole('button', { name: 'Why not? Contoso sells to Woodgrove' })
    .click();
  await expect(explorer.panel()).toContainText('Not supported · Providers sell through resellers');
  const nearest = explorer
    .panel()
    .getByRole('button', { name: /^Microsoft → Contoso → Fabrikam → Woodgrove/ });
  await nearest.click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(explorer.badge(/: Supported$/)).toHaveCount(1);
  await explorer
    .panel()
    .getByRole('button', { name: /^Insert an indirect reseller between Contoso and Woodgrove/ })
    .click();
  await expect(explorer.badge('Indirect reseller sells to Woodgrove: Supported')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(1);

  // Another pair is found by typing.
  const from = explorer.panel().getByRole('combobox', { name: 'From' });
  await from.click();
  await from.fill('Tail');
  await page.getByRole('option', { name: /Tailspin/ }).click();
  await expect(explorer.panel()).toContainText('Tailspin sells to Woodgrove');
  await expect(explorer.panel()).toContainText('Not supported · Different CSP regions');
  await expect(explorer.panel()).toContainText('Market table of August 2023 (edition 2023-10)');
});

test('a baseline is compared with after edits: canvas, words, table, spotlight, end', async ({
  explorer,
  page,
}) => {
  await explorer.open({
    chain: 'microsoft > directBillPartner[name=Contoso] > customer[name=Woodgrove]',
  });
  await explorer.tab('Compare').click();
  await explorer
    .panel()
    .getByRole('button', { name: 'Keep the current state as baseline' })
    .click();
  await expect(explorer.panel()).toContainText('There is no difference between A and B so far.');

  await explorer.party('Direct-bill partner Contoso').click();
  await explorer.tab('Details').click();
  await page.getByText('Support', { exact: true }).click();
  await explorer.palette('End customer').click();
  await explorer.tab('Compare').click();
  await expect(explorer.panel()).toContainText(
    'From A to B: 2 relationships are no longer valid, 1 party added, 1 party changed.',
  );
  await expect(
    explorer.badge('Contoso sells to Woodgrove: Prerequisite missing (Verdict changes)'),
  ).toBeVisible();
  const table = explorer.panel().getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table.getByRole('row', { name: /^Contoso Steps and capabilities/ })).toContainText(
    'No support',
  );
  const verdict = table.getByRole('row', { name: /^Contoso → Woodgrove Verdict/ });
  await expect(verdict.getByRole('cell').first()).toHaveText('Supported');
  await expect(verdict.getByRole('cell').last()).toContainText('Prerequisite missing');

  await explorer.panel().getByText('Only in B', { exact: true }).click();
  const dimmed = (name: string) =>
    explorer
      .party(name)
      .locator('..')
      .evaluate((element) => Number(getComputedStyle(element).opacity));
  await expect.poll(() => dimmed('Direct-bill partner Contoso')).toBeLessThan(0.5);
  expect(await dimmed('End customer')).toBe(1);

  // The canvas says what it shows; ending it there ends it.
  const banner = explorer.canvas().getByRole('button', { name: 'Compared with an earlier state' });
  await expect(banner).toBeVisible();
  await explorer.canvas().getByRole('button', { name: 'End comparison' }).click();
  await expect(banner).toBeHidden();
  await expect(explorer.badge('Contoso sells to Woodgrove: Prerequisite missing')).toBeVisible();
});

test('two tabs with other ids are compared; the comparison stays on its tab and dies with it', async ({
  explorer,
  page,
}) => {
  await explorer.open({
    chain: 'microsoft > directBillPartner#4[name=Contoso] > customer#9[name=Woodgrove Bank]',
  });
  await explorer.tab('Compare').click();
  await explorer
    .panel()
    .getByRole('button', { name: /^Compare with Sample scenario 1/ })
    .click();
  await expect(explorer.panel()).toContainText('2 parties removed');
  const table = explorer.panel().getByRole('table', { name: 'Differences' });
  // Microsoft and the customer are the same parties, whatever they are called inside.
  await expect(table.getByRole('rowheader', { name: /^Woodgrove Bank Party/ })).toHaveCount(0);
  await expect(table.getByRole('rowheader', { name: /^Microsoft Party/ })).toHaveCount(0);

  // A relationship can't lead to what is only in the other scenario.
  const ghost = explorer.party('Indirect reseller Fabrikam');
  await expect(ghost).toBeVisible();
  await explorer.clickConnectionPoint(explorer.party('Direct-bill partner Contoso'));
  await expect(explorer.canvas()).toContainText('Choose the party that Contoso connects to');
  await expect(ghost).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(ghost).toBeVisible();

  const tabs = page.getByRole('navigation', { name: 'Open scenarios' });
  const end = explorer.canvas().getByRole('button', { name: 'End comparison' });
  await expect(end).toBeVisible();
  await tabs.getByRole('button', { name: /^Sample scenario 1/ }).click();
  await expect(end).toBeHidden();
  await tabs.getByRole('button', { name: 'Untitled scenario', exact: true }).click();
  await expect(end).toBeVisible();
  await page.getByRole('button', { name: 'Close Untitled scenario' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close without saving' }).click();
  await expect(end).toBeHidden();
});

test('a file that is no scenario begins no comparison', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab('Compare').click();
  const chooser = page.waitForEvent('filechooser');
  await explorer.panel().getByRole('button', { name: 'Compare with a file…' }).click();
  await (await chooser).setFiles({
    name: 'bad.csp.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{'),
  });
  await expect(
    page.getByRole('dialog', { name: 'bad.csp.json could not be opened' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.canvas().getByRole('button', { name: 'End comparison' })).toBeHidden();
});

for (const [language, words] of [
  [
    'en',
    {
      stricter: /Pacific.*Stricter · Supported → Not supported/s,
      move: 'Pacific (Guam): from United States to Australia',
      market: 'Market table of June 2020 (edition 2020-05)',
      action: 'Judge by edition 2020-05',
      badge: 'Contoso sells to Pacific: Not supported',
      back: /Looser · Not supported → Supported/,
    },
  ],
  [
    'zh-TW',
    {
      stricter: /Pacific.*變嚴格 · 支援 → 不支援/s,
      move: '「Pacific」（關島）：由美國改為澳洲',
      market: '2020年6月的市場清單（2020-05 版）',
      action: '改以 2020-05 版判定',
      badge: '「Contoso」銷售給「Pacific」：不支援',
      back: /變寬鬆 · 不支援 → 支援/,
    },
  ],
] as const) {
  test(`what the other edition says of Guam is told before it is chosen (${language})`, async ({
    explorer,
  }) => {
    await explorer.open({
      chain: 'microsoft > directBillPartner[name=Contoso] > customer[name=Pacific,GU]',
      language,
    });
    const row = explorer.panel().getByRole('button', { name: words.stricter });
    await expect(row).toContainText(words.market);
    await expect(explorer.panel()).toContainText(words.move);
    const action = explorer.panel().getByRole('button', { name: words.action });
    await action.focus();
    await expect(explorer.badge(new RegExp(`^${words.badge}`))).toBeVisible();
    await action.press('Enter');
    await expect(explorer.badge(words.badge)).toBeVisible();
    await expect(explorer.panel().getByRole('button', { name: words.back })).toBeVisible();
  });
}

test('the dates that matter are quick choices, and what they change is told first', async ({
  explorer,
}) => {
  await explorer.open({ chain: 'microsoft > directBillPartner[name=Contoso,-mpaSigned]' });
  const panel = explorer.panel();
  await expect(
    panel.getByRole('heading', { name: 'If judged as of January 31, 2020' }),
  ).toBeVisible();
  await expect(panel).toContainText('Looser · Prerequisite missing → Supported');
  await panel.getByText('January 31, 2020: before the MPA').click();
  await expect(explorer.badge('Microsoft sells to Contoso: Supported')).toBeVisible();
  await expect(explorer.status()).toContainText('January 31, 2020');
  await panel.getByText('Today', { exact: true }).click();
  await expect(explorer.badge('Microsoft sells to Contoso: Prerequisite missing')).toBeVisible();
});

test('tabs are renamed and moved with the keyboard, and stay so', async ({ explorer, page }) => {
  await explorer.open({ chain: 'customer[name=Woodgrove]' });
  const tabs = page.getByRole('navigation', { name: 'Open scenarios' });
  const items = tabs.getByRole('listitem');
  await tabs.getByRole('button', { name: 'Untitled scenario', exact: true }).focus();
  await page.keyboard.press('F2');
  await expect(tabs.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('My case');
  await page.keyboard.press('Enter');
  const mine = tabs.getByRole('button', { name: 'My case', exact: true });
  await expect(mine).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(items.first()).toContainText('My case');
  await expect(mine).toBeFocused();
  await expect(page.getByText('Moved to position 1 of 2')).toBeAttached();

  await page.keyboard.press('F2');
  await page.keyboard.type('nothing of this');
  await page.keyboard.press('Escape');
  await expect(mine).toBeFocused();
  await expect(explorer.party('End customer Woodgrove')).toBeVisible();
  await page.goto('/?lng=en');
  await expect(items.first()).toContainText('My case');
  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Move this tab right' }).click();
  await expect(items.last()).toContainText('My case');
});

test('a tab is dragged to the place of another', async ({ explorer, page }) => {
  await explorer.open({ chain: 'customer' });
  const items = page.getByRole('navigation', { name: 'Open scenarios' }).getByRole('listitem');
  await items.last().dragTo(items.first());
  await expect(items.first()).toContainText('Untitled scenario');
});

test('parties are copied to another tab', async ({ explorer, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open({ chain: 'microsoft > directBillPartner[name=Tailspin,DE]' });
  await explorer.party('Direct-bill partner Tailspin').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 2 parties')).toBeAttached();
  await page
    .getByRole('navigation', { name: 'Open scenarios' })
    .getByRole('button', { name: /^Sample scenario 1/ })
    .click();
  await explorer.party('Microsoft').click();
  await page.keyboard.press('Control+v');
  await expect(explorer.party('Direct-bill partner Tailspin')).toContainText('Germany');
  await expect(explorer.badge(/sells to Tailspin: Supported$/)).toBeVisible();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(4);
});
