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
  readonly value: string | null;
  readonly onChange: (party: string) => void;
  /** The verdict that the choice of a party would give, shown beside it. */
  readonly verdict?: ((party: string) => Shown) | undefined;
  readonly autoFocus?: boolean;
}

const ORDER: readonly Shown[] = ['valid', 'prerequisite', 'prohibited', 'unknown'];
/** Beyond this many parties the verdicts are not asked for. */
const MANY = 300;
const LAYOUT = { estimatedRowHeight: 48 };

/** A party of the scenario, found by typing; those that would be valid come first. */
export function PartyChoice({ label, value, onChange, verdict, autoFocus }: PartyChoiceProps) {
  const t = useT();
  const explainer = useExplainer();
  const { parties } = useScenario();
  const isAsked = verdict && parties.length <= MANY ? verdict : undefined;
  const items = parties
    .map(({ id, type }) => ({
      id,
      name: explainer.partyName(id),
      type: t(`policy.party.${type}`),
      shown: isAsked?.(id),
    }))
    .toSorted((a, b) => rank(a.shown) - rank(b.shown));

  return (
    <ComboBox
      className="field"
      defaultItems={items}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      menuTrigger="focus"
    >
      <Label className="field__label">{label}</Label>
      <div className="input input--combo">
        <Input
          autoComplete="off"
          spellCheck="false"
          placeholder={t('table.chooseParty')}
          autoFocus={autoFocus ?? false}
        />
        <Button className="input__button" aria-label={t('table.showParties')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover">
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox
            className="options options--parties"
            renderEmptyState={() => <p className="options__empty">{t('table.noSuchParty')}</p>}
          >
            {({ id, name, type, shown }: (typeof items)[number]) => (
              <ListBoxItem id={id} className="option" textValue={name}>
                {shown && (
                  <span className={`option__mark verdict--${shown}`}>
                    <Icon name={shown} />
                  </span>
                )}
                <span className="option__text">
                  <span>{name}</span>
                  <small className="quiet">
                    {shown
                      ? t('table.outline.typeAndStatus', {
                          type,
                          status: t(`policy.status.${shown}`),
                        })
                      : type}
                  </small>
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
