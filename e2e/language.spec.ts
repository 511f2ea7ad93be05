import { expect, type Language, test } from './fixtures.ts';

const CHAIN = 'microsoft > directBillPartner[AU,name=Tailspin] > customer[NZ,name=Woodgrove]';

test('switching the language keeps the scenario, the selection and the keyboard', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: CHAIN });
  await explorer.badge('Tailspin sells to Woodgrove: Not supported').click();
  await expect(explorer.panel()).toContainText('different CSP regions');
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).first().click();
  await expect(explorer.panel()).toContainText('双方位于不同的 CSP 区域（澳大利亚、新西兰）。');
  await expect(explorer.badge('“Tailspin”销售给“Woodgrove”：不支持')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByRole('button', { name: '语言：简体中文' })).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle('CSP 场景探索');
});

test('the choice is remembered, and the address wins over it', async ({ explorer, page }) => {
  await explorer.open({ language: 'en' });
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: '繁體中文' }).first().click();
  await expect(page).toHaveTitle('CSP 情境探索');
  await page.goto('/');
  await expect(page).toHaveTitle('CSP 情境探索');
  await page.goto('/?lng=zh-SG');
  await expect(page).toHaveTitle('CSP 场景探索');
});

for (const [languages, expected] of [
  [['zh-HK', 'en'], 'zh-TW'],
  [['zh-Hant'], 'zh-TW'],
  [['fr-FR', 'zh-MO'], 'zh-TW'],
  [['en-US', 'zh-TW'], 'en'],
  [['zh-SG'], 'zh-CN'],
  [['de-DE'], 'en'],
] as [string[], Language][]) {
  test(`a browser that wishes ${languages.join(', ')} gets ${expected}`, async ({ page }) => {
    await page.addInitScript((wishes) => {
      Object.defineProperty(navigator, 'languages', { get: () => wishes });
    }, languages);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', expected);
  });
}

test('a reader downloads the words of one language only', async ({ explorer, page }) => {
  const words: string[] = [];
  page.on('request', (request) => {
    const [found] = /words\.[\w-]+?(?=-[\w-]{8}\.js)/.exec(request.url()) ?? [];
    if (found) words.push(found);
  });
  await explorer.open({ language: 'zh-TW' });
  await explorer.party('Microsoft').click();
  await expect(explorer.panel()).toContainText('類型');
  expect(new Set(words)).toEqual(new Set(['words.zh-TW']));
});

test('an explanation stands in two languages side by side when wished', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: CHAIN, language: 'zh-TW' });
  await page.getByRole('button', { name: '語言：繁體中文' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).last().click();
  await explorer.badge('「Tailspin」銷售給「Woodgrove」：不支援').click();
  await expect(explorer.panel()).toContainText('雙方位於不同的 CSP 區域（澳洲、紐西蘭）。');
  const english = explorer.panel().getByText(/can’t sell to Woodgrove/);
  await expect(english).toHaveAttribute('lang', 'en');
});

test('each language is drawn in its own font, names in that of their author', async ({ page }) => {
  const fontOf = async (text: string) => {
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument', { depth: -1 });
    const { nodeId } = await client.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: text,
    });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ familyName }) => familyName).join();
  };
  for (const [language, family] of [
    ['zh-CN', 'SC'],
    ['zh-TW', 'TC'],
  ] as const) {
    await page.goto(`/?lng=${language}&chain=customer`);
    await page
      .getByRole('button', { name: /最终客户|終端客戶/ })
      .first()
      .waitFor();
    expect(await fontOf('.party__name')).toContain(family);
  }
});
