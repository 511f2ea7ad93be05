import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const CHAIN = 'microsoft > indirectProvider[name=Contoso] > customer[name=Woodgrove]';
const REFUSED = 'Contoso sells to Woodgrove: Not supported';

/** A page of the same server that embeds, as somebody's documentation would. */
async function host(page: Page, body: string, head = ''): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body style="margin:8px"><h1>Host</h1>${body}<script>
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
      </script></body></html>`,
    }),
  );
  await page.goto('/host.html');
}

const query = (more: Record<string, string> = {}) =>
  new URLSearchParams({ lng: 'en', chain: CHAIN, ...more }).toString();

interface Said {
  readonly type: string;
  readonly height: number;
  readonly svg: string;
  readonly code: string;
  readonly verdicts: readonly { readonly status: string }[];
}

function heard(page: Page, type: string): Promise<Said[]> {
  return page.evaluate(
    (wanted) => (window as unknown as { heard: Said[] }).heard.filter((one) => one.type === wanted),
    type,
  );
}

const say = (page: Page, message: object) =>
  page.evaluate(
    (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
    message,
  );

test('is read without the editor, of which nothing is loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/?view=embed&${query()}`);
  await expect(page.getByRole('listitem').getByText(/sells to Woodgrove/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open in the explorer' })).toHaveAttribute(
    'href',
    /lng=en#s=d1\./,
  );
  expect(asked).toContain('/embed/view.js');
  // The page hands over before its own first script could ask for more.
  const assets = asked.filter((path) => path.includes('/assets/'));
  expect(assets.filter((path) => !/\/(index|preload-helper)-[\w-]+\.js$/.test(path))).toEqual([]);
  await page.goto('about:blank');
  asked.length = 0;
  await page.goto(`/embed.html?${query()}`);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  expect(asked.filter((path) => path !== '/icon.svg')).toEqual([
    '/embed.html',
    '/embed/view.js',
    '/embed/words.en.js',
  ]);
});

test('explains by click and by keyboard', async ({ page }) => {
  await page.goto(`/embed.html?${query()}`);
  const badge = page.getByRole('button', { name: REFUSED });
  await badge.click();
  const explanation = page.getByRole('region', { name: 'Explanation' });
  await expect(explanation).toContainText('provider-sells-via-resellers');
  await expect(badge).toHaveAttribute('aria-expanded', 'true');
  await explanation.getByRole('button', { name: 'Close' }).click();
  await expect(explanation).toHaveCount(0);
  await expect(badge).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explanation).toBeVisible();
  await badge.press('Enter');
  await expect(explanation).toHaveCount(0);
});

test('works in two sandboxed frames of one page, and takes neither focus nor wheel', async ({
  page,
}) => {
  const frame = (name: string, sample: string) =>
    `<iframe name="${name}" title="${name}" sandbox="allow-scripts" width="600" height="1400" src="/embed.html?lng=zh-TW&sample=${sample}"></iframe>`;
  await host(
    page,
    `${frame('one', 's1/direct')}${frame('two', 's7/two-regions')}<p style="height:2000px">x</p>`,
  );
  for (const [name, count] of [
    ['one', 2],
    ['two', 3],
  ] as const) {
    const view = page.frameLocator(`iframe[name=${name}]`);
    await expect(view.getByRole('listitem')).toHaveCount(count);
    await expect(view.locator('html')).toHaveAttribute('lang', 'zh-TW');
  }
  await expect(
    page.frameLocator('iframe[name=two]').getByRole('listitem').getByText('不支援').first(),
  ).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.mouse.move(200, 450);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
});

test('speaks with its host, and only after hello', async ({ page, baseURL }) => {
  const origin = new URL(baseURL as string).origin;
  await host(page, '');
  const address = `/embed.html?${query({ origins: origin })}`;
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.title = 'view';
    frame.src = src;
    document.body.append(frame);
  }, address);
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  expect(await heard(page, 'judged')).toEqual([]);
  expect(await heard(page, 'resize')).toEqual([]);

  await say(page, { csp: 1, type: 'export' });
  await expect.poll(async () => (await heard(page, 'error')).at(-1)?.code).toBe('helloFirst');
  await say(page, { csp: 1, type: 'hello' });
  await expect
    .poll(async () => (await heard(page, 'judged')).at(-1)?.verdicts.map(({ status }) => status))
    .toEqual(['valid', 'invalid']);
  await expect.poll(async () => (await heard(page, 'resize')).at(-1)?.height).toBeGreaterThan(200);

  await say(page, { csp: 1, type: 'select', relationship: 'e2' });
  const view = page.frameLocator('iframe');
  await expect(view.getByRole('region', { name: 'Explanation' })).toBeVisible();
  await say(page, { csp: 1, type: 'setLanguage', language: 'zh-CN' });
  await expect(view.getByRole('region', { name: '解析' })).toBeVisible();
  await say(page, { csp: 1, type: 'setTheme', theme: 'dark' });
  await expect(view.locator('html')).toHaveAttribute('data-theme', 'dark');
  await say(page, { csp: 1, type: 'load', chain: 'microsoft > nobody' });
  await expect.poll(async () => (await heard(page, 'error')).at(-1)?.code).toBe('unreadable');
  await expect(view.getByRole('listitem')).toHaveCount(2);
  await say(page, { csp: 1, type: 'load', chain: 'microsoft > customer' });
  await expect(view.getByRole('listitem')).toHaveCount(1);
  await say(page, { csp: 1, type: 'export' });
  await expect.poll(async () => (await heard(page, 'export')).at(-1)?.svg).toContain('<svg');
});

test('gives another origin no answer', async ({ page }) => {
  await host(
    page,
    `<iframe title="view" src="/embed.html?${query({ origins: 'https://docs.example' })}"></iframe>`,
  );
  const view = page.frameLocator('iframe');
  await expect(view.getByRole('listitem')).toHaveCount(2);
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  await say(page, { csp: 1, type: 'hello' });
  await say(page, { csp: 1, type: 'setTheme', theme: 'dark' });
  // Its own message comes after those two, so they have been heard by then.
  const inner = page.frames().find((frame) => frame.url().includes('embed.html')) as Frame;
  await inner.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(view.locator('html')).not.toHaveAttribute('data-theme', 'dark');
  expect(await heard(page, 'judged')).toEqual([]);
  expect(await heard(page, 'error')).toEqual([]);
});

test('comes as a custom element: its children first, then a frame that grows', async ({ page }) => {
  await host(
    page,
    `<div dir="rtl" id="shadow"></div>
     <csp-scenario lng="zh-TW" loading="click" scenario="${CHAIN.replaceAll('>', '&gt;')}"><p>Fallback</p></csp-scenario>`,
    '<script src="/embed.js"></script>',
  );
  await expect(page.getByText('Fallback')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.evaluate(() => {
    document.addEventListener('csp-judged', (event) => {
      const { detail } = event as CustomEvent<{ verdicts: readonly unknown[] }>;
      document.title = `judged ${detail.verdicts.length}`;
    });
  });
  await page.getByRole('button', { name: '顯示情境' }).click();
  const view = page.frameLocator('iframe');
  await expect(view.getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveTitle('judged 2');
  await expect(page.getByText('Fallback')).toBeHidden();
  await expect
    .poll(async () => Number(await page.locator('iframe').getAttribute('height')))
    .toBeGreaterThan(300);
  await expect
    .poll(() => view.locator('html').evaluate((html) => html.scrollHeight - innerHeight))
    .toBe(0);

  await page.evaluate(() => {
    const root = (document.querySelector('#shadow') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = '<csp-scenario sample="s1/indirect" lng="en"></csp-scenario>';
  });
  const inShadow = page.frameLocator('#shadow iframe');
  await expect(inShadow.getByRole('listitem')).toHaveCount(3);
  await expect(page).toHaveTitle('judged 3');
});

for (const theme of ['light', 'dark']) {
  test(`is free of known barriers at 320 px, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/embed.html?lng=zh-CN&sample=s2/one-unsigned&theme=${theme}`);
    await page.getByRole('button', { expanded: false }).first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('says what is wrong with an address', async ({ page }) => {
  await page.goto('/embed.html?lng=en&src=https://elsewhere.example/x.json');
  await expect(page.getByRole('alert')).toContainText('Only files from the site of the explorer');
  await page.goto('/embed.html?lng=en&sample=s9');
  await expect(page.getByRole('alert')).toContainText('There is no sample “s9”.');
  await page.goto('/embed.html?lng=en#s=d1.nonsense');
  await expect(page.getByRole('alert')).toContainText('can’t be shown');
  await page.goto('/embed.html?lng=en&src=samples/s1-direct.csp.json');
  await expect(page.getByRole('listitem')).toHaveCount(2);
});

test('opens with the explanation that its address names', async ({ page }) => {
  await page.goto(`/embed.html?${query()}#focus=e2`);
  await expect(page.getByRole('region', { name: 'Explanation' })).toContainText(
    'provider-sells-via-resellers',
  );
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await host(
    page,
    '<csp-scenario sample="s1/indirect" focus="e2" lng="en"></csp-scenario>',
    '<script src="/embed.js"></script>',
  );
  const view = page.frameLocator('iframe');
  await expect(view.getByRole('button', { expanded: true })).toHaveCount(1);
});
