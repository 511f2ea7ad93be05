import { strToU8, type ZipOptions, zipSync } from 'fflate';
import { createT, exerciseWords } from '../embed/words.ts';
import { explainText } from '../i18n/explain-training.ts';
import learningEn from '../i18n/learning.en.ts';
import learningZhCN from '../i18n/learning.zh-CN.ts';
import learningZhTW from '../i18n/learning.zh-TW.ts';
import type { Language } from '../i18n/locale.ts';
import wordsEn from '../i18n/words.en.ts';
import wordsZhCN from '../i18n/words.zh-CN.ts';
import wordsZhTW from '../i18n/words.zh-TW.ts';
import { escapeXml } from '../model/xml.ts';
import type { Course } from '../training/exercise.ts';
import { DEFAULT_PASS_MARK } from '../training/exercise.ts';
import { pointsOf } from '../training/grade.ts';
import { exercisesOf } from '../training/run.ts';
import { manifestOf, type Said } from './manifest.ts';
import type { Packed, Standard } from './standard.ts';

/** Everything a system needs to offer a course, in one file that depends on nothing but what it is made of. */

const WORDS = {
  en: packageWords(wordsEn, learningEn),
  'zh-CN': packageWords(wordsZhCN, learningZhCN),
  'zh-TW': packageWords(wordsZhTW, learningZhTW),
} satisfies Record<Language, object>;

/** The words that the page needs; the way out of the course leads back to the system. */
function packageWords(words: Words, learning: Learning): object {
  const { cli, ...lms } = learning.lms;
  const play = { ...learning.play, leave: lms.leave };
  return { ...exerciseWords(words, { ...learning, play }), lms };
}

type Words = Parameters<typeof exerciseWords>[0];
type Learning = Parameters<typeof exerciseWords>[1] & {
  readonly lms: { readonly cli: object; readonly leave: string };
};

/** `csp-basics-scorm12-zh-TW.zip` */
export function packageName(
  course: Course,
  standard: Standard,
  languages: readonly Language[],
): string {
  const which = languages.length === 1 ? languages[0] : 'all';
  // What no file system minds.
  const id = course.id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'course';
  return `${id}-${standard}-${which}.zip`;
}

/**
 * @param player the script of the page
 * @returns the same bytes for the same course, at any time and on any machine
 */
export function packageOf(
  course: Course,
  standard: Standard,
  languages: readonly Language[],
  player: string,
): Uint8Array {
  const files = filesOf(course, standard, languages, player);
  // The earliest day a zip file can say; it says it in the time of the machine.
  const options: ZipOptions = { mtime: new Date(1980, 0, 1), level: 9, os: 0 };
  const entries = [...files].map(([name, text]): [string, [Uint8Array, ZipOptions]] => [
    name,
    [strToU8(text), options],
  ]);
  return zipSync(Object.fromEntries(entries));
}

/** Files by their path inside the package. */
export function filesOf(
  course: Course,
  standard: Standard,
  languages: readonly Language[],
  player: string,
): ReadonlyMap<string, string> {
  const packed: Packed = { standard, course, languages };
  const titles = saidIn(languages, course.title);
  const content = new Map([
    ['index.html', page(titles[0])],
    ['player.js', player],
    ['course.js', global('cspPackage', packed)],
    ...languages.map(
      (language) => [`words.${language}.js`, global('cspWords', WORDS[language])] as const,
    ),
  ]);
  const points = exercisesOf(course).reduce((sum, exercise) => sum + pointsOf(exercise), 0);
  const [name, text] = manifestOf(standard, {
    id: course.id,
    titles,
    descriptions: saidIn(languages, course.description ?? course.title),
    passMark: points === 0 ? null : (course.passMark ?? DEFAULT_PASS_MARK),
    files: [...content.keys()],
  });
  return new Map([[name, text], ...content]);
}

function saidIn(languages: readonly Language[], text: Course['title']): Said[] {
  return languages.map((language) => {
    const t = createT(WORDS[language], language);
    return { language, text: explainText(text, t, language) };
  });
}

/** A classic script: pages opened from a folder load no modules and no data. */
function global(name: string, value: object): string {
  const json = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `globalThis.${name}=${json};\n`;
}

function page(title: Said | undefined): string {
  const { language = 'en', text = '' } = title ?? {};
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeXml(text)}</title>
    <script defer src="course.js"></script>
    <script defer src="player.js"></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
}
