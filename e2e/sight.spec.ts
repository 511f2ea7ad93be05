import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, LANGUAGES, test } from './fixtures.ts';

/** One relationship of each verdict that can be drawn. */
const EVERY_VERDICT =
  'microsoft > directBillPartner > customer; directBillPartner > customer#2[FR]; microsoft > directBillPartner#2[-mpaSigned]';
const VERDICTS = [/: Supported$/, /: Not supported$/, /: Prerequisite missing$/] as const;
const DEFICIENCIES = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;

for (const deficiency of DEFICIENCIES) {
  test(`verdicts differ to the eye with ${deficiency}`, async ({ explorer, page }) => {
    await explorer.open({ chain: EVERY_VERDICT });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: deficiency });
    const shapes: number[][] = [];
    for (const name of VERDICTS) {
      const badge = explorer.badge(name).first();
      shapes.push(await inkOf(page, badge.locator('svg')));
      // The words stand out from the badge.
      const [darkest, lightest] = await luminanceOf(page, badge);
      expect((lightest + 0.05) / (darkest + 0.05), String(name)).toBeGreaterThan(4.5);
    }
    for (const [i, a] of shapes.entries()) {
      for (const b of shapes.slice(i + 1)) {
        const differing = a.filter((ink, k) => ink !== b[k]).length;
        expect(differing / a.length).toBeGreaterThan(0.08);
      }
    }
  });
}

test('forced colours keep lines, badges, focus and selection', async ({ explorer, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await explorer.open({ chain: EVERY_VERDICT });
  const line = page.locator('.line').first();
  const canvasText = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'CanvasText';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  await expect(line).toHaveCSS('stroke', canvasText);
  await explorer.party('Microsoft').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).not.toHaveCSS('outline-style', 'none');
  for (const name of VERDICTS) await expect(explorer.badge(name).first()).toBeVisible();
});

for (const language of LANGUAGES) {
  test(`at 400 % nothing is lost in ${language}`, async ({ explorer, page }) => {
    // 1280 by 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await explorer.open({ language, chain: EVERY_VERDICT });
    await expectNoSidewaysScrolling(page);
    const buttons = page.getByRole('navigation').last().getByRole('button');
    for (const i of [0, 1, 2]) {
      await buttons.nth(i).click();
      await expectNoSidewaysScrolling(page);
      const close = page.getByRole('button', { name: /^(Close|关闭|關閉)$/ });
      await expect(close).toBeInViewport();
      await close.click();
    }
  });

  test(`wider spacing of text cuts nothing off in ${language}`, async ({ explorer, page }) => {
    await explorer.open({ language, chain: EVERY_VERDICT });
    await explorer
      .badge(/[:：](Not supported|不支持|不支援| Not supported)$/)
      .first()
      .click();
    // The figures of WCAG 1.4.12.
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
    });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('button, h1, h2, h3, p, label, a, kbd')]
        .filter((element) => {
          const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
          if (clipPath !== 'none' || textOverflow === 'ellipsis') return false;
          const hides = overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip';
          return (
            hides &&
            (element.scrollWidth > element.clientWidth + 1 ||
              element.scrollHeight > element.clientHeight + 1)
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut).toEqual([]);
    await expectNoSidewaysScrolling(page);
  });
}

test('what has the keyboard is never under something else', async ({ explorer, page }) => {
  await explorer.open({ chain: EVERY_VERDICT });
  await explorer.party('Microsoft').click();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const covered = () => {
      const element = document.activeElement;
      if (!element || element === document.body) return '';
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width === 0) return '';
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      const isSeen = top !== null && (element.contains(top) || top.contains(element));
      return isSeen ? '' : element.outerHTML.slice(0, 120);
    };
    // What is out of sight is brought there in the frame after.
    await expect.poll(() => page.evaluate(covered)).toBe('');
  }
});

test('who wishes less motion gets none', async ({ explorer, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await explorer.open({ chain: EVERY_VERDICT });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      }).length,
  );
  expect(moving).toBe(0);
});

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
}

/** Where an icon has ink, on a field of 20 by 20, as pictured on the screen. */
async function inkOf(page: Page, icon: Locator): Promise<number[]> {
  const pixels = await pixelsOf(page, await icon.screenshot(), 20);
  const sorted = pixels.toSorted((a, b) => a - b);
  const middle = ((sorted[0] as number) + (sorted.at(-1) as number)) / 2;
  return pixels.map((luminance) => (luminance < middle ? 1 : 0));
}

async function luminanceOf(page: Page, badge: Locator): Promise<[number, number]> {
  const { width } = await boxOf(badge);
  const pixels = await pixelsOf(page, await badge.screenshot(), Math.round(width * 2));
  return [Math.min(...pixels), Math.max(...pixels)];
}

/** Relative luminance of each pixel of a picture, scaled to a square. */
function pixelsOf(page: Page, png: Buffer, size: number): Promise<number[]> {
  return page.evaluate(
    async ({ data, size }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0, size, size);
      const { data: rgba } = context.getImageData(0, 0, size, size);
      const linear = (value: number) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      return Array.from({ length: size * size }, (_, i) => {
        const [r, g, b] = [0, 1, 2].map((k) => linear((rgba[4 * i + k] as number) / 255));
        return 0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number);
      });
    },
    { data: png.toString('base64'), size },
  );
}
