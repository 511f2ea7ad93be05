import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, middle, test } from './fixtures.ts';

const CHAIN = 'microsoft > indirectProvider[name=Contoso] > customer[name=Woodgrove]';

const query = (more: Record<string, string> = {}) =>
  new URLSearchParams({ mode: 'explore', lng: 'en', chain: CHAIN, ...more }).toString();

/** What of it a reader touches. */
function surface(within: Page | FrameLocator) {
  return {
    party: (name: string | RegExp) => within.getByRole('button', { name }).first(),
    badge: (name: string) => within.getByRole('button', { name, exact: true }),
    button: (name: string) => within.getByRole('button', { name, exact: true }),
    reading: (name: string | RegExp) => within.getByRole('listitem').filter({ hasText: name }),
  };
}

async function drag(page: Page, from: Locator, to: Locator | { x: number; y: number }) {
  const [start, end] = [await middle(from), 'x' in to ? to : await middle(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

interface Said {
  readonly type: string;
  readonly scenario: string;
  readonly relationship: string | null;
  readonly code: string;
  readonly svg: string;
  readonly verdicts: readonly { readonly status: string }[];
}

async function host(page: Page, body: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title></head><body style="margin:8px"><h1>Host</h1>${body}<script>
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
      </script></body></html>`,
    }),
  );
  await page.goto('/host.html');
}

const heard = (page: Page, type: string): Promise<Said[]> =>
  page.evaluate(
    (wanted) => (window as unknown as { heard: Said[] }).heard.filter((one) => one.type === wanted),
    type,
  );

const say = (page: Page, message: object) =>
  page.evaluate(
    (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
    message,
  );

test('loads neither the editor nor the canvas, and to be read nothing of it is loaded', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/embed.html?${query()}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked.filter((path) => path !== '/icon.svg')).toEqual([
    '/embed.html',
    '/embed/explore.js',
    '/embed/words.explore.en.js',
  ]);
  asked.length = 0;
  await page.goto(`/embed.html?${query({ mode: 'view' })}`);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  expect(asked.filter((path) => path !== '/icon.svg')).toEqual([
    '/embed.html',
    '/embed/view.js',
    '/embed/words.en.js',
  ]);
});

test('a fix is applied, taken back and gone back from', async ({ page }) => {
  await page.goto(`/embed.html?${query()}`);
  const { badge, button } = surface(page);
  const refused = badge('Contoso sells to Woodgrove: Not supported');
  await refused.click();
  await expect(refused).toHaveAttribute('aria-pressed', 'true');
  const selection = page.getByRole('region', { name: 'Selection' });
  await expect(selection).toContainText('provider-sells-via-resellers');
  await selection.getByRole('listitem').getByRole('button').first().click();
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('became valid');
  await button('Undo').click();
  await expect(refused).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Undone, 1 relationship no longer valid');
  await button('Redo').click();
  await expect(refused).toHaveCount(0);
  await button('Reset').click();
  await expect(refused).toBeVisible();
  await expect(button('Reset')).toHaveAttribute('aria-disabled', 'true');
});

test('is drawn on with the mouse', async ({ page }) => {
  await page.goto(`/embed.html?${query()}`);
  const { party, badge, button } = surface(page);
  await drag(page, party(/^Microsoft/), party(/Woodgrove/));
  const drawn = badge('Microsoft sells to Woodgrove: Not supported');
  await expect(drawn).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(drawn).toHaveCount(0);
  const before = await middle(party(/Woodgrove/));
  await drag(page, party(/Woodgrove/), { x: before.x + 160, y: before.y });
  await expect.poll(async () => (await middle(party(/Woodgrove/))).x).not.toBe(before.x);
  // A drag selects nothing, and is one step.
  await expect(party(/Woodgrove/)).toHaveAttribute('aria-pressed', 'false');
  await button('Undo').click();
  await expect.poll(async () => (await middle(party(/Woodgrove/))).x).toBe(before.x);
});

test('everything is done by keyboard', async ({ page }) => {
  await page.goto(`/embed.html?${query({ chain: 'microsoft' })}`);
  const { party, badge } = surface(page);
  const press = async (target: Locator, key = 'Enter') => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await press(page.getByText('Add a party', { exact: true }));
  await press(page.getByRole('button', { name: 'Direct-bill partner', exact: true }));
  const added = party(/^Direct-bill partner, ?United States/);
  await expect(added).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('textbox', { name: 'Name' }).fill('Tailspin');
  await page.keyboard.press('Enter');
  await expect(party(/Tailspin/)).toBeVisible();
  await press(page.getByText('Connect two parties', { exact: true }));
  await page.getByRole('combobox', { name: 'From' }).selectOption('Microsoft');
  await page.getByRole('combobox', { name: 'To' }).selectOption('Tailspin');
  await press(page.getByRole('button', { name: 'Connect', exact: true }));
  await expect(badge('Microsoft sells to Tailspin: Supported')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Microsoft sells to Tailspin: supported');
  await press(party(/Tailspin/));
  await press(page.getByRole('checkbox', { name: 'Signed the MPA' }), 'Space');
  await expect(badge('Microsoft sells to Tailspin: Prerequisite missing')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('1 relationship no longer valid');
  await press(page.getByRole('button', { name: 'Delete', exact: true }));
  await expect(party(/Tailspin/)).toHaveCount(0);
  // What was pressed is gone; the keyboard is where the next thing is said.
  await expect(page.getByRole('heading', { name: 'Selection' })).toBeFocused();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  for (const [language, names] of [
    ['en', ['Connect two parties', 'Add a party', 'End customer', 'Undo']],
    ['zh-CN', ['连接两个参与方', '添加参与方', '最终客户', '撤销']],
    ['zh-TW', ['連接兩個參與方', '新增參與方', '終端客戶', '復原']],
  ] as const) {
    test(`in ${language} at 320 px`, async ({ page }) => {
      await page.goto(`/embed.html?mode=explore&lng=${language}&sample=s2/one-unsigned`);
      const { party, button } = surface(page);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await party(/Microsoft/).tap();
      await expect(party(/Microsoft/)).toHaveAttribute('aria-pressed', 'true');
      const [connect, add, customer, undo] = names;
      await page.getByText(connect, { exact: true }).tap();
      await page.getByText(add, { exact: true }).tap();
      await button(customer).tap();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      // A finger is as good 21 px beside the middle of anything.
      const missed = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, summary, input[type=text]')].flatMap(
          (one) => {
            one.scrollIntoView({ block: 'center', inline: 'center' });
            const { left, top, width, height } = one.getBoundingClientRect();
            if (!one.checkVisibility()) return [];
            const [x, y] = [left + Math.min(width / 2, 60), top + height / 2];
            const isHit = [-21, 21].every((by) =>
              one.contains(document.elementFromPoint(x, y + by)),
            );
            return isHit ? [] : [one.textContent || one.getAttribute('aria-label')];
          },
        ),
      );
      expect(missed).toEqual([]);
      await button(undo).tap();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
});

test('works in two sandboxed frames of one page, and takes neither focus nor wheel', async ({
  page,
}) => {
  const frame = (name: string) =>
    `<iframe name="${name}" title="${name}" sandbox="allow-scripts" width="600" height="1400" src="/embed.html?${query().replaceAll('&', '&amp;')}"></iframe>`;
  await host(page, `${frame('one')}${frame('two')}<p style="height:2000px">x</p>`);
  const [one, two] = ['one', 'two'].map((name) => page.frameLocator(`iframe[name=${name}]`)) as [
    FrameLocator,
    FrameLocator,
  ];
  const refused = 'Contoso sells to Woodgrove: Not supported';
  await expect(surface(two).badge(refused)).toBeVisible();
  await expect(surface(one).badge(refused)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.mouse.move(300, 350);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await surface(one).badge(refused).click();
  await one
    .getByRole('region', { name: 'Selection' })
    .getByRole('listitem')
    .getByRole('button')
    .first()
    .click();
  await expect(surface(one).badge(refused)).toHaveCount(0);
  await expect(surface(two).badge(refused)).toBeVisible();
});

test('tells its host of every change, once it said hello', async ({ page, baseURL }) => {
  const origin = new URL(baseURL as string).origin;
  await host(
    page,
    `<iframe title="view" width="900" height="900" src="/embed.html?${query({ origins: origin }).replaceAll('&', '&amp;')}"></iframe>`,
  );
  const view = page.frameLocator('iframe');
  const { badge, button } = surface(view);
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  await badge('Contoso sells to Woodgrove: Not supported').click();
  await button('Reverse').click();
  await expect(badge('Woodgrove sells to Contoso: Not supported')).toBeVisible();
  expect(await heard(page, 'change')).toEqual([]);
  await button('Undo').click();

  await say(page, { csp: 1, type: 'hello' });
  await expect.poll(async () => (await heard(page, 'judged')).length).toBe(1);
  await button('Reverse').click();
  await expect.poll(async () => (await heard(page, 'judged')).length).toBe(2);
  const [changed] = await heard(page, 'change');
  expect(JSON.parse(changed?.scenario ?? '')).toMatchObject({
    format: 'csp-scenario',
    relationships: [{ id: 'e1' }, { id: 'e2', from: 'customer', to: 'indirectProvider' }],
  });
  expect((await heard(page, 'judged')).at(-1)?.verdicts.map(({ status }) => status)).toEqual([
    'valid',
    'invalid',
  ]);
  await say(page, { csp: 1, type: 'select', relationship: 'e1' });
  await expect(badge('Microsoft sells to Contoso: Supported')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await say(page, { csp: 1, type: 'select', relationship: 'nobody' });
  await expect.poll(async () => (await heard(page, 'error')).at(-1)?.code).toBe('unknown');
  await say(page, { csp: 1, type: 'setLanguage', language: 'zh-TW' });
  await expect(button('復原')).toBeVisible();
  // What was changed stays changed in every language.
  await expect(badge('「Woodgrove」銷售給「Contoso」：不支援')).toBeVisible();
  await say(page, { csp: 1, type: 'setTheme', theme: 'dark' });
  await expect(view.locator('html')).toHaveAttribute('data-theme', 'dark');
  await say(page, { csp: 1, type: 'export' });
  await expect.poll(async () => (await heard(page, 'export')).at(-1)?.svg).toContain('<svg');
  await say(page, { csp: 1, type: 'load', chain: 'microsoft > nobody' });
  await expect.poll(async () => (await heard(page, 'error')).at(-1)?.code).toBe('unreadable');
  await expect(badge('「Woodgrove」銷售給「Contoso」：不支援')).toBeVisible();
  await say(page, { csp: 1, type: 'load', chain: 'microsoft > customer' });
  await expect(view.getByRole('listitem')).toHaveCount(1);
});

test('opens in the explorer as it was changed', async ({ page }) => {
  await page.goto(`/embed.html?${query()}`);
  const { badge, button } = surface(page);
  const link = page.getByRole('link', { name: 'Open in the explorer' });
  await expect(link).toHaveAttribute('href', /#s=d1\./);
  const before = await link.getAttribute('href');
  await badge('Contoso sells to Woodgrove: Not supported').click();
  await button('Reverse').click();
  await expect(link).not.toHaveAttribute('href', before as string);
  await page.goto((await link.getAttribute('href')) as string);
  await expect(
    page.getByRole('button', { name: 'Woodgrove sells to Contoso: Not supported' }),
  ).toBeVisible();
});

test('says what is wrong with an address', async ({ page }) => {
  await page.goto('/embed.html?mode=explore&lng=en&sample=s9');
  await expect(page.getByRole('alert')).toContainText('There is no sample “s9”.');
});
