import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { isComposing } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { useView, useWorkspace } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import './whatif.css';
import { Icon } from '../icons/Icon.tsx';
import { closeScenario, newScenario, showScenario } from '../store/files.ts';
import { endRenamingTab, moveTab, moveTabTo, renameTab } from '../store/tabs.ts';
import type { OpenScenario } from '../store/workspace.ts';

/** The scenarios that are open; where there is no room for a row of them, a menu. */
export function ScenarioTabs() {
  const t = useT();
  const app = useApp();
  const isNarrow = useNarrow();
  const open = useWorkspace((state) => state.open);
  return (
    <nav className="tabs" aria-label={t('ui.tabs.label')}>
      {isNarrow ? (
        <TabMenu />
      ) : (
        <ul className="tabs__list">
          {open.map((one) => (
            <ScenarioTab key={one.id} open={one} />
          ))}
        </ul>
      )}
      <button
        type="button"
        className="bar__button"
        aria-label={t('ui.command.new')}
        title={t('ui.command.new')}
        onClick={() => newScenario(app)}
      >
        <Icon name="plus" />
      </button>
    </nav>
  );
}

/** What a dragged tab carries, so that nothing else is taken for one. */
const DRAGGED = 'application/x-csp-tab';

function ScenarioTab({ open }: { readonly open: OpenScenario }) {
  const t = useT();
  const app = useApp();
  const [isOver, setOver] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const isRenaming = useView(({ renamingTab }) => renamingTab === open.id);
  const isActive = useWorkspace(({ active }) => active === open.id);
  const title = useTitle(open);
  return (
    <li
      className={`tab ${isActive ? 'tab--active' : ''} ${isOver ? 'tab--over' : ''}`}
      draggable={!isRenaming}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, open.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dragged = event.dataTransfer.getData(DRAGGED);
        if (dragged === '') return;
        event.preventDefault();
        moveTabTo(app, dragged, open.id);
      }}
    >
      {isRenaming ? (
        <TabName title={title} onEndByKey={() => setTakesFocus(true)} />
      ) : (
        <TabButton id={open.id} title={title} isActive={isActive} takesFocus={takesFocus} />
      )}
      <button
        type="button"
        className="tab__close"
        aria-label={t('ui.tabs.close', { title })}
        onClick={() => closeScenario(app, open.id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

interface TabButtonProps {
  readonly id: string;
  readonly title: string;
  readonly isActive: boolean;
  /** It stands where a field was that a key has ended. */
  readonly takesFocus: boolean;
}

/** F2 or a double click renames it, Shift with an arrow moves it. */
function TabButton({ id, title, isActive, takesFocus }: TabButtonProps) {
  const app = useApp();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'F2') renameTab(app, id);
    else if (by && event.shiftKey) moveTab(app, id, by);
    else return;
    event.preventDefault();
  };
  return (
    <button
      ref={button}
      type="button"
      className="tab__button"
      aria-current={isActive ? 'page' : undefined}
      aria-keyshortcuts="F2 Shift+ArrowLeft Shift+ArrowRight"
      title={title}
      onClick={() => showScenario(app, id)}
      onDoubleClick={() => renameTab(app, id)}
      onKeyDown={onKeyDown}
    >
      {title}
    </button>
  );
}

interface TabNameProps {
  readonly title: string;
  readonly onEndByKey?: () => void;
}

/** The title of the active scenario while it is edited where it stands. */
function TabName({ title, onEndByKey }: TabNameProps) {
  const t = useT();
  const app = useApp();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const end = (typed: string | null) => {
    // Leaving the field ends it too, and may come after a key did.
    if (app.view.getState().renamingTab === null) return;
    endRenamingTab(app, typed === title ? null : typed);
  };
  return (
    <input
      ref={field}
      className="tab__input"
      aria-label={t('ui.scenario.title')}
      defaultValue={title}
      autoComplete="off"
      spellCheck="false"
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        onEndByKey?.();
        end(event.key === 'Enter' ? event.currentTarget.value : null);
      }}
    />
  );
}

function TabMenu() {
  const app = useApp();
  const open = useWorkspace((state) => state.open);
  const active = useWorkspace((state) => state.active);
  const current = open.find(({ id }) => id === active) ?? open[0];
  const renaming = useView(({ renamingTab }) => renamingTab);
  if (current && renaming === current.id) return <RenameCurrent open={current} />;
  return (
    <MenuTrigger>
      <Button className="tabs__current">
        <span className="tabs__title">{current && <Title open={current} />}</span>
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <Menu className="options" items={open} onAction={(id) => showScenario(app, String(id))}>
          {(one) => (
            <MenuItem id={one.id} className="option" textValue={one.id}>
              <span className="option__mark">{one.id === active && <Icon name="valid" />}</span>
              <span className="option__text">
                <Title open={one} />
              </span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function RenameCurrent({ open }: { readonly open: OpenScenario }) {
  return <TabName title={useTitle(open)} />;
}

function Title({ open }: { readonly open: OpenScenario }) {
  return useTitle(open);
}

function useTitle({ store }: OpenScenario): string {
  const t = useT();
  return useStore(store, ({ scenario }) => scenario.title) || t('ui.scenario.untitled');
}
