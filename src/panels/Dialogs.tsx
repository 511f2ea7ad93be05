import { lazy } from 'react';
import {
  Autocomplete,
  Button,
  Input,
  Menu,
  MenuItem,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { COMMANDS, type CommandId, isEnabled, run } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useView, useWorkspace } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import { closeAtOnce, saveFile, showScenario } from '../store/files.ts';
import type { DialogId } from '../store/view.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { DialogFrame } from './Modal.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PasteRows } from './PasteRows.tsx';
import { IS_MAC } from './platform.ts';
import { SamplesDialog } from './SamplesDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** Comes with what draws and reports, which nothing else needs. */
const ExportDialog = lazy(async () => ({
  default: (await import('./ExportDialog.tsx')).ExportDialog,
}));

/** Come with what teaches, which nothing else needs. */
const ExerciseDialog = lazy(async () => ({
  default: (await import('./ExerciseDialog.tsx')).ExerciseDialog,
}));
const CourseDialog = lazy(async () => ({
  default: (await import('./CourseDialog.tsx')).CourseDialog,
}));

/** The dialog that is open. */
export function Dialogs({ open }: { readonly open: DialogId }) {
  switch (open) {
    case 'samples':
      return <SamplesDialog />;
    case 'share':
      return <ShareDialog />;
    case 'export':
      return <ExportDialog />;
    case 'help':
      return <HelpDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'commands':
      return <CommandsDialog />;
    case 'move':
      return <MoveDialog />;
    case 'close':
      return <CloseDialog />;
    case 'unreadable':
      return <UnreadableDialog />;
    case 'pasteRows':
      return <PasteRows />;
    case 'exercise':
      return <ExerciseDialog />;
    case 'course':
      return <CourseDialog />;
  }
}

/** All commands with their keys. */
function ShortcutsDialog() {
  const t = useT();
  return (
    <DialogFrame title={t('ui.command.shortcuts')} size="large" isText>
      <Shortcuts />
      <p className="quiet small">{t('ui.shortcuts.canvas')}</p>
    </DialogFrame>
  );
}

/** Finds a command by its words and runs it. */
function CommandsDialog() {
  const t = useT();
  const app = useApp();
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = COMMANDS.filter(
    (command) => command.id !== 'commands' && isEnabled(command, app),
  );
  const choose = (id: CommandId) => {
    app.view.setState({ dialog: null });
    run(id, app);
    const { focus, dialog, connectMenu, addMenu, renaming } = app.view.getState();
    // What was just added is where the reader goes on; a menu or field it opened takes the keyboard itself.
    if (focus && !dialog && !connectMenu && !addMenu && !renaming) app.host.canvas?.takeFocus();
  };
  return (
    <DialogFrame title={t('ui.command.commands')}>
      <Autocomplete filter={contains}>
        <SearchField
          className="field commands__search"
          aria-label={t('ui.commands.search')}
          autoFocus
        >
          <Input className="input" placeholder={t('ui.commands.search')} />
        </SearchField>
        <Menu
          className="options options--commands"
          items={offered}
          onAction={(id) => choose(id as CommandId)}
          renderEmptyState={() => <p className="options__empty">{t('ui.commands.none')}</p>}
        >
          {({ id, group, keys: [keys] }) => (
            <MenuItem id={id} className="option" textValue={t(`ui.command.${id}`)}>
              <Text slot="label" className="option__text">
                {t(`ui.command.${id}`)} <small className="quiet">{t(`ui.group.${group}`)}</small>
              </Text>
              {keys && <kbd className="keys">{keyLabel(keys, IS_MAC)}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </DialogFrame>
  );
}

/** Asks before a scenario that is in no file is given up. */
function CloseDialog() {
  const t = useT();
  const app = useApp();
  const closing = useView((state) => state.closing);
  const open = useWorkspace((state) => state.open).find(({ id }) => id === closing);
  if (!open) return null;
  const title = open.store.getState().scenario.title || t('ui.scenario.untitled');
  return (
    <DialogFrame title={t('ui.closing.title', { title })} role="alertdialog">
      <p>{t('ui.closing.text')}</p>
      <div className="dialog__actions">
        <Button
          className="button button--primary"
          onPress={() => {
            showScenario(app, open.id);
            saveFile(app);
            closeAtOnce(app, open.id);
          }}
        >
          {t('ui.closing.save')}
        </Button>
        <Button className="button" onPress={() => closeAtOnce(app, open.id)}>
          {t('ui.closing.discard')}
        </Button>
        <Button
          className="button button--quiet"
          onPress={() => app.view.setState({ dialog: null, closing: null })}
        >
          {t('ui.cancel')}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** What is wrong with a file that was not opened; nothing else has changed. */
function UnreadableDialog() {
  const t = useT();
  const unreadable = useView((state) => state.unreadable);
  if (!unreadable) return null;
  return (
    <DialogFrame title={t('ui.unreadable.title', { name: unreadable.name })}>
      <p>{t('ui.unreadable.text')}</p>
      <ul className="problems">
        {unreadable.problems.map((problem) => (
          <li key={problem.path + problem.code}>{explainProblem(problem, t)}</li>
        ))}
      </ul>
    </DialogFrame>
  );
}
