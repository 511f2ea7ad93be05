#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import type { TFunction } from 'i18next';
import { explainProblem } from '../i18n/explain-problem.ts';
import { LANGUAGES, resolveLocale } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import { readScenario, titledAfterFile } from '../model/scenario-file.ts';
import { renderText } from '../render/formats.ts';
import { PICTURE_THEMES } from '../render/style.ts';
import { readOptions } from './options.ts';
import { errorCode, readText, systemLanguage } from './program.ts';

const SYNTAX =
  'render [--lng en|zh-CN|zh-TW] [--format svg|md|html|mermaid] [--theme auto|light|dark] [-o OUT] FILE | -';
const OPTIONS = {
  '--lng': LANGUAGES,
  '--format': ['svg', 'md', 'html', 'mermaid'],
  '--theme': PICTURE_THEMES,
  '-o': null,
} as const;

/** Draws or reports one scenario. Exit code 0: done; 2: it could not be read, or the result not written. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const wished = 'code' in options ? undefined : options.values['--lng'];
  const language = wished ?? resolveLocale([systemLanguage()]);
  const t = wordsIn(await createWords(language), language);
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
  const [file = '', ...others] = options.files;
  if (others.length > 0) return refuse(`${t('report.cli.oneFile')}\n\n${usage(t)}`);

  const content = await readText(file);
  const read =
    typeof content === 'string'
      ? readScenario(content)
      : ({ ok: false, problems: [content] } as const);
  if (!read.ok) {
    const problems = read.problems.map((problem) => explainProblem(problem, t));
    return refuse(problems.map((problem) => t('file.at', { path: file, problem })).join('\n'));
  }
  const { '--format': format = 'svg', '--theme': theme = 'auto', '-o': out } = options.values;
  const scenario =
    file === '-' ? read.scenario : titledAfterFile(read.scenario, path.basename(file));
  const rendered = renderText(format === 'md' ? 'markdown' : format, scenario, {
    t,
    language,
    theme,
    date: today(),
  });
  if (out === undefined || out === '-') {
    stdout.write(rendered);
    return 0;
  }
  try {
    writeFileSync(out, rendered);
    return 0;
  } catch (error) {
    return refuse(t('report.cli.notWritten', { name: out, code: errorCode(error) }));
  }
}

function usage(t: TFunction): string {
  return [
    t('file.check.usage', { syntax: SYNTAX }),
    t('report.cli.usage'),
    t('report.cli.exit'),
  ].join('\n');
}

/** Where this computer is, as a scenario writes days. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

process.exitCode = await main(argv.slice(2));
