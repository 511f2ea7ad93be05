import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Mode } from '../src/training/exercise.ts';
import { courseFile, courseOf } from './course.ts';
import { expect, LANGUAGES, type Language, test } from './fixtures.ts';

const SAYS = {
  en: {
    openFile: 'Open a course file…',
    start: 'Start',
    back: 'Back to the canvas',
    courses: 'All courses',
    valid: 'Valid',
    invalid: 'Not valid',
    sure: 'Sure',
    guessing: 'Guessing',
    reveal: 'Reveal the verdicts',
    check: 'Check',
    submit: 'Submit answer',
    showAnswer: 'Show the answer',
    retry: 'Try again',
    next: 'Next',
    handIn: 'Hand in',
    correct: 'Correct',
    oneOfTwo: '1 of 2 correct',
    sureAndWrong: /You were sure/,
    reason: /can’t sell straight to Woodgrove/,
    rule: 'Providers sell through resellers',
    otherRule: 'Sale to itself',
    play: 'Play the solution',
    nextStep: 'Next step',
    toEnd: 'To the end',
    tryIt: 'Try it yourself',
    added: 'Add Fabrikam (indirect reseller)',
    results: 'Results',
    yours: 'Your results',
    recorded: 'Answer recorded',
    certificate: 'Certificate',
    name: 'Name on the certificate',
    noMicrosoft: /not a Microsoft certificate/,
    down: /^Move down: /,
  },
  'zh-CN': {
    openFile: '打开课程文件…',
    start: '开始',
    back: '返回画布',
    courses: '全部课程',
    valid: '有效',
    invalid: '无效',
    sure: '很有把握',
    guessing: '只是猜测',
    reveal: '揭晓判定',
    check: '检查',
    submit: '提交答案',
    showAnswer: '显示答案',
    retry: '重试',
    next: '下一题',
    handIn: '交卷',
    correct: '回答正确',
    oneOfTwo: '答对 1 项，共 2 项',
    sureAndWrong: /你很有把握/,
    reason: /不能直接销售给/,
    rule: '间接提供商须通过间接经销商销售',
    otherRule: '向自己销售',
    play: '演示解法',
    nextStep: '下一步',
    toEnd: '跳到最后',
    tryIt: '自己试一试',
    added: '“Fabrikam”（间接经销商）',
    results: '结果',
    yours: '你的结果',
    recorded: '答案已记录',
    certificate: '结业证明',
    name: '证明上的姓名',
    noMicrosoft: /不是 Microsoft 证书/,
    down: /^下移：/,
  },
  'zh-TW': {
    openFile: '開啟課程檔案…',
    start: '開始',
    back: '返回畫布',
    courses: '所有課程',
    valid: '有效',
    invalid: '無效',
    sure: '非常確定',
    guessing: '用猜的',
    reveal: '揭曉判定結果',
    check: '檢查',
    submit: '送出答案',
    showAnswer: '顯示答案',
    retry: '再試一次',
    next: '下一題',
    handIn: '交卷',
    correct: '答對了',
    oneOfTwo: '答對 1 項，共 2 項',
    sureAndWrong: /您很確定/,
    reason: /不能直接銷售給/,
    rule: '間接提供者須透過間接轉銷商銷售',
    otherRule: '銷售給自己',
    play: '播放解法',
    nextStep: '下一步',
    toEnd: '跳到最後',
    tryIt: '自己試試看',
    added: '間接轉銷商「Fabrikam」',
    results: '結果',
    yours: '您的結果',
    recorded: '已記錄答案',
    certificate: '結業證明',
    name: '證明上的姓名',
    noMicrosoft: /並非 Microsoft 頒發的證書/,
    down: /^下移：/,
  },
} as const;

type Says = (typeof SAYS)[Language];

const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const question = (page: Page, line: RegExp) => page.getByRole('group', { name: line });
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

/** To the list of courses, and from there into the course of a file. */
async function openCourse(page: Page, mode: Mode, language: Language = 'en'): Promise<Says> {
  const says = SAYS[language];
  await page.goto(`/?lng=${language}&learn`);
  await chooseFile(page, says, courseFile(courseOf(mode)));
  await button(page.getByRole('main'), says.start).click();
  return says;
}

async function chooseFile(page: Page, says: Says, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button(page, says.openFile).click();
  const file = { name: 'course.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
}

async function predict(page: Page, line: RegExp, verdict: string, confidence: string) {
  const group = question(page, line);
  await group.getByRole('radio', { name: verdict, exact: true }).check();
  await group.getByRole('radio', { name: confidence, exact: true }).check();
}

/** Answers the four exercises that are answered by choosing, each once. */
async function answerAll(page: Page, says: Says): Promise<void> {
  await predict(page, /Microsoft.*Contoso/, says.valid, says.sure);
  await predict(page, /Contoso.*Woodgrove/, says.valid, says.sure);
  await button(page, says.submit).click();
  await button(page, says.next).click();
  await page.getByRole('radio', { name: says.rule }).check();
  await button(page, says.submit).click();
  await button(page, says.next).click();
  for (const line of [/Contoso.*Fabrikam/, /Fabrikam.*Woodgrove/]) {
    await page.getByRole('checkbox', { name: line }).check();
  }
  await button(page, says.submit).click();
  await button(page, says.next).click();
  await button(page, says.submit).click();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const language of LANGUAGES) {
  test(`a learner practices, is told at once, and tries again, in ${language}`, async ({
    page,
  }) => {
    const says = await openCourse(page, 'practice', language);
    await predict(page, /Microsoft.*Contoso/, says.valid, says.sure);
    await predict(page, /Contoso.*Woodgrove/, says.valid, says.sure);
    await button(page, says.reveal).click();
    await expect(page.getByRole('heading', { name: says.oneOfTwo })).toBeFocused();
    await expect(page.getByText(says.sureAndWrong)).toBeVisible();
    await expect(page.getByText(says.reason)).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toHaveAttribute(
      'href',
      /learn\.microsoft\.com/,
    );

    await button(page, says.retry).click();
    await expect(page.getByText(says.reason)).toHaveCount(0);
    await predict(page, /Microsoft.*Contoso/, says.valid, says.sure);
    await predict(page, /Contoso.*Woodgrove/, says.invalid, says.sure);
    await button(page, says.reveal).click();
    await expect(page.getByRole('heading', { name: says.correct, exact: true })).toBeVisible();

    await button(page, says.next).click();
    await page.getByRole('radio', { name: says.otherRule }).check();
    await button(page, says.check).click();
    await expect(page.getByText(says.reason)).toHaveCount(0);
    await page.getByRole('radio', { name: says.rule }).check();
    await button(page, says.check).click();
    await expect(page.getByText(says.reason)).toBeVisible();

    await button(page, says.next).click();
    await button(page, says.showAnswer).click();
    await expect(
      page.getByRole('main').getByRole('listitem').filter({ hasText: /^A/ }),
    ).toBeVisible();
  });

  test(`a solution is played step by step in ${language}`, async ({ page }) => {
    const says = await openCourse(page, 'practice', language);
    const repair = page.getByRole('navigation').getByRole('button', { name: /1 · / }).last();
    await repair.click();
    await button(page, says.play).click();
    await button(page, says.nextStep).click();
    await button(page, says.nextStep).click();
    await expect(page.getByRole('listitem').filter({ hasText: says.added })).toBeVisible();
    await button(page, says.toEnd).click();
    await expect(button(page, says.nextStep)).toBeDisabled();
    await button(page, says.tryIt).click();
    await expect(button(page, says.check)).toBeVisible();
  });

  test(`an assessment is handed in and then reviewed in ${language}`, async ({ page }) => {
    const says = await openCourse(page, 'assessment', language);
    await answerAll(page, says);
    const nav = page.getByRole('navigation');
    await button(nav, says.handIn).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await button(dialog, says.handIn).click();
    await expect(heading(page)).toHaveText(says.yours);
    // What one was sure of is listed kindly, with a way to it.
    await expect(page.getByText(says.sureAndWrong)).toBeVisible();
    await nav.getByRole('button', { name: /1 · / }).first().click();
    await expect(page.getByText(says.reason)).toBeVisible();
    await expect(button(page, says.submit)).toHaveCount(0);
  });
}

const SIGNS =
  /(?:--|csp-(?:ink-|badge-|arrow-)?|data-outcome=")(?:valid|prohibited|prerequisite|unknown|right|wrong|partly)/;
const VERDICTS: Record<Language, RegExp> = {
  en: /\b(?:un)?supported\b|prerequisite missing|prohibited|correct|par:/i,
  'zh-CN': /不支持|缺少先决条件|禁止|正确|错误(?!$)|参考改动数/,
  'zh-TW': /不支援|缺少必要條件|禁止|答對|答錯|標準變更數/,
};
/** Below the task: what not valid means. */
const MEANS: Record<Language, string> = {
  en: 'Not valid: the program doesn’t support it, or a prerequisite is missing.',
  'zh-CN': '“无效”指 CSP 计划不支持这条关系，或缺少先决条件。',
  'zh-TW': '「無效」是指 CSP 計畫不支援這項關係，或缺少必要條件。',
};
/** The outlines of the signs of verdicts: a tick, a cross. */
const TICK = 'M4.5 10.5l3.5 3.5 7.5-8';
const CROSS = 'M5.5 5.5l9 9M14.5 5.5l-9 9';

/** Everything that a page says to a reader of its source, and what it says to a screen reader. */
async function everything(page: Page): Promise<string> {
  const html = await page.locator('#root').evaluate((root) => root.outerHTML);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes.flatMap(({ name, description, value }) =>
    [name, description, value].map((one) => String(one?.value ?? '')),
  );
  return [html.replace(/data:image[^"]*/g, decodeURIComponent), ...spoken].join('\n');
}

for (const language of LANGUAGES) {
  test(`an assessment gives nothing away before it is handed in, in ${language}`, async ({
    page,
  }) => {
    const says = await openCourse(page, 'assessment', language);
    const nav = page.getByRole('navigation');
    const kinds = nav.getByRole('listitem').getByRole('button');
    await expect(kinds).toHaveCount(6);
    const spotTitle = { en: 'Spot the error', 'zh-CN': '找出错误', 'zh-TW': '找出錯誤' }[language];
    const look = async (when: string) => {
      // What the choices mean is said, and the same of every relationship.
      const all = (await everything(page))
        .replaceAll(spotTitle, '')
        .replaceAll(MEANS[language], '');
      expect(all.match(SIGNS), when).toBeNull();
      expect(all.match(VERDICTS[language]), when).toBeNull();
      expect(all.includes(TICK) || all.includes(CROSS), when).toBe(false);
      expect(all, when).not.toMatch(says.reason);
    };
    for (let i = 0; i < 6; i++) {
      await kinds.nth(i).click();
      await expect(kinds.nth(i)).toHaveAttribute('aria-current', 'page');
      await look(`question ${i + 1}`);
    }
    await kinds.first().click();
    await answerAll(page, says);
    await expect(page.getByText(says.recorded).first()).toBeVisible();
    for (let i = 0; i < 6; i++) {
      await kinds.nth(i).click();
      await look(`question ${i + 1}, answered`);
    }
    await button(nav, says.handIn).click();
    await look('before handing in');
  });
}

test('what is asked of each relationship differs in nothing but its name', async ({ page }) => {
  await openCourse(page, 'assessment');
  const bare = (line: RegExp) =>
    question(page, line).evaluate((group) =>
      group.outerHTML
        .replace(/<legend class="play-row__title">.*?<\/legend>/, '')
        .replaceAll(/name="[^"]*"|data-question="[^"]*"/g, ''),
    );
  expect(await bare(/Contoso.*Woodgrove/)).toBe(await bare(/Microsoft.*Contoso/));
});

test('an exercise is solved with the keyboard alone', async ({ page }) => {
  await openCourse(page, 'practice');
  const tabTo = async (wanted: Locator) => {
    for (let i = 0; i < 40; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${wanted} with the Tab key`);
  };
  await expect(heading(page)).toBeFocused();
  // An answer that is not whole is not taken: the keyboard goes to what is open.
  await tabTo(button(page, 'Reveal the verdicts'));
  await page.keyboard.press('Enter');
  const first = question(page, /Microsoft.*Contoso/);
  await expect(first.getByRole('radio', { name: 'Valid', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(first.getByRole('radio', { name: 'Sure', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo(button(page, 'Reveal the verdicts'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();

  for (let i = 0; i < 3; i++) {
    await tabTo(button(page, 'Next'));
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
  }
  await expect(heading(page)).toHaveText('Put it in order');
  await tabTo(page.getByRole('button', { name: /^Signed the MPA/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status')).toContainText('Signed the MPA: position 3 of 3');
  await tabTo(button(page, 'Check'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
});

test('steps are put in order by dragging, too', async ({ page }) => {
  await openCourse(page, 'practice');
  await page.getByRole('navigation').getByRole('button', { name: /4 · / }).click();
  const items = page.getByRole('group', { name: 'Your order' }).getByRole('listitem');
  const from = await items.nth(0).boundingBox();
  const to = await items.nth(2).boundingBox();
  if (!from || !to) throw new Error('not on the page');
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(items.nth(2)).toContainText('Signed the MPA');
  await button(page, 'Check').click();
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeVisible();
});

test('a relationship is marked in the drawing as in the list', async ({ page }) => {
  await openCourse(page, 'practice');
  await page.getByRole('navigation').getByRole('button', { name: /3 · / }).click();
  const box = page.getByRole('checkbox', { name: /Fabrikam.*Woodgrove/ });
  await expect(box).not.toBeChecked();
  await page.getByRole('main').locator('img + button + button + button').click();
  await expect(box).toBeChecked();
});

test('a chain is built on the canvas, checked, and undone edits do not count', async ({ page }) => {
  await openCourse(page, 'practice');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /2 · Build/ })
    .click();
  const canvas = page.getByRole('region', { name: 'Canvas', exact: true });
  const connect = async (from: RegExp, to: RegExp) => {
    await canvas.getByRole('button', { name: from }).focus();
    await page.keyboard.press('c');
    await page.getByRole('listbox').getByRole('option', { name: to }).click();
  };
  await connect(/^Microsoft,/, /Contoso/);
  await expect(page.getByText('1 edit so far')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByText('0 edits so far')).toBeVisible();
  await button(page, 'Check').click();
  await expect(page.getByRole('heading', { name: 'Not solved yet' })).toBeVisible();
  await expect(page.getByText('1 condition isn’t met yet.')).toBeVisible();
  await button(page, 'Redo').click();
  await connect(/Contoso,/, /Fabrikam/);
  await connect(/Fabrikam,/, /Woodgrove/);
  await button(page, 'Check').click();
  await expect(page.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
  await expect(page.getByText('3 edits so far')).toBeVisible();
});

test('hints come one after another', async ({ page }) => {
  await openCourse(page, 'practice');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /2 · Choose/ })
    .click();
  const hints = page.getByRole('region', { name: 'Hints' });
  for (const n of [1, 2, 3]) {
    await button(hints, `Show hint ${n} of 3`).click();
    await expect(hints.getByRole('listitem')).toHaveCount(n);
  }
  await expect(hints.getByRole('button')).toHaveCount(0);
});

test('learning is reached by command and left by going back; the scenario stays', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: 'microsoft > directBillPartner[name=Contoso]' });
  await button(page, 'Learn…').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Training');
  await expect(page).toHaveURL(/[?&]learn=/);
  // Keys of the editor mean nothing here.
  await page.keyboard.press('Control+z');
  await page.goBack();
  await expect(explorer.party('Direct-bill partner Contoso')).toBeVisible();
  await page.goForward();
  await button(page, 'Back to the canvas').click();
  await expect(explorer.party('Direct-bill partner Contoso')).toBeVisible();
  await expect(page).not.toHaveURL(/learn/);
});

test('going back leads from exercise to exercise', async ({ page }) => {
  await openCourse(page, 'practice');
  await expect(page).toHaveURL(/learn=kinds-practice\/predict$/);
  await button(page, 'Next').click();
  await expect(page).toHaveURL(/learn=kinds-practice\/reason$/);
  await page.goBack();
  await expect(heading(page)).toHaveText('Predict the verdicts');
  await page.goBack();
  await expect(button(page.getByRole('main'), 'Start')).toBeVisible();
});

test('progress is kept, exported and reset', async ({ page }) => {
  await openCourse(page, 'practice');
  await predict(page, /Microsoft.*Contoso/, 'Valid', 'Sure');
  await predict(page, /Contoso.*Woodgrove/, 'Not valid', 'Guessing');
  await button(page, 'Reveal the verdicts').click();
  await page.reload();
  await expect(page.getByRole('navigation')).toContainText('1 of 6 answered');
  await button(page, 'All courses').click();
  await expect(page.getByRole('listitem').first()).toContainText('1 of 6 answered');

  const saving = page.waitForEvent('download');
  await button(page, 'Results as CSV').click();
  expect((await saving).suggestedFilename()).toBe('kinds-practice.csv');

  await button(page, 'Reset…').click();
  await button(page.getByRole('dialog'), 'Reset').click();
  await expect(page.getByRole('listitem').first()).toContainText('0 of 6 answered');
});

test('a file that is no course is refused in words', async ({ page }) => {
  await page.goto('/?lng=en&learn');
  await chooseFile(page, SAYS.en, '{}');
  await expect(page.getByRole('alert')).toContainText('course.json can’t be opened as a course');
});

test('what was kept and is damaged is said, and the course starts anew', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('csp-scenario-explorer/learn/kinds-practice', '{"course":7}'),
  );
  await page.goto('/?lng=en&learn');
  await chooseFile(page, SAYS.en, courseFile(courseOf('practice')));
  await expect(page.getByText('Earlier progress in a course couldn’t be read.')).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText('0 of 6 answered');
});

test('without storage everything works, and it says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('blocked');
      },
    });
  });
  await openCourse(page, 'practice');
  await expect(page.getByText('This browser keeps nothing for this page.').first()).toBeVisible();
  await button(page, 'Next').click();
  await expect(heading(page)).toHaveText('Choose the reason');
});

for (const language of LANGUAGES) {
  test(`who passes gets a certificate to print, in ${language}`, async ({ page }) => {
    const says = SAYS[language];
    const course = courseOf('practice');
    const [lesson] = course.lessons;
    const short = {
      ...course,
      lessons: [
        { ...lesson, exercises: lesson?.exercises.slice(0, 1) },
        { ...lesson, id: 'more', exercises: lesson?.exercises.slice(1, 2) },
      ],
    };
    await page.goto(`/?lng=${language}&learn`);
    await chooseFile(page, says, courseFile(short as typeof course));
    await button(page.getByRole('main'), says.start).click();
    await predict(page, /Microsoft.*Contoso/, says.valid, says.sure);
    await predict(page, /Contoso.*Woodgrove/, says.invalid, says.sure);
    await button(page, says.reveal).click();
    await button(page, says.next).click();
    await page.getByRole('radio', { name: says.rule }).check();
    await button(page, says.check).click();
    await button(page.getByRole('main'), says.results).click();
    await button(page, says.certificate).click();
    const certificate = page.getByRole('dialog');
    await certificate.getByLabel(says.name).fill('Lin Wang');
    await expect(certificate.getByRole('article')).toContainText('Lin Wang');
    await expect(certificate.getByRole('article')).toContainText('100%');
    await expect(certificate.getByRole('article')).toContainText(says.noMicrosoft);
    await page.emulateMedia({ media: 'print' });
    await expect(certificate.getByRole('article')).toBeVisible();
    await expect(certificate.getByRole('textbox')).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
  });
}

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing while one learns, in ${language}, ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`/?lng=${language}&learn`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violations(page), 'courses').toEqual([]);
      const says = await openCourse(page, 'practice', language);
      const kinds = page.getByRole('navigation').getByRole('listitem').getByRole('button');
      for (let i = 0; i < 6; i++) {
        await kinds.nth(i).click();
        expect(await violations(page), `question ${i + 1}`).toEqual([]);
      }
      await kinds.nth(2).click();
      await button(page, says.showAnswer).click();
      expect(await violations(page), 'answer').toEqual([]);
      await kinds.nth(4).click();
      await button(page, says.play).click();
      expect(await violations(page), 'solution').toEqual([]);
      await button(page.getByRole('navigation'), says.results).click();
      expect(await violations(page), 'results').toEqual([]);
    });
  }

  test(`everything fits a phone in ${language}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    const says = await openCourse(page, 'practice', language);
    const nav = page.getByRole('navigation');
    for (let i = 0; i < 6; i++) {
      await nav.getByRole('button', { expanded: false }).click();
      await nav.getByRole('listitem').getByRole('button').nth(i).click();
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('#root *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className),
      );
      expect(wide, `question ${i + 1}`).toEqual([]);
      expect(await violations(page), `question ${i + 1}`).toEqual([]);
    }
    await expect(button(page, says.check)).toBeVisible();
  });
}
