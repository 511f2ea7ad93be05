#!/usr/bin/env node
import { argv, env, stderr, stdout } from 'node:process';
import type { TFunction } from 'i18next';
import { LANGUAGES, type Language, resolveLocale } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import { asJson, asText, painted, plain } from './format.ts';
import { type Checked, checkFile, checkLines, isPassed } from './judged.ts';
import { readOptions, type UsageProblem } from './options.ts';
import { readText, systemLanguage } from './program.ts';

const SYNTAX = 'check [--lng en|zh-CN|zh-TW] [--format text|json] FILE… | -';
const OPTIONS = { '--lng': LANGUAGES, '--format': ['text', 'json'] } as const;

/** Judges scenario files. Exit code 0: as expected, or all valid; 1: not; 2: something could not be read. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const wished = 'code' in options ? undefined : options.values['--lng'];
  const language = wished ?? resolveLocale([systemLanguage()]);
  const t = wordsIn(await createWords(language), language);

  if ('code' in options) return refuse(options, t);
  if (options.help) {
    stdout.write(`${usage(t)}\n`);
    return 0;
  }
  const checked: Checked[] = [];
  for (const file of options.files) checked.push(...(await read(file)));
  stdout.write(`${answer(checked, options.values['--format'] ?? 'text', t, language)}\n`);
  if (checked.some((one) => 'problems' in one)) return 2;
  return checked.every((one) => !('problems' in one) && isPassed(one)) ? 0 : 1;
}

function answer(
  checked: readonly Checked[],
  format: 'text' | 'json',
  t: TFunction,
  language: Language,
): string {
  if (format === 'json') return asJson(checked, t);
  const inColour = stdout.isTTY && !env.NO_COLOR;
  return asText(checked, t, language, inColour ? painted : plain);
}

async function read(file: string): Promise<Checked[]> {
  const content = await readText(file);
  if (typeof content !== 'string') return [{ source: { file }, problems: [content] }];
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
    t('file.check.usageExit'),
  ].join('\n');
}

process.exitCode = await main(argv.slice(2));
