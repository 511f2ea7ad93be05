import { EMPTY_SCENARIO, type Scenario } from '../model/scenario.ts';
import type { App, Host } from './app.ts';
import { createView, DEFAULT_PREFERENCES } from './view.ts';
import { createWorkspace, openScenario } from './workspace.ts';

/** Test support: an app in English with one scenario, in a page that does nothing. */
export function createApp(scenario: Scenario = EMPTY_SCENARIO, host: Partial<Host> = {}): App {
  let n = 0;
  return {
    workspace: createWorkspace([openScenario('first', scenario)], 'first'),
    view: createView('en', DEFAULT_PREFERENCES),
    host: {
      canvas: null,
      saveFile: () => undefined,
      pickFile: async () => undefined,
      writeClipboard: async () => undefined,
      readClipboard: async () => '',
      output: {
        saveBlob: () => undefined,
        toPng: async () => new Blob(),
        writeImage: async () => undefined,
        print: async () => undefined,
        today: () => '2026-02-03',
      },
      ...host,
    },
    newId: () => `open-${++n}`,
  };
}
