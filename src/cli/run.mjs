#!/usr/bin/env node
// Runs a program from the sources, `run.mjs check …`, `render …` or `lms …`: builds it first when a source is
// newer than it. The build is put in place by renaming, so that two runs at a time never see half a program.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const JUDGING = [
  'src/cli',
  'src/model',
  'src/policy',
  'src/what-if',
  'src/training',
  'src/samples',
  'src/i18n',
  'locales',
];
const PROGRAMS = {
  check: { mode: 'cli', sources: JUDGING },
  render: { mode: 'render', sources: [...JUDGING, 'src/render', 'src/geometry', 'src/icons'] },
  lms: { mode: 'lms', sources: [...JUDGING, 'src/lms', 'src/embed'] },
};

const [name] = process.argv.splice(2, 1);
const { mode, sources } = PROGRAMS[name];
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = path.join(root, 'dist', `${name}.js`);

function newest(folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true });
  return Math.max(...entries.map((entry) => statSync(path.join(root, folder, entry)).mtimeMs));
}

function isStale() {
  const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((folder) => newest(folder) > built);
}

if (isStale()) {
  const { build } = await import('vite');
  const outDir = mkdtempSync(path.join(root, `node_modules/.${name}-`));
  try {
    await build({ root, mode, logLevel: 'error', build: { outDir } });
    mkdirSync(path.dirname(program), { recursive: true });
    renameSync(path.join(outDir, `${name}.js`), program);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

process.argv[1] = program;
await import(pathToFileURL(program).href);
