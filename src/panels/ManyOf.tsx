import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';

/** More than anybody goes through one by one. */
const LISTED = 60;

interface ManyOfProps<T extends string> {
  readonly label: string;
  /** The label is read aloud only: it stands above already. */
  readonly isLabelHidden?: boolean;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
}

/** Any number of a list. What is too long to be listed stays chosen as it was. */
export function ManyOf<T extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
}: ManyOfProps<T>) {
  const t = useT();
  const shown = options.slice(0, LISTED);
  const more = options.length - shown.length;
  return (
    <CheckboxGroup
      className="many"
      value={[...value]}
      onChange={(chosen) => onChange(chosen as T[])}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className="field__label">{label}</Label>}
      <div className="many__list">
        {shown.map(({ id, name }) => (
          <Checkbox key={id} value={id} className="check many__one">
            <span className="check__box">
              <Icon name="valid" />
            </span>
            <span>{name}</span>
          </Checkbox>
        ))}
      </div>
      {more > 0 && <p className="quiet small">{t('authoring.more', { count: more })}</p>}
    </CheckboxGroup>
  );
}
