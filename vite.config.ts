import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { fileJsonSchema } from './src/model/json-schema.ts';
import { SCHEMA_NAME } from './src/model/scenario-file.ts';

/** One configuration for the page, the command line and the benchmarks: `vite build [--mode cli|bench]`. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') return program({ check: 'src/cli/check.ts' }, 'dist');
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
    scenarioSchema(),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 600 },
  preview: { port: 4173, strictPort: true },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
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

/** Writes the JSON Schema of the file format beside the page: the address that files name as their `$schema`. */
function scenarioSchema(): Plugin {
  return {
    name: 'scenario-schema',
    apply: 'build',
    generateBundle() {
      const source = `${JSON.stringify(fileJsonSchema(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: SCHEMA_NAME, source });
    },
  };
}
