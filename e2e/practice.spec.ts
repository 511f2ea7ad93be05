import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { ExerciseKind } from '../src/training/exercise.ts';
import { generateCourse } from '../src/training/generate.ts';
import { readPractice } from '../src/training/practice-address.ts';
import { expect, LANGUAGES, type Language, test } from './fixtures.ts';

const SAYS = {
  en: {
    seed: 'Seed',
    start: 'Start',
    next: 'Next',
    kinds: {
      predict: 'Predict the verdicts',
      reason: 'Choose the reason',
      spot: 'Spot the error',
      order: 'Put it in order',
    },
    chosen: 'Rules I choose',
    reset: 'Reset…',
    cancel: 'Cancel',
    rules: 'Your rules',
    rule: /Providers sell through resellers/,
    check: 'Check',
  },
  'zh-CN': {
    seed: '随机种子',
    start: '开始',
    next: '下一题',
    kinds: { predict: '预测判定', reason: '选择原因', spot: '找出错误', order: '排列顺序' },
    chosen: '自己选择规则',
    reset: '重置…',
    cancel: '取消',
    rules: '各条规则的掌握情况',
    rule: /间接提供商须通过间接经销商销售/,
    check: '检查',
  },
  'zh-TW': {
    seed: '種子',
    start: '開始',
    next: '下一題',
    kinds: { predict: '預測判定結果', reason: '選取原因', spot: '找出錯誤', order: '排列順序' },
    chosen: '自行選擇規則',
    reset: '重設…',
    cancel: '取消',
    rules: '各項規則的學習狀況',
    rule: /間接提供者須透過間接轉銷商銷售/,
    check: '檢查',
  },
} as const;

/** What a trainer sends: four kinds of exercises. */
const SHARED = 'practice/Monday group/count=4/kinds=predict.reason.spot.order';
/** One rule and one kind: it is known what is right. */
const ONE_RULE =
  'practice/Monday group/level=1/count=2/kinds=reason/rules=provider-sells-via-resellers';

const button = (page: Page | Locator, name: string) =>
  page.getByRole('button', { name, exact: true });

async function openPractice(page: Page, practice: string, language: Language = 'en') {
  await page.goto(`/?lng=${language}&learn=${encodeURI(practice)}`);
  await expect(page.getByLabel(SAYS[language].seed, { exact: true })).toHaveValue('Monday group');
  return SAYS[language];
}

/** Starts what is set up, and opens its first exercise. */
async function begin(page: Page, start: string) {
  await button(page.getByRole('main'), start).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await button(page.getByRole('main'), start).click();
}

/** Answers the first exercise rightly; what is known then stands in the record. */
async function answerOne(page: Page, language: Language = 'en') {
  const says = await openPractice(page, ONE_RULE, language);
  await begin(page, says.start);
  await page.getByRole('radio', { name: says.rule }).check();
  await button(page, says.check).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeFocused();
  await page.goto(`/?lng=${language}&learn=practice`);
  return says;
}

const ruleRow = (page: Page, name: RegExp) => page.getByRole('row', { name });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const language of LANGUAGES) {
  test(`a shared address gives the same exercises, in ${language}`, async ({ page }) => {
    const request = readPractice(SHARED);
    if (!request) throw new Error('no practice');
    const exercises = generateCourse(request).lessons.flatMap((lesson) => lesson.exercises);
    const says = await openPractice(page, SHARED, language);
    const kinds: Partial<Record<ExerciseKind, string>> = says.kinds;
    await begin(page, says.start);
    const main = page.getByRole('main');
    for (const [i, { kind, scenario }] of exercises.entries()) {
      if (i > 0) await button(main, says.next).click();
      await expect(main.getByRole('heading', { level: 2 })).toHaveText(kinds[kind] ?? kind);
      for (const { name } of scenario.parties) await expect(main).toContainText(name ?? '');
    }
    await expect(button(main, says.next)).toHaveCount(0);
  });
}

test('what was answered is known after a reload, taken along as a file, and reset', async ({
  page,
}) => {
  const says = await answerOne(page);
  const row = ruleRow(page, says.rule);
  const seen = (n: number) => page.getByText(new RegExp(`^Rules seen: ${n} of \\d+$`));
  await expect(row).toContainText('1 of 1');
  await expect(row).toContainText('Just begun');
  await page.reload();
  await expect(row).toContainText('1 of 1');
  await expect(seen(1)).toBeVisible();

  const saving = page.waitForEvent('download');
  await button(page, 'Save record…').click();
  const saved = await (await saving).path();
  await button(page, 'Reset…').click();
  await button(page.getByRole('dialog'), 'Cancel').click();
  await expect(row).toContainText('1 of 1');
  await button(page, 'Reset…').click();
  await button(page.getByRole('dialog'), 'Reset').click();
  await expect(page.getByRole('heading', { name: 'What you know' })).toBeFocused();
  await expect(row).toContainText('Not seen yet');
  await page.reload();
  await expect(seen(0)).toBeVisible();
  await expect(button(page, 'Reset…')).toBeDisabled();

  const load = async (text: string) => {
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Load record…').click();
    const file = { name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await (await choosing).setFiles(file);
  };
  const text = await readFile(saved, 'utf8');
  await load(text.slice(0, -9));
  await expect(page.getByRole('alert')).toHaveText('The file isn’t valid JSON.');
  await expect(seen(0)).toBeVisible();
  await load(text);
  await expect(row).toContainText('1 of 1');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  await page.reload();
  await expect(row).toContainText('Just begun');
});

test('a practice is set up, started and answered with the keyboard alone', async ({ page }) => {
  const says = await openPractice(page, ONE_RULE);
  await expect(button(page, 'Back to the canvas')).toBeFocused();
  const tabTo = async (wanted: Locator) => {
    for (let i = 0; i < 60; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${wanted} with the Tab key`);
  };
  const main = page.getByRole('main');
  await tabTo(page.getByRole('radio', { name: /^1 · / }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^2 · / })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await tabTo(page.getByLabel(says.seed, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Type a seed');
  await page.keyboard.type('Tuesday');
  await tabTo(button(main, says.start));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  await tabTo(button(main, says.start));
  await page.keyboard.press('Enter');
  await expect(main.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(main.getByRole('heading', { level: 2 })).toHaveText(says.kinds.reason);
  const choices = main.getByRole('radio');
  const names = await choices.evaluateAll((all) =>
    all.map((one) => (one.closest('label') as HTMLElement).textContent),
  );
  await tabTo(choices.first());
  await page.keyboard.press('Space');
  for (let i = names.findIndex((name) => says.rule.test(name ?? '')); i > 0; i--) {
    await page.keyboard.press('ArrowDown');
  }
  await tabTo(button(main, says.check));
  await page.keyboard.press('Enter');
  await expect(main.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
});

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
  ['zh-TW', 'light'],
] as const) {
  test(`axe finds nothing in practice, in ${language}, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const says = await answerOne(page, language);
    await page.getByRole('radio', { name: says.chosen }).check();
    await expect(page.getByRole('table', { name: says.rules })).toBeVisible();
    expect(await violations(page), 'set up').toEqual([]);
    await button(page, says.reset).click();
    await expect(button(page.getByRole('dialog'), says.cancel)).toBeFocused();
    expect(await violations(page), 'reset').toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page), 'phone').toEqual([]);
  });
}
