import { readFileSync } from 'node:fs';
import { env, stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import type { FileProblem } from '../model/scenario-file.ts';

/** What the programs have in common. */

/** `zh_TW.UTF-8` from the environment, as a tag. */
export function systemLanguage(): string | undefined {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG)?.replace(/[.@].*$/, '');
}

/** The text of a file, or of standard input for `-`. */
export async function readText(file: string): Promise<string | FileProblem> {
  try {
    // As a stream: read at once, a pipe whose writer is slower than this program fails with EAGAIN.
    return file === '-' ? await text(stdin) : readFileSync(file, 'utf8');
  } catch (error) {
    return { path: '', code: 'notOpened', params: { code: errorCode(error) } };
  }
}

/** `ENOENT` and the like; an error without such a code is a fault of the program. */
export function errorCode(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === '') throw error;
  return code;
}
