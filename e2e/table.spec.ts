import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type Explorer, expect, LANGUAGES, type Language, test } from './fixtures.ts';

const CHAIN =
  'microsoft > indirectProvider[TW,name=Contoso] > indirectReseller[TW,-mpaSigned,name=Fabrikam] > customer[TW,name=Woodgrove]; indirectProvider ~> customer';

const VIEWS: Record<Language, Record<'canvas' | 'table' | 'matrix' | 'outline', string>> = {
  en: { canvas: 'Canvas', table: 'Table', matrix: 'Matrix', outline: 'Outline' },
  'zh-CN': { canvas: '画布', table: '表格', matrix: '矩阵', outline: '大纲' },
  'zh-TW': { canvas: '畫布', table: '表格', matrix: '矩陣', outline: '大綱' },
};

/** Switches the view as a keyboard user does. */
async function show(page: Page, view: keyof (typeof VIEWS)['en'], language: Language = 'en') {
  const radio = page.getByRole('radio', { name: VIEWS[language][view], exact: true });
  await radio.focus();
  await page.keyboard.press('Space');
  await expect(radio).toBeChecked();
}

const grid = (page: Page, name: string) => page.getByRole('grid', { name, exact: true });
const row = (table: Locator, name: string | RegExp) => table.getByRole('row', { name });

/** Opens a menu or a popover by its button and chooses by typing its first letters. */
async function add(page: Page, item: string) {
  await page.getByRole('button', { name: 'Add a party' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type(item);
  await expect(page.getByRole('menuitem', { name: item })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeHidden();
}

async function connect(page: Page, from: string, to: string) {
  await page.getByRole('button', { name: 'Add a relationship' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a relationship' });
  for (const [label, name] of [
    ['From', from],
    ['To', to],
  ] as const) {
    const box = dialog.getByRole('combobox', { name: label });
    await box.focus();
    await box.selectText();
    await page.keyboard.type(name);
    await expect(page.getByRole('option', { name })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue(name);
  }
  await dialog.getByRole('button', { name: 'Add', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a chain is built, broken and repaired in the table with the keyboard alone', async ({
  explorer,
  page,
}) => {
  test.slow();
  await explorer.openEmpty();
  await show(page, 'table');
  await expect(page.getByText('There are no parties yet.')).toBeVisible();
  for (const type of ['Microsoft', 'indirect provider', 'indirect reseller', 'end customer']) {
    await add(page, type === 'Microsoft' ? 'Add Microsoft' : `Add an ${type}`);
  }
  const parties = grid(page, 'Parties');
  await expect(parties.getByRole('row')).toHaveCount(5);
  await connect(page, 'Microsoft', 'Indirect provider');
  await connect(page, 'Indirect provider', 'Indirect reseller');
  await connect(page, 'Indirect reseller', 'End customer');
  const lines = grid(page, 'Relationships');
  await expect(lines.getByText('Supported', { exact: true })).toHaveCount(3);
  await expect(explorer.panel()).toContainText('Indirect reseller → End customer');

  await test.step('rename a party with F2', async () => {
    await row(parties, 'Indirect reseller').focus();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name' }).last()).toBeFocused();
    await page.keyboard.type('Fabrikam');
    await page.keyboard.press('Enter');
    await expect(row(parties, 'Fabrikam')).toBeVisible();
  });

  await test.step('take back the agreement in its cell, and give it again', async () => {
    const signed = row(parties, 'Fabrikam').getByRole('checkbox', { name: 'Signed the MPA' });
    await signed.focus();
    await page.keyboard.press('Space');
    await expect(signed).not.toBeChecked();
    await expect(lines.getByText('Partner agreement not signed')).toHaveCount(2);
    await signed.focus();
    await page.keyboard.press('Space');
    await expect(lines.getByText('Supported', { exact: true })).toHaveCount(3);
  });

  await test.step('set a country in its cell', async () => {
    await row(parties, 'End customer')
      .getByRole('button', { name: 'Country/region: United States' })
      .focus();
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('dialog').getByRole('combobox', { name: /^Country\/region/ }),
    ).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Germany');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(lines.getByText('Not supported')).toHaveCount(1);
    await expect(lines.getByText('Different CSP regions')).toBeVisible();
  });

  await test.step('undo what made it invalid, and delete a relationship', async () => {
    await page.keyboard.press('Control+z');
    await expect(lines.getByText('Supported', { exact: true })).toHaveCount(3);
    await row(lines, /^Fabrikam/).focus();
    await page.keyboard.press('Delete');
    await expect(lines.getByText('Supported', { exact: true })).toHaveCount(2);
  });
});

test('arrow keys go from cell to cell, and selecting a row explains it', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: CHAIN });
  await show(page, 'table');
  const lines = grid(page, 'Relationships');
  await row(lines, /^Fabrikam/).click({ position: { x: 600, y: 20 } });
  await expect(explorer.panel()).toContainText('Fabrikam → Woodgrove');
  await page.keyboard.press('ArrowUp');
  await expect(explorer.panel()).toContainText('Contoso → Fabrikam');
  await page.keyboard.press('ArrowLeft');
  const cell = row(lines, 'Contoso Fabrikam').getByRole('button', {
    name: 'Fabrikam',
    exact: true,
  });
  await expect(cell).toBeFocused();
});

test('the grids are filtered and sorted', async ({ explorer, page }) => {
  await explorer.open({ chain: CHAIN });
  await show(page, 'table');
  const parties = grid(page, 'Parties');
  await page.getByRole('searchbox', { name: 'Filter parties' }).fill('fab');
  await expect(parties.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Filter parties' }).fill('');
  await parties.getByRole('columnheader', { name: 'Name' }).click();
  await expect(parties.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(parties.getByRole('row').nth(1)).toContainText('Contoso');
  await page.getByRole('button', { name: /All verdicts/ }).click();
  await page.getByRole('option', { name: 'Prerequisite missing' }).click();
  await expect(grid(page, 'Relationships').getByRole('row')).toHaveCount(3);
});

test('several rows are changed at once, as one undo step', async ({ explorer, page }) => {
  await explorer.open({
    chain:
      'microsoft > indirectProvider[-mpaSigned,name=Contoso] > indirectReseller[-mpaSigned,name=Fabrikam] > customer[name=Woodgrove]',
  });
  const bulk = async () => {
    await page.getByRole('button', { name: 'Sign the MPA for all 2 partners' }).click();
    await expect(explorer.status()).toContainText('3 supported');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(explorer.status()).not.toContainText('3 supported');
  };

  await test.step('on the canvas', async () => {
    await explorer.party('Indirect provider Contoso').click();
    await page.keyboard.press('Control+a');
    await bulk();
  });

  await test.step('in the table', async () => {
    await show(page, 'table');
    const parties = grid(page, 'Parties');
    const all = parties.getByRole('checkbox', { name: 'Select All' });
    await expect(all).toBeChecked();
    await row(parties, 'Microsoft').focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: /^Sign the MPA/ })).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await bulk();
    const country = explorer.panel().getByRole('combobox', { name: 'Country/region' });
    await country.fill('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await expect(parties.getByRole('button', { name: 'Country/region: Germany' })).toHaveCount(3);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(parties.getByRole('button', { name: 'Country/region: Germany' })).toHaveCount(0);
  });
});

test('rows of a spreadsheet are pasted, refused with reasons, corrected and used', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: CHAIN });
  await show(page, 'table');
  await page.getByRole('button', { name: 'Paste rows…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste rows from a spreadsheet…' });
  const rows = dialog.getByRole('textbox', { name: 'Rows' });
  const bad = [
    'Name\tType\tCountry/region',
    'Northwind\tDirect-bill partner\tAtlantis',
    '=cmd\tEnd customer\tTaiwan',
    'Contoso\tIndirect provider\tTaiwan',
    '',
    'From\tRelationship\tTo',
    'Northwind\tSells to\tNobody',
  ];
  await rows.fill(bad.join('\n'));
  await expect(dialog.getByText('4 problems.')).toBeVisible();
  for (const reason of [
    'There is no country/region “Atlantis”.',
    'Name: “=cmd” looks like a formula.',
    'It is already in the scenario.',
    'To: no party is called “Nobody”.',
  ]) {
    await expect(dialog.getByRole('table', { name: 'Preview' })).toContainText(reason);
  }
  await expect(dialog.getByRole('button', { name: 'Use these rows' })).toBeDisabled();

  await rows.fill(
    [
      bad[0],
      'Northwind\tDirect-bill partner\tTaiwan',
      "'=cmd\tEnd customer\tTaiwan",
      '',
      bad[5],
      'Microsoft\tSells to\tNorthwind',
      "Northwind\tSells to\t'=cmd",
    ].join('\n'),
  );
  await expect(dialog.getByText('Every row can be read.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use these rows' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(grid(page, 'Parties'), '=cmd')).toBeVisible();
  await expect(row(grid(page, 'Relationships'), /^Northwind/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(grid(page, 'Parties'), '=cmd')).toHaveCount(0);
  await expect(row(grid(page, 'Relationships'), /^Northwind/)).toHaveCount(0);
});

test('in zh-TW, rows are exported, pasted onto the table and replace the scenario', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open({ chain: CHAIN, language: 'zh-TW' });
  await show(page, 'table', 'zh-TW');
  await page.getByRole('button', { name: '匯出資料列' }).click();
  await page.getByRole('menuitem', { name: '複製為試算表的資料列' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('名稱\t類型\t國家/地區');
  const text = await copied();
  expect(text).toContain('Contoso\t銷售給\tFabrikam\t\t缺少必要條件');

  await page.evaluate(
    (changed) => navigator.clipboard.writeText(changed),
    text.replace('Woodgrove\t終端客戶\t台灣', 'Woodgrove\t終端客戶\t德國'),
  );
  await row(grid(page, '參與方'), 'Contoso').click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: '從試算表貼上資料列…' });
  await expect(dialog.getByText('情境中已有此項目。').first()).toBeVisible();
  await dialog.getByText('取代此情境').click();
  await expect(dialog.getByText('所有資料列都可以讀取。')).toBeVisible();
  await dialog.getByRole('button', { name: '使用這些資料列' }).click();
  await expect(
    row(grid(page, '參與方'), 'Woodgrove').getByRole('button', { name: '國家/地區：德國' }),
  ).toBeVisible();
  await page.getByRole('button', { name: '復原', exact: true }).click();
  await expect(
    row(grid(page, '參與方'), 'Woodgrove').getByRole('button', { name: '國家/地區：台灣' }),
  ).toBeVisible();
});

test('the matrix says who may sell to whom, and draws it', async ({ explorer, page }) => {
  await explorer.open({
    chain:
      'microsoft > indirectProvider[name=Contoso]; indirectReseller[name=Fabrikam]; customer[DE,name=Woodgrove]',
  });
  await show(page, 'matrix');
  const matrix = grid(page, 'Who may sell to whom');
  await expect(matrix.getByRole('gridcell')).toHaveCount(16);
  await expect(
    matrix.getByRole('gridcell', { name: 'Microsoft sells to Contoso: Supported (drawn)' }),
  ).toBeVisible();
  await expect(
    matrix.getByRole('gridcell', { name: 'Fabrikam sells to Woodgrove: Not supported' }),
  ).toBeVisible();

  await matrix.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const cell = matrix.getByRole('gridcell', { name: /^Contoso sells to Fabrikam/ });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAccessibleName('Contoso sells to Fabrikam: Supported (drawn)');
  await expect(explorer.panel()).toContainText('Contoso → Fabrikam');
  await page.keyboard.press('Enter');
  await expect(explorer.status()).toContainText('2 supported');

  await page.getByRole('main').getByText('Manages', { exact: true }).click();
  await grid(page, 'Who may manage whom')
    .getByRole('gridcell', { name: 'Contoso manages Woodgrove: Supported' })
    .click();
  await expect(explorer.status()).toContainText('3 supported');
});

test('the outline lists everything in order and is edited', async ({ explorer, page }) => {
  await explorer.open({ chain: `${CHAIN}; directBillPartner[name=Northwind]` });
  await show(page, 'outline');
  const outline = page.getByRole('treegrid', { name: 'Outline of the scenario' });
  const names = () =>
    outline
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map((one) => `${one.getAttribute('aria-level')} ${one.getAttribute('aria-label')}`),
      );
  await expect
    .poll(names)
    .toEqual([
      '1 Microsoft',
      '2 Microsoft sells to Contoso: Supported',
      '3 Contoso sells to Fabrikam: Prerequisite missing',
      '4 Fabrikam sells to Woodgrove: Prerequisite missing',
      '3 Contoso manages Woodgrove: Supported',
      '1 Northwind',
    ]);

  await row(outline, 'Contoso sells to Fabrikam: Prerequisite missing').focus();
  await page.keyboard.press('Enter');
  await expect(explorer.panel()).toContainText('Contoso → Fabrikam');

  await test.step('add a party below, with what is supported first', async () => {
    await outline.getByRole('button', { name: 'Actions for Northwind' }).click();
    await page.getByRole('menuitem', { name: /^End customer/ }).click();
    await expect(row(outline, /^Northwind sells to End customer/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(row(outline, /^Northwind sells to/)).toHaveCount(0);
  });

  await test.step('connect, rename and delete', async () => {
    await outline.getByRole('button', { name: 'Actions for Microsoft' }).click();
    await page.getByRole('menuitem', { name: 'Connect Microsoft to…' }).click();
    await page.getByRole('option', { name: /^Northwind/ }).click();
    await expect(row(outline, 'Microsoft sells to Northwind: Supported')).toBeVisible();
    await outline.getByRole('button', { name: 'Actions for Northwind' }).click();
    await page.getByRole('menuitem', { name: 'Rename Northwind…' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' }).last()).toBeFocused();
    await page.keyboard.type('Tailspin');
    await page.keyboard.press('Enter');
    await expect(row(outline, 'Microsoft sells to Tailspin: Supported')).toBeVisible();
    await row(outline, 'Microsoft sells to Tailspin: Supported').click();
    await page.keyboard.press('Delete');
    await expect(row(outline, 'Tailspin')).toBeVisible();
  });
});

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

async function checkViews(explorer: Explorer, page: Page, language: Language) {
  await explorer.open({ chain: CHAIN, language });
  for (const view of ['table', 'matrix', 'outline'] as const) {
    await show(page, view, language);
    await page
      .getByRole(view === 'outline' ? 'treegrid' : 'grid')
      .first()
      .waitFor();
    expect(await violations(page), view).toEqual([]);
  }
}

for (const [i, language] of LANGUAGES.entries()) {
  const colorScheme = i === 1 ? 'dark' : 'light';
  test(`axe finds nothing in the views in ${language}, ${colorScheme}`, async ({
    explorer,
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await checkViews(explorer, page, language);
    await show(page, 'table', language);
    await page.getByRole('row').nth(2).focus();
    await page.keyboard.press('Control+a');
    expect(await violations(page), 'several selected').toEqual([]);
    await page.getByRole('button', { name: /^(Paste rows…|粘贴行…|貼上資料列…)$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('A\tB\n');
    await page.getByRole('dialog').getByRole('table').waitFor();
    expect(await violations(page), 'rows').toEqual([]);
  });
}

test('axe finds nothing in the views on a phone', async ({ explorer, page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await checkViews(explorer, page, 'zh-TW');
});
