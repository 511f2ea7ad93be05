import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileProblem } from '../model/scenario-file.ts';
import { type PageKind, pageKind, readPage } from './docs.ts';
import { comparePages, type Mismatch } from './docs-compare.ts';
import { readEmbed } from './docs-source.ts';
import { type Checked, checkRead } from './judged.ts';
import { errorCode, readText } from './program.ts';

/** Judges everything that a page embeds, each at its line. */
export async function checkPage(file: string, text: string, kind: PageKind): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const embed of readPage(text, kind)) {
    checked.push(checkRead({ file, line: embed.line }, await readEmbed(embed, file)));
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

interface Reference {
  readonly file: string;
  /** Its path in its folder. */
  readonly name: string;
  readonly page: readonly Checked[];
  readonly isRead: boolean;
  /** The folders that have it. */
  readonly folders: Set<string>;
}

/**
 * The pages of several folders, one a language: each judged, and those with the same path compared, or
 * with the same address where only the ending or `index` differs. The first folder that has a page is
 * taken as right. A folder that lacks a page with scenarios lacks them: one finding for the page. A page
 * without any is nobody's concern.
 */
export async function checkFolders(
  folders: readonly string[],
): Promise<{ checked: Checked[]; mismatches: Mismatch[] }> {
  const checked: Checked[] = [];
  const mismatches: Mismatch[] = [];
  const references: Reference[] = [];
  const opened: string[] = [];
  for (const folder of folders) {
    const problem = notAFolder(folder);
    if (problem) {
      checked.push({ source: { file: folder }, problems: [problem] });
      continue;
    }
    opened.push(folder);
    // A language may stand in a folder of another: `docs` and `docs/zh-TW`.
    const others = folders.filter((one) => one !== folder && isWithin(one, folder));
    const files = pagesIn(folder).filter((file) => !others.some((other) => isWithin(file, other)));
    const like = counterparts(folder, files, references);
    for (const file of files) {
      const text = await readText(file);
      const kind = pageKind(file) as PageKind;
      const isRead = typeof text === 'string';
      const page: Checked[] = isRead
        ? await checkPage(file, text, kind)
        : [{ source: { file }, problems: [text] }];
      checked.push(...page);
      const reference = like.get(file);
      if (reference) {
        reference.folders.add(folder);
        mismatches.push(...comparePages(reference.page, page, file, reference.file));
      } else {
        const name = path.relative(folder, file);
        references.push({ file, name, page, isRead, folders: new Set([folder]) });
      }
    }
  }
  return { checked, mismatches: [...mismatches, ...missingPages(references, opened)] };
}

/** Which page of the folders before each page of a folder is the same in another language. */
function counterparts(
  folder: string,
  files: readonly string[],
  references: readonly Reference[],
): Map<string, Reference> {
  const found = new Map<string, Reference>();
  const byName = new Map(references.map((one) => [one.name, one]));
  const rest = files.filter((file) => {
    const same = byName.get(path.relative(folder, file));
    if (same) found.set(file, same);
    return !same;
  });
  const taken = new Set(found.values());
  for (const file of rest) {
    const address = addressOf(path.relative(folder, file));
    const same = references.find((one) => !taken.has(one) && addressOf(one.name) === address);
    if (!same) continue;
    taken.add(same);
    found.set(file, same);
  }
  return found;
}

/** Where site builders put a page: `guide.md`, `guide.mdx`, `guide/index.md` and `guide/README.md` alike. */
function addressOf(name: string): string {
  const plain = name.replace(/\.\w+$/, '').replaceAll('\\', '/');
  return plain.replace(/(?:^|\/)(?:index|readme)$/i, '');
}

function missingPages(references: readonly Reference[], opened: readonly string[]): Mismatch[] {
  return references.flatMap(({ file, name, page, isRead, folders }) => {
    // What could not be read is told already.
    if (!isRead || page.length === 0) return [];
    return opened
      .filter((folder) => !folders.has(folder))
      .map((folder): Mismatch => {
        const like = { file: path.join(folder, name) };
        return { kind: 'missingPage', source: { file }, like };
      });
  });
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
