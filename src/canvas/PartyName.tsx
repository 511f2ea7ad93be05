import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Party } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { edit } from '../store/edit.ts';

/**
 * The name of a party being edited in place. What is typed stays as it is until it is confirmed: an input
 * method is at work in it, whose Enter, Escape and Space are its own.
 */
export function PartyName({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const [name, setName] = useState(party.name ?? '');

  const end = (isKept: boolean) => {
    if (app.view.getState().renaming !== party.id) return;
    app.view.setState({ renaming: null, focus: { kind: 'party', id: party.id } });
    if (isKept) edit(app, { op: 'setParty', party: party.id, set: { name: tidyName(name) } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    end(event.key === 'Enter');
    app.host.canvas?.takeFocus();
  };

  return (
    <div className="party__body">
      <span className="party__icon">
        <Icon name={party.type} />
      </span>
      <input
        className="party__input nodrag nopan nokey"
        aria-label={t('ui.party.name')}
        placeholder={explainer.partyName(party.id)}
        value={name}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        // biome-ignore lint/a11y/noAutofocus: the reader asked for this field by F2 or a double click
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(true)}
      />
    </div>
  );
}
