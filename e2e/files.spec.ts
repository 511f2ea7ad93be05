import { expect, test } from './fixtures.ts';

const SCENARIO = {
  format: 'csp-scenario',
  version: 1,
  title: 'From a file',
  owner: 'kept as it is',
  parties: [
    { id: 'ms', type: 'microsoft' },
    { id: 'd', type: 'directBillPartner', name: 'Tailspin', country: 'US' },
  ],
  relationships: [{ id: 'r', kind: 'sells', from: 'ms', to: 'd' }],
};

function upload(name: string, content: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
}

test('the work survives a reload, with all its tabs', async ({ explorer, page }) => {
  await explorer.openEmpty();
  await explorer.palette('End customer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Woodgrove');
  await page.keyboard.press('Enter');
  await expect(explorer.party('End customer Woodgrove')).toBeVisible();
  await page.reload();
  await expect(explorer.party('End customer Woodgrove')).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Open scenarios' });
  await expect(tabs.getByRole('listitem')).toHaveCount(2);
  await tabs.getByRole('button', { name: /^Sample scenario 1/ }).click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
});

test('a file is opened beside the work, and written back with what it brought along', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(upload('x.csp.json', JSON.stringify(SCENARIO)));
  await expect(explorer.party('Direct-bill partner Tailspin')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sample scenario 1/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const saved = JSON.parse(Buffer.concat(chunks).toString());
  expect((await download).suggestedFilename()).toBe('From-a-file.csp.json');
  expect(saved).toMatchObject({ owner: 'kept as it is', title: 'From a file', language: 'en' });
});

test('a file dragged onto the window is opened', async ({ explorer, page }) => {
  await explorer.open();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.csp.json', { type: 'application/json' }));
    return data;
  }, JSON.stringify(SCENARIO));
  await explorer.canvas().dispatchEvent('dragover', { dataTransfer: transfer });
  await explorer.canvas().dispatchEvent('drop', { dataTransfer: transfer });
  await expect(explorer.party('Direct-bill partner Tailspin')).toBeVisible();
});

for (const [what, content, message] of [
  ['is no JSON', '{ "format": ', 'The file is not valid JSON (line 1, column 13).'],
  ['is another file', '{"name":"x"}', 'This is not a scenario file'],
  [
    'was made by a newer version',
    '{"format":"csp-scenario","version":9}',
    'version: The file was made by a newer version of this program (file version 9).',
  ],
  [
    'names a party that is not there',
    JSON.stringify({ ...SCENARIO, parties: SCENARIO.parties.slice(0, 1) }),
    'relationships[0].to: There is no party “d”.',
  ],
  [
    'would reach a prototype',
    JSON.stringify(SCENARIO).replace('"owner"', '"__proto__"'),
    '__proto__: The key “__proto__” is not allowed.',
  ],
] as const) {
  test(`a file that ${what} is refused with a reason, and nothing is lost`, async ({
    explorer,
    page,
  }) => {
    await explorer.open();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (await chooser).setFiles(upload('bad.csp.json', content));
    const dialog = page.getByRole('dialog', { name: 'bad.csp.json could not be opened' });
    await expect(dialog).toContainText(message);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  });
}

test('a chain in the address that makes no sense says so, and the app goes on', async ({
  explorer,
  page,
}) => {
  await page.goto('/?lng=zh-CN&chain=microsoft%20%3D%3E%20customer');
  await expect(page.getByRole('dialog')).toContainText(
    '无法读取关系链文本，出错位置：“=> customer”。',
  );
  await page.keyboard.press('Escape');
  await expect(explorer.badge(/：支持$/)).toHaveCount(3);
});

test('a sample is opened by its name in the address; a name that is none is told', async ({
  explorer,
  page,
}) => {
  await page.goto('/?lng=zh-TW&sample=s7-two-regions');
  await expect(explorer.panel().getByRole('textbox', { name: '標題' })).toHaveValue(
    /^範例情境 7：/,
  );
  await page.goto('/?lng=en&sample=s99');
  await expect(page.getByRole('dialog')).toContainText('s7-two-regions');
});

test('samples open beside the work and destroy nothing', async ({ explorer, page }) => {
  await explorer.openEmpty();
  await explorer.palette('End customer').click();
  await page.getByRole('button', { name: 'All eight scenarios…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sample scenarios…' });
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveCount(8);
  await dialog.getByRole('button', { name: /^Into the CSP tenant/ }).click();
  await expect(explorer.badge(/: Not supported$/)).toHaveCount(1);
  const tabs = page.getByRole('navigation', { name: 'Open scenarios' });
  await tabs.getByRole('button', { name: 'Untitled scenario', exact: true }).click();
  await expect(explorer.party('End customer')).toBeVisible();
});

test('a first visit shows a chain that holds, and a broken one is a click away', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  await page.getByRole('main').getByRole('button', { name: 'Leave out the reseller' }).click();
  await expect(explorer.badge('Contoso sells to Woodgrove Bank: Not supported')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave out the reseller' })).toBeHidden();
});

test('closing asks before work that is in no file is given up', async ({ explorer, page }) => {
  await explorer.openEmpty();
  await explorer.palette('Microsoft').click();
  await page.getByRole('button', { name: 'Close Untitled scenario' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Close Untitled scenario?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(explorer.party('Microsoft')).toBeVisible();
  await page.getByRole('button', { name: 'Close Untitled scenario' }).click();
  await dialog.getByRole('button', { name: 'Close without saving' }).click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
});

test('without storage the app works and says that nothing is kept', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await explorer.open();
  await expect(page.getByRole('alert')).toContainText('This browser keeps nothing for this page.');
  await explorer.palette('End customer').click();
  await expect(explorer.party('End customer')).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});
