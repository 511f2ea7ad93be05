import { useMemo } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useScenario } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { countryName } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { editionOf } from '../model/scenario.ts';
import { COUNTRIES, regionOf } from '../policy/markets.ts';

interface CountryChoiceProps {
  readonly label: string;
  /** Undefined = unknown; null = not the same for all that are meant. */
  readonly value: string | null | undefined;
  readonly onChange: (country: string | null) => void;
  readonly autoFocus?: boolean;
}

interface Country {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

const UNKNOWN = '?';

/** A country, found by typing, with the CSP region it belongs to by the edition of the scenario. */
export function CountryChoice({ label, value, onChange, autoFocus }: CountryChoiceProps) {
  const t = useT();
  const edition = editionOf(useScenario());
  const countries = useCountries();
  const chosen = countries.find(({ id }) => id === value);
  const unchosen = value === null ? t('table.bulk.several') : t('ui.party.countryHint');
  const region = value ? (chosen?.region ?? '') : unchosen;

  return (
    <ComboBox
      className="field"
      defaultItems={countries}
      selectedKey={value === null ? null : (value ?? UNKNOWN)}
      onSelectionChange={(key) => {
        if (key !== null) onChange(key === UNKNOWN ? null : String(key));
      }}
      menuTrigger="focus"
      // "united states" also finds what has it in its region.
      defaultFilter={(text, input) => text.toLocaleLowerCase().includes(input.toLocaleLowerCase())}
    >
      <Label className="field__label">{label}</Label>
      <div className="input input--combo">
        <Input autoComplete="off" spellCheck="false" autoFocus={autoFocus ?? false} />
        <Button className="input__button" aria-label={t('ui.party.showCountries')}>
          <Icon name="down" />
        </Button>
      </div>
      <Text slot="description" className="field__hint">
        {chosen?.region ? t('whatif.edition.tagged', { text: region, edition }) : region}
      </Text>
      <Popover className="popover popover--countries">
        <ListBox
          className="options"
          renderEmptyState={() => <p className="options__empty">{t('ui.party.noCountry')}</p>}
        >
          {({ id, name, region: where }: Country) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              <span className="option__text">
                <span>{name}</span>
                {where && <small className="quiet">{where}</small>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useCountries(): readonly Country[] {
  const t = useT();
  const language = useLanguage();
  const edition = editionOf(useScenario());
  return useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    const known = COUNTRIES.map((id): Country => {
      const region = regionOf(id, edition);
      return {
        id,
        name: countryName(id, t),
        region: region
          ? t('ui.party.region', { region: t(`regions.region.${region}`) })
          : t('ui.party.noRegion'),
      };
    }).sort((a, b) => compare(a.name, b.name));
    return [{ id: UNKNOWN, name: t('ui.party.countryUnknown'), region: '' }, ...known];
  }, [t, language, edition]);
}
