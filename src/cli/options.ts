import { LANGUAGES, type Language } from '../i18n/locale.ts';

export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  readonly language: Language | undefined;
  readonly format: Format;
  readonly files: readonly string[];
  readonly help: boolean;
}

/** What is wrong with the command line; the words are at `file.check.<code>`. */
export interface UsageProblem {
  readonly code: 'unknownOption' | 'badOption' | 'noFiles';
  readonly option: string;
  readonly allowed: string;
}

/** Reads the arguments; an option's value may follow it or an equals sign, `--` ends the options. */
export function readOptions(args: readonly string[]): Options | UsageProblem {
  let language: Language | undefined;
  let format: Format = 'text';
  let help = false;
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [option, attached] = splitOption(arg);
    if (arg === '--') {
      files.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) files.push(arg);
    else if (arg === '--help' || arg === '-h') help = true;
    else if (option === '--lng' || option === '--format') {
      const value = attached ?? args[++i] ?? '';
      const allowed: readonly string[] = option === '--lng' ? LANGUAGES : FORMATS;
      if (!allowed.includes(value))
        return { code: 'badOption', option, allowed: allowed.join(', ') };
      if (option === '--lng') language = value as Language;
      else format = value as Format;
    } else return { code: 'unknownOption', option, allowed: '' };
  }
  if (files.length === 0 && !help) return { code: 'noFiles', option: '', allowed: '' };
  return { language, format, files, help };
}

function splitOption(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}
