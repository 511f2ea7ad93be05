import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { writeCourseLink } from '../src/training/course-link.ts';
import type { Course } from '../src/training/exercise.ts';
import { courseOf } from './course.ts';
import { type Explorer, expect, test } from './fixtures.ts';

const CHAIN = 'microsoft > indirectProvider > customer';

const button = (page: Page | Locator, name: string) =>
  page.getByRole('button', { name, exact: true });

async function present(explorer: Explorer, page: Page): Promise<Locator> {
  await explorer.open({ chain: CHAIN });
  await button(page, 'View').click();
  await page.getByRole('menuitem', { name: 'Present to a room…' }).click();
  const stage = page.getByRole('region', { name: 'Presenter view' });
  await expect(stage).toBeFocused();
  return stage;
}

/** A round of one question, and its address for learners as the trainer's page gives it. */
async function openRound(page: Page): Promise<string> {
  const whole = courseOf('assessment');
  const lessons = whole.lessons.slice(0, 1).map((lesson) => ({
    ...lesson,
    exercises: lesson.exercises.slice(0, 1),
  }));
  const course: Course = { ...whole, id: 'one-question', lessons };
  await page.goto('/?lng=zh-CN&learn=class');
  await page
    .getByLabel('课程链接')
    .fill(`https://example.com/?learn#${await writeCourseLink(course)}`);
  await button(page, '打开链接').click();
  await expect(page.getByLabel('课程链接')).toHaveValue('');
  await expect(page.getByText(/\s1 题$/)).toBeVisible();
  const link = page.getByRole('textbox', { name: '学员链接' });
  await expect(link).toHaveValue(/\?learn=round#c1\./);
  return link.inputValue();
}

/** Answers the question, the first relationship rightly and the second wrongly. */
async function answer(phone: Page) {
  for (const line of [/Microsoft.*Contoso/, /Contoso.*Woodgrove/]) {
    const asked = phone.getByRole('group', { name: line });
    await asked.getByRole('radio', { name: '有效', exact: true }).check();
    await asked.getByRole('radio', { name: '非常確定', exact: true }).check();
  }
  await button(phone, '送出答案').click();
  await button(phone, '交卷').click();
  await button(phone.getByRole('dialog'), '交卷').click();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

test('a trainer walks the chain with a remote, asks first, and reveals on a key', async ({
  explorer,
  page,
}) => {
  const stage = await present(explorer, page);
  await stage.getByText('Settings').click();
  await stage.getByLabel('Ask first, reveal on a key').check();
  await stage.getByLabel('Second language').selectOption('zh-TW');
  await page.keyboard.press('Escape');
  await expect(stage.getByLabel('Second language')).toBeHidden();
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
  const captions = stage.getByRole('heading', { level: 2 });
  await expect(captions).toHaveText([
    'Indirect provider sells to End customer',
    '「間接提供者」銷售給「終端客戶」',
  ]);
  // Heads of arrows of every verdict are defined in any case; nothing that is drawn may tell one.
  const shown = await stage.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement;
    for (const defs of copy.querySelectorAll('defs')) defs.remove();
    return copy.innerHTML;
  });
  expect(shown).not.toMatch(/prohibited|verdict--|Not supported|不支援/);
  await page.keyboard.press('r');
  await expect(stage.getByText('Not supported', { exact: true }).first()).toBeVisible();
  await expect(stage.getByText('不支援', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('b');
  await expect(button(stage, 'Show the screen again')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(button(stage, 'Show the screen again')).toHaveCount(0);
  // Nothing behind the presentation hears keys, nor can it be reached.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await explorer.party('End customer').focus();
  await expect(explorer.party('End customer')).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stage).toHaveCount(0);
  await expect(explorer.party('End customer')).toBeVisible();
});

test('a second window follows, passes keys on, shows edits, and goes on alone', async ({
  explorer,
  page,
  context,
}) => {
  const stage = await present(explorer, page);
  await stage.getByText('Settings').click();
  const opening = context.waitForEvent('page');
  await button(stage, 'Open in a second window').click();
  const second = await opening;
  await expect(stage.getByText('The second window follows this one.')).toBeVisible();
  expect(second.url()).toMatch(/\?learn=class-screen\/\w+$/);
  const caption = second.getByRole('heading', { level: 2 });
  await expect(caption).toHaveText('Microsoft');
  await second.keyboard.press('PageDown');
  await expect(caption).toHaveText('Microsoft sells to Indirect provider');
  await expect(stage.getByRole('heading', { level: 2 })).toHaveText(
    'Microsoft sells to Indirect provider',
  );
  await button(stage, 'Edit on the canvas').click();
  await explorer.badge(/^Microsoft sells to Indirect provider/).click();
  await page.keyboard.press('Delete');
  await expect(caption).not.toHaveText('Microsoft sells to Indirect provider');
  await page.close();
  await second.keyboard.press('End');
  await expect(caption).toHaveText('End customer');
  await second.keyboard.press('Home');
  await expect(caption).toHaveText('Microsoft');
});

test('a class answers without a server', async ({ page, context, browser }) => {
  const link = await openRound(page);

  // A learner, without the network from the moment the page is there, and in a language of their own.
  const phone = await browser.newPage({ locale: 'zh-TW', viewport: { width: 360, height: 740 } });
  const requests: string[] = [];
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('預測判定結果');
  await phone.context().setOffline(true);
  phone.on('request', (request) => requests.push(request.url()));
  await answer(phone);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('您的作答碼');
  await expect(phone.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(phone.getByText(/沒有傳送任何內容/)).toBeVisible();
  await phone.getByRole('textbox', { name: /姓名或暱稱/ }).fill('小明');
  const code = await phone.getByRole('textbox', { name: '作答碼', exact: true }).inputValue();
  const handIn = await phone.getByRole('textbox', { name: '改用連結繳交' }).inputValue();
  expect(requests).toEqual([]);
  await phone.close();

  // The code comes as a link, in another page: that one knows what was handed out.
  const address = new URL(handIn);
  expect(address.searchParams.get('learn')).toBe('class');
  address.searchParams.set('lng', 'zh-CN');
  const other = await context.newPage();
  await other.goto(address.href);
  await expect(other.getByLabel('答题码，每行一个')).toHaveValue(code);
  await button(other, '添加').click();
  await expect(other.getByRole('heading', { name: '1 名学员' })).toBeVisible();
  await other.close();

  // However the code is typed it counts; one with a wrong letter does not, and stays to be mended.
  const damaged = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  const codes = page.getByLabel('答题码，每行一个');
  await codes.fill(`${code.toLowerCase().replaceAll('-', ' ')}\n${damaged}`);
  await button(page, '添加').click();
  await expect(page.getByText('已添加 1 个答题码')).toBeVisible();
  await expect(page.getByText(/^第 1 行：答题码已损坏/)).toBeVisible();
  await expect(codes).toHaveValue(damaged);
  const learners = page.getByRole('heading', { name: /名学员$/ });
  await expect(learners).toHaveText('1 名学员');
  await expect(page.getByRole('listitem').filter({ hasText: '小明' })).toBeVisible();

  // A reload loses nothing.
  await page.reload();
  await expect(learners).toHaveText('1 名学员');

  const first = page.getByRole('article', { name: '第 1 题' });
  await expect(first.getByText('1 人中有 1 人作答')).toBeVisible();
  await expect(first.getByText('正确', { exact: true })).toHaveCount(0);
  await button(first, '揭晓正确答案').click();
  const sale = first.getByRole('table', { name: /Contoso.*Woodgrove/ });
  await expect(sale.getByRole('row', { name: /^有效/ })).toHaveText(/^有效1$/);
  await expect(sale.getByRole('row', { name: /正确/ })).toHaveText(/^无效正确0$/);

  await button(page, '清空本次答案').click();
  await button(page.getByRole('dialog'), '全部移除').click();
  await expect(learners).toHaveText('0 名学员');
  await page.reload();
  await expect(learners).toHaveText('0 名学员');
  await expect(page.getByRole('textbox', { name: '学员链接' })).toHaveValue(link);
});

test('axe finds nothing while one presents', async ({ explorer, page, context }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const stage = await present(explorer, page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
  await expect(stage.getByText('Not supported', { exact: true }).first()).toBeVisible();
  expect(await violations(page), 'stop').toEqual([]);
  await stage.getByText('Settings').click();
  const opening = context.waitForEvent('page');
  await button(stage, 'Open in a second window').click();
  const second = await opening;
  await expect(second.getByRole('heading', { level: 2 })).toBeVisible();
  expect(await violations(page), 'settings').toEqual([]);
  expect(await violations(second), 'second window').toEqual([]);
  await button(stage, 'Edit on the canvas').click();
  expect(await violations(page), 'folded').toEqual([]);
});

test('axe finds nothing in a class round, for trainer and learner', async ({ page, browser }) => {
  test.slow();
  const link = await openRound(page);
  expect(await violations(page), 'nobody yet').toEqual([]);
  const context = await browser.newContext({
    locale: 'zh-TW',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(phone), 'question').toEqual([]);
  await answer(phone);
  const code = phone.getByRole('textbox', { name: '作答碼', exact: true });
  await expect(code).toBeVisible();
  expect(await violations(phone), 'code').toEqual([]);
  await page.getByLabel('答题码，每行一个').fill(await code.inputValue());
  await button(page, '添加').click();
  await button(page, '揭晓正确答案').click();
  expect(await violations(page), 'results').toEqual([]);
  await context.close();
});
