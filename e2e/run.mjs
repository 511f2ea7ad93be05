// Runs the browser tests: `npm run e2e`, with Playwright's own arguments behind it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { ensureChromium } from './find-chromium.mjs';

const browser = ensureChromium();
if (!browser) {
  console.error(
    'No Chromium could be found or installed. Install one (apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM_PATH.',
  );
  exit(1);
}
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const config = path.join(import.meta.dirname, 'playwright.config.ts');
const { status } = spawnSync(execPath, [playwright, 'test', '--config', config, ...argv.slice(2)], {
  stdio: 'inherit',
  env: { ...env, E2E_CHROMIUM: JSON.stringify(browser) },
});
exit(status ?? 1);
