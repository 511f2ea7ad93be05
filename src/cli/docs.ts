import { unescapeXml } from '../model/xml.ts';

/** A scenario or course that a page shows or links to, as it is written there. */
export interface Embed {
  /** From 1; where the fence, the element or the link begins. */
  readonly line: number;
  readonly what:
    | 'block'
    | 'chain'
    | 'shared'
    | 'sample'
    | 'src'
    | 'nothing'
    /** The name of a course that the product brings; empty = none is named. */
    | 'course'
    /** A course in the fragment of an address. */
    | 'sharedCourse'
    /** A mode that shows nothing of what the element names. */
    | 'mode';
  readonly text: string;
  /** What an element says that its chain must be. */
  readonly expect?: string;
}

export type PageKind = 'markdown' | 'mdx' | 'html';

/** The kind of page that a file is by its name; undefined for what is no page. */
export function pageKind(file: string): PageKind | undefined {
  const [, ending = ''] = /\.(\w+)$/.exec(file.toLowerCase()) ?? [];
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (ending === 'mdx') return 'mdx';
  return ending === 'html' || ending === 'htm' ? 'html' : undefined;
}

/** The info word of the fenced blocks, and the name of the element. */
export const BLOCK = 'csp-scenario';

/**
 * Every scenario of a page, in its order: fenced blocks, elements and links. What stands in comments, in
 * other code or between backticks is not one. Pure, and in time proportional to the page.
 */
export function readPage(text: string, kind: PageKind): Embed[] {
  const lines = text.split(/\r?\n/);
  const { blocks, prose } =
    kind === 'html'
      ? { blocks: [], prose: withoutComments(lines.join('\n')) }
      : readMarkdown(lines, kind);
  return [...blocks, ...readProse(prose)].sort((a, b) => a.line - b.line);
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly quotes: number;
  readonly container: number;
  readonly indent: number;
  readonly line: number;
  readonly isOurs: boolean;
  readonly content: string[];
}

/** Line by line: what is in a fence, in a comment or indented as code is kept out of the prose. */
function readMarkdown(lines: readonly string[], kind: PageKind) {
  const blocks: Embed[] = [];
  const prose: string[] = [];
  let fence: Fence | undefined;
  let commentEnd = '';
  let lists: number[] = [];
  let isParagraph = false;
  const close = () => {
    if (fence?.isOurs) {
      blocks.push({ line: fence.line, what: 'block', text: fence.content.join('\n') });
    }
    fence = undefined;
  };

  lines.forEach((raw, i) => {
    if (fence) {
      const inner = unquoted(raw, fence.quotes);
      const isLeft =
        inner === undefined || (inner.trim() !== '' && indentOf(inner) < fence.container);
      if (!isLeft) {
        prose.push('');
        const [, run = ''] = /^\s*(`+|~+)\s*$/.exec(inner) ?? [];
        const isClose =
          run.startsWith(fence.mark) &&
          run.length >= fence.length &&
          indentOf(inner) - fence.container < 4;
        if (isClose) close();
        else fence.content.push(inner.slice(Math.min(fence.indent, indentOf(inner))));
        return;
      }
      close();
    }
    if (commentEnd !== '') {
      const end = raw.indexOf(commentEnd);
      prose.push(end < 0 ? '' : blank(raw.slice(0, end + 3)) + raw.slice(end + 3));
      if (end >= 0) commentEnd = '';
      return;
    }
    const quotes = (/^(?: {0,3}>)+/.exec(raw)?.[0].match(/>/g) ?? []).length;
    let rest = (unquoted(raw, quotes) ?? raw).replaceAll('\t', '    ');
    if (rest.trim() === '') {
      isParagraph = false;
      prose.push('');
      return;
    }
    const indent = indentOf(rest);
    if (!isParagraph || indent === 0) lists = lists.filter((content) => content <= indent);
    let marker = /^ *(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)/.exec(rest);
    while (marker && indentOf(rest) - (lists.at(-1) ?? 0) < 4) {
      lists.push(marker[0].length);
      rest = blank(marker[0]) + rest.slice(marker[0].length);
      isParagraph = false;
      marker = /^ *(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)/.exec(rest);
    }
    const container = lists.at(-1) ?? 0;
    const own = indentOf(rest) - container;
    if (own >= 4 && !isParagraph && kind === 'markdown') {
      prose.push('');
      return;
    }
    const [, run, info = ''] = /^ *(`{3,}|~{3,})(.*)$/.exec(rest) ?? [];
    if (run && (own < 4 || kind === 'mdx') && !(run.startsWith('`') && info.includes('`'))) {
      const [word] = info.trim().split(/[\s{]/, 1);
      const mark = run[0] as string;
      const common = { line: i + 1, mark, length: run.length, quotes, container };
      fence = { ...common, indent: indentOf(rest), isOurs: word === BLOCK, content: [] };
      isParagraph = false;
      prose.push('');
      return;
    }
    isParagraph = true;
    const [kept, open] = commentsOf(raw, kind === 'mdx');
    prose.push(kept);
    commentEnd = open;
  });
  close();
  return { blocks, prose: withoutCode(prose) };
}

/** A line in so many quotes, without them; undefined when it is not in as many. */
function unquoted(line: string, quotes: number): string | undefined {
  let rest = line;
  for (let i = 0; i < quotes; i++) {
    const [mark] = /^ {0,3}> ?/.exec(rest) ?? [];
    if (mark === undefined) return undefined;
    rest = rest.slice(mark.length);
  }
  return rest;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** A line without its comments, and by what one ends that is still open; code between backticks opens none. */
function commentsOf(line: string, isMdx: boolean): [string, string] {
  let kept = line;
  for (let i = 0; i < kept.length; i++) {
    if (kept[i] === '`') {
      const run = /^`+/.exec(kept.slice(i))?.[0] ?? '';
      const end = closing(kept, i + run.length, run.length);
      i = end < 0 ? i + run.length - 1 : end - 1;
      continue;
    }
    const isHtml = kept.startsWith('<!--', i);
    if (!isHtml && !(isMdx && kept.startsWith('{/*', i))) continue;
    const mark = isHtml ? '-->' : '*/}';
    const end = kept.indexOf(mark, i + 3);
    if (end < 0) return [kept.slice(0, i), mark];
    kept = kept.slice(0, i) + blank(kept.slice(i, end + 3)) + kept.slice(end + 3);
  }
  return [kept, ''];
}

/** Behind the next run of exactly so many backticks; -1 when there is none. */
function closing(text: string, from: number, length: number): number {
  for (const { 0: run, index } of text.slice(from).matchAll(/`+/g)) {
    if (run.length === length) return from + index + length;
  }
  return -1;
}

/** The prose with what stands between backticks blanked, paragraph by paragraph. */
function withoutCode(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)].map(({ 0: run, index }) => ({
        index,
        length: run.length,
      }));
      if (runs.length === 0) return paragraph;
      const next: number[] = [];
      const seen = new Map<number, number>();
      for (let i = runs.length - 1; i >= 0; i--) {
        const { length } = runs[i] as (typeof runs)[number];
        next[i] = seen.get(length) ?? -1;
        seen.set(length, i);
      }
      const parts: string[] = [];
      let at = 0;
      for (let i = 0; i < runs.length; i++) {
        const end = runs[next[i] as number];
        const start = runs[i] as (typeof runs)[number];
        // A string of JSX, no code.
        const isString = paragraph.endsWith('={', start.index);
        if (!end || isString) {
          if (isString) i = Math.max(i, next[i] as number);
          continue;
        }
        const stop = end.index + end.length;
        parts.push(paragraph.slice(at, start.index), blank(paragraph.slice(start.index, stop)));
        at = stop;
        i = next[i] as number;
      }
      return parts.join('') + paragraph.slice(at);
    })
    .join('');
}

function withoutComments(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    const end = html.indexOf('-->', open + 4);
    const stop = end < 0 ? html.length : end + 3;
    parts.push(html.slice(at, open), blank(html.slice(open, stop)));
    at = stop;
  }
  return parts.join('') + html.slice(at);
}

const STARTS =
  /<csp-scenario(?=[\s/>])|<(?:script|style)\b|<metadata\b[^<>]*>|\]\(|\b(?:href|src)=["']|<(?=https?:)|\]: |https?:\/\//gi;

/** Elements, links and pictures that carry a scenario, in what is left when all code is taken away. */
function readProse(text: string): Embed[] {
  const found: Embed[] = [];
  const lineAt = lineCounter(text);
  STARTS.lastIndex = 0;
  const starts = new RegExp(STARTS);
  for (let start = starts.exec(text); start; start = starts.exec(text)) {
    const [mark] = start;
    const line = lineAt(start.index);
    const from = starts.lastIndex;
    if (mark === '<csp-scenario') {
      const { attributes, end } = readAttributes(text, from);
      starts.lastIndex = end;
      found.push({ line, ...ofElement(attributes) });
    } else if (/^<s[ct]/i.test(mark)) {
      const close = /^<sc/i.test(mark) ? /<\/script/gi : /<\/style/gi;
      close.lastIndex = from;
      starts.lastIndex = close.exec(text)?.index ?? text.length;
    } else if (/^<metadata/i.test(mark)) {
      const end = text.indexOf('</', from);
      const inner = text.slice(from, end < 0 ? undefined : end);
      if (inner.trimStart().startsWith('{')) {
        found.push({ line, what: 'block', text: unescapeXml(inner) });
      }
      starts.lastIndex = end < 0 ? text.length : end;
    } else {
      const target = destination(text, mark, from, start.index);
      starts.lastIndex = Math.max(from, from + target.length);
      const link = ofLink(unescapeXml(target));
      if (link) found.push({ line, ...link });
    }
  }
  return found;
}

function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < index; ) {
      line++;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
    return line;
  };
}

/** Where a link leads, from behind what opens it. */
function destination(text: string, mark: string, from: number, start: number): string {
  const lineEnd = text.indexOf('\n', from);
  const line = text.slice(from, lineEnd < 0 ? undefined : lineEnd);
  const quote = mark.at(-1) as string;
  if (quote === '"' || quote === "'") return line.slice(0, endAt(line.indexOf(quote), line));
  if (mark === '<') return line.slice(0, endAt(line.indexOf('>'), line));
  if (mark.startsWith('http')) {
    const [bare = ''] = /^[^\s<"'`]*/.exec(text.slice(start, start + mark.length) + line) ?? [];
    return bare.slice(mark.length).replace(/[).,;:!?*_]+$/, '');
  }
  if (line.startsWith('<')) return line.slice(0, endAt(line.indexOf('>'), line) + 1);
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    if (/\s/.test(line[i] as string)) return line.slice(0, i);
    if (line[i] === '(') depth++;
    else if (line[i] === ')' && depth-- === 0) return line.slice(0, i);
  }
  return line;
}

function endAt(index: number, line: string): number {
  return index < 0 ? line.length : index;
}

type Found = Omit<Embed, 'line'>;

/** What an element can be; the last gives courses, the others show scenarios. */
export const MODES: readonly string[] = ['view', 'explore', 'exercise'];

/** A link is one to a scenario by the form of what it hands over, wherever the explorer stands. */
function ofLink(address: string): Found | undefined {
  const [before = '', fragment = ''] = address.replace(/^<|>$/g, '').split('#', 2);
  if (/^c\d{1,3}\./.test(fragment)) return { what: 'sharedCourse', text: fragment };
  const shared = new URLSearchParams(fragment).get('s');
  if (shared && /^[a-z]\d{1,3}\./.test(shared)) return { what: 'shared', text: shared };
  const query = new URLSearchParams(before.slice(before.indexOf('?') + 1));
  if (!before.includes('?')) return undefined;
  const course = query.get('course');
  // Other sites have courses too.
  if (course !== null && query.get('mode') === 'exercise') return { what: 'course', text: course };
  const chain = query.get('chain');
  if (chain && />|--|^[A-Za-z]+$/.test(chain)) return { what: 'chain', text: chain };
  const sample = query.get('sample');
  if (sample && /^s\d/.test(sample)) return { what: 'sample', text: sample };
  return undefined;
}

function ofElement(attributes: ReadonlyMap<string, string>): Found {
  const expect = attributes.get('expect');
  const expected = expect === undefined ? {} : { expect };
  const mode = attributes.get('mode') || 'view';
  if (!MODES.includes(mode)) return { what: 'mode', text: mode };
  const course = attributes.get('course');
  if (mode === 'exercise') return { what: 'course', text: course ?? '' };
  const scenario = attributes.get('scenario');
  if (scenario !== undefined) {
    const what = /^[a-z]\d{1,3}\./.test(scenario) ? 'shared' : 'block';
    return { what, text: scenario, ...expected };
  }
  for (const what of ['chain', 'sample', 'src'] as const) {
    const text = attributes.get(what);
    if (text !== undefined) return { what, text, ...expected };
  }
  return course === undefined ? { what: 'nothing', text: '' } : { what: 'mode', text: mode };
}

/** The attributes of a tag, from behind its name; JSX strings in braces are understood too. */
function readAttributes(text: string, from: number) {
  const attributes = new Map<string, string>();
  const part = /\s+|\/|>|([^\s=/>"'{}]+)(?:\s{0,9}=\s{0,9}(\{\s{0,9}["'`]|["']|[^\s>"'{]+))?/y;
  part.lastIndex = from;
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const [all, name, value] = found;
    if (all === '>') break;
    if (name === undefined) continue;
    const quote = value?.at(-1) ?? '';
    const isOpen = value === quote || value?.startsWith('{');
    if (value !== undefined && isOpen && /["'`]/.test(quote)) {
      const end = text.indexOf(quote, part.lastIndex);
      const stop = end < 0 ? text.length : end;
      attributes.set(name, unescapeXml(text.slice(part.lastIndex, stop)));
      const brace = value.startsWith('{') ? text.indexOf('}', stop) : stop;
      part.lastIndex = (brace < 0 ? text.length : brace) + 1;
    } else attributes.set(name, unescapeXml(value ?? ''));
  }
  return { attributes, end: Math.max(from, part.lastIndex) };
}
