import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { TFunction } from 'i18next';
import { isLanguage, LANGUAGES, type Language, resolveLocale } from '../i18n/locale.ts';
import { createWords, loadLanguage, wordsIn } from '../i18n/words.ts';
import type { Scenario } from '../model/scenario.ts';
import { sharedText } from '../model/share-link.ts';
import { escapeXml } from '../model/xml.ts';
import type { PictureTheme } from '../render/style.ts';
import { drawPicture } from '../render/svg.ts';
import { BLOCK } from './docs.ts';
import { readBlock } from './docs-source.ts';
import { findingsOf } from './findings.ts';
import { check } from './judged.ts';

/** Of both plugins. */
export interface DocsOptions {
  /** Of the pictures; absent = as the path of the page says (`zh-TW/page.md`, `page.zh-CN.md`), or English. */
  readonly language?: Language | ((path: string) => Language);
  /** Absent = the reader’s own. */
  readonly theme?: PictureTheme;
  /** What becomes of a block that is not as it expects, or cannot be read. Absent = throw, and so no build. */
  readonly onUnmet?: 'throw' | 'warn';
  /** Who hears the warnings; absent = the console. */
  readonly warn?: (message: string) => void;
  /** The address of the explorer: the pictures become links that open the scenario there. */
  readonly explorer?: string;
  /** Whether the pages are MDX, for remark; absent = those that end so. Docusaurus takes `.md` for MDX too. */
  readonly mdx?: boolean;
}

const words = await createWords('en');
for (const language of LANGUAGES) await loadLanguage(words, language);

interface MarkdownItToken {
  readonly info: string;
  readonly content: string;
  readonly map: [number, number] | null;
}
type MarkdownItRule = (
  tokens: MarkdownItToken[],
  index: number,
  options: object,
  env: { path?: string; relativePath?: string } | undefined,
  self: { renderToken(tokens: MarkdownItToken[], index: number, options: object): string },
) => string;
interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: MarkdownItRule | undefined } };
}

/**
 * A plugin for markdown-it, and so for VitePress: fenced blocks of `csp-scenario` become pictures.
 *
 * @throws where a block is not as it expects, unless `onUnmet` is `warn`
 */
export function markdownItCspScenario(md: MarkdownIt, options: DocsOptions = {}): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, renderOptions, env, self) => {
    const token = tokens[index] as MarkdownItToken;
    if (!isBlock(token.info)) {
      return fence
        ? fence(tokens, index, renderOptions, env, self)
        : self.renderToken(tokens, index, renderOptions);
    }
    const page = env?.path ?? env?.relativePath ?? '';
    const line = lineIn(page, token.content, token.map?.[0] ?? 0);
    const drawn = draw(token.content, { page, named: env?.relativePath ?? page, line }, options);
    return drawn ? `${htmlOf(drawn)}\n` : `<pre><code>${escapeXml(token.content)}</code></pre>\n`;
  };
}

interface MarkdownNode {
  type: string;
  readonly lang?: string | null;
  readonly value?: string;
  readonly position?: { readonly start: { readonly line: number } };
  children?: MarkdownNode[];
}

/**
 * A plugin for remark, also of MDX: fenced blocks of `csp-scenario` become pictures.
 *
 * @throws where a block is not as it expects, unless `onUnmet` is `warn`
 */
export function remarkCspScenario(options: DocsOptions = {}) {
  return (tree: MarkdownNode, file: { readonly path?: string } = {}): void => {
    const page = file.path ?? '';
    const open: MarkdownNode[] = [tree];
    for (let next = open.pop(); next; next = open.pop()) {
      const { children } = next;
      children?.forEach((node, i) => {
        open.push(node);
        if (node.type !== 'code' || node.lang !== BLOCK) return;
        const place = { page, named: page, line: node.position?.start.line ?? 1 };
        const drawn = draw(node.value ?? '', place, options);
        if (drawn) {
          children[i] =
            (options.mdx ?? page.endsWith('.mdx'))
              ? (jsxOf(drawn) as MarkdownNode)
              : ({ type: 'html', value: htmlOf(drawn) } as MarkdownNode);
        }
      });
    }
  };
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
}

function isBlock(info: string): boolean {
  return info.trim().split(/[\s{]/, 1)[0] === BLOCK;
}

interface Place {
  readonly page: string;
  /** By which the language goes: within the site, not where the site is. */
  readonly named: string;
  readonly line: number;
}

/** The element with the picture in it; undefined where only a warning was given. */
function draw(text: string, { page, named, line }: Place, options: DocsOptions): Tag | undefined {
  const { language: wish = languageOf, theme = 'auto', onUnmet = 'throw', explorer } = options;
  const language = typeof wish === 'function' ? wish(named) : wish;
  const t = wordsIn(words, language);
  const read = readBlock(text);
  const found = findingsOf([check({ file: page, line }, read)], t, language);
  for (const { message: problem } of found) {
    const message = t('docs.failed', { place: `${page}:${line}`, problem });
    if (onUnmet === 'throw') throw new Error(message);
    (options.warn ?? console.warn)(message);
  }
  return read.ok ? elementOf(read.scenario, t, language, theme, explorer) : undefined;
}

function elementOf(
  scenario: Scenario,
  t: TFunction,
  language: Language,
  theme: PictureTheme,
  explorer: string | undefined,
): Tag {
  const { svg, width, height } = drawPicture(scenario, { t, language }, theme);
  const [, title = '', words = ''] =
    /<title[^>]*>([^<]*)<\/title>\s*<desc[^>]*>([^<]*)</.exec(svg) ?? [];
  const payload = `d1.${deflateRawSync(sharedText(scenario)).toString('base64url')}`;
  const picture: Tag = {
    name: 'img',
    attributes: {
      // As an image: several in a page share no ids and no styles, and templates leave them alone.
      src: `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27')}`,
      alt: plain(`${title}\n${words}`),
      width: String(width),
      height: String(height),
      style: 'max-width:100%;height:auto',
    },
    children: [],
  };
  const href = explorer && `${explorer}?lng=${language}#s=${payload}`;
  const link: Tag = { name: 'a', attributes: { href: href ?? '' }, children: [picture] };
  return {
    name: BLOCK,
    attributes: { scenario: payload, lang: language },
    children: [href ? link : picture],
  };
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function htmlOf({ name, attributes, children }: Tag): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(value).replaceAll('\n', '&#10;')}"`,
  );
  const open = `<${name}${written.join('')}>`;
  return name === 'img' ? open : `${open}${children.map(htmlOf).join('')}</${name}>`;
}

function jsxOf({ name, attributes, children }: Tag): object {
  return {
    type: 'mdxJsxFlowElement',
    name,
    // A style is an object in JSX; the picture does without.
    attributes: Object.entries(attributes)
      .filter(([key]) => key !== 'style')
      .map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: children.map(jsxOf),
  };
}

/** The language that the folders or the ending of a path name. */
function languageOf(page: string): Language {
  const tags = page
    .split(/[\\/.]/)
    .filter((part) => /^(?:en|zh)(?:[-_](?:[a-z]{4}|[a-z]{2})){0,2}$/i.test(part));
  const language = resolveLocale(tags.toReversed());
  return isLanguage(language) ? language : 'en';
}

/** The line of a block in its file: front matter that was cut off before is counted too. */
function lineIn(page: string, content: string, line: number): number {
  try {
    const text = readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
    let from = 0;
    for (let i = 0; i <= line; i++) from = Math.max(from, text.indexOf('\n', from) + 1);
    const at = text.indexOf(content, from);
    return at < 0 ? line + 1 : text.slice(0, at).split('\n').length - 1;
  } catch {
    // No file: a text of its own, whose lines are as they are.
    return line + 1;
  }
}
