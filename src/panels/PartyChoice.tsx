import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';

interface PartyChoiceProps {
  readonly label: string;
  /** A party id; null = none of them. */
  readonly value: string | null;
  /** What choosing none of them means, where it means something. */
  readonly none?: string;
  readonly without: string | null;
  readonly onChange: (party: string | null) => void;
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** No party has this id: ids are not empty. */
const NONE = '';

/** One of the parties on the canvas, found by typing its name or type. */
export function PartyChoice({ label, value, none, without, onChange }: PartyChoiceProps) {
  const t = useT();
  const explainer = useExplainer();
  const { parties } = useScenario();
  const options = parties
    .filter(({ id }) => id !== without)
    .map(
      ({ id, type }): Option => ({
        id,
        name: explainer.partyName(id),
        type: t(`policy.party.${type}`),
      }),
    );
  const first: Option[] = none === undefined ? [] : [{ id: NONE, name: none, type: '' }];

  return (
    <ComboBox
      className="field"
      defaultItems={[...first, ...options]}
      selectedKey={value ?? (none === undefined ? null : NONE)}
      onSelectionChange={(key) => {
        if (key !== null) onChange(key === NONE ? null : String(key));
      }}
      menuTrigger="focus"
      defaultFilter={(text, input) => text.toLocaleLowerCase().includes(input.toLocaleLowerCase())}
    >
      <Label className="field__label">{label}</Label>
      <div className="input input--combo">
        <Input autoComplete="off" spellCheck="false" />
        <Button className="input__button" aria-label={t('whatif.routes.showParties')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover popover--countries">
        <ListBox
          className="options"
          renderEmptyState={() => <p className="options__empty">{t('whatif.routes.noParty')}</p>}
        >
          {({ id, name, type }: Option) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              <span className="option__text">
                <span>{name}</span>
                {type && type !== name && <small className="quiet">{type}</small>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
