import { defineConfig } from 'vitepress';

// The test builds it from a folder of its own, and says where the plugin is.
const { markdownItCspScenario } = await import(process.env.CSP_DOCS_PLUGIN ?? '');

export default defineConfig({
  title: 'CSP',
  base: '/site/',
  outDir: process.env.CSP_SITE_OUT ?? 'dist',
  cacheDir: process.env.CSP_SITE_CACHE ?? 'cache',
  ignoreDeadLinks: true,
  markdown: { config: (md) => md.use(markdownItCspScenario, { explorer: '/' }) },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'csp-scenario' } } },
  locales: {
    en: { label: 'English', lang: 'en' },
    'zh-CN': { label: '简体中文', lang: 'zh-CN' },
    'zh-TW': { label: '繁體中文', lang: 'zh-TW' },
  },
});
