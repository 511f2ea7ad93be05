import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { writeCourseLink } from '../src/training/course-link.ts';
import type { Course } from '../src/training/exercise.ts';
import { courseFile, courseOf } from './course.ts';
import { expect, LANGUAGES, test } from './fixtures.ts';

/** Courses in other people's pages. */

const SAYS = {
  en: {
    title: 'CSP partner relationships, step by step',
    kinds: 'Every kind once',
    start: 'Start',
    valid: 'Valid',
    invalid: 'Not valid',
    sure: 'Sure',
    reveal: 'Reveal the verdicts',
    right: 'Correct',
    unknown: 'There is no course “csp-basic”.',
    failed: 'The view could not be loaded.',
    retry: 'Try again',
  },
  'zh-CN': {
    title: 'CSP 合作伙伴关系入门',
    kinds: '各类练习各一次',
    start: '开始',
    valid: '有效',
    invalid: '无效',
    sure: '非常确定',
    reveal: '揭晓判定',
    right: '回答正确',
    unknown: '没有名为“csp-basic”的课程。',
    failed: '无法加载视图。',
    retry: '重试',
  },
  'zh-TW': {
    title: 'CSP 合作夥伴關係入門',
    kinds: '各類練習各一次',
    start: '開始',
    valid: '有效',
    invalid: '無效',
    sure: '非常確定',
    reveal: '揭曉判定',
    right: '答對了',
    unknown: '沒有名為「csp-basic」的課程。',
    failed: '無法載入檢視畫面。',
    retry: '再試一次',
  },
} as const;
type Says = (typeof SAYS)[keyof typeof SAYS];

/** A course of the first exercises of another: to predict two verdicts, then to choose a reason. */
function shortCourse(count: number): Course {
  const course = courseOf('practice');
  const lessons = course.lessons
    .slice(0, 1)
    .map((lesson) => ({ ...lesson, exercises: lesson.exercises.slice(0, count) }));
  return { ...course, lessons };
}

const address = (more: Record<string, string>) =>
  `/embed.html?${new URLSearchParams({ mode: 'exercise', ...more })}`;

const button = (place: Page | FrameLocator, name: string) =>
  place.getByRole('button', { name, exact: true });

async function predict(place: Page | FrameLocator, says: Says): Promise<void> {
  for (const [line, verdict] of [
    [/Microsoft.*Contoso/, says.valid],
    [/Contoso.*Woodgrove/, says.invalid],
  ] as const) {
    const group = place.getByRole('group', { name: line });
    await group.getByRole('radio', { name: verdict, exact: true }).check();
    await group.getByRole('radio', { name: says.sure, exact: true }).check();
  }
  await button(place, says.reveal).click();
}

const isFocused = (target: Locator) => target.evaluate((one) => one === document.activeElement);

/** The same key again until the keyboard is there. */
async function press(page: Page, key: string, target: Locator): Promise<void> {
  for (let i = 0; i < 30 && !(await isFocused(target)); i++) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

/** By Tab to its group, then by the arrow keys. */
async function choose(page: Page, choice: Locator): Promise<void> {
  const name = await choice.getAttribute('name');
  await press(page, 'Tab', page.locator(`input[name="${name}"]`).first());
  if (await isFocused(choice)) await page.keyboard.press('Space');
  else await press(page, 'ArrowDown', choice);
  await expect(choice).toBeChecked();
}

async function host(page: Page, src: string, sandbox = ''): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title></head><body style="margin:8px"><h1>Host</h1><iframe title="course" width="900" height="1200" ${sandbox} src="${src.replaceAll('&', '&amp;')}"></iframe><script>
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
      </script></body></html>`,
    }),
  );
  await page.goto('/host.html');
}

interface Said {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Said[] }).heard) as Promise<Said[]>;

const heardOf = async (page: Page, wanted: string) =>
  (await heard(page)).filter(({ type }) => type === wanted);

const say = (page: Page, message: object) =>
  page.evaluate(
    (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
    message,
  );

for (const language of LANGUAGES) {
  const says = SAYS[language];

  test(`begins the course of a name, in ${language}`, async ({ page }) => {
    await page.goto(address({ lng: language, course: 'csp-basics' }));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1, name: says.title })).toBeVisible();
    await button(page, says.start).click();
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeFocused();
    await expect(button(page, says.reveal)).toBeVisible();
  });

  test(`is worked through from its address, by keyboard at 320 px, in ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${address({ lng: language })}#${await writeCourseLink(shortCourse(2))}`);
    await press(page, 'Tab', button(page, says.start));
    await page.keyboard.press('Enter');
    for (const [line, verdict] of [
      [/Microsoft.*Contoso/, says.valid],
      [/Contoso.*Woodgrove/, says.invalid],
    ] as const) {
      const group = page.getByRole('group', { name: line });
      await choose(page, group.getByRole('radio', { name: verdict, exact: true }));
      await choose(page, group.getByRole('radio', { name: says.sure, exact: true }));
    }
    await press(page, 'Tab', button(page, says.reveal));
    const { violations: before } = await new AxeBuilder({ page }).analyze();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 3, name: says.right })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([...before, ...violations].map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test(`says that there is no such course, in ${language}`, async ({ page }) => {
    await page.goto(address({ lng: language, course: 'csp-basic' }));
    await expect(page.getByRole('alert')).toContainText(says.unknown);
  });

  test(`says that its words do not load, in ${language}, and tries again`, async ({ page }) => {
    await page.route('**/embed/words.exercise.*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(address({ lng: language, course: 'csp-basics' }));
    await expect(page.getByRole('alert')).toContainText(says.failed);
    await page.unroute('**/embed/words.exercise.*');
    await button(page, says.retry).click();
    await expect(page.getByRole('heading', { level: 1, name: says.title })).toBeVisible();
  });
}

test('loads neither the editor nor the canvas', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address({ lng: 'en', course: 'csp-basics' }));
  await button(page, 'Start').click();
  await expect(button(page, 'Reveal the verdicts')).toBeVisible();
  expect(asked.filter((path) => path !== '/icon.svg')).toEqual([
    '/embed.html',
    '/embed/exercise.js',
    '/embed/words.exercise.en.js',
  ]);
});

test('tells nothing before hello, then what was earned', async ({ page, baseURL }) => {
  const { origin } = new URL(baseURL as string);
  const link = await writeCourseLink(shortCourse(1));
  await host(page, `${address({ lng: 'en', origins: origin })}#${link}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('group', { name: /Microsoft.*Contoso/ })).toBeVisible();
  await predict(frame, SAYS.en);
  await expect(frame.getByText('Correct', { exact: true }).first()).toBeVisible();
  await say(page, { csp: 1, type: 'load', course: courseFile(courseOf('practice')) });
  await expect
    .poll(() => heard(page))
    .toEqual([
      { csp: 1, type: 'ready' },
      { csp: 1, type: 'error', code: 'helloFirst', message: '' },
    ]);
  await say(page, { csp: 1, type: 'hello' });
  const all = { points: 2, of: 2, share: 1, isComplete: true, isPassed: true };
  await expect.poll(() => heardOf(page, 'result')).toEqual([{ csp: 1, type: 'result', ...all }]);
});

test('takes a course from its host, and keeps it when the next is bad', async ({
  page,
  baseURL,
}) => {
  const { origin } = new URL(baseURL as string);
  await host(page, address({ lng: 'en', origins: origin, course: 'csp-basics' }));
  const frame = page.frameLocator('iframe');
  const heading = (name: string) => frame.getByRole('heading', { level: 1, name });
  await expect.poll(() => heardOf(page, 'ready')).toHaveLength(1);
  await say(page, { csp: 1, type: 'hello' });
  await expect.poll(() => heardOf(page, 'result')).toMatchObject([{ points: 0 }]);
  await expect(heading(SAYS.en.title)).toBeVisible();

  await say(page, { csp: 1, type: 'load', course: courseFile(shortCourse(1)) });
  await expect(frame.getByRole('group', { name: /Microsoft.*Contoso/ })).toBeVisible();
  await say(page, { csp: 1, type: 'load', course: courseFile(shortCourse(1)).slice(0, -9) });
  await expect
    .poll(() => heardOf(page, 'error'))
    .toMatchObject([{ code: 'unreadable', message: expect.stringMatching(/\S/) }]);
  await say(page, { csp: 1, type: 'load', course: '{"format":"csp-scenario","version":1}' });
  await expect
    .poll(async () => (await heardOf(page, 'error')).at(1))
    .toMatchObject({ code: 'unreadable', message: expect.stringMatching(/\S/) });
  await say(page, { csp: 1, type: 'load', chain: 'microsoft > customer' });
  await expect.poll(async () => (await heardOf(page, 'error')).at(2)?.code).toBe('unknown');

  await predict(frame, SAYS.en);
  await expect
    .poll(async () => (await heardOf(page, 'result')).at(-1))
    .toMatchObject({ points: 2, of: 2, share: 1, isComplete: true, isPassed: true });
  await say(page, { csp: 1, type: 'setLanguage', language: 'zh-TW' });
  // What was answered stays answered in every language.
  await expect(frame.getByText('答對了', { exact: true }).first()).toBeVisible();
  await say(page, { csp: 1, type: 'load', course: courseFile(courseOf('practice')) });
  await expect(heading(SAYS['zh-TW'].kinds)).toBeVisible();
});

test('works where nothing may be kept, in a sandbox', async ({ page }) => {
  await host(page, address({ lng: 'zh-CN', course: 'csp-basics' }), 'sandbox="allow-scripts"');
  const says = SAYS['zh-CN'];
  const frame = page.frameLocator('iframe');
  await button(frame, says.start).click();
  const isBlocked = await frame.locator('html').evaluate(() => {
    try {
      return localStorage === null;
    } catch {
      return true;
    }
  });
  expect(isBlocked).toBe(true);
  const questions = frame.locator('fieldset.play-question');
  for (const question of await questions.all()) {
    await question.getByRole('radio', { name: says.valid, exact: true }).check();
    await question.getByRole('radio', { name: says.sure, exact: true }).check();
  }
  await button(frame, says.reveal).click();
  await expect(frame.getByRole('progressbar')).toHaveAttribute('value', '1');
});

test('dates a certificate where the learner is', async ({ page }) => {
  await page.clock.setFixedTime(new Date(2026, 0, 9, 23, 30));
  await page.goto(`${address({ lng: 'en' })}#${await writeCourseLink(shortCourse(2))}`);
  await button(page, 'Start').click();
  await predict(page, SAYS.en);
  await button(page, 'Next').click();
  await page.getByRole('main').getByRole('radio').nth(1).check();
  await button(page, 'Check').click();
  await button(page, 'Results').last().click();
  await button(page, 'Certificate').click();
  await expect(page.getByText('January 9, 2026')).toBeVisible();
});
