import { useState } from 'react';
import type { OpenScenario } from '../store/workspace.ts';
import { type Draft, EMPTY_DRAFT, refusedIn } from '../training/draft.ts';

/** What an author chose for each open scenario, kept while it is open: the dialog closes for recording. */
const drafts = new WeakMap<OpenScenario['store'], Draft>();

export function draftOf({ store }: OpenScenario): Draft {
  const known = drafts.get(store);
  if (known) return known;
  const isWrong = refusedIn(store.getState().scenario).length > 0;
  return { ...EMPTY_DRAFT, kind: isWrong ? 'repair' : 'predict' };
}

export function keepDraft({ store }: OpenScenario, draft: Draft): void {
  drafts.set(store, draft);
}

export function useDraft(open: OpenScenario): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => draftOf(open));
  const change = (changed: Partial<Draft>) => {
    // A second change before the first is drawn must not lose it.
    const next = { ...draftOf(open), ...changed };
    keepDraft(open, next);
    setDraft(next);
  };
  return [draft, change];
}
