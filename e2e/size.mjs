// What a reader downloads, in gzip: `npm run size`, after a build. Fails where a part is over its limit.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exit } from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = path.join(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const LANGUAGES = ['en', 'zh-CN', 'zh-TW'];

const sizeOf = (content) => gzipSync(content, { level: 9 }).length;
const text = (file) => readFileSync(path.join(DIST, file), 'utf8');
const sum = (files) => files.reduce((bytes, file) => bytes + sizeOf(text(file)), 0);

/** The rules alone, as another program would take them in: with both market tables. */
async function policySize() {
  const [{ output }] = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: path.join(ROOT, 'src/policy/judge.ts'), formats: ['es'] },
    },
  });
  return sizeOf(output[0].code);
}

/** The page, what it names, and what that imports at once. */
function firstLoad(language) {
  const page = text('index.html');
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file);
  const all = new Set(named);
  // The first script only asks for the editor, and names all that this needs.
  for (const file of named.filter((one) => one.endsWith('.js'))) {
    for (const [, name] of text(file).matchAll(
      /["'](?:\.\/)?(?:assets\/)?([\w.-]+\.(?:js|css))["']/g,
    )) {
      all.add(`assets/${name}`);
    }
  }
  for (const file of all) {
    if (!file.endsWith('.js')) continue;
    const imports = text(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
    for (const [, name] of imports) all.add(`assets/${name}`);
  }
  const main = [...all].map((file) => (file.endsWith('.js') ? text(file) : '')).join('');
  const [words] = main.match(new RegExp(`words\\.${language}-[\\w-]+\\.js`)) ?? [];
  if (!words) throw new Error(`no words for ${language} in the page`);
  return sum(['index.html', ...all, `assets/${words}`]);
}

const KB = 1024;
/** Everything that a mode downloads in one language; the limit is 1.2 times bare React and React Flow. */
const editing = (mode, language) => [
  `embedded, mode=${mode}, ${language}`,
  sum(['embed.html', `embed/${mode}.js`, `embed/words.${mode}.${language}.js`]),
  1.2 * 127_800,
];
const figures = [
  ...LANGUAGES.map((language) => [
    `embedded view, ${language}`,
    sum(['embed.html', 'embed/view.js', `embed/words.${language}.js`]),
    45 * KB,
  ]),
  ...LANGUAGES.map((language) => editing('explore', language)),
  ...LANGUAGES.map((language) => editing('exercise', language)),
  ['embed.js', sum(['embed.js']), 3 * KB],
  ['rules with both market tables', await policySize(), 12 * KB],
  ...LANGUAGES.map((language) => [
    `editor, first load, ${language}`,
    firstLoad(language),
    260 * KB,
  ]),
];
for (const [what, bytes, most] of figures) {
  const mark = bytes > most ? '  over its limit' : '';
  console.log(
    `${(bytes / KB).toFixed(1).padStart(7)} KB of ${Number((most / KB).toFixed(1))} KB  ${what}${mark}`,
  );
}
exit(figures.some(([, bytes, most]) => bytes > most) ? 1 : 0);
