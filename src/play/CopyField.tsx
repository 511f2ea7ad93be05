import { useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { usePlaying } from './play-context.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly button: string;
  readonly isPrimary?: boolean;
}

/** Text to be taken along: selected by a click, copied by a button. */
export function CopyField({ label, text, button, isPrimary = false }: CopyFieldProps) {
  const { t } = usePlaying();
  const [copied, setCopied] = useState<{ text: string; isDone: boolean } | null>(null);
  const copy = () => {
    const tell = (isDone: boolean) => setCopied({ text, isDone });
    const writing = navigator.clipboard?.writeText(text);
    if (writing)
      writing.then(
        () => tell(true),
        () => tell(false),
      );
    else tell(false);
  };
  const isTold = copied?.text === text;
  return (
    <div className="copy">
      <label className="field">
        <span className="field__label">{label}</span>
        <input className="input" readOnly value={text} onFocus={({ target }) => target.select()} />
      </label>
      <button
        type="button"
        className={isPrimary ? 'button button--primary' : 'button'}
        onClick={copy}
      >
        <Icon name="copy" />
        {button}
      </button>
      <p role="status">
        {isTold && t(copied.isDone ? 'classroom.done.copied' : 'classroom.done.notCopied')}
      </p>
    </div>
  );
}
