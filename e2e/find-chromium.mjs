// Finds a Chromium that can really start, or installs one, with fonts for Chinese. No browser variable is
// needed; CHROMIUM_PATH names one where there are several.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env, platform } from 'node:process';
import { chromium } from 'playwright';

const isRoot = process.getuid?.() === 0;

function run(command, args, timeout) {
  const options = { stdio: ['ignore', 'inherit', 'inherit'], timeout };
  const result = spawnSync(command, args, {
    ...options,
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

function onPath(name) {
  const folders = (env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ];
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) =>
    env[key]
      ? ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
          (file) => path.join(env[key], file),
        )
      : [],
  );
  const others = platform === 'darwin' ? mac : platform === 'win32' ? windows : [];
  const all = [env.CHROMIUM_PATH, chromium.executablePath(), ...names.map(onPath), ...others];
  return [...new Set(all.filter((file) => file && existsSync(file)))];
}

/** A browser counts only when it shows a page, first with and then without its sandbox. */
function start(executablePath) {
  for (const args of [[], ['--no-sandbox']]) {
    const profile = mkdtempSync(path.join(tmpdir(), 'chromium-'));
    try {
      const page = execFileSync(
        executablePath,
        [
          '--headless',
          '--disable-gpu',
          '--dump-dom',
          `--user-data-dir=${profile}`,
          ...args,
          'data:text/html,<p>ready</p>',
        ],
        { timeout: 25_000, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      if (page.toString().includes('<p>ready</p>')) return { executablePath, args };
    } catch {
      // The next one, or the next way to start it.
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
  return undefined;
}

function findChromium() {
  for (const file of candidates()) {
    const found = start(file);
    if (found) return found;
  }
  return undefined;
}

function hasChineseFonts() {
  if (platform !== 'linux') return true;
  const list = onPath('fc-list') && spawnSync('fc-list', [':lang=zh-tw', 'family']);
  return Boolean(list?.stdout?.toString().trim());
}

/** With root or a sudo that asks nothing; undefined where neither is there. */
function aptInstall(...packages) {
  if (platform !== 'linux' || !onPath('apt-get')) return false;
  const sudo = isRoot ? [] : onPath('sudo') ? ['sudo', '-n'] : undefined;
  if (!sudo) return false;
  const apt = (args, timeout) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, rest, timeout);
  };
  apt(['update'], 120_000);
  return apt(['install', '-y', '--no-install-recommends', ...packages], 400_000);
}

/** @returns {{ executablePath: string, args: string[] } | undefined} */
export function ensureChromium() {
  let found = findChromium();
  if (!found) {
    console.error('No Chromium found; asking Playwright for one.');
    const withSystem = isRoot ? ['--with-deps'] : [];
    run('npx', ['--no-install', 'playwright', 'install', ...withSystem, 'chromium'], 240_000);
    found = findChromium();
  }
  if (!found) {
    console.error('Asking the system for one.');
    aptInstall('chromium', 'fonts-noto-cjk', 'fontconfig');
    found = findChromium();
  }
  if (found && !hasChineseFonts()) {
    console.error('No Chinese font found; asking the system for one.');
    aptInstall('fonts-noto-cjk', 'fontconfig');
  }
  return found;
}
