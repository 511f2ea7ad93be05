#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { argv, env, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import type { TFunction } from 'i18next';
import { resolveLocale } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import { asJson, asText, painted, plain } from './format.ts';
import { type Checked, checkFile, checkLines, isPassed } from './judged.ts';
import { type Options, readOptions, type UsageProblem } from './options.ts';

const SYNTAX = 'check [--lng en|zh-CN|zh-TW] [--format text|json] FILE… | -';

/** Judges scenario files. Exit code 0: as expected, or all valid; 1: not; 2: something could not be read. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const wished = 'code' in options ? undefined : options.language;
  const language = wished ?? resolveLocale([systemLanguage()]);
  const t = wordsIn(await createWords(language), language);

  if ('code' in options) return refuse(options, t);
  if (options.help) {
    stdout.write(`${usage(t)}\n`);
    return 0;
  }
  const checked: Checked[] = [];
  for (const file of options.files) checked.push(...(await read(file)));
  stdout.write(`${answer(checked, options, t, language)}\n`);
  if (checked.some((one) => 'problems' in one)) return 2;
  return checked.every((one) => !('problems' in one) && isPassed(one)) ? 0 : 1;
}

function answer(
  checked: readonly Checked[],
  { format }: Options,
  t: TFunction,
  language: ReturnType<typeof resolveLocale>,
): string {
  if (format === 'json') return asJson(checked, t);
  const inColour = stdout.isTTY && !env.NO_COLOR;
  return asText(checked, t, language, inColour ? painted : plain);
}

async function read(file: string): Promise<Checked[]> {
  try {
    // As a stream: read at once, a pipe whose writer is slower than this program fails with EAGAIN.
    if (file === '-') return checkLines(file, await text(stdin));
    return checkFile(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === '') throw error;
    return [{ source: { file }, problems: [{ path: '', code: 'notOpened', params: { code } }] }];
  }
}

function refuse({ code, option, allowed }: UsageProblem, t: TFunction): number {
  stderr.write(`${t(`file.check.${code}`, { option, allowed })}\n\n${usage(t)}\n`);
  return 2;
}

function usage(t: TFunction): string {
  return [
    t('file.check.usage', { syntax: SYNTAX }),
    t('file.check.usageFiles'),
    t('file.check.usageExit'),
  ].join('\n');
}

/** `zh_TW.UTF-8` from the environment, as a tag. */
function systemLanguage(): string | undefined {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG)?.replace(/[.@].*$/, '');
}

process.exitCode = await main(argv.slice(2));
