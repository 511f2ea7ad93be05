import type { CDPSession, FrameLocator, Page } from '@playwright/test';
import { boxOf, expect, middle, test } from './fixtures.ts';

const CHAIN = 'microsoft > indirectProvider[name=Contoso] > customer[name=Woodgrove]';
const REFUSED = 'Contoso sells to Woodgrove: Not supported';

interface Host {
  readonly html?: string;
  readonly style?: string;
  readonly query?: Record<string, string>;
  readonly before?: string;
  readonly frames?: number;
}

/** Somebody's page, longer than the screen, with sandboxed views as the share dialog writes them. */
async function open(page: Page, host: Host = {}): Promise<FrameLocator> {
  const { html = 'lang="en"', style = '', query = {}, before = '', frames = 1 } = host;
  const view = new URLSearchParams({ lng: 'en', chain: CHAIN, ...query });
  const one = `<iframe title="view" sandbox="allow-scripts" width="100%" height="1600" style="border:0" src="/embed.html?${view}"></iframe>`;
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html ${html}><head><meta name="viewport" content="width=device-width"><title>Host</title><style>body{margin:0}${style}</style></head><body>${before}${one.repeat(frames)}<p style="height:2000px">below</p></body></html>`,
    }),
  );
  await page.goto('/host.html');
  const found = page.frameLocator('iframe').first();
  await expect(found.getByRole('listitem')).toHaveCount(2);
  return found;
}

const picture = (view: FrameLocator) => view.getByRole('group', { name: /^Picture/ });
const drawing = (view: FrameLocator) => picture(view).getByRole('img');
const widthOf = async (view: FrameLocator) => (await boxOf(drawing(view))).width;
const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('the wheel scrolls the page around, zooms with Ctrl or after a click, and is given back', async ({
  page,
}) => {
  const view = await open(page);
  const whole = await widthOf(view);
  const { x, y } = await boxOf(picture(view));
  await page.mouse.move(x + 30, y + 200);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => scrolled(page)).toBe(60);
  expect(await widthOf(view)).toBe(whole);

  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(() => widthOf(view)).toBeGreaterThan(whole * 1.2);
  expect(await scrolled(page)).toBe(60);

  await view.getByRole('button', { name: 'Fit view' }).click();
  await expect.poll(() => widthOf(view)).toBe(whole);
  // To be clicked, the button was brought into sight.
  const before = await scrolled(page);
  await page.mouse.click(x + 30, y + 140);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => widthOf(view)).toBeGreaterThan(whole * 1.2);
  expect(await scrolled(page)).toBe(before);
  await page.keyboard.press('Escape');
  await page.mouse.wheel(0, 60);
  await expect.poll(() => scrolled(page)).toBe(before + 60);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  const touch = (client: CDPSession, type: string, points: { x: number; y: number }[] = []) =>
    client.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });

  test('a tap explains, two fingers zoom, and one scrolls the page around', async ({ page }) => {
    const view = await open(page);
    const client = await page.context().newCDPSession(page);
    const whole = await widthOf(view);
    const { x, y } = await middle(picture(view));

    const badge = view.getByRole('button', { name: REFUSED });
    const { height } = await boxOf(badge);
    expect(height).toBeGreaterThanOrEqual(24);
    await badge.tap();
    await expect(view.getByRole('region', { name: 'Explanation' })).toBeVisible();

    const pinch = (distance: number) => [
      { x: x - distance, y },
      { x: x + distance, y },
    ];
    await touch(client, 'touchStart', pinch(30));
    for (let i = 1; i <= 8; i++) await touch(client, 'touchMove', pinch(30 + i * 6));
    await touch(client, 'touchEnd');
    await expect.poll(() => widthOf(view)).toBeGreaterThan(whole * 1.5);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    expect(await scrolled(page)).toBe(0);

    await view.getByRole('button', { name: 'Fit view' }).tap();
    await expect.poll(() => widthOf(view)).toBe(whole);
    await touch(client, 'touchStart', [{ x: 20, y }]);
    for (let i = 1; i <= 8; i++) await touch(client, 'touchMove', [{ x: 20, y: y - i * 15 }]);
    await touch(client, 'touchEnd');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(60);
    expect(await widthOf(view)).toBe(whole);
  });
});

for (const [name, host] of [
  ['from right to left', { html: 'lang="ar" dir="rtl"', frames: 2 }],
  ['dark', { style: ':root{color-scheme:dark}body{background:#111}', query: { theme: 'dark' } }],
  ['of 320 px', { style: 'iframe{max-width:320px}' }],
] as const) {
  test(`reads well in a page that is ${name}`, async ({ page }) => {
    const view = await open(page, host);
    const root = view.locator('html');
    expect(await root.evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    await expect(root).toHaveCSS('direction', 'ltr');
    const { x, width } = await boxOf(drawing(view));
    const frame = await boxOf(page.locator('iframe').first());
    expect(x).toBeGreaterThanOrEqual(frame.x);
    expect(x + width).toBeLessThanOrEqual(frame.x + frame.width + 1);
    await view.getByRole('button', { name: REFUSED }).click();
    await expect(view.getByRole('region', { name: 'Explanation' })).toBeVisible();
  });
}

const GROUND = { light: 'rgb(250, 249, 248)', dark: 'rgb(27, 26, 25)' };

for (const reader of ['light', 'dark'] as const) {
  test(`is ${reader} as its reader is, and otherwise when it is told`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: reader });
    const told = reader === 'dark' ? 'light' : 'dark';
    const back = (view: FrameLocator) => view.locator('.csp-back');
    const own = await open(page);
    await expect(own.locator('html')).toHaveCSS('background-color', GROUND[reader]);
    await expect(back(own)).toHaveCSS('fill', GROUND[reader]);
    await page.unroute('**/host.html');
    const other = await open(page, { query: { theme: told } });
    await expect(other.locator('html')).toHaveCSS('background-color', GROUND[told]);
    await expect(back(other)).toHaveCSS('fill', GROUND[told]);
  });
}

test('takes no focus while it loads, moves nothing, and stores nothing', async ({ page }) => {
  const view = await open(page, { before: '<input aria-label="Search" autofocus>', frames: 3 });
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await expect(
    page.frameLocator('iframe').nth(2).getByRole('button', { name: REFUSED }),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  // A frame without an origin may not even ask for storage.
  const asked = view.locator('html').evaluate(() => {
    try {
      return localStorage.length;
    } catch {
      return 'blocked';
    }
  });
  expect(await asked).toBe('blocked');
  await view.getByRole('button', { name: REFUSED }).click();
  const moving = await view
    .locator('html')
    .evaluate((html) => html.ownerDocument.getAnimations().length);
  expect(moving).toBe(0);
});

test.describe('in forced colours', () => {
  test.use({ colorScheme: 'dark' });

  test('is drawn in those of the reader, whatever theme was told', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const view = await open(page, { query: { theme: 'light' } });
    await expect(view.locator('.csp-back')).toHaveCSS('fill', 'rgb(0, 0, 0)');
    await expect(view.locator('.csp-line').first()).toHaveCSS('stroke', 'rgb(255, 255, 255)');
    const badge = view.getByRole('button', { name: REFUSED });
    await expect(badge).toHaveCSS('border-color', 'rgb(255, 255, 255)');
    await badge.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(badge).toHaveCSS('outline-style', 'solid');
  });
});

test('loses no words when a reader spaces the text out at 400 %', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`/embed.html?${new URLSearchParams({ lng: 'en', chain: CHAIN })}#focus=e2`);
  await expect(page.getByRole('region', { name: 'Explanation' })).toContainText('Woodgrove');
  await page.addStyleTag({
    content:
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main p, main h2, main h3, main a, main summary')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test('says that it could not be loaded, and tries again', async ({ page }) => {
  let isDown = true;
  await page.route('**/embed/words.zh-TW.js', (route) =>
    isDown ? route.fulfill({ contentType: 'text/javascript', body: '' }) : route.continue(),
  );
  await page.goto(`/embed.html?${new URLSearchParams({ lng: 'zh-TW', chain: CHAIN })}`);
  await expect(page.getByRole('alert')).toContainText('無法載入檢視畫面。');
  isDown = false;
  await page.getByRole('button', { name: '再試一次' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
});
