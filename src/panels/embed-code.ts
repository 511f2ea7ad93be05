import type { Language } from '../i18n/locale.ts';
import { writeChain } from '../model/chain-text.ts';
import type { ChainStatus, Scenario } from '../model/scenario.ts';
import { escapeXml } from '../model/xml.ts';
import type { PictureTheme } from '../render/style.ts';

export const EMBED_FORMS = [
  'iframe',
  'element',
  'markdown',
  'vitepress',
  'docusaurus',
  'docfx',
] as const;
export type EmbedForm = (typeof EMBED_FORMS)[number];

/** Programs are called the same in every language. */
export const PROGRAM_NAMES = {
  vitepress: 'VitePress',
  docusaurus: 'Docusaurus',
  docfx: 'DocFX',
} as const;

/** Built by our plugin from a fenced block, in the language of the page’s folder. */
export function isBuilt(form: EmbedForm): form is 'vitepress' | 'docusaurus' {
  return form === 'vitepress' || form === 'docusaurus';
}

/** Whose page takes a height and a width from the code; the others leave them to the page. */
export const SIZED_FORMS: readonly EmbedForm[] = ['iframe', 'element', 'docfx'];
/** For which a picture must lie beside the page. */
export const PICTURED_FORMS: readonly EmbedForm[] = ['markdown', 'docfx'];

export interface EmbedWish {
  /** That of the explorer, without query and fragment. */
  readonly explorer: string;
  /** What a link has behind `#s=`. */
  readonly shared: string;
  /** The relationship whose explanation is open at first. */
  readonly focus: string | null;
  readonly title: string;
  readonly scenario: Scenario;
  readonly chain: ChainStatus;
  /** Null = that of the page or of its reader. */
  readonly language: Language | null;
  readonly theme: PictureTheme;
  /** CSS pixels; null = as wide as the text around. */
  readonly width: number | null;
  /** CSS pixels; null = as high as what it shows, where the page can follow that. */
  readonly height: number | null;
  /** The name of the picture’s file. */
  readonly picture: string;
}

/** What somebody pastes. */
export interface EmbedCode {
  readonly page: string;
  /** What a site needs once. */
  readonly site?: { readonly file: string; readonly code: string };
}

/** A frame can’t follow what it shows without a script. */
export const FRAME_HEIGHT = 640;

/** What a page of this form needs, to show the scenario. */
export function embedCode(form: EmbedForm, wish: EmbedWish): EmbedCode {
  const { explorer } = wish;
  const loader = new URL('./embed.js', explorer).href;
  switch (form) {
    case 'iframe':
      return { page: frameCode(wish) };
    case 'element':
      return {
        page: `<script async src="${escapeXml(loader)}"></script>\n${elementStart(wish)}<a href="${escapeXml(linkOf(wish))}">${escapeXml(wish.title)}</a></csp-scenario>`,
      };
    case 'markdown':
      return { page: pictureCode(wish) };
    case 'docfx':
      return {
        // Blank lines around it: what stands between is Markdown, so that the build finds the picture.
        page: `${elementStart(wish)}\n\n${pictureCode(wish)}\n\n</csp-scenario>`,
        site: { file: 'template/public/main.js', code: docfxSite(loader) },
      };
    case 'vitepress':
      return {
        page: block(wish),
        site: { file: '.vitepress/config.mjs', code: vitepressSite(wish, loader) },
      };
    case 'docusaurus':
      return {
        page: block(wish),
        site: { file: 'docusaurus.config.js', code: docusaurusSite(wish, loader) },
      };
  }
}

/** The view alone, as the frame of any form shows it. */
export function viewAddress(
  { explorer, shared, focus, language, theme }: EmbedWish,
  origin: string | null = null,
): string {
  const view = new URL('./embed.html', explorer);
  if (language) view.searchParams.set('lng', language);
  if (theme !== 'auto') view.searchParams.set('theme', theme);
  if (origin) view.searchParams.set('origins', origin);
  view.hash = fragment(shared, focus);
  return view.href;
}

/** The explorer with the scenario. */
export function linkOf({ explorer, shared, focus, language }: EmbedWish): string {
  const link = new URL(explorer);
  if (language) link.searchParams.set('lng', language);
  link.hash = fragment(shared, focus);
  return link.href;
}

function fragment(shared: string, focus: string | null): string {
  return new URLSearchParams({ s: shared, ...(focus ? { focus } : {}) }).toString();
}

/** May open links, and has nothing else of the page around. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

function frameCode(wish: EmbedWish): string {
  const { title, width, height } = wish;
  const written = attributes({
    src: viewAddress(wish),
    title,
    width: width === null ? '100%' : String(width),
    height: String(height ?? FRAME_HEIGHT),
    loading: 'lazy',
    sandbox: SANDBOX,
    style: 'border:0;max-width:100%',
  });
  return `<iframe${written}></iframe>`;
}

function elementStart({ title, language, theme, width, height, shared, focus }: EmbedWish): string {
  const written = attributes({
    title,
    ...(language ? { lng: language } : {}),
    ...(theme === 'auto' ? {} : { theme }),
    ...(width === null ? {} : { style: `max-width:${width}px` }),
    ...(height === null ? {} : { height: String(height) }),
    scenario: shared,
    ...(focus ? { focus } : {}),
    loading: 'lazy',
  });
  return `<csp-scenario${written}>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function pictureCode(wish: EmbedWish): string {
  const words = wish.title.replace(/[\\[\]<>*_`]/g, '\\$&');
  return `[![${words}](<${wish.picture}>)](${linkOf(wish)})`;
}

/** The fenced block: a line for each branch, and what the chain is now, which the build keeps to. */
export function blockText({ scenario, chain }: Pick<EmbedWish, 'scenario' | 'chain'>): string {
  const title = scenario.title?.replace(/\s+/g, ' ').trim();
  return [
    ...(title ? [`title: ${title}`] : []),
    ...writeChain(scenario).split('; '),
    `expect: ${chain}`,
  ].join('\n');
}

function block(wish: EmbedWish): string {
  return `\`\`\`csp-scenario\n${blockText(wish)}\n\`\`\``;
}

function docfxSite(loader: string): string {
  return `export default {
  start: () => {
    const script = document.createElement('script');
    script.src = ${quoted(loader)};
    document.head.append(script);
  },
};`;
}

function vitepressSite({ explorer, theme }: EmbedWish, loader: string): string {
  return `import { markdownItCspScenario } from './docs-plugin.mjs';

export default {
  head: [['script', { async: '', src: ${quoted(loader)} }]],
  markdown: {
    config: (md) => md.use(markdownItCspScenario, ${pluginOptions(explorer, theme)}),
  },
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag === 'csp-scenario' } },
  },
};`;
}

function docusaurusSite({ explorer, theme }: EmbedWish, loader: string): string {
  return `export default async function config() {
  const { remarkCspScenario } = await import('./docs-plugin.mjs');
  const csp = [remarkCspScenario, ${pluginOptions(explorer, theme, 'mdx: true')}];
  return {
    scripts: [{ src: ${quoted(loader)}, async: true }],
    presets: [['classic', { docs: { remarkPlugins: [csp] } }]],
  };
}`;
}

function pluginOptions(explorer: string, theme: PictureTheme, ...more: string[]): string {
  const shade = theme === 'auto' ? [] : [`theme: ${quoted(theme)}`];
  return `{ ${[`explorer: ${quoted(explorer)}`, ...shade, ...more].join(', ')} }`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
