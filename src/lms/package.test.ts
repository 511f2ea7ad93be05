import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import type { Course } from '../training/exercise.ts';
import { filesOf, packageName, packageOf } from './package.ts';
import { STANDARDS, type Standard } from './standard.ts';
import { TEST_COURSE } from './test-course.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../e2e/schemas');
const preload = readdirSync(SCHEMAS)
  .filter((file) => file.endsWith('.xsd'))
  .map((fileName) => ({ fileName, contents: readFileSync(path.join(SCHEMAS, fileName), 'utf8') }));

const PLAYER = 'void 0;';
const NAMES = { scorm12: 'imsmanifest.xml', scorm2004: 'imsmanifest.xml', cmi5: 'cmi5.xml' };
const AWKWARD: Course = {
  ...TEST_COURSE,
  id: '1 & <course>/\u8ab2',
  title: { texts: { en: 'Sales & "resale" <1>' } },
  passMark: 2 / 3,
  lessons: [],
};

async function errorsOf(standard: Standard, course: Course, languages: readonly Language[]) {
  const contents = filesOf(course, standard, languages, PLAYER).get(NAMES[standard]) ?? '';
  const { errors } = await validateXML({
    xml: [{ fileName: NAMES[standard], contents }],
    schema: preload.filter(({ fileName }) => fileName === `${standard}.xsd`),
    preload: preload.filter(({ fileName }) => fileName !== `${standard}.xsd`),
  });
  return errors.map(({ message }) => message);
}

describe.each(STANDARDS)('a package for %s', (standard) => {
  it('has a manifest that is valid, whatever the course is called', async () => {
    expect(await errorsOf(standard, TEST_COURSE, LANGUAGES)).toEqual([]);
    expect(await errorsOf(standard, TEST_COURSE, ['zh-TW'])).toEqual([]);
    expect(await errorsOf(standard, AWKWARD, ['en'])).toEqual([]);
    const uneven = { ...TEST_COURSE, passMark: 2 / 3 };
    expect(await errorsOf(standard, uneven, ['en'])).toEqual([]);
  });

  it('is made of the files that it names, and of the same bytes each time', () => {
    const bytes = packageOf(TEST_COURSE, standard, LANGUAGES, PLAYER);
    expect(packageOf(TEST_COURSE, standard, LANGUAGES, PLAYER)).toEqual(bytes);
    const files = unzipSync(bytes);
    const manifest = strFromU8(files[NAMES[standard]] ?? new Uint8Array());
    const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href);
    const others = Object.keys(files).filter((file) => file !== NAMES[standard]);
    if (standard === 'cmi5') expect(manifest).toContain('<url>index.html</url>');
    else expect(named).toEqual(others);
    expect(others).toEqual([
      'index.html',
      'player.js',
      'course.js',
      ...LANGUAGES.map((language) => `words.${language}.js`),
    ]);
  });

  it('is in the languages asked for, and in no others', () => {
    const files = filesOf(TEST_COURSE, standard, ['zh-TW'], PLAYER);
    expect([...files.keys()].filter((file) => file.startsWith('words'))).toEqual([
      'words.zh-TW.js',
    ]);
    expect(files.get('index.html')).toContain('<html lang="zh-TW">');
    const title = '\u8ab2\u7a0b';
    expect(files.get('index.html')).toContain(`<title>${title}</title>`);
    expect(files.get(NAMES[standard])).toContain(title);
  });

  it('loads nothing from anywhere else', () => {
    for (const [name, text] of filesOf(TEST_COURSE, standard, LANGUAGES, PLAYER)) {
      if (/\.(html|js)$/.test(name)) expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
      if (name.endsWith('.js')) expect(text).toMatch(/^[\0-\x7f]*$/);
    }
  });
});

describe('the words of a package', () => {
  const SRC = path.resolve(import.meta.dirname, '..');
  /** Of which the page has only what needs no words. */
  const REPORT = path.join('render', 'report.ts');
  /** The file and all that it imports, without types. */
  function sourcesFrom(file: string, known = new Map<string, string>()): Map<string, string> {
    if (known.has(file) || !/\.tsx?$/.test(file) || file.endsWith(REPORT)) return known;
    const text = readFileSync(file, 'utf8');
    known.set(file, text);
    for (const [, from = ''] of text.matchAll(
      /^(?:import(?! type)|export)\b[^;']*?'(\.[^']+)'/gm,
    )) {
      sourcesFrom(path.resolve(path.dirname(file), from), known);
    }
    return known;
  }
  const said = [...sourcesFrom(path.join(SRC, 'lms/page.tsx')).values()].flatMap((text) => [
    ...[...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key),
    // What stands before the part that is known only at run time.
    ...[...text.matchAll(/\bt\(\s*`([\w.]+)\.\w*\$\{/g)].map(([, key = '']) => key),
  ]);

  it.each(LANGUAGES)('are all that its page says, in %s', (language) => {
    const script = filesOf(TEST_COURSE, 'cmi5', [language], PLAYER).get(`words.${language}.js`);
    const words: object = JSON.parse((script ?? '').replace(/^globalThis\.cspWords=|;\n$/g, ''));
    const find = (key: string) =>
      key
        .split('.')
        .reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], words);
    const missing = said.filter((key) => !find(key) && !find(`${key}_other`));
    expect(said.length).toBeGreaterThan(150);
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('the name of a package', () => {
  it('says course, standard and language', () => {
    expect(packageName(TEST_COURSE, 'cmi5', ['en'])).toBe('test-course-cmi5-en.zip');
    expect(packageName(AWKWARD, 'scorm12', LANGUAGES)).toBe('1-course-scorm12-all.zip');
  });
});
