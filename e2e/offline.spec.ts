import { expect, LANGUAGES, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

test('after one visit everything opens without a network, in every language', async ({
  explorer,
  page,
  context,
}) => {
  await explorer.open({ chain: 'microsoft > directBillPartner > customer' });
  // Ready when all that is to be kept is kept.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await expect(explorer.badge(/^Microsoft sells to Direct-bill partner/)).toBeVisible();
  for (const language of LANGUAGES) {
    await page.goto(`/?lng=${language}&learn=csp-basics/chains-repair`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(explorer.party('Microsoft')).toBeVisible();
    await page.goto(`/embed.html?lng=${language}&sample=s1`);
    await expect(page.getByRole('main')).toBeVisible();
  }
});
