import type { ReactNode } from 'react';
import {
  Button,
  Keyboard,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { COMMAND_IDS, type CommandId, commandOf, isEnabled, run } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useHistory, useScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { IS_MAC } from './platform.ts';

interface CommandMenuProps {
  readonly label: string;
  readonly icon: IconName;
  /** Commands in order; null is a line between groups. */
  readonly commands: readonly (CommandId | null)[];
  /** On a narrow screen only the icon is shown. */
  readonly isIconOnly?: boolean;
  readonly children?: ReactNode;
}

/** A menu made of commands: their words, their keys, and whether they can be run now. */
export function CommandMenu({ label, icon, commands, isIconOnly, children }: CommandMenuProps) {
  const app = useApp();
  return (
    <MenuTrigger>
      <Button className="bar__button" aria-label={label}>
        <Icon name={icon} />
        {!isIconOnly && <span className="bar__words">{label}</span>}
      </Button>
      <Popover className="popover">
        <Menu
          className="options"
          // Items that are no commands have an action or a selection of their own.
          onAction={(key) => isCommand(key) && run(key, app)}
        >
          {commands.map((id, i) =>
            id === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else
              <Separator key={`line-${i}`} className="options__line" />
            ) : (
              <CommandItem key={id} id={id} />
            ),
          )}
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function isCommand(key: unknown): key is CommandId {
  return COMMAND_IDS.includes(key as CommandId);
}

function CommandItem({ id }: { readonly id: CommandId }) {
  const t = useT();
  const app = useApp();
  useWhatCommandsAsk();
  const command = commandOf(id);
  const words = t(`ui.command.${id}`);
  const [keys] = command.keys;
  return (
    <MenuItem id={id} className="option" textValue={words} isDisabled={!isEnabled(command, app)}>
      <span className="option__mark">{command.isOn?.(app) && <Icon name="valid" />}</span>
      <Text slot="label" className="option__text">
        {words}
      </Text>
      {keys && <Keyboard className="keys">{keyLabel(keys, IS_MAC)}</Keyboard>}
    </MenuItem>
  );
}

/** Commands look at the state when asked; the menu is drawn again when what they look at changes. */
export function useWhatCommandsAsk(): void {
  useScenario();
  useHistory();
  useView(({ selection }) => selection);
  useView(({ snap, miniMap, kind, mainView }) => `${snap} ${miniMap} ${kind} ${mainView}`);
}
