import { defineConfig } from '@playwright/test';

/** Another one, where two checkouts are tested at a time. */
const PORT = Number(process.env.E2E_PORT ?? 4187);
const chromium = JSON.parse(process.env.E2E_CHROMIUM ?? '{}');

/** Against the built page, in a real Chromium, at a size where everything is in sight. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // One more try where a shared machine stood still; the report names what needed it.
  retries: process.env.CI ? 1 : 0,
  workers: process.env.CI ? 2 : '50%',
  reporter: [['list']],
  timeout: 30_000,
  expect: { timeout: 8_000 },
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    // Where one is meant to be, its test says so: what it answers, a test that holds a request back never sees.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [
        ...(chromium.args ?? []),
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // Through node, so that stopping it stops the server and not only its parent.
    command: `node ../node_modules/vite/bin/vite.js preview .. --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
