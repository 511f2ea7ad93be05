import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { fileJsonSchema } from './src/model/json-schema.ts';
import { SCHEMA_NAME, writeScenario } from './src/model/scenario-file.ts';
import { SAMPLES, sampleScenario } from './src/samples/samples.ts';

/** One configuration for the page, the programs, the library and the benchmarks: `vite build [--mode cli|render|docs|library|bench]`. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') return program({ check: 'src/cli/check.ts' }, 'dist');
  if (mode === 'render') return program({ render: 'src/cli/render.ts' }, 'dist');
  if (mode === 'docs') return program({ 'docs-plugin': 'src/cli/docs-plugin.ts' }, 'dist');
  if (mode === 'library') return library;
  if (mode === 'bench') return program({ judge: 'src/bench/judge.ts' }, 'node_modules/.bench');
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
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 600 },
  preview: { port: 4173 },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
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
      for (const { id, variants } of SAMPLES) {
        for (const variant of variants) {
          const scenario = { ...sampleScenario(variant), id: `${id}-${variant.id}` };
          emit(`samples/${scenario.id}.csp.json`, writeScenario(scenario, `../${SCHEMA_NAME}`));
        }
      }
    },
  };
}
