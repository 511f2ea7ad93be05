import { expect, LANGUAGES, type Language, test } from './fixtures.ts';

const CHAIN = 'microsoft > indirectProvider > indirectReseller > customer';
const LONGEST = 12;

/** Words as they are counted aloud: in Chinese two characters make one, roughly. */
function spokenWords(text: string, language: Language): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

for (const language of LANGUAGES) {
  test(`what happens is told once, briefly and in ${language}`, async ({ explorer, page }) => {
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => {
        const region = document.querySelector('[aria-live=polite][aria-atomic=true]');
        const text = region?.textContent ?? '';
        if (text && heard.at(-1) !== text) heard.push(text);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await explorer.open({ language, chain: CHAIN });
    await explorer.canvas().getByRole('button').first().focus();
    await page.keyboard.press('End');

    await page.keyboard.press('Enter');

    const say = async (...keys: string[]) => {
      const before = (await heard()).length;
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(async () => (await heard()).length, keys.join()).toBe(before + 1);
    };
    await say('Control+d');
    await say('Delete');
    await say('Control+z');
    await say('Control+Shift+Z');
    await explorer.canvas().getByRole('button').first().focus();
    await page.keyboard.press('Control+ArrowDown');
    await expect(page.getByRole('option').first()).toBeFocused();
    await say('End', 'Enter');
    await say('Control+z');
    await say('Shift+L');
    for (const text of await heard()) {
      expect(spokenWords(text, language), text).toBeLessThanOrEqual(LONGEST);
      if (language === 'en') continue;
      // Names and accepted acronyms apart, a Chinese voice reads no Latin letters.
      expect(text.replace(/Microsoft|CSP|MPA/g, ''), text).not.toMatch(/[A-Za-z]/);
    }
  });
}

test('an edit that changes verdicts says so, and undo too', async ({ explorer, page }) => {
  await explorer.open({ chain: CHAIN });
  const status = page.locator('[aria-live=polite][aria-atomic=true]');
  await explorer.party('End customer').click();
  const country = explorer.panel().getByRole('combobox', { name: /Country/ });
  await country.fill('France');
  await page.getByRole('option', { name: 'France' }).click();
  await expect(status).toHaveText('1 relationship no longer valid');
  await explorer.party('End customer').focus();
  await page.keyboard.press('Control+z');
  await expect(status).toHaveText('Undone, 1 relationship now valid');
});

test('parties and relationships are named in full', async ({ explorer, page }) => {
  await explorer.open({
    chain:
      'microsoft > indirectProvider[name=Contoso] > indirectReseller[name=Fabrikam] > customer[FR]',
  });
  await expect(
    explorer.canvas().getByRole('button', {
      name: 'Indirect reseller Fabrikam, 2 relationships, 1 not valid',
    }),
  ).toBeVisible();
  await expect(explorer.badge('Contoso sells to Fabrikam: Supported')).toBeVisible();
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: '繁體中文' }).first().click();
  await expect(explorer.badge('「Contoso」銷售給「Fabrikam」：支援')).toBeVisible();
});
