import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LANGUAGES, type Language, test } from './fixtures.ts';

const CHECK = new URL('../dist/check.js', import.meta.url).pathname;
const BROKEN = 'microsoft > indirectProvider[name=Contoso] > customer[name=Fabrikam]';

const WORDS = {
  en: {
    command: 'Save as exercise…',
    find: 'Look for a solution',
    served: 'A valid sale reaches Fabrikam',
    save: 'Save as file',
    refused: 'Not saved. No solution is given.',
    solution: /^Solution: \d+ edits?$/,
    ready: 'Ready: it can be solved, and no answer is in doubt.',
    saved: 'Saved.',
    course: 'Course: Mend the sale',
    picture: 'Open the picture of Mend the sale as a scenario',
    checked: 'no faults',
    faulty: 'No solution is given, and the search found none.',
  },
  'zh-CN': {
    command: '另存为练习…',
    find: '搜索解法',
    served: '有一项有效的销售到达“Fabrikam”',
    save: '保存为文件',
    refused: '未保存。没有给出解法。',
    solution: /^解法：\d+ 处改动$/,
    ready: '可以使用：练习有解，答案没有歧义。',
    saved: '已保存。',
    course: '课程“Mend the sale”',
    picture: '将“Mend the sale”的图示作为场景打开',
    checked: '没有错误',
    faulty: '没有给出解法，也没有搜索到解法。',
  },
  'zh-TW': {
    command: '另存為練習…',
    find: '搜尋解法',
    served: '有一項有效的銷售到達「Fabrikam」',
    save: '儲存為檔案',
    refused: '未儲存。沒有提供解法。',
    solution: /^解法：\d+ 處變更$/,
    ready: '可以使用：練習有解，答案沒有疑義。',
    saved: '已儲存。',
    course: '課程「Mend the sale」',
    picture: '將「Mend the sale」的圖開啟為情境',
    checked: '沒有錯誤',
    faulty: '沒有提供解法，也搜尋不到解法。',
  },
} as const;
const TITLE: Record<Language, string> = { en: 'Title', 'zh-CN': '标题', 'zh-TW': '標題' };

const EXPECTING = {
  format: 'csp-scenario',
  version: 1,
  parties: [
    { id: 'm', type: 'microsoft' },
    { id: 'c', type: 'customer', name: 'Woodgrove', country: 'US' },
  ],
  relationships: [{ id: 'r', kind: 'sells', from: 'm', to: 'c' }],
  expectServed: ['c'],
};

async function openAuthor(page: Page, language: Language = 'en') {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(WORDS[language].command.slice(0, -1));
  await page.keyboard.press('Enter');
  await titleField(page, language).waitFor();
}

function titleField(page: Page, language: Language) {
  return page.getByRole('dialog').getByRole('textbox', { name: TITLE[language], exact: true });
}

/** Chooses a kind of exercise by its place in the list. */
async function chooseKind(page: Page, name: string) {
  await page.getByRole('button', { name: /Kind of exercise/ }).click();
  await page.getByRole('option', { name }).click();
}

async function saved(page: Page, save: () => Promise<void>, file: string) {
  const download = page.waitForEvent('download');
  await save();
  await (await download).saveAs(file);
  return { name: (await download).suggestedFilename(), text: await readFile(file, 'utf8') };
}

async function openFile(page: Page, file: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(file);
}

function check(file: string, language: Language) {
  const run = spawnSync(process.execPath, [CHECK, '--lng', language, file], { encoding: 'utf8' });
  return { status: run.status, text: run.stdout };
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`a repair is refused with the reason, mended, saved, checked and read back, in ${language}`, async ({
    explorer,
    page,
  }, testInfo) => {
    await explorer.open({ chain: BROKEN, language });
    await openAuthor(page, language);
    await titleField(page, language).fill('Mend the sale');
    const save = page.getByRole('button', { name: words.save });
    await save.click();
    await expect(page.getByRole('alert')).toContainText(words.refused);

    // The box itself is drawn; its label is what is pressed.
    await page.getByText(words.served, { exact: true }).click();
    await expect(page.getByRole('checkbox', { name: words.served })).toBeChecked();
    await page.getByRole('button', { name: words.find }).click();
    await expect(page.getByText(words.solution)).toBeVisible();
    await expect(page.getByText(words.ready)).toBeVisible();
    const file = testInfo.outputPath('mend.csp-course.json');
    const { name, text } = await saved(page, () => save.click(), file);
    await expect(page.getByRole('status').filter({ hasText: words.saved })).toBeVisible();
    expect(name).toBe('Mend-the-sale.csp-course.json');
    const course = JSON.parse(text);
    expect(course).toMatchObject({
      $schema: 'csp-course.schema.json',
      format: 'csp-course',
      version: 1,
      language,
      mode: 'practice',
      lessons: [{ exercises: [{ kind: 'repair', goal: { all: [{ valid: 'every' }, {}] } }] }],
    });
    const answer = check(file, language);
    expect(answer.text).toContain(words.checked);
    expect(answer.status).toBe(0);

    const [{ exercises }] = course.lessons;
    exercises[0].solution = [];
    exercises[0].goal = { chain: 'empty' };
    await writeFile(file, JSON.stringify(course));
    const faulty = check(file, language);
    expect(faulty.text).toContain(words.faulty);
    expect(faulty.status).toBe(1);

    await page.keyboard.press('Escape');
    await writeFile(file, text);
    await openFile(page, file);
    await expect(page.getByRole('dialog', { name: words.course })).toBeVisible();
    await page.getByRole('button', { name: words.picture }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const tabs = page.getByRole('navigation').first();
    await expect(tabs.getByRole('button', { name: 'Mend the sale' }).first()).toBeVisible();
  });
}

test('what is drawn on the canvas becomes a question, added to the course of a file', async ({
  explorer,
  page,
}, testInfo) => {
  await explorer.openEmpty();
  await explorer.dragToCanvas('Microsoft', 0.5, 0.15);
  await explorer.dragToCanvas('Direct-bill partner', 0.5, 0.7);
  await explorer.connectByDrag(explorer.party('Microsoft'), explorer.party('Direct-bill partner'));
  await expect(explorer.badge(/: Supported$/)).toHaveCount(1);
  await openAuthor(page);
  await expect(page.getByText(WORDS.en.ready)).toBeVisible();
  await chooseKind(page, 'Spot the errors');
  await expect(
    page.getByText('Every relationship is valid, so there is nothing to find.'),
  ).toBeVisible();
  await chooseKind(page, 'Predict the verdicts');
  const file = testInfo.outputPath('predict.csp-course.json');
  const save = () => page.getByRole('button', { name: WORDS.en.save }).click();
  const first = await saved(page, save, file);

  const add = async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add to a course file…' }).click();
    await (await chooser).setFiles(file);
  };
  const { text } = await saved(page, add, testInfo.outputPath('two.csp-course.json'));
  await expect(page.getByText('Added: the course now has 2 exercises.')).toBeVisible();
  const ids = JSON.parse(text).lessons[0].exercises.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(['predict', 'predict-2']);
  expect(JSON.parse(text).id).toBe(JSON.parse(first.text).id);

  await writeFile(file, first.text.replace('"kind": "predict"', '"kind": "guess"'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add to a course file…' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('alert')).toContainText('Not saved. lessons[0].exercises[0].kind');
});

test('a recorded solution leads from where recording began, whatever was undone on the way', async ({
  explorer,
  page,
}, testInfo) => {
  await explorer.open({ chain: BROKEN });
  await openAuthor(page);
  await page.getByRole('button', { name: 'Record the solution' }).click();
  await expect(page.getByText('Recording the solution: 0 edits so far')).toBeVisible();
  await explorer.badge('Contoso sells to Fabrikam: Not supported').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Recording the solution: 1 edit so far')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Recording the solution: 0 edits so far')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Use as solution' }).click();
  await expect(page.getByText('Solution: 1 edit', { exact: true })).toBeVisible();
  await expect(page.getByText(WORDS.en.ready)).toBeVisible();
  const { text } = await saved(
    page,
    () => page.getByRole('button', { name: WORDS.en.save }).click(),
    testInfo.outputPath('recorded.csp-course.json'),
  );
  const [exercise] = JSON.parse(text).lessons[0].exercises;
  expect(exercise.solution).toEqual([{ op: 'removeRelationship', relationship: 'e2' }]);
  expect(exercise.scenario.relationships).toHaveLength(2);
  expect(exercise.par).toBe(1);
});

test('the baseline becomes the start, and what the scenario expects becomes the goal', async ({
  explorer,
  page,
}, testInfo) => {
  await explorer.open();
  const file = testInfo.outputPath('expecting.csp.json');
  await writeFile(file, JSON.stringify(EXPECTING));
  await openFile(page, file);
  await explorer.party('End customer Woodgrove').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('baseline');
  await page.keyboard.press('Enter');
  await explorer.badge('Microsoft sells to Woodgrove: Not supported').click();
  await page.keyboard.press('Delete');
  await openAuthor(page);
  await chooseKind(page, 'Repair the scenario');
  await page.getByRole('button', { name: /The picture now is/ }).click();
  await page.getByRole('option', { name: 'the solution; the baseline is the start' }).click();
  await expect(page.getByText('Solution: 1 edit', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take from the expectations' }).click();
  await expect(
    page.getByText('A valid sale reaches Woodgrove not met at the start · not met by the solution'),
  ).toBeVisible();
  await expect(page.getByText(/^The solution does not reach the goal\. Missing: /)).toBeVisible();
});

test('all of it by keyboard: kind, choices, a link', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open({ chain: BROKEN });
  await openAuthor(page);
  await tabTo(page, 'button', /Kind of exercise/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Choose the reason/ })).toBeVisible();
  const right = page.getByRole('checkbox', { name: /\(refuses it here\)$/ });
  await expect(right).toBeChecked();
  await tabTo(page, 'checkbox', /\(refuses it here\)$/);
  await page.keyboard.press('Space');
  await expect(page.getByText(/^None of the rules offered refuses/)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText(WORDS.en.ready)).toBeVisible();
  await tabTo(page, 'button', 'Copy link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/\?learn#c1\.[\w-]+$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a course that can’t be read is refused with the place and the reason', async ({
  explorer,
  page,
}, testInfo) => {
  await explorer.open();
  const file = testInfo.outputPath('bad.json');
  await writeFile(file, '{"format":"csp-course","version":1,"id":"x","mode":"exam","lessons":[]}');
  await openFile(page, file);
  const dialog = page.getByRole('dialog', { name: /bad\.json/ });
  await expect(dialog).toContainText('title: A required value is missing.');
  await expect(dialog).toContainText('mode: "exam" is not one of the possible values');
  expect(check(file, 'zh-TW')).toMatchObject({ status: 2 });
});

for (const kind of ['Choose the reason', 'Build a chain', 'Put in order']) {
  test(`a machine finds no barrier where “${kind}” is made`, async ({ explorer, page }) => {
    await explorer.open({ chain: BROKEN });
    await openAuthor(page);
    await chooseKind(page, kind);
    await expect(page.getByRole('listbox')).toHaveCount(0);
    for (const one of await page.locator('details').all()) {
      await one.evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
    }
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

/** Presses Tab until the keyboard is there, as a reader would. */
async function tabTo(page: Page, role: 'button' | 'checkbox', name: string | RegExp) {
  const target = page.getByRole(role, { name });
  for (let n = 0; n < 60; n++) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never comes to ${name}`);
}
