import { type CommandId, run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';

const BUTTONS: readonly [CommandId, IconName][] = [
  ['zoomIn', 'plus'],
  ['zoomOut', 'minus'],
  ['fitView', 'fit'],
];

export function Zoom() {
  const t = useT();
  const app = useApp();
  return (
    <fieldset className="zoom" aria-label={t('ui.flow.controls')}>
      {BUTTONS.map(([command, icon]) => (
        <button
          key={command}
          type="button"
          className="zoom__button"
          title={t(`ui.command.${command}`)}
          aria-label={t(`ui.command.${command}`)}
          onClick={() => run(command, app)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </fieldset>
  );
}
