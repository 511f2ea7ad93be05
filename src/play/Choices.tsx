import { useId } from 'react';

interface ChoicesProps<T extends string | number> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly id: T; readonly words: string }[];
  readonly onChange: (value: T) => void;
  readonly isRequired: boolean;
}

/** One of a few, side by side. The order and the looks say nothing about which is right. */
export function Choices<T extends string | number>({
  label,
  value,
  options,
  onChange,
  isRequired,
}: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className={`play-choices ${isRequired ? 'play-choices--open' : ''}`}>
      <legend>{label}</legend>
      <div className="play-segments">
        {options.map(({ id, words }, index) => (
          <label key={id} className="play-segment">
            <input
              type="radio"
              name={name}
              value={index}
              checked={value === id}
              onChange={() => onChange(id)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
