import { expect, type Language, test } from './fixtures.ts';

/** Two steps are missing: no single fix makes the sale to the customer valid. */
const TWO_STEPS =
  'microsoft > indirectProvider[name=Contoso,-mpaSigned] > indirectReseller[name=Fabrikam,-enrolled] > customer[name=Woodgrove]';
const VALID =
  'microsoft > indirectProvider[name=Contoso] > indirectReseller[name=Fabrikam] > customer[name=Woodgrove]';

interface Words {
  readonly sale: RegExp;
  readonly problems: RegExp;
  readonly everything: string;
  readonly smallest: string;
  readonly sign: string;
  readonly enroll: string;
  readonly world: string;
  readonly preview: string;
  readonly applied: RegExp;
  readonly undo: string;
  readonly noProblems: string;
  readonly helpful: string;
  readonly pin: string;
  readonly broken: string;
  readonly unmet: string;
}

const WORDS: Record<Exclude<Language, 'zh-TW'>, Words> = {
  en: {
    sale: /^Fabrikam sells to Woodgrove: /,
    problems: /^Problems/,
    everything: 'Repair everything',
    smallest: 'Proven smallest',
    sign: 'Have Contoso sign the MPA',
    enroll: 'Have Fabrikam enroll in CSP',
    world: 'changes something real',
    preview: 'Changed',
    applied: /^Fix applied: 3 relationships became valid$/,
    undo: 'Undo',
    noProblems: 'Every relationship drawn is valid.',
    helpful: 'The one fix that helps most',
    pin: 'Must stay valid',
    broken: 'A change broke what must stay valid: Fabrikam → Woodgrove.',
    unmet: 'Not as expected',
  },
  'zh-CN': {
    sale: /^“Fabrikam”销售给“Woodgrove”：/,
    problems: /^问题/,
    everything: '修复全部问题',
    smallest: '已证明改动最少',
    sign: '由“Contoso”签署 MPA',
    enroll: '让“Fabrikam”注册 CSP 计划',
    world: '需要实际办理',
    preview: '已更改',
    applied: /^已应用修复：3 条关系变为有效$/,
    undo: '撤销',
    noProblems: '图中的关系全部有效。',
    helpful: '最有效的一项修复',
    pin: '必须保持有效',
    broken: '刚才的更改使必须保持有效的关系不再有效：“Fabrikam → Woodgrove”。',
    unmet: '不符合预期',
  },
};

for (const language of ['en', 'zh-CN'] as const) {
  const words = WORDS[language];

  test(`a chain that needs two edits is repaired, previewed and undone (${language})`, async ({
    explorer,
    page,
  }) => {
    await explorer.open({ chain: TWO_STEPS, language });
    await explorer.badge(words.sale).click();
    // No single fix cures it, so the search has begun by itself.
    const repair = explorer.panel().getByRole('button', { name: words.smallest }).first();
    await expect(repair).toContainText(words.sign);
    await expect(repair).toContainText(words.enroll);
    await expect(repair).toContainText(words.world);

    const changed = explorer.canvas().getByText(words.preview, { exact: true });
    await repair.hover();
    await expect(changed).toHaveCount(2);
    await explorer.canvas().hover({ position: { x: 5, y: 5 } });
    await expect(changed).toHaveCount(0);
    await repair.focus();
    await expect(changed).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').getByText(words.applied)).toBeAttached();
    await explorer.tab(words.problems).click();
    await expect(explorer.panel()).toContainText(words.noProblems);

    await page.getByRole('button', { name: words.undo, exact: true }).click();
    await expect(explorer.tab(words.problems)).toContainText('3');
  });

  test(`everything is repaired, and the fix that helps most is named (${language})`, async ({
    explorer,
  }) => {
    const unsigned = TWO_STEPS.replace(',-enrolled', '');
    await explorer.open({ chain: unsigned, language });
    await explorer.tab(words.problems).click();
    await expect(explorer.panel().getByRole('heading', { name: words.helpful })).toBeVisible();
    await expect(explorer.panel().getByRole('button', { name: words.sign })).toHaveCount(1);
    await explorer.panel().getByRole('button', { name: words.everything }).click();
    const repair = explorer.panel().getByRole('button', { name: words.smallest }).first();
    await expect(repair).toContainText(words.sign);
    await repair.click();
    await expect(explorer.panel()).toContainText(words.noProblems);
  });

  test(`a change that breaks a pin says so, and can be undone there (${language})`, async ({
    explorer,
    page,
  }) => {
    await explorer.open({ chain: VALID, language });
    await explorer.badge(words.sale).click();
    await explorer.panel().getByRole('button', { name: words.pin }).click();
    await explorer.party(/Contoso”?[,，]/).click();
    await page.keyboard.press('Delete');

    const warning = page.getByRole('alert').filter({ hasText: words.broken });
    await expect(warning).toBeVisible();
    await expect(explorer.panel().getByText(words.unmet)).toBeVisible();
    await warning.getByRole('button', { name: words.undo }).click();
    await expect(warning).toBeHidden();
    await expect(explorer.party(/Contoso”?[,，]/)).toBeVisible();
    await expect(explorer.panel().getByText(words.unmet)).toBeHidden();
  });
}

test('a long search can be cancelled, and what it found stays', async ({ explorer, page }) => {
  // However fast the machine, it never comes to its end: the last news is not passed on.
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      override addEventListener(kind: string, listen: (event: Event) => void): void {
        super.addEventListener(kind, (event) => {
          const isDone = event instanceof MessageEvent && event.data.isDone;
          if (!isDone) listen(event);
        });
      }
    };
  });
  // Fourteen resellers, each with something of its own missing: too many combinations to try them all.
  const many = Array.from(
    { length: 14 },
    (_, i) =>
      `indirectProvider > indirectReseller#${i + 2}[-enrolled,${i % 2 ? 'DE' : 'US'}] > customer#${i + 2}[?]`,
  );
  await explorer.open({ chain: `microsoft > indirectProvider; ${many.join('; ')}` });
  await explorer.tab(/^Problems/).click();
  await explorer.panel().getByRole('button', { name: 'Repair everything' }).click();
  await expect(explorer.panel().getByRole('progressbar')).toBeVisible();
  // However slow the machine, it has told how far it got.
  await expect(explorer.panel().getByRole('progressbar')).not.toHaveAttribute('value', '0');
  await explorer.panel().getByRole('button', { name: 'Cancel the search' }).click();
  await expect(explorer.panel().getByRole('status')).toContainText(
    /Search canceled: [\d,]+ combinations? tried/,
  );
  await expect(explorer.panel().getByRole('progressbar')).toBeHidden();
  await expect(explorer.panel().getByRole('button', { name: 'Repair everything' })).toBeVisible();
});

test('expectations are saved with the scenario and shown as met or not', async ({
  explorer,
  page,
}) => {
  await explorer.open({ chain: VALID });
  await explorer.panel().getByRole('button', { name: 'Expect everything as it is now' }).click();
  await expect(explorer.panel().getByText('5 of 5 as expected')).toBeVisible();
  await page.goto('/?lng=en');
  await expect(explorer.panel().getByText('5 of 5 as expected')).toBeVisible();
  await explorer.panel().getByRole('button', { name: 'Clear all expectations' }).click();
  await expect(explorer.panel().getByText('5 of 5 as expected')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(explorer.panel().getByText('5 of 5 as expected')).toBeVisible();
});
