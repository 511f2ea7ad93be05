import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileProblem } from '../model/scenario-file.ts';
import { type PageKind, pageKind, readPage } from './docs.ts';
import { comparePages, type Mismatch } from './docs-compare.ts';
import { scenarioOfEmbed } from './docs-source.ts';
import { type Checked, check } from './judged.ts';
import { errorCode, readText } from './program.ts';

/** Judges everything that a page embeds, each at its line. */
export async function checkPage(file: string, text: string, kind: PageKind): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const embed of readPage(text, kind)) {
    checked.push(check({ file, line: embed.line }, await scenarioOfEmbed(embed, file)));
  }
  return checked;
}

/** A file, or every page in a folder. */
export function pagesIn(file: string): string[] {
  if (file === '-' || !statSync(file, { throwIfNoEntry: false })?.isDirectory()) return [file];
  return readdirSync(file, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const inner = path.join(file, entry.name);
      if (entry.isDirectory()) return pagesIn(inner);
      return pageKind(entry.name) ? [inner] : [];
    });
}

/**
 * The pages of several folders, one a language: each judged, and those with the same path compared. The
 * first folder that has a page is taken as right. A page that a folder does not have is not compared.
 */
export async function checkFolders(
  folders: readonly string[],
): Promise<{ checked: Checked[]; mismatches: Mismatch[] }> {
  const checked: Checked[] = [];
  const mismatches: Mismatch[] = [];
  const first = new Map<string, { file: string; page: Checked[] }>();
  for (const folder of folders) {
    const problem = notAFolder(folder);
    if (problem) {
      checked.push({ source: { file: folder }, problems: [problem] });
      continue;
    }
    // A language may stand in a folder of another: `docs` and `docs/zh-TW`.
    const others = folders.filter((one) => one !== folder && isWithin(one, folder));
    for (const file of pagesIn(folder)) {
      if (others.some((other) => isWithin(file, other))) continue;
      const text = await readText(file);
      const kind = pageKind(file) as PageKind;
      const page: Checked[] =
        typeof text === 'string'
          ? await checkPage(file, text, kind)
          : [{ source: { file }, problems: [text] }];
      checked.push(...page);
      const name = path.relative(folder, file);
      const like = first.get(name);
      if (like) mismatches.push(...comparePages(like.page, page, file, like.file));
      else first.set(name, { file, page });
    }
  }
  return { checked, mismatches };
}

function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}

function notAFolder(folder: string): FileProblem | undefined {
  try {
    if (statSync(folder).isDirectory()) return undefined;
    return { path: '', code: 'notOpened', params: { code: 'ENOTDIR' } };
  } catch (error) {
    return { path: '', code: 'notOpened', params: { code: errorCode(error) } };
  }
}
