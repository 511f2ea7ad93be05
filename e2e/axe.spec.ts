import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Explorer, expect, LANGUAGES, test } from './fixtures.ts';

const BROKEN =
  'microsoft > indirectProvider[TW,name=Contoso] -- indirectReseller[TW,-mpaSigned,name=Fabrikam] > customer[HK,name=Woodgrove]; indirectProvider ~> customer';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

type Screen = readonly [string, (explorer: Explorer, page: Page) => Promise<void>];

/** Every screen, and how a reader comes to it from a broken chain. */
const SCREENS: readonly Screen[] = [
  ['the whole chain', async () => undefined],
  ['a relationship', async (_, page) => page.keyboard.press('F8')],
  ['the problems', async (explorer) => explorer.tab(/./).nth(1).click()],
  ['the routes', async (explorer) => explorer.tab(/./).nth(2).click()],
  [
    'the comparison',
    async (explorer) => {
      await explorer.tab(/./).nth(3).click();
      await explorer.panel().getByRole('button').first().click();
      await explorer.panel().getByRole('radiogroup').waitFor();
    },
  ],
  [
    'a party',
    async (explorer) => {
      await explorer
        .canvas()
        .getByRole('button', { name: /Fabrikam.*[23]/ })
        .first()
        .click();
      await explorer.tab(/./).first().click();
      await explorer.panel().locator('summary').click();
    },
  ],
  [
    'the connect menu',
    async (explorer, page) => {
      await explorer
        .canvas()
        .getByRole('button', { name: /Fabrikam.*[23]/ })
        .first()
        .focus();
      await page.keyboard.press('c');
      await page.getByRole('listbox').waitFor();
    },
  ],
  ['the help', async (_, page) => open(page, 'F1')],
  [
    'the shortcuts',
    async (explorer, page) => {
      await explorer
        .canvas()
        .getByRole('button', { name: /Fabrikam.*[23]/ })
        .first()
        .focus();
      await open(page, '?');
    },
  ],
  ['the commands', async (_, page) => open(page, 'Control+k')],
];

const SHEET = /^(Add|添加|新增|Details and problems|详细信息和问题|詳細資料和問題)$/;

async function open(page: Page, key: string) {
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any screen in ${language}, ${colorScheme}`, async ({
      explorer,
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await explorer.open({ chain: BROKEN, language });
      await expect(explorer.panel()).toBeVisible();
      for (const [name, goTo] of SCREENS) {
        await goTo(explorer, page);
        expect(await violations(page), name).toEqual([]);
      }
    });

    test(`axe finds nothing on a phone in ${language}, ${colorScheme}`, async ({
      explorer,
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width: 360, height: 640 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await explorer.open({ language });
      expect(await violations(page), 'the canvas').toEqual([]);
      const sheets = page.getByRole('navigation').last().getByRole('button');
      for (const i of [0, 1, 2]) {
        await sheets.nth(i).click();
        const sheet = page.getByRole('region', { name: SHEET });
        const close = sheet.getByRole('button', { name: /^(Close|关闭|關閉)$/ });
        await close.waitFor();
        await sheet.getByRole('heading').first().waitFor();
        expect(await violations(page), `sheet ${i}`).toEqual([]);
        await close.click();
      }
    });
  }
}

test('axe finds nothing in the dialogs that files and samples open', async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole('button', { name: 'All eight scenarios…' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto('/?lng=zh-TW&chain=x');
  await page.getByRole('dialog').waitFor();
  expect(await violations(page)).toEqual([]);
});
