import type { TFunction } from 'i18next';
import { explainProblem } from '../i18n/explain-problem.ts';
import type { Language } from '../i18n/locale.ts';
import { readChain } from '../model/read-chain.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Read, readScenario } from '../model/scenario-file.ts';
import { readShared } from '../model/share-link.ts';
import { sampleNamed } from '../samples/samples.ts';
import { titledSample } from '../samples/titled.ts';
import type { HostMessage } from './protocol.ts';

/** What is to be shown: read once, and titled again when the language changes. */
export type Source =
  | { readonly scenario: (t: TFunction, language: Language) => Scenario }
  | { readonly problems: (t: TFunction) => readonly string[] };

/** The scenario that an address names: `#s=`, `chain=`, `sample=` or `src=`, in this order. Never throws. */
export async function readAddress(address: URL): Promise<Source> {
  const shared = new URLSearchParams(address.hash.replace(/^#/, '')).get('s');
  if (shared !== null) return sourceOf(await readShared(shared));
  const { searchParams: query } = address;
  const chain = query.get('chain');
  if (chain !== null) return sourceOf(readChain(chain));
  const sample = query.get('sample');
  if (sample !== null) return readSample(sample);
  const file = query.get('src');
  if (file !== null) return readFile(file, address);
  return { problems: (t) => [t('embed.empty')] };
}

/** What `load` may bring to a view of one scenario. */
export type LoadScenario = Exclude<Extract<HostMessage, { type: 'load' }>, { course: string }>;

export async function readLoaded(message: LoadScenario): Promise<Source> {
  if ('scenario' in message) return sourceOf(readScenario(message.scenario));
  if ('chain' in message) return sourceOf(readChain(message.chain));
  return sourceOf(await readShared(message.shared));
}

function sourceOf(read: Read): Source {
  return read.ok
    ? { scenario: () => read.scenario }
    : { problems: (t) => read.problems.map((problem) => explainProblem(problem, t)) };
}

function readSample(name: string): Source {
  const found = sampleNamed(name);
  if (!found) return { problems: (t) => [t('embed.noSample', { name })] };
  const { sample, variant } = found;
  return { scenario: (t, language) => titledSample(sample, variant, t, language) };
}

/** A file of the explorer's own site; that of another would let a page read with the rights of that site. */
async function readFile(name: string, address: URL): Promise<Source> {
  if (!URL.canParse(name, address.href)) return { problems: (t) => [t('embed.notFetched')] };
  const file = new URL(name, address);
  if (file.origin !== address.origin) return { problems: (t) => [t('embed.otherOrigin')] };
  try {
    const response = await fetch(file, { credentials: 'omit' });
    if (!response.ok) return { problems: (t) => [t('embed.notFetched')] };
    return sourceOf(readScenario(await response.text()));
  } catch {
    return { problems: (t) => [t('embed.notFetched')] };
  }
}
