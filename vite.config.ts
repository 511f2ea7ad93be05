import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { build } from 'vite';
import { defineConfig } from 'vitest/config';
import { embedWords, exerciseWords, exploreWords } from './src/embed/words.ts';
import learningEn from './src/i18n/learning.en.ts';
import learningZhCN from './src/i18n/learning.zh-CN.ts';
import learningZhTW from './src/i18n/learning.zh-TW.ts';
import { LANGUAGES, type Language } from './src/i18n/locale.ts';
import wordsEn from './src/i18n/words.en.ts';
import wordsZhCN from './src/i18n/words.zh-CN.ts';
import wordsZhTW from './src/i18n/words.zh-TW.ts';
import { fileJsonSchema } from './src/model/json-schema.ts';
import { SCHEMA_NAME, writeScenario } from './src/model/scenario-file.ts';
import { SAMPLES, sampleScenario } from './src/samples/samples.ts';
import { COURSE_SCHEMA_NAME } from './src/training/course-file.ts';
import { courseJsonSchema } from './src/training/course-json-schema.ts';

/** One configuration for the page, the programs, the library and the benchmarks: `vite build [--mode …]`. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') return program({ check: 'src/cli/check.ts' }, 'dist');
  if (mode === 'render') return program({ render: 'src/cli/render.ts' }, 'dist');
  if (mode === 'lms') return program({ lms: 'src/cli/lms.ts' }, 'dist');
  if (mode === 'lms-page') return withReact('src/lms/page.tsx', 'lms-page/player.js');
  if (mode === 'docs') return program({ 'docs-plugin': 'src/cli/docs-plugin.ts' }, 'dist');
  if (mode === 'library') return library;
  if (mode === 'offline') return offline();
  if (mode === 'bench') return program({ judge: 'src/bench/judge.ts' }, 'node_modules/.bench');
  const script = Object.values(CLASSIC).find((one) => one.mode === mode);
  if (script) return script.config();
  return page;
});

const page: UserConfig & { test: object } = {
  // Any folder of any server, and a file opened from disk.
  base: './',
  plugins: [
    react(),
    // The component library carries 34 languages; the page has three.
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN', 'zh-TW'] }), enforce: 'pre' },
    besides(),
    embedInDev(),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 600 },
  preview: { port: 4173 },
  // A shared machine may stand still for a while; a test that hangs is found all the same.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
};

const WORDS = { en: wordsEn, 'zh-CN': wordsZhCN, 'zh-TW': wordsZhTW };
const LEARNING = { en: learningEn, 'zh-CN': learningZhCN, 'zh-TW': learningZhTW };

/** For other people's pages: one file that is no module, and so needs no leave of the server. */
function classicScript(entry: string, fileName: string): UserConfig {
  const loader = Object.entries(WORDS).map(([language, { embed }]) => [language, embed.loader]);
  return {
    publicDir: false,
    define: { LOADER_WORDS: JSON.stringify(Object.fromEntries(loader)) },
    plugins: [inAscii],
    build: {
      target: 'es2023',
      emptyOutDir: false,
      // What is only imported does nothing: the layout of the editor stays out.
      rolldownOptions: { treeshake: { moduleSideEffects: false } },
      lib: { entry, formats: ['iife'], name: 'cspEmbed', fileName: () => fileName },
    },
  };
}

/** A classic script with React in it, and with the styles of what it shows. */
function withReact(entry: string, fileName: string): UserConfig {
  const config = classicScript(entry, fileName);
  return {
    ...config,
    define: { ...config.define, 'process.env.NODE_ENV': '"production"' },
    plugins: [stylesInScript, inAscii],
  };
}

/** A script that stands alone brings its styles itself. */
const stylesInScript: Plugin = {
  name: 'styles-in-script',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.css')) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && { id: `\0style:${found.id}.js`, moduleSideEffects: true };
  },
  load(id) {
    if (!id.startsWith('\0style:')) return undefined;
    const file = id.slice('\0style:'.length, -'.js'.length);
    return `import css from ${JSON.stringify(`${file}?inline`)};
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }));`;
  },
};

/** Last of all: it names the files that the other builds made. */
function offline(): UserConfig {
  const built = (folder: string) => readdirSync(`dist/${folder}`).map((file) => `${folder}${file}`);
  const pages = ['index.html', 'embed.html', 'icon.svg', 'embed.js'];
  const files = ['./', ...pages, ...built('assets/'), ...built('embed/')];
  const hash = createHash('sha256');
  for (const file of files.slice(1)) hash.update(readFileSync(`dist/${file}`));
  return {
    ...classicScript('src/offline-worker.ts', 'sw.js'),
    define: {
      FILES: JSON.stringify(files),
      BUILD: JSON.stringify(hash.digest('hex').slice(0, 12)),
    },
  };
}

/** The scripts for other people's pages, by the path that pages ask for. */
const CLASSIC: Readonly<
  Record<string, { readonly mode: string; readonly config: () => UserConfig }>
> = {
  '/embed/view.js': {
    mode: 'embed',
    config: () => classicScript('src/embed/view.ts', 'embed/view.js'),
  },
  '/embed/explore.js': {
    mode: 'explore',
    config: () => withReact('src/embed/explore.tsx', 'embed/explore.js'),
  },
  '/embed/exercise.js': {
    mode: 'exercise',
    config: () => withReact('src/embed/exercise.tsx', 'embed/exercise.js'),
  },
  '/embed.js': { mode: 'loader', config: () => classicScript('src/embed/loader.ts', 'embed.js') },
};

/** The words that the modes of the view take, each language in files of its own, by their names. */
function wordsScripts(language: Language): Readonly<Record<string, string>> {
  const [words, learning] = [WORDS[language], LEARNING[language]];
  const bundles = {
    [language]: embedWords(words),
    [`explore.${language}`]: exploreWords(words, learning),
    [`exercise.${language}`]: exerciseWords(words, learning),
  };
  return Object.fromEntries(
    Object.entries(bundles).map(([name, bundle]) => [
      `embed/words.${name}.js`,
      `globalThis.cspWords=${JSON.stringify(bundle)};\n`,
    ]),
  );
}

/** `vite dev` builds the scripts for other people's pages when they are asked for: they are no modules. */
function embedInDev(): Plugin {
  const scriptAt = async (path: string): Promise<string | undefined> => {
    const words = LANGUAGES.map((one) => wordsScripts(one)[path.slice(1)]).find(Boolean);
    if (words) return words;
    const config = CLASSIC[path]?.config();
    if (!config) return undefined;
    const built = await build({
      ...config,
      configFile: false,
      logLevel: 'error',
      build: { ...config.build, write: false },
    });
    const [one] = Array.isArray(built) ? built : [built];
    return one && 'output' in one ? one.output[0].code : undefined;
  };
  return {
    name: 'embed-in-dev',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        scriptAt(pathname).then((code) => {
          if (code === undefined) return next();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}

/** A page may be read in any encoding, and the scripts it names with it. */
const inAscii: Plugin = {
  name: 'in-ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** The judge for Node and browsers, the words of each language in a file of their own. */
const library: UserConfig = {
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'src/library/csp-policy.ts', formats: ['es'], fileName: 'csp-policy' },
    rolldownOptions: { output: { chunkFileNames: 'csp-policy/[name].js' } },
  },
};

/** Programs for Node, each one file that runs without the sources. */
function program(input: Record<string, string>, outDir: string): UserConfig {
  return {
    publicDir: false,
    ssr: { noExternal: true, external: ['@cedar-policy/cedar-wasm', 'json-rules-engine'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  };
}

/**
 * What stands beside the page: the JSON Schemas of the file formats, at the addresses that files name as
 * their `$schema`, and the samples as files, each its own test.
 */
function besides(): Plugin {
  return {
    name: 'besides',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit(SCHEMA_NAME, `${JSON.stringify(fileJsonSchema(), null, 2)}\n`);
      emit(COURSE_SCHEMA_NAME, `${JSON.stringify(courseJsonSchema(), null, 2)}\n`);
      for (const language of LANGUAGES) {
        for (const [name, text] of Object.entries(wordsScripts(language))) emit(name, text);
      }
      for (const { id, variants } of SAMPLES) {
        for (const variant of variants) {
          const scenario = { ...sampleScenario(variant), id: `${id}-${variant.id}` };
          emit(`samples/${scenario.id}.csp.json`, writeScenario(scenario, `../${SCHEMA_NAME}`));
        }
      }
    },
  };
}
