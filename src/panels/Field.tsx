import { type KeyboardEvent, useState } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { isComposing } from '../commands/keys.ts';

interface FieldProps {
  readonly label: string;
  /** As it is kept; what is typed is handed over when the reader is done with it. */
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly isLong?: boolean;
}

/**
 * A text that is kept when it is finished, as one undo step: on Enter or when the field is left. Until
 * then it stays as typed, so that an input method is not disturbed. Escape takes back what was typed.
 */
export function Field({ label, value, onCommit, placeholder, hint, isLong }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const end = (isKept: boolean) => {
    if (typed !== null && isKept && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      end(false);
    } else if (event.key === 'Enter' && !isLong) end(true);
  };

  return (
    <TextField
      className="field"
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => end(true)}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="field__label">{label}</Label>
      {isLong ? (
        <TextArea
          className="input"
          rows={3}
          placeholder={placeholder ?? ''}
          onKeyDown={onKeyDown}
        />
      ) : (
        <Input
          className="input"
          placeholder={placeholder ?? ''}
          onKeyDown={onKeyDown}
          enterKeyHint="done"
        />
      )}
      {hint && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
