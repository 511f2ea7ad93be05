import { writeScenario } from '../model/scenario-file.ts';
import { readShared, writeShared } from '../model/share-link.ts';
import { type App, scenarioOf } from './app.ts';
import { openBeside, showScenario } from './files.ts';
import { goToRelationship } from './problems.ts';
import { say } from './view.ts';

/** What an address says in its fragment: the scenario, and the relationship that is to be explained. */
const SHARED = 's';
const FOCUS = 'focus';

/** Characters of a bad link that are shown: enough to tell which one it was. */
const SHOWN = 24;

export interface ShareOptions {
  /** The page without query and fragment. */
  readonly page: string;
  /** The language the page opens in; null = the reader's own. */
  readonly language: string | null;
  /** A relationship whose explanation is to be open. */
  readonly focus: string | null;
}

/** The address of a page that opens with the active scenario. */
export async function shareAddress(
  app: App,
  { page, language, focus }: ShareOptions,
): Promise<string> {
  const address = new URL(page);
  if (language) address.searchParams.set('lng', language);
  const fragment = new URLSearchParams({ [SHARED]: await writeShared(scenarioOf(app)) });
  if (focus) fragment.set(FOCUS, focus);
  address.hash = fragment.toString();
  return address.href;
}

/**
 * Opens what the fragment of an address holds, beside everything else, as a guest: it is not kept until
 * somebody keeps or edits it. What is open already is only shown. A bad link is explained.
 */
export async function openLink(app: App, fragment: string): Promise<void> {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const shared = params.get(SHARED);
  if (shared === null) return;
  const read = await readShared(shared);
  if (!read.ok) {
    const name = shared.length > SHOWN ? `${shared.slice(0, SHOWN)}…` : shared;
    app.view.setState({ dialog: 'unreadable', unreadable: { name, problems: read.problems } });
    return;
  }
  app.view.setState({ isFirstVisit: false });
  const text = writeScenario(read.scenario);
  const { open } = app.workspace.getState();
  const same = open.find(({ store }) => writeScenario(store.getState().scenario) === text);
  if (same) showScenario(app, same.id);
  else {
    openBeside(app, read.scenario);
    app.workspace.setState(({ active }) => ({ guest: active }));
  }
  const focus = params.get(FOCUS);
  if (read.scenario.relationships.some(({ id }) => id === focus)) {
    goToRelationship(app, focus as string);
  }
}

/** From now on the guest is kept like everything else. */
export function keepGuest(app: App): void {
  app.workspace.setState({ guest: null });
  say(app.view, 'kept');
}
