import type { i18n } from 'i18next';
import { placeNew } from './geometry/layout.ts';
import { type Language, resolveLocale } from './i18n/locale.ts';
import { rowNames } from './i18n/row-words.ts';
import { createWords, loadLanguage, wordsIn } from './i18n/words.ts';
import { learningAt } from './learn-address.ts';
import { moveParties } from './model/edit.ts';
import { readChain } from './model/read-chain.ts';
import { EMPTY_SCENARIO, type Scenario } from './model/scenario.ts';
import type { Read } from './model/scenario-file.ts';
import {
  FIRST_SAMPLE,
  findVariant,
  SAMPLE_NAMES,
  SAMPLES,
  sampleNamed,
} from './samples/samples.ts';
import { titledSample } from './samples/titled.ts';
import { type App, type Host, judgementOf } from './store/app.ts';
import { openBeside } from './store/files.ts';
import { openLink } from './store/links.ts';
import {
  type Box,
  keepPreferences,
  keepWork,
  readKept,
  readLanguage,
  readPreferences,
} from './store/persist.ts';
import { createView, notify } from './store/view.ts';
import { createWorkspace, openScenario } from './store/workspace.ts';

export interface Booted {
  readonly app: App;
  readonly words: i18n;
}

/** The state a visit starts with: the address first, then what an earlier visit left, then the first sample. */
export async function boot(host: Host, box: Box | undefined, address: URL): Promise<Booted> {
  const preferences = readPreferences(box);
  const language = resolveLocale([
    address.searchParams.get('lng'),
    readLanguage(box),
    ...navigator.languages,
  ]);
  const words = await createWords(language);
  const second = preferences.secondLanguage;
  if (second) await loadLanguage(words, second).catch(() => undefined);

  const kept = readKept(box);
  const first = kept?.open ?? [openScenario(newId(), firstScenario(words, language))];
  const workspace = createWorkspace(first, kept?.active ?? (first[0]?.id as string));
  const app: App = { workspace, view: createView(language, preferences), host, newId };
  if (box) host.box = box;
  host.rowNames = (scenario) => rowNames(words.t, judgementOf(scenario));
  if (!kept) app.view.setState({ isFirstVisit: true });
  if (kept && kept.unreadable > 0) notify(app.view, 'keptUnreadable', 'problem');

  app.view.setState({ learning: learningAt(address) });
  openFromAddress(app, address, words, language);
  await openLink(app, address.hash);
  keepPreferences(app, box);
  keepWork(app, box);
  return { app, words };
}

function newId(): string {
  return crypto.randomUUID();
}

function firstScenario(words: i18n, language: Language): Scenario {
  const sample = SAMPLES.find(({ id }) => id === FIRST_SAMPLE.sample);
  const variant = findVariant(FIRST_SAMPLE.sample, FIRST_SAMPLE.variant);
  if (!sample || !variant) return EMPTY_SCENARIO;
  const scenario = titledSample(sample, variant, wordsIn(words, language), language);
  return moveParties(scenario, placeNew(scenario, new Map()));
}

/** `?chain=microsoft > directBillPartner` or `?sample=s7` opens that beside everything else. */
function openFromAddress(app: App, { searchParams }: URL, words: i18n, language: Language): void {
  const chain = searchParams.get('chain');
  const text = chain ?? searchParams.get('sample');
  if (text === null) return;
  app.view.setState({ isFirstVisit: false });
  const read = chain === null ? readSample(text, words, language) : readChain(text);
  if (read.ok) openBeside(app, read.scenario);
  else
    app.view.setState({
      dialog: 'unreadable',
      unreadable: { name: text, problems: read.problems },
    });
}

function readSample(name: string, words: i18n, language: Language): Read {
  const found = sampleNamed(name);
  if (!found) {
    const params = { actual: name, allowed: SAMPLE_NAMES.join(', ') };
    return { ok: false, problems: [{ path: 'sample', code: 'notOneOf', params }] };
  }
  const { sample, variant } = found;
  return { ok: true, scenario: titledSample(sample, variant, wordsIn(words, language), language) };
}
