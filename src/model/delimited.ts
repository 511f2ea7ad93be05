/**
 * Delimited text as spreadsheets write it: CSV by RFC 4180, and tab separated, as on the clipboard. A
 * record may run over several lines when a cell with line breaks is in quotes.
 */
export interface Delimited {
  /** Cells of each record, in order; an empty line is a record of one empty cell. */
  readonly records: readonly (readonly string[])[];
  /** The first record (from 0) in which a quote is never closed, or text follows a closing quote. */
  readonly badQuote?: number;
}

export const DELIMITERS = ['\t', ',', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Reads all of a text. Never throws. */
export function readDelimited(text: string): Delimited {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const records: string[][] = [];
  let badQuote: number | undefined;
  let cells: string[] = [];
  let at = 0;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? closedQuote(source, at, delimiter) : undefined;
    if (source[at] === '"' && !quoted && delimiter !== '\t') badQuote ??= records.length;
    const end = quoted ? quoted.end : endOfCell(source, at, delimiter);
    cells.push(quoted ? quoted.text : source.slice(at, end));
    const mark = source[end];
    at = end + (mark === '\r' && source[end + 1] === '\n' ? 2 : 1);
    if (mark === delimiter) continue;
    records.push(cells);
    cells = [];
  }
  // The line break that ends the last line begins no other.
  const last = records.at(-1);
  if (last?.length === 1 && last[0] === '') records.pop();
  return badQuote === undefined ? { records } : { records, badQuote };
}

/** Writes records so that `readDelimited` gives them back. */
export function writeDelimited(
  records: readonly (readonly string[])[],
  delimiter: Delimiter,
): string {
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  const cell = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return records.map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join('');
}

/** What separates the cells of the first filled line: a tab wins, then whichever is more frequent. */
function delimiterOf(text: string): Delimiter {
  const unquoted = text.slice(0, 10_000).replace(/(^|[\t,;\r\n])"(?:[^"]|"")*"/g, '$1x');
  const bare = /^.*\S.*$/m.exec(unquoted)?.[0] ?? '';
  if (bare.includes('\t')) return '\t';
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/** The text of a quoted cell and the place behind it; undefined when the quote is not closed as it must. */
function closedQuote(
  source: string,
  start: number,
  delimiter: Delimiter,
): { text: string; end: number } | undefined {
  for (let at = source.indexOf('"', start + 1); at >= 0; at = source.indexOf('"', at + 1)) {
    const next = source[at + 1];
    if (next === '"') {
      at++;
      continue;
    }
    const isEnd = next === undefined || next === delimiter || next === '\r' || next === '\n';
    if (!isEnd) return undefined;
    return { text: source.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return undefined;
}

function endOfCell(source: string, start: number, delimiter: Delimiter): number {
  let at = start;
  while (at < source.length) {
    const mark = source[at];
    if (mark === delimiter || mark === '\n' || mark === '\r') break;
    at++;
  }
  return at;
}
