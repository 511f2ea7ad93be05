import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';

/** Native controls, each with a label: what a reader of a page in any program knows how to use. */

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
  /** When the reader is done with it: on Enter, or when the field is left. */
  readonly onCommit: (value: string) => void;
}

export function TextField({ label, hint, value, placeholder, type = 'text', onCommit }: TextProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const end = (isKept: boolean) => {
    if (isKept && typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={typed ?? value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => end(true)}
        onKeyDown={({ key, keyCode, nativeEvent }) => {
          // Enter and Escape of an input method are its own; 229 is how Safari says so.
          if (nativeEvent.isComposing || keyCode === 229) return;
          if (key === 'Enter' || key === 'Escape') end(key === 'Enter');
        }}
      />
      {hint && (
        <p id={`${id}-hint`} className="plain-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

export function SelectField<T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: SelectProps<T>) {
  const id = useId();
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="plain-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface RadioProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

export function RadioField<T extends string>({ label, value, options, onChange }: RadioProps<T>) {
  const name = useId();
  return (
    <fieldset className="plain-radios">
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={name}
            checked={value === one.id}
            onChange={() => onChange(one.id)}
          />
          {one.name}
        </label>
      ))}
    </fieldset>
  );
}

interface ButtonProps {
  readonly icon?: IconName;
  readonly isQuiet?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function PlainButton({ icon, isQuiet, isDisabled, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={`plain-button ${isQuiet ? 'plain-button--quiet' : ''}`}
      // It keeps the keyboard when it has nothing more to do.
      aria-disabled={isDisabled ? true : undefined}
      onClick={() => !isDisabled && onPress()}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
