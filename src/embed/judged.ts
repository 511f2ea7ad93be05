import type { Language } from '../i18n/locale.ts';
import type { Scenario } from '../model/scenario.ts';
import { writeShared } from '../model/share-link.ts';
import type { Judgement } from '../policy/types.ts';
import type { ViewMessage } from './protocol.ts';

/** What a host is told of the verdicts. */
export function judgedMessage(
  { relationships }: Scenario,
  { chain, verdicts }: Judgement,
  title: string,
  language: Language,
): Extract<ViewMessage, { type: 'judged' }> {
  return {
    type: 'judged',
    title,
    language,
    chain,
    verdicts: relationships.flatMap(({ id }) => {
      const verdict = verdicts.get(id);
      return verdict ? [{ relationship: id, status: verdict.status, rules: verdict.rules }] : [];
    }),
  };
}

/** The address of the editor with this scenario. */
export async function editorAddress(
  scenario: Scenario,
  address: URL,
  language: Language,
): Promise<string> {
  const page = editorPage(address, language);
  page.hash = new URLSearchParams({ s: await writeShared(scenario) }).toString();
  return page.href;
}

export function editorPage(address: URL, language: Language): URL {
  const page = new URL('./', address);
  page.searchParams.set('lng', language);
  return page;
}
