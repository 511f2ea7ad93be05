#!/usr/bin/env node
// Runs the check from the sources: builds it first when a source is newer than the program. The build is
// put in place by renaming, so that two runs at a time never see half a program.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = path.join(root, 'dist/check.js');
const SOURCES = ['src/cli', 'src/model', 'src/policy', 'src/what-if', 'src/i18n', 'locales'];

function newest(folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true });
  return Math.max(...entries.map((entry) => statSync(path.join(root, folder, entry)).mtimeMs));
}

function isStale() {
  const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((folder) => newest(folder) > built);
}

if (isStale()) {
  const { build } = await import('vite');
  const outDir = mkdtempSync(path.join(root, 'node_modules/.check-'));
  try {
    await build({ root, mode: 'cli', logLevel: 'error', build: { outDir } });
    mkdirSync(path.dirname(program), { recursive: true });
    renameSync(path.join(outDir, 'check.js'), program);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

process.argv[1] = program;
await import(pathToFileURL(program).href);
