import { ChainTextError, parseChain } from './chain-text.ts';
import { FORMAT, VERSION } from './file-schema.ts';
import { type Read, scenarioOf } from './scenario-file.ts';

/** A chain typed by hand, checked as a file is; or what is wrong with it. */
export function readChain(text: string): Read {
  try {
    return scenarioOf({ format: FORMAT, version: VERSION, ...parseChain(text) });
  } catch (error) {
    if (!(error instanceof ChainTextError)) throw error;
    return { ok: false, problems: [{ path: '', code: 'badChain', params: { at: error.at } }] };
  }
}
