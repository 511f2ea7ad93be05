import { test as base, type Locator, type Page } from '@playwright/test';

export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Opening {
  readonly chain?: string;
  readonly language?: Language;
}

/** Acts and finds as a reader would, by role and name; what is to be expected stands in the spec. */
export class Explorer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page, with a chain of its own where one is given; otherwise as a first visit. */
  async open({ chain, language = 'en' }: Opening = {}): Promise<void> {
    const query = new URLSearchParams({ lng: language, ...(chain ? { chain } : {}) });
    await this.page.goto(`/?${query}`);
    await this.canvas().getByRole('button').first().waitFor();
    await this.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  }

  /** A new, empty scenario. */
  async openEmpty(language: Language = 'en'): Promise<void> {
    await this.open({ language });
    const add = { en: 'New scenario', 'zh-CN': '新建场景', 'zh-TW': '新增情境' }[language];
    await this.page.getByRole('button', { name: add }).click();
  }

  canvas(): Locator {
    return this.page.getByRole('region', { name: /^(Canvas|画布|畫布)$/ });
  }

  /** A party on the canvas, by its type and name; how many relationships it has follows a comma. */
  party(name: string | RegExp): Locator {
    const start = typeof name === 'string' ? new RegExp(`^${name}[,，]`) : name;
    return this.canvas().getByRole('button', { name: start });
  }

  /** The badge of a relationship, by its accessible name. */
  badge(name: string | RegExp): Locator {
    return this.canvas().getByRole('button', { name, exact: true });
  }

  palette(name: string): Locator {
    return this.page.getByRole('complementary').getByRole('button', { name, exact: true });
  }

  panel(): Locator {
    return this.page.getByRole('tabpanel');
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  status(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** Drags a party type from the palette to a place on the canvas, given as shares of its size. */
  async dragToCanvas(type: string, x: number, y: number): Promise<void> {
    const from = await middle(this.palette(type));
    const box = await boxOf(this.canvas());
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Drags from a connection point of a party to the middle of another. */
  async connectByDrag(from: Locator, to: Locator, side: Side = 'bottom'): Promise<void> {
    await this.startConnection(from, side);
    const end = await middle(to);
    await this.page.mouse.move(end.x, end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  async startConnection(from: Locator, side: Side = 'bottom'): Promise<void> {
    const point = await sidePoint(from, side);
    await this.page.mouse.move(point.x, point.y);
    await this.page.mouse.down();
    await this.page.mouse.move(point.x + 6, point.y + 10, { steps: 3 });
  }

  /** Clicks a connection point of a party. */
  async clickConnectionPoint(from: Locator, side: Side = 'bottom'): Promise<void> {
    await from.hover();
    const point = await sidePoint(from, side);
    await this.page.mouse.click(point.x, point.y);
  }
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return box;
}

export async function middle(locator: Locator) {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

async function sidePoint(locator: Locator, side: Side) {
  const { x, y, width, height } = await boxOf(locator);
  const points = {
    top: { x: x + width / 2, y },
    right: { x: x + width, y: y + height / 2 },
    bottom: { x: x + width / 2, y: y + height },
    left: { x, y: y + height / 2 },
  };
  return points[side];
}

/** What the browser driver itself says where a test lets no service worker in. */
const NOT_OURS = 'Service Worker registration blocked by Playwright';

export const test = base.extend<{ explorer: Explorer; quietConsole: undefined }>({
  explorer: async ({ page }, use) => use(new Explorer(page)),
  // An error in the console fails the test in which it appears.
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        const isBad = message.type() === 'error' || message.type() === 'warning';
        if (isBad && message.text() !== NOT_OURS) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await use(undefined);
      if (errors.length > 0) throw new Error(`the console says:\n${errors.join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
