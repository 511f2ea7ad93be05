import type { i18n } from 'i18next';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { type CommandId, commandOf, isEnabled, run } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { MENUS } from '../commands/menus.ts';
import { useApp, useAppContext } from '../hooks/app-context.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { loadLanguage, showLanguage } from '../i18n/words.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { App } from '../store/app.ts';
import { notify, THEMES, type Theme } from '../store/view.ts';
import { CommandMenu, useWhatCommandsAsk } from './CommandMenu.tsx';
import { IS_MAC } from './platform.ts';
import { ScenarioTabs } from './ScenarioTabs.tsx';

/** The head of the page: which scenarios are open, and what can be done. */
export function Toolbar() {
  const t = useT();
  const isNarrow = useNarrow();
  return (
    <header className="bar">
      <h1 className="bar__brand">
        <span className="bar__logo">
          <Icon name="arrange" />
        </span>
        <span className="bar__name">{t('ui.name')}</span>
      </h1>
      <ScenarioTabs />
      <fieldset className="bar__tools" aria-label={t('ui.toolbar')}>
        <CommandButton id="undo" icon="undo" />
        <CommandButton id="redo" icon="redo" />
        {!isNarrow && <CommandButton id="arrange" icon="arrange" />}
        <CommandMenu
          label={t('ui.menu.file')}
          icon="file"
          commands={MENUS.file}
          isIconOnly={isNarrow}
        />
        {isNarrow ? (
          <CommandMenu
            label={t('ui.menu.more')}
            icon="more"
            commands={[...MENUS.edit, null, ...MENUS.help]}
            isIconOnly
          />
        ) : (
          <CommandMenu label={t('ui.menu.edit')} icon="rename" commands={MENUS.edit} />
        )}
        <ViewMenu isIconOnly={isNarrow} />
        <LanguageMenu isIconOnly={isNarrow} />
        {!isNarrow && <CommandButton id="learn" icon="learn" />}
        {!isNarrow && <CommandMenu label={t('ui.menu.help')} icon="help" commands={MENUS.help} />}
      </fieldset>
    </header>
  );
}

function CommandButton({ id, icon }: { readonly id: CommandId; readonly icon: IconName }) {
  const t = useT();
  const app = useApp();
  useWhatCommandsAsk();
  const command = commandOf(id);
  const [keys] = command.keys;
  const words = t(`ui.command.${id}`);
  return (
    <TooltipTrigger delay={500}>
      <Button
        className="bar__button"
        aria-label={words}
        isDisabled={!isEnabled(command, app)}
        onPress={() => run(id, app)}
      >
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {words} {keys && <kbd className="keys">{keyLabel(keys, IS_MAC)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

function ViewMenu({ isIconOnly }: { readonly isIconOnly: boolean }) {
  const t = useT();
  const { view } = useApp();
  const theme = useView((state) => state.theme);
  const singleKeys = useView((state) => state.singleKeys);
  return (
    <CommandMenu
      label={t('ui.menu.view')}
      icon="view"
      commands={MENUS.view}
      isIconOnly={isIconOnly}
    >
      <MenuItem
        className="option"
        textValue={t('ui.view.singleKeys')}
        onAction={() => view.setState({ singleKeys: !singleKeys })}
      >
        <span className="option__mark">{singleKeys && <Icon name="valid" />}</span>
        <Text slot="label" className="option__text">
          {t('ui.view.singleKeys')}
        </Text>
      </MenuItem>
      <MenuSection
        selectionMode="single"
        selectedKeys={[theme]}
        onSelectionChange={(keys) => {
          const [chosen] = keys as Set<Theme>;
          if (chosen) view.setState({ theme: chosen });
        }}
      >
        <Header className="options__header">{t('ui.view.theme')}</Header>
        {THEMES.map((id) => (
          <ChoiceItem key={id} id={id} words={t(`ui.view.themes.${id}`)} />
        ))}
      </MenuSection>
    </CommandMenu>
  );
}

function LanguageMenu({ isIconOnly }: { readonly isIconOnly: boolean }) {
  const t = useT();
  const { app, words } = useAppContext();
  const language = useLanguage();
  const second = useView((state) => state.secondLanguage);
  return (
    <MenuTrigger>
      <Button
        className="bar__button"
        aria-label={t('ui.menu.languageNow', { language: ENDONYMS[language] })}
      >
        <Icon name="language" />
        {!isIconOnly && (
          <span className="bar__words" lang={language}>
            {ENDONYMS[language]}
          </span>
        )}
      </Button>
      <Popover className="popover">
        <Menu className="options">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              const [chosen] = keys as Set<Language>;
              if (chosen) void chooseLanguage(app, words, chosen);
            }}
          >
            <Header className="options__header">{t('ui.menu.language')}</Header>
            {LANGUAGES.map((id) => (
              <ChoiceItem key={id} id={id} words={ENDONYMS[id]} lang={id} />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[second === null || second === language ? NONE : `second-${second}`]}
            onSelectionChange={(keys) => {
              const [chosen] = keys as Set<string>;
              void chooseSecond(
                app,
                words,
                LANGUAGES.find((id) => chosen === `second-${id}`) ?? null,
              );
            }}
          >
            <Header className="options__header">{t('ui.menu.secondLanguage')}</Header>
            <ChoiceItem id={NONE} words={t('ui.menu.noSecondLanguage')} />
            {LANGUAGES.filter((id) => id !== language).map((id) => (
              <ChoiceItem key={id} id={`second-${id}`} words={ENDONYMS[id]} lang={id} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const NONE = 'none';

interface ChoiceItemProps {
  readonly id: string;
  readonly words: string;
  readonly lang?: Language;
}

function ChoiceItem({ id, words, lang }: ChoiceItemProps) {
  return (
    <MenuItem id={id} className="option" textValue={words}>
      {({ isSelected }) => (
        <>
          <span className="option__mark">{isSelected && <Icon name="valid" />}</span>
          <span className="option__text" lang={lang}>
            {words}
          </span>
        </>
      )}
    </MenuItem>
  );
}

async function chooseLanguage(app: App, words: i18n, language: Language): Promise<void> {
  try {
    await showLanguage(words, language);
    app.view.setState({ language });
  } catch {
    notify(app.view, 'wordsNotLoaded', 'problem');
  }
}

async function chooseSecond(app: App, words: i18n, language: Language | null): Promise<void> {
  try {
    if (language) await loadLanguage(words, language);
    app.view.setState({ secondLanguage: language });
  } catch {
    notify(app.view, 'wordsNotLoaded', 'problem');
  }
}
