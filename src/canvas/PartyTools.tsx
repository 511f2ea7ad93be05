import { type CommandId, commandOf, run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';

const TOOLS: readonly [CommandId, IconName][] = [
  ['connect', 'connect'],
  ['addNext', 'plus'],
  ['rename', 'rename'],
  ['duplicate', 'copy'],
  ['delete', 'delete'],
];

/** What can be done with the selected party, within reach of the pointer. */
export function PartyTools({ id }: { readonly id: string }) {
  const t = useT();
  const app = useApp();
  const addable = useView((state) => state.addable);
  const type = useActiveScenario().parties.find((party) => party.id === id)?.type;
  const isOffered = (command: CommandId) => {
    if (command === 'addNext') return addable.length > 0;
    return command !== 'duplicate' || (type !== undefined && addable.includes(type));
  };
  return (
    <div className="party__tools nodrag nopan" data-tools={id}>
      {TOOLS.filter(([command]) => isOffered(command)).map(([command, icon]) => {
        const words = t(`ui.command.${command}`);
        return (
          <button
            key={command}
            type="button"
            className="tool"
            tabIndex={-1}
            title={words}
            aria-label={words}
            aria-haspopup={command === 'connect' || command === 'addNext' ? 'menu' : undefined}
            onClick={(event) => {
              event.stopPropagation();
              // The keyboard may be at another party.
              app.view.setState({ focus: { kind: 'party', id } });
              run(commandOf(command).id, app);
            }}
          >
            <Icon name={icon} />
            {command === 'connect' && <span>{t('ui.canvas.connectTo')}</span>}
          </button>
        );
      })}
    </div>
  );
}
