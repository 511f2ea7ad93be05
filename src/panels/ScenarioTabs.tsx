import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { useApp } from '../hooks/app-context.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { useWorkspace } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { closeScenario, newScenario, showScenario } from '../store/files.ts';
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

function ScenarioTab({ open }: { readonly open: OpenScenario }) {
  const t = useT();
  const app = useApp();
  const isActive = useWorkspace(({ active }) => active === open.id);
  const title = useTitle(open);
  return (
    <li className={`tab ${isActive ? 'tab--active' : ''}`}>
      <button
        type="button"
        className="tab__button"
        aria-current={isActive ? 'page' : undefined}
        title={title}
        onClick={() => showScenario(app, open.id)}
      >
        {title}
      </button>
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

function TabMenu() {
  const app = useApp();
  const open = useWorkspace((state) => state.open);
  const active = useWorkspace((state) => state.active);
  const current = open.find(({ id }) => id === active) ?? open[0];
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

function Title({ open }: { readonly open: OpenScenario }) {
  return useTitle(open);
}

function useTitle({ store }: OpenScenario): string {
  const t = useT();
  return useStore(store, ({ scenario }) => scenario.title) || t('ui.scenario.untitled');
}
