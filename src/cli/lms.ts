#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TFunction } from 'i18next';
import { explainFaults } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import { LANGUAGES, resolveLocale } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { packageName, packageOf } from '../lms/package.ts';
import { STANDARDS } from '../lms/standard.ts';
import { type CourseRead, readCourse } from '../training/course-file.ts';
import { LESSON_COURSE } from '../training/lessons.ts';
import { faultsOf } from '../training/validate.ts';
import { readOptions } from './options.ts';
import { errorCode, readText, systemLanguage } from './program.ts';

const SYNTAX =
  'build:lms [-- --course FILE|- --lng en|zh-CN|zh-TW|all --standard scorm12|scorm2004|cmi5|all -o DIR]';
const COMMAND = 'npm run build:lms';
const OPTIONS = {
  '--course': null,
  '--lng': [...LANGUAGES, 'all'],
  '--standard': [...STANDARDS, 'all'],
  '-o': null,
} as const;

/** Beside this program: what `vite build --mode lms-page` makes. */
const PLAYER = fileURLToPath(new URL('./lms-page/player.js', import.meta.url));
const OUT = fileURLToPath(new URL('./lms', import.meta.url));

/** Writes packages of a course. Exit code 0: done; 2: something could not be read or written. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS, false);
  const wished = 'code' in options ? undefined : options.values['--lng'];
  // The language of the packages is that of who makes them, where it is one.
  const system = resolveLocale([systemLanguage()]);
  const language = wished === undefined || wished === 'all' ? system : wished;
  const words = await createWords(language);
  await loadLearning(words);
  const t = wordsIn(words, language);
  const refuse = (message: string) => {
    stderr.write(`${message}\n`);
    return 2;
  };

  if ('code' in options) {
    const { code, option, allowed } = options;
    return refuse(`${t(`file.check.${code}`, { option, allowed })}\n\n${usage(t)}`);
  }
  if (options.help) {
    stdout.write(`${usage(t)}\n`);
    return 0;
  }
  if (options.files.length > 0) {
    return refuse(`${t('lms.cli.noFile', { option: '--course' })}\n\n${usage(t)}`);
  }
  const { '--course': file, '--standard': standard = 'all', '-o': out = OUT } = options.values;
  const read = await courseFrom(file);
  // Exercises that nobody could answer are packed for nobody.
  const faults = read.ok ? faultsOf(read.course) : [];
  if (!read.ok || faults.length > 0) {
    const problems = read.ok
      ? explainFaults(faults, read.course, t, language)
      : read.problems.map((problem) => explainProblem(problem, t));
    return refuse(
      problems.map((problem) => t('file.at', { path: file ?? '', problem })).join('\n'),
    );
  }
  const player = playerScript();
  if (player === undefined) return refuse(t('lms.cli.noPage', { name: PLAYER, syntax: COMMAND }));

  const languages = wished === undefined || wished === 'all' ? LANGUAGES : [wished];
  const standards = standard === 'all' ? STANDARDS : [standard];
  for (const one of standards) {
    const name = path.join(out, packageName(read.course, one, languages));
    const bytes = packageOf(read.course, one, languages, player);
    try {
      mkdirSync(out, { recursive: true });
      writeFileSync(name, bytes);
    } catch (error) {
      return refuse(t('report.cli.notWritten', { name, code: errorCode(error) }));
    }
    const size = new Intl.NumberFormat(language).format(Math.ceil(bytes.length / 1024));
    stdout.write(`${size.padStart(6)} KB  ${name}\n`);
  }
  return 0;
}

async function courseFrom(file: string | undefined): Promise<CourseRead> {
  if (file === undefined) return { ok: true, course: LESSON_COURSE };
  const content = await readText(file);
  return typeof content === 'string' ? readCourse(content) : { ok: false, problems: [content] };
}

function playerScript(): string | undefined {
  try {
    return readFileSync(PLAYER, 'utf8');
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

function usage(t: TFunction): string {
  return [
    t('file.check.usage', { syntax: SYNTAX }),
    t('lms.cli.usage', { folder: 'dist/lms' }),
    t('lms.cli.exit'),
  ].join('\n');
}

process.exitCode = await main(argv.slice(2));
