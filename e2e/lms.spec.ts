import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { parseChain } from '../src/model/chain-text.ts';
import { courseFile, courseOf } from './course.ts';
import { LmsHost } from './lms-host.ts';

/** Packages in a learning management system: unpacked, opened and worked through as a learner does. */

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'test-results', `lms-${process.env.TEST_WORKER_INDEX ?? 0}`);

let host: LmsHost;
let printed: string;

/** Two questions, so that all of it can be answered. */
function shortCourse() {
  const course = courseOf('practice');
  const [lesson] = course.lessons;
  if (!lesson) throw new Error('no lesson');
  return { ...course, lessons: [{ ...lesson, exercises: lesson.exercises.slice(0, 2) }] };
}

test.beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, 'course.json');
  writeFileSync(file, courseFile(shortCourse()));
  const args = ['src/cli/run.mjs', 'lms', '--course', file, '-o', FOLDER];
  const { status, stdout, stderr } = spawnSync(execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  printed = stdout;
});

test.beforeEach(async () => {
  host = await LmsHost.start(FOLDER);
});
test.afterEach(() => host.stop());

type Place = Page | FrameLocator;

const SAYS = {
  en: {
    start: 'Start',
    valid: 'Valid',
    invalid: 'Not valid',
    sure: 'Sure',
    reveal: 'Reveal the verdicts',
    check: 'Check',
    next: 'Next',
    leave: 'Save and exit',
    over: 'Session ended',
  },
  'zh-CN': {
    start: '开始',
    valid: '有效',
    invalid: '无效',
    sure: '很有把握',
    reveal: '揭晓判定',
    check: '检查',
    next: '下一题',
    leave: '保存并退出',
    over: '学习已结束',
  },
  'zh-TW': {
    start: '開始',
    valid: '有效',
    invalid: '無效',
    sure: '非常確定',
    reveal: '揭曉判定結果',
    check: '檢查',
    next: '下一題',
    leave: '儲存並結束',
    over: '學習已結束',
  },
} as const;
type Says = (typeof SAYS)[keyof typeof SAYS];

const button = (place: Place, name: string) => place.getByRole('button', { name, exact: true });

async function predict(place: Place, says: Says): Promise<void> {
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

/** The second choice is the right one. */
async function reason(place: Place, says: Says, choice = 1): Promise<void> {
  await place.getByRole('main').getByRole('radio').nth(choice).check();
  await button(place, says.check).click();
}

const cmi = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { cmi: () => Cmi }).cmi());
interface Cmi {
  readonly [field: string]: unknown;
  readonly suspend_data: string;
  readonly interactions: Readonly<Record<string, object>>;
}

const errors: string[] = [];
test.beforeEach(({ page }) => {
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(error.message));
});
test.afterEach(() => expect(errors).toEqual([]));

test('the program says what it wrote', () => {
  for (const standard of ['scorm12', 'scorm2004', 'cmi5']) {
    expect(printed).toMatch(new RegExp(`\\d+ KB .*kinds-practice-${standard}-all\\.zip`));
  }
});

test('a course that can’t be read is refused in the language asked for', () => {
  const run = (...args: string[]) =>
    spawnSync(execPath, ['src/cli/run.mjs', 'lms', ...args], { cwd: ROOT, encoding: 'utf8' });
  const missing = run('--course', path.join(FOLDER, 'none.json'), '--lng', 'zh-TW', '-o', FOLDER);
  expect(missing.status).toBe(2);
  expect(missing.stderr).toMatch(/none\.json.*\p{Script=Han}.*ENOENT/u);
  const nobody = path.join(FOLDER, 'nobody.json');
  const course = courseOf('practice');
  const scenario = parseChain('microsoft > directBillPartner');
  const exercises = [{ id: 'all-valid', kind: 'spot', scenario } as const];
  const lessons = course.lessons.slice(0, 1).map((lesson) => ({ ...lesson, exercises }));
  writeFileSync(nobody, courseFile({ ...course, lessons }));
  const unsolvable = run('--course', nobody, '--lng', 'en', '-o', FOLDER);
  expect(unsolvable.status).toBe(2);
  expect(unsolvable.stderr).toMatch(/nobody\.json.*all-valid/);
  const stray = run('course.json', '--lng', 'en');
  expect(stray.status).toBe(2);
  expect(stray.stderr).toContain('Name the course with --course.');
  const help = run('--help');
  expect(help.status).toBe(0);
  expect(help.stdout).toContain('--standard scorm12|scorm2004|cmi5|all');
});

test('SCORM 1.2: a course is begun, taken up again and passed, in Traditional Chinese', async ({
  page,
}) => {
  const says = SAYS['zh-TW'];
  const initial = {
    student_preference: { language: 'zh-TW' },
    student_data: { mastery_score: '80' },
  };
  await page.goto(host.scorm('scorm12', initial));
  const frame = page.frameLocator('iframe');
  await button(frame, says.start).click();
  await predict(frame, says);
  const begun = await cmi(page);
  expect(begun.core).toMatchObject({ lesson_status: 'incomplete', lesson_location: 'predict' });
  expect(begun.suspend_data).toMatch(/^[\w-]{1,4096}$/);

  await page.reload();
  await expect(frame.getByRole('progressbar')).toHaveAttribute('value', '1');
  await button(frame, says.next).click();
  await reason(frame, says);
  const done = await cmi(page);
  expect(done.core).toMatchObject({
    lesson_status: 'passed',
    score: { raw: '100', min: '0', max: '100' },
    session_time: expect.stringMatching(/^00:0\d:\d\d/),
  });
  expect(done.interactions['0']).toMatchObject({
    id: 'reason',
    type: 'choice',
    student_response: 'b',
    result: 'correct',
  });
  await button(frame, says.leave).click();
  await expect(frame.getByRole('heading', { name: says.over })).toBeVisible();
});

test('SCORM 2004: a wrong answer fails, a better one passes, in Simplified Chinese', async ({
  page,
}) => {
  const says = SAYS['zh-CN'];
  const initial = { learner_preference: { language: 'zh-CN' }, scaled_passing_score: '0.8' };
  await page.goto(host.scorm('scorm2004', initial));
  const frame = page.frameLocator('iframe');
  await button(frame, says.start).click();
  await predict(frame, says);
  expect(await cmi(page)).toMatchObject({
    completion_status: 'incomplete',
    success_status: 'unknown',
    progress_measure: '0.5',
  });
  await button(frame, says.next).click();
  await reason(frame, says, 0);
  expect(await cmi(page)).toMatchObject({
    completion_status: 'completed',
    success_status: 'failed',
    score: { scaled: '0.6667', raw: '66.67', min: '0', max: '100' },
  });
  await reason(frame, says, 1);
  const done = await cmi(page);
  expect(done).toMatchObject({
    success_status: 'passed',
    score: { scaled: '1', raw: '100' },
    progress_measure: '1',
    location: 'reason',
    session_time: expect.stringMatching(/^PT[\d.]+S$/),
  });
  expect(done.suspend_data).toMatch(/^[\w-]{1,64000}$/);
  expect(Object.values(done.interactions)).toEqual([
    expect.objectContaining({ id: 'predict/e1', learner_response: 'true', result: 'correct' }),
    expect.objectContaining({ id: 'predict/e2', learner_response: 'false', result: 'correct' }),
    expect.objectContaining({ id: 'reason', learner_response: 'self-sale', result: 'incorrect' }),
    expect.objectContaining({
      id: 'reason',
      type: 'choice',
      learner_response: 'provider-sells-via-resellers',
      result: 'correct',
      description: expect.stringMatching(/^\{lang=zh-CN\}\p{Script=Han}/u),
    }),
  ]);
});

test('cmi5: statements in their order, over two sessions, and the way back', async ({ page }) => {
  const says = SAYS.en;
  host.lrs.languages = 'en-US,zh-TW';
  host.lrs.returnURL = `${host.base}host/scorm12`;
  await page.goto(host.launchCmi5());
  await button(page, says.start).click();
  await predict(page, says);
  await expect.poll(() => host.lrs.verbs()).toEqual(['initialized', 'answered', 'answered']);
  await page.goto('about:blank');
  await expect.poll(() => host.lrs.verbs().at(-1)).toBe('terminated');

  await page.goto(host.launchCmi5());
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '1');
  await button(page, says.next).click();
  await reason(page, says);
  await expect.poll(() => host.lrs.verbs().at(-1)).toBe('passed');
  await button(page, says.leave).click();
  await page.waitForURL(/host\/scorm12/);
  expect(host.lrs.verbs().slice(4)).toEqual([
    'initialized',
    'answered',
    'completed',
    'passed',
    'terminated',
  ]);
  expect(host.lrs.wrong).toEqual([]);
});

test('cmi5: a session that is over is not taken for one that records', async ({ page }) => {
  const address = host.launchCmi5();
  await page.goto(address);
  await expect(button(page, 'Start')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('This session is over');
  await button(page, 'Start').click();
  await predict(page, SAYS.en);
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeVisible();
  expect(host.lrs.verbs()).toEqual(['initialized', 'terminated']);
});

test('a system that saves nothing is told of, and the work goes on', async ({ page }) => {
  await page.goto(host.scorm('scorm12'));
  const frame = page.frameLocator('iframe');
  await button(frame, 'Start').click();
  await page.evaluate(() => {
    const { API } = globalThis as unknown as { API: Record<string, () => string> };
    API.LMSSetValue = () => 'false';
  });
  await predict(frame, SAYS.en);
  await expect(frame.getByRole('alert')).toContainText('did not save everything');
  await button(frame, 'Next').click();
  await reason(frame, SAYS.en);
  await expect(frame.getByRole('progressbar')).toHaveAttribute('value', '2');
  // What was done stays in sight.
  await button(frame, 'Save and exit').click();
  await expect(frame.getByText('The session has ended')).toBeVisible();
  await expect(frame.getByRole('progressbar')).toHaveAttribute('value', '2');
});

test('what was kept and can’t be read is said, and the course begins anew', async ({ page }) => {
  const initial = { suspend_data: 'x'.repeat(90), core: { lesson_status: 'incomplete' } };
  await page.goto(host.scorm('scorm12', initial));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('The course starts from the beginning')).toBeVisible();
  await expect(button(frame, 'Start')).toBeVisible();
});

test('a folder is enough: no system, no network, any of the languages', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewportSize({ width: 320, height: 640 });
  const index = pathToFileURL(path.join(FOLDER, 'scorm12', 'index.html')).href;
  await page.goto(`${index}?lng=zh-CN&theme=dark`);
  await expect(page.getByRole('alert')).toContainText('没有找到学习管理系统');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('combobox').selectOption({ label: 'English' });
  await expect(page.getByRole('alert')).toContainText('nothing is recorded');
  await expect(page).toHaveTitle('Every kind once');
  await button(page, 'Start').click();
  await predict(page, SAYS.en);
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeVisible();
  expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
