#!/usr/bin/env node
import { argv, env, stderr, stdout } from 'node:process';
import type { TFunction } from 'i18next';
import { LANGUAGES, type Language, resolveLocale } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { pageKind } from './docs.ts';
import { checkFolders, checkPage, pagesIn } from './docs-check.ts';
import type { Mismatch } from './docs-compare.ts';
import { findingsOf, mismatchFindings } from './findings.ts';
import { asJson, asText, painted, plain } from './format.ts';
import { asGithub, asJunit, asSarif } from './format-ci.ts';
import { type Checked, checkFile, checkLines, isPassed } from './judged.ts';
import { readOptions, type UsageProblem } from './options.ts';
import { readText, systemLanguage } from './program.ts';

const SYNTAX =
  'check [--lng en|zh-CN|zh-TW] [--format text|json|junit|sarif|github] [--compare] FILE… | DIR… | -';
const OPTIONS = {
  '--lng': LANGUAGES,
  '--format': ['text', 'json', 'junit', 'sarif', 'github'],
  '--compare': 'flag',
} as const;
type Format = (typeof OPTIONS)['--format'][number];

/** Judges scenario files, courses and what pages embed. Exit code 0: as expected, or all valid; 1: not; 2: something could not be read. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const wished = 'code' in options ? undefined : options.values['--lng'];
  const language = wished ?? resolveLocale([systemLanguage()]);
  const words = await createWords(language);
  await loadLearning(words);
  const t = wordsIn(words, language);

  if ('code' in options) return refuse(options, t);
  if (options.help) {
    stdout.write(`${usage(t)}\n`);
    return 0;
  }
  const { '--compare': comparing, '--format': format = 'text' } = options.values;
  const { checked, mismatches } = comparing
    ? await checkFolders(options.files)
    : { checked: await readAll(options.files), mismatches: [] };
  stdout.write(`${answer(checked, mismatches, format, t, language)}\n`);
  if (checked.some((one) => 'problems' in one)) return 2;
  if (mismatches.length > 0) return 1;
  return checked.every((one) => !('problems' in one) && isPassed(one)) ? 0 : 1;
}

function answer(
  checked: readonly Checked[],
  mismatches: readonly Mismatch[],
  format: Format,
  t: TFunction,
  language: Language,
): string {
  if (format === 'json') return asJson(checked, t, language, mismatches);
  if (format !== 'text') {
    const findings = [...findingsOf(checked, t, language), ...mismatchFindings(mismatches, t)];
    const disclaimer = t('policy.disclaimer');
    if (format === 'junit') return asJunit(checked, findings, disclaimer);
    return format === 'sarif' ? asSarif(findings, disclaimer) : asGithub(findings, disclaimer);
  }
  const inColour = stdout.isTTY && !env.NO_COLOR;
  return asText(checked, t, language, inColour ? painted : plain, mismatches);
}

async function readAll(files: readonly string[]): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const file of files.flatMap(pagesIn)) {
    for (const one of await read(file)) checked.push(one);
  }
  return checked;
}

async function read(file: string): Promise<Checked[]> {
  const content = await readText(file);
  if (typeof content !== 'string') return [{ source: { file }, problems: [content] }];
  const kind = pageKind(file);
  if (kind) return checkPage(file, content, kind);
  return file === '-' ? checkLines(file, content) : checkFile(file, content);
}

function refuse({ code, option, allowed }: UsageProblem, t: TFunction): number {
  stderr.write(`${t(`file.check.${code}`, { option, allowed })}\n\n${usage(t)}\n`);
  return 2;
}

function usage(t: TFunction): string {
  return [
    t('file.check.usage', { syntax: SYNTAX }),
    t('file.check.usageFiles'),
    t('docs.usage', { option: '--compare' }),
    t('file.check.usageExit'),
  ].join('\n');
}

process.exitCode = await main(argv.slice(2));
