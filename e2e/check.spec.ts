import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

const PROGRAM = new URL('../dist/check.js', import.meta.url).pathname;
const CASES = new URL('../src/policy/cases.json', import.meta.url).pathname;
const SAMPLE = new URL('../dist/samples/s7-two-regions.csp.json', import.meta.url).pathname;

function check(args: string[], input = '', env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
}

const lines = (...files: object[]) => files.map((file) => JSON.stringify(file)).join('\n');
const scenario = (relationships: object[], more: object = {}) => ({
  format: 'csp-scenario',
  version: 1,
  id: 'one',
  parties: [
    { id: 'm', type: 'microsoft' },
    { id: 'c', type: 'customer', name: 'Woodgrove' },
  ],
  relationships,
  ...more,
});
const WRONG = { id: 'r', kind: 'sells', from: 'm', to: 'c' };

test('all cases of the policy meet their expectations', () => {
  const { stdout, status } = check(['--format', 'json', CASES]);
  const answer = JSON.parse(stdout);
  expect(answer).toHaveLength(JSON.parse(readFileSync(CASES, 'utf8')).length);
  expect(answer.every(({ expectationsMet }: { expectationsMet: boolean }) => expectationsMet)).toBe(
    true,
  );
  expect(status).toBe(0);
});

test('the JSON answer has one element a scenario, in order, also for what can’t be read', () => {
  const input = `${lines(scenario([WRONG]), scenario([]))}\n{"format":1}\n\nnot json`;
  const { stdout, status } = check(['--format', 'json', '-'], input);
  expect(JSON.parse(stdout)).toEqual([
    {
      source: '-:1',
      id: 'one',
      chain: 'broken',
      relationships: {
        r: { verdict: 'invalid', rules: ['microsoft-sells-via-partners'], notes: [] },
      },
      expectationsMet: null,
    },
    { source: '-:2', id: 'one', chain: 'empty', relationships: {}, expectationsMet: null },
    { source: '-:3', error: { message: expect.stringContaining('not a scenario file'), path: '' } },
    {
      source: '-:5',
      error: { message: 'The file is not valid JSON (line 1, column 1).', path: '' },
    },
  ]);
  expect(status).toBe(2);
});

test('the exit code tells whether all is as expected, or valid where nothing is', () => {
  const met = scenario([WRONG], {
    expect: { r: { verdict: 'invalid', rules: ['microsoft-sells-via-partners'] } },
    expectChain: 'broken',
  });
  expect(check(['-'], lines(met)).status).toBe(0);
  expect(check(['-'], lines(scenario([]))).status).toBe(0);
  expect(check(['-'], lines(scenario([WRONG]))).status).toBe(1);
  const unmet = check(['-'], lines({ ...met, expect: { r: { verdict: 'valid' } } }));
  expect(unmet.status).toBe(1);
  expect(unmet.stdout).toContain('Expected: valid. Found: invalid (microsoft-sells-via-partners).');
});

test('the text is in the language asked for, or that of the system, and coloured only for people', () => {
  const chinese = check(['--lng', 'zh-TW', SAMPLE]);
  expect(chinese.stdout).toContain('間接轉銷商「Fabrikam」不能銷售給「Woodgrove Bank」');
  expect(chinese.stdout).toContain('並非 Microsoft 的決定');
  expect(check([SAMPLE], '', { LANG: 'zh_CN.UTF-8' }).stdout).toContain('双方位于不同的 CSP 区域');
  expect(chinese.stdout).not.toContain('\u001B[');
  expect(chinese.stderr).toBe('');
});

test('a wrong command line says what is right, on standard error', () => {
  for (const args of [
    [],
    ['--lng', 'fr', SAMPLE],
    ['--format=xml', SAMPLE],
    ['--colour', SAMPLE],
  ]) {
    const { status, stdout, stderr } = check(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: check');
  }
  expect(check(['--help']).stdout).toContain('Usage: check');
});

test('a file that is not there is said in its place', async ({ browserName: _ }, testInfo) => {
  const good = testInfo.outputPath('good.csp.json');
  writeFileSync(good, JSON.stringify(scenario([])));
  const { stdout, status } = check(['--format', 'json', testInfo.outputPath('nowhere.json'), good]);
  const [missing, found] = JSON.parse(stdout);
  expect(missing.error.message).toContain('ENOENT');
  expect(found.chain).toBe('empty');
  expect(status).toBe(2);
});

test('thousands of scenarios are read from standard input', () => {
  const input = Array.from({ length: 2_000 }, () => JSON.stringify(scenario([WRONG]))).join('\n');
  const { stdout } = check(['--format', 'json', '-'], input);
  expect(JSON.parse(stdout)).toHaveLength(2_000);
});

test('a slow writer is waited for', async () => {
  const slow = spawn(process.execPath, [PROGRAM, '--format', 'json', '-']);
  const output = text(slow.stdout);
  slow.stdin.write(`${JSON.stringify(scenario([WRONG]))}\n`);
  // Three whole runs of the program last longer than the start of one: it is waiting by then.
  for (let i = 0; i < 3; i++) check(['--help']);
  slow.stdin.end(JSON.stringify(scenario([])));
  expect(JSON.parse(await output)).toMatchObject([{ source: '-:1' }, { source: '-:2' }]);
});
