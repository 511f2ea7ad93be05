import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import type { Shown } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';

interface PartyChoiceProps {
  readonly label: string;
  /** A party id; null = none of them. */
  readonly value: string | null;
  /** What choosing none of them means, where it means something. */
  readonly none?: string;
  /** A party that can't be chosen. */
  readonly without?: string | null;
  /** The verdict that the choice of a party would give, shown beside it; valid ones come first. */
  readonly verdict?: ((party: string) => Shown) | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (party: string | null) => void;
}

interface Option {
  readonly id: string;
  readonly name: string;
  /** Type and, where it is asked for, verdict. */
  readonly remark: string;
  readonly shown: Shown | undefined;
}

/** No party has this id: ids are not empty. */
const NONE = '';
const ORDER: readonly Shown[] = ['valid', 'prerequisite', 'prohibited', 'unknown'];
/** Beyond this many parties the verdicts are not asked for. */
const MANY = 300;
const LAYOUT = { estimatedRowHeight: 48 };

/** One of the parties of the scenario, found by typing. */
export function PartyChoice(props: PartyChoiceProps) {
  const { label, value, none, without = null, verdict, autoFocus = false, onChange } = props;
  const t = useT();
  const explainer = useExplainer();
  const { parties } = useScenario();
  const isAsked = verdict && parties.length <= MANY ? verdict : undefined;
  const options = parties
    .filter(({ id }) => id !== without)
    .map(({ id, type: typeId }): Option => {
      const name = explainer.partyName(id);
      const type = t(`policy.party.${typeId}`);
      const shown = isAsked?.(id);
      const status = shown && t(`policy.status.${shown}`);
      const remark = status ? t('table.outline.typeAndStatus', { type, status }) : type;
      return { id, name, remark: remark === name ? '' : remark, shown };
    })
    .toSorted((a, b) => rank(a.shown) - rank(b.shown));
  const first: Option[] =
    none === undefined ? [] : [{ id: NONE, name: none, remark: '', shown: undefined }];

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
        <Input
          autoComplete="off"
          spellCheck="false"
          placeholder={t('table.chooseParty')}
          autoFocus={autoFocus}
        />
        <Button className="input__button" aria-label={t('table.showParties')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover popover--countries">
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox
            className="options options--parties"
            renderEmptyState={() => <p className="options__empty">{t('table.noSuchParty')}</p>}
          >
            {({ id, name, remark, shown }: Option) => (
              <ListBoxItem id={id} className="option" textValue={name}>
                {shown && (
                  <span className={`option__mark verdict--${shown}`}>
                    <Icon name={shown} />
                  </span>
                )}
                <span className="option__text">
                  <span>{name}</span>
                  {remark && <small className="quiet">{remark}</small>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}

function rank(shown: Shown | undefined): number {
  return shown ? ORDER.indexOf(shown) : 0;
}
