import { COMMAND_GROUPS, COMMANDS } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { useT } from '../hooks/use-t.ts';
import { IS_MAC } from './platform.ts';

/** All keys: those of the canvas, then every command with its own. */
export function Shortcuts() {
  const t = useT();
  return (
    <div className="shortcuts">
      <table className="shortcuts__table">
        <caption className="heading">{t('ui.shortcuts.onCanvas')}</caption>
        <tbody>
          {(['arrows', 'homeEnd', 'letters', 'enter', 'nudge', 'escape'] as const).map((id) => (
            <tr key={id}>
              <td>{t(`ui.shortcuts.${id}`)}</td>
              <td>
                <kbd className="keys">{t(`ui.shortcuts.keys.${id}`)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {COMMAND_GROUPS.map((group) => (
        <table key={group} className="shortcuts__table">
          <caption className="heading">{t(`ui.group.${group}`)}</caption>
          <tbody>
            {COMMANDS.filter((command) => command.group === group).map(({ id, keys }) => (
              <tr key={id}>
                <td>{t(`ui.command.${id}`)}</td>
                <td>
                  {keys.map((one) => (
                    <kbd key={one} className="keys">
                      {keyLabel(one, IS_MAC)}
                    </kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
