import { boxOf, expect, middle, test } from './fixtures.ts';

const INDIRECT = 'microsoft > indirectProvider > indirectReseller > customer';

test('a drag is one step, undone as one', async ({ explorer, page }) => {
  await explorer.open({ chain: INDIRECT });
  const party = explorer.party('End customer');
  const before = await boxOf(party);
  const from = await middle(party);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 150, from.y - 60, { steps: 20 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(party)).x).toBeGreaterThan(before.x + 100);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => boxOf(party)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('adding and deleting are one step each, and both ways work by key', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: INDIRECT });
  await explorer.palette('End customer').click();
  await expect(explorer.party(/^End customer/)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(explorer.party(/^End customer/)).toHaveCount(1);
  for (const key of ['Delete', 'Backspace']) {
    await explorer.party('Indirect reseller').click();
    await page.keyboard.press(key);
    await expect(explorer.badge(/: Supported$/)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  }
});

test('parallel and opposite relationships cover neither each other nor a party', async ({
  explorer,
}) => {
  await explorer.open({
    chain:
      'microsoft > indirectProvider > indirectReseller > customer; indirectProvider -- indirectReseller; indirectReseller > indirectProvider; indirectProvider ~> customer; customer > customer',
  });
  const badges = explorer.badge(/: (Supported|Not supported|Prerequisite missing)$/);
  await expect(badges).toHaveCount(7);
  const parties = explorer.canvas().getByRole('button', { name: /relationships?/ });
  const boxes = await Promise.all((await badges.all()).map(boxOf));
  const others = await Promise.all((await parties.all()).map(boxOf));
  for (const [i, a] of boxes.entries()) {
    for (const b of [...boxes.slice(i + 1), ...others]) {
      const apart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      expect(apart, JSON.stringify([a, b])).toBe(true);
    }
  }
});

test('arrows walk over the canvas, which is one stop for the Tab key', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: INDIRECT });
  await explorer.party('Microsoft').focus();
  for (const name of [
    'Microsoft sells to Indirect provider: Supported',
    /^Indirect provider,/,
    'Indirect provider sells to Indirect reseller: Supported',
    /^Indirect reseller,/,
  ]) {
    await page.keyboard.press('ArrowDown');
    await expect(explorer.badge(name)).toBeFocused();
  }
  await page.keyboard.press('Home');
  await expect(explorer.party('Microsoft')).toBeFocused();
  await page.keyboard.press('End');
  await expect(explorer.party('End customer')).toBeFocused();
  await page.keyboard.type('indirect r');
  await expect(explorer.party('Indirect reseller')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(explorer.party('Indirect reseller')).toBeFocused();
});

test('a party is moved by key, and single letters can be switched off', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: INDIRECT });
  await explorer.party('End customer').click();
  const before = await boxOf(explorer.party('End customer'));
  await page.keyboard.press('Shift+ArrowRight');
  await expect
    .poll(async () => (await boxOf(explorer.party('End customer'))).x)
    .toBeGreaterThan(before.x);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Single-letter shortcuts' }).click();
  await explorer.party('End customer').focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('a party is renamed in place, also with a Chinese input method', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: INDIRECT, language: 'zh-CN' });
  await explorer.party('最终客户').dblclick();
  const field = explorer.canvas().getByRole('textbox', { name: '名称' });
  await expect(field).toBeFocused();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'zhijie',
    selectionStart: 6,
    selectionEnd: 6,
  });
  // While composing, Enter and Escape belong to the input method.
  await field.dispatchEvent('keydown', {
    key: 'Enter',
    keyCode: 229,
    isComposing: true,
    bubbles: true,
  });
  await field.dispatchEvent('keydown', { key: 'Escape', keyCode: 229, bubbles: true });
  await expect(field).toBeFocused();
  await client.send('Input.insertText', { text: '直接银行' });
  await page.keyboard.press('Enter');
  await expect(explorer.party('最终客户“直接银行”')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(explorer.party('最终客户')).toBeVisible();
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled();
});

test('parts of a chain are copied as text and pasted, once or often', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open({ chain: INDIRECT });
  await explorer.party('Microsoft').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('"format": "csp-scenario"');
  await page.keyboard.press('Control+v');
  await expect(explorer.badge(/: Supported$/)).toHaveCount(6);
  await page.keyboard.press('Control+d');
  await expect(explorer.badge(/: Supported$/)).toHaveCount(9);
});

test('layout, zoom, mini map and grid are at hand', async ({ explorer, page }) => {
  await explorer.open({ chain: INDIRECT });
  await explorer.party('Microsoft').click();
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('status').filter({ hasText: 'Layout changed' })).toBeAttached();
  const width = (await boxOf(explorer.party('Microsoft'))).width;
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect
    .poll(async () => (await boxOf(explorer.party('Microsoft'))).width)
    .toBeLessThan(width);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mini map' }).click();
  await expect(page.getByRole('img', { name: 'Mini map' })).toBeVisible();
});

test('what happens is told to screen readers, once and in the language shown', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: 'microsoft; directBillPartner', language: 'zh-TW' });
  await expect(explorer.panel()).toBeVisible();
  const told = page.getByRole('status');
  await explorer.palette('終端客戶').click();
  await expect(told).toHaveText('已新增「終端客戶」');
  await explorer.connectByDrag(explorer.party('Microsoft'), explorer.party('直接計費合作夥伴'));
  await expect(told).toHaveText('「Microsoft → 直接計費合作夥伴」：支援');
  await page.keyboard.press('Control+z');
  await expect(told).toHaveText('已復原');
});

test('nothing of the library speaks English in a Chinese page', async ({ explorer, page }) => {
  await explorer.open({ chain: INDIRECT, language: 'zh-TW' });
  await page.getByRole('button', { name: '檢視' }).click();
  await page.getByRole('menuitem', { name: '小地圖' }).click();
  const spoken = await page.evaluate(() => {
    const attributes = ['aria-label', 'aria-roledescription', 'title', 'placeholder'];
    return [...document.querySelectorAll('body *')].flatMap((element) =>
      element.closest('[aria-hidden="true"]')
        ? []
        : attributes.flatMap((name) => element.getAttribute(name) ?? []),
    );
  });
  const english = spoken.filter((text) =>
    /[A-Za-z]{2,}/.test(text.replace(/Microsoft|English|CSP|MPA/g, '')),
  );
  expect(english).toEqual([]);
});
