import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { build } from 'vite';
import { defineConfig } from 'vitest/config';
import { embedWords } from './src/embed/words.ts';
import { LANGUAGES, type Language } from './src/i18n/locale.ts';
import wordsEn from './src/i18n/words.en.ts';
import wordsZhCN from './src/i18n/words.zh-CN.ts';
import wordsZhTW from './src/i18n/words.zh-TW.ts';
import { fileJsonSchema } from './src/model/json-schema.ts';
import { SCHEMA_NAME, writeScenario } from './src/model/scenario-file.ts';
import { SAMPLES, sampleScenario } from './src/samples/samples.ts';

/** One configuration for the page, the programs, the library and the benchmarks: `vite build [--mode …]`. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') return program({ check: 'src/cli/check.ts' }, 'dist');
  if (mode === 'render') return program({ render: 'src/cli/render.ts' }, 'dist');
  if (mode === 'docs') return program({ 'docs-plugin': 'src/cli/docs-plugin.ts' }, 'dist');
  if (mode === 'library') return library;
  if (mode === 'bench') return program({ judge: 'src/bench/judge.ts' }, 'node_modules/.bench');
  if (mode === 'embed') return classicScript(...CLASSIC['/embed/view.js']);
  if (mode === 'loader') return classicScript(...CLASSIC['/embed.js']);
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
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
};

const WORDS = { en: wordsEn, 'zh-CN': wordsZhCN, 'zh-TW': wordsZhTW };

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

function wordsScript(language: Language): string {
  return `globalThis.cspWords=${JSON.stringify(embedWords(WORDS[language]))};\n`;
}

const CLASSIC = {
  '/embed/view.js': ['src/embed/view.ts', 'embed/view.js'],
  '/embed.js': ['src/embed/loader.ts', 'embed.js'],
} as const;

/** `vite dev` builds the scripts for other people's pages when they are asked for: they are no modules. */
function embedInDev(): Plugin {
  const scriptAt = async (path: string): Promise<string | undefined> => {
    const language = LANGUAGES.find((one) => path === `/embed/words.${one}.js`);
    if (language) return wordsScript(language);
    const script = Object.entries(CLASSIC).find(([at]) => at === path)?.[1];
    if (!script) return undefined;
    const config = classicScript(script[0], script[1]);
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
 * What stands beside the page: the JSON Schema of the file format, at the address that files name as
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
      for (const language of LANGUAGES) emit(`embed/words.${language}.js`, wordsScript(language));
      for (const { id, variants } of SAMPLES) {
        for (const variant of variants) {
          const scenario = { ...sampleScenario(variant), id: `${id}-${variant.id}` };
          emit(`samples/${scenario.id}.csp.json`, writeScenario(scenario, `../${SCHEMA_NAME}`));
        }
      }
    },
  };
}
