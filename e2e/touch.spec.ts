import { boxOf, expect, middle, test } from './fixtures.ts';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

test('a chain is built and repaired on a phone with taps alone', async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole('button', { name: 'New scenario' }).tap();
  const sheet = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
  for (const type of ['Microsoft', 'Direct-bill partner', 'End customer']) {
    await sheet(/^Add/).tap();
    await page
      .getByRole('region', { name: 'Add' })
      .getByRole('button', { name: type, exact: true })
      .tap();
  }
  await page.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('menuitem', { name: /^Auto layout/ }).tap();

  await explorer.party('Microsoft').tap();
  await explorer.canvas().getByRole('button', { name: 'Connect to…' }).tap();
  await page.getByRole('option', { name: /^Direct-bill partner/ }).tap();
  await explorer.party('Direct-bill partner').tap();
  await explorer.canvas().getByRole('button', { name: 'Connect to…' }).tap();
  await page.getByRole('option', { name: /^End customer/ }).tap();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(2);

  await explorer.party('Direct-bill partner').tap();
  await sheet(/^Details/).tap();
  await page.getByText('Signed the MPA').tap();
  await expect(explorer.badge(/: Prerequisite missing$/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  await sheet(/^Problems/).tap();
  await explorer
    .panel()
    .getByRole('button', { name: /^Microsoft sells to Direct-bill partner/ })
    .tap();
  await page.getByRole('button', { name: /^Have Direct-bill partner sign the MPA/ }).tap();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(2);
});

test('a finger drags a party and draws a relationship', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft; directBillPartner' });
  const client = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await touch('touchStart', from.x, from.y);
    for (let i = 1; i <= 8; i++) {
      await touch(
        'touchMove',
        from.x + ((to.x - from.x) * i) / 8,
        from.y + ((to.y - from.y) * i) / 8,
      );
    }
    await touch('touchEnd');
  };
  const partner = explorer.party('Direct-bill partner');
  const before = await middle(partner);
  await drag(before, { x: before.x, y: before.y + 90 });
  await expect.poll(async () => (await middle(partner)).y).toBeGreaterThan(before.y + 60);

  const { x, y, width, height } = await boxOf(explorer.party('Microsoft'));
  await drag({ x: x + width / 2, y: y + height }, await middle(partner));
  await expect(explorer.badge('Microsoft sells to Direct-bill partner: Supported')).toBeVisible();
});

test('nothing runs over the edge of a phone, and what is tapped is large enough', async ({
  explorer,
  page,
}) => {
  for (const language of ['en', 'zh-CN', 'zh-TW'] as const) {
    await explorer.open({ language });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    for (const button of await page.getByRole('button').all()) {
      if (!(await button.isVisible())) continue;
      const box = await boxOf(button);
      expect(
        Math.min(box.width, box.height),
        (await button.getAttribute('aria-label')) ?? '',
      ).toBeGreaterThanOrEqual(24);
    }
  }
});

test('two fingers zoom and move the canvas', async ({ explorer, page }) => {
  await explorer.open({ chain: 'microsoft > directBillPartner > customer' });
  const client = await page.context().newCDPSession(page);
  const microsoft = explorer.party('Microsoft');
  const canvas = await boxOf(explorer.canvas());
  const centre = { x: canvas.x + 60, y: canvas.y + canvas.height / 2 };
  /** Two fingers, this far apart at first and at the end, moved by as much as given. */
  const gesture = async (apart: [number, number], by: { x: number; y: number }) => {
    const points = (share: number) => {
      const gap = apart[0] + (apart[1] - apart[0]) * share;
      const x = centre.x + by.x * share;
      const y = centre.y + by.y * share;
      return [
        { x, y: y - gap / 2, id: 0 },
        { x, y: y + gap / 2, id: 1 },
      ];
    };
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
    for (let i = 1; i <= 10; i++) {
      await client.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: points(i / 10),
      });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const before = await boxOf(microsoft);
  await gesture([60, 150], { x: 0, y: 0 });
  await expect.poll(async () => (await boxOf(microsoft)).width).toBeGreaterThan(before.width * 1.5);
  const zoomed = await middle(microsoft);
  await gesture([100, 100], { x: 40, y: 60 });
  await expect.poll(async () => (await middle(microsoft)).y).toBeGreaterThan(zoomed.y + 30);
});
