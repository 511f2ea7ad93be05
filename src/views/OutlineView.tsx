import '../panels/panels.css';
import './views.css';
import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  Dialog,
  Header,
  Input,
  Label,
  ListLayout,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
  Separator,
  Text,
  TextField,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { isComposing } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useJudgement, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { type OutlineItem, outlineOf } from '../model/outline.ts';
import type { Party, PartyType } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { CommandMenu } from '../panels/CommandMenu.tsx';
import { addNext, edit, nextPartiesOf, select, selectParty } from '../store/edit.ts';
import { goToRelationship } from '../store/problems.ts';
import { NOTHING_SELECTED } from '../store/view.ts';
import { VerdictMark } from './grid.tsx';
import { useRowKeys } from './use-row-keys.ts';

const LAYOUT = { estimatedRowHeight: 44 };
/** A longer outline begins closed, and only what is open is held. */
const MANY = 500;

/** The scenario as a list from Microsoft down, each party with the relationship that leads to it. */
export function OutlineView() {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const items = useMemo(() => outlineOf(scenario), [scenario]);
  const keys = useMemo(() => keysWithin(items), [items]);
  const isShort = keys.size <= MANY;
  // What was not touched, also what is new, is open in a short outline and closed in a long one.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (key: string) => turned.has(key) !== isShort;
  const openKeys = [...keys.keys()].filter(isOpen);
  const selected = useView((state) => state.selection);
  const selectedKeys = [
    ...selected.parties.map((id) => `party:${id}`),
    ...selected.relationships.map((id) => `relationship:${id}`),
  ].filter((key) => keys.has(key));

  const onSelect = (key: string | undefined) => {
    const item = key === undefined ? undefined : keys.get(key);
    if (!item) select(app, NOTHING_SELECTED);
    else if (item.relationship) goToRelationship(app, item.relationship.id);
    else selectParty(app, item.party);
  };
  const onSelectionChange = (chosen: Selection) => {
    if (chosen !== 'all') onSelect([...chosen].map(String)[0]);
  };
  const onKeyDown = useRowKeys({
    onSelect,
    onRename: (key) => app.view.setState({ renaming: keys.get(key)?.party ?? null }),
  });

  return (
    <section className="middle" aria-label={t('table.views.outline')} onKeyDown={onKeyDown}>
      <div className="middle__tools">
        <CommandMenu
          label={t('table.addParty')}
          icon="plus"
          commands={[
            'addMicrosoft',
            'addIndirectProvider',
            'addIndirectReseller',
            'addDirectBillPartner',
            'addCustomer',
          ]}
        />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <Tree
          className="outline"
          aria-label={t('table.outline.label')}
          items={items}
          dependencies={[t, turned, isShort]}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selectedKeys}
          onSelectionChange={onSelectionChange}
          expandedKeys={openKeys}
          onExpandedChange={(open) => {
            const isUsual = (key: string) => open.has(key) === isShort;
            setTurned(new Set([...keys.keys()].filter((key) => !isUsual(key))));
          }}
          renderEmptyState={() => <p className="grid__empty">{t('table.outline.empty')}</p>}
        >
          {(item) => <OutlineRow item={item} isOpen={isOpen} />}
        </Tree>
      </Virtualizer>
      <Renaming />
    </section>
  );
}

interface OutlineRowProps {
  readonly item: OutlineItem;
  readonly isOpen: (key: string) => boolean;
}

function OutlineRow({ item, isOpen }: OutlineRowProps) {
  const { text, shown, type } = useRow(item);
  return (
    <TreeItem
      id={item.key}
      hasChildItems={item.items.length > 0}
      className="outline__item"
      textValue={text}
      data-focus={item.relationship ? undefined : `party:${item.party}`}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div
            className="outline__row"
            style={{ '--level': Math.min(level, 8) } as React.CSSProperties}
          >
            {hasChildItems ? (
              <Button slot="chevron" className="outline__chevron">
                <Icon name="next" />
              </Button>
            ) : (
              <span className="outline__chevron" />
            )}
            <span className="cell__icon">
              <Icon name={type} />
            </span>
            <RowText item={item} />
            {shown && <VerdictMark shown={shown} />}
            <RowActions item={item} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={isOpen(item.key) ? item.items : []} dependencies={[isOpen]}>
        {(inner) => <OutlineRow item={inner} isOpen={isOpen} />}
      </Collection>
    </TreeItem>
  );
}

/** What a row says, as it is read aloud: “Contoso sells to Fabrikam: Supported”. */
function useRow(item: OutlineItem): { text: string; shown: Shown | undefined; type: PartyType } {
  const t = useT();
  const explainer = useExplainer();
  const { parties } = useActiveScenario();
  const { verdicts } = useJudgement();
  const { party, relationship, isElsewhere } = item;
  const type = parties.find(({ id }) => id === party)?.type ?? 'customer';
  const verdict = relationship && verdicts.get(relationship.id);
  const shown = verdict && shownStatus(verdict);
  const said =
    relationship && shown
      ? t('ui.canvas.lineAndStatus', {
          line: explainer.line(relationship),
          status: t(`policy.status.${shown}`),
        })
      : explainer.partyName(party);
  const text = isElsewhere
    ? t('table.outline.rowElsewhere', { text: said, remark: t('table.outline.elsewhere') })
    : said;
  return { text, shown, type };
}

function RowText({ item: { party, relationship, isElsewhere } }: { readonly item: OutlineItem }) {
  const t = useT();
  const explainer = useExplainer();
  const { parties } = useActiveScenario();
  const type = parties.find(({ id }) => id === party)?.type ?? 'customer';
  const name = explainer.partyName(party);
  const typeName = t(`policy.party.${type}`);
  return (
    <span className="outline__text">
      <span>{relationship ? explainer.line(relationship) : name}</span>
      <small className="quiet">
        {isElsewhere ? t('table.outline.elsewhere') : typeName !== name && typeName}
      </small>
    </span>
  );
}

function RowActions({ item: { party, relationship } }: { readonly item: OutlineItem }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const name = explainer.partyName(party);
  const act = (key: string) => {
    const next = nextPartiesOf(app, party, 'after').find((one) => one.type === key);
    if (next) addNext(app, next);
    else if (key === 'details') selectParty(app, party);
    else if (key === 'rename') app.view.setState({ renaming: party });
    else if (key === 'connect') app.view.setState({ connectMenu: party });
    else if (key === 'deleteLine' && relationship) {
      edit(app, { op: 'removeRelationship', relationship: relationship.id });
    } else if (key === 'deleteParty') edit(app, { op: 'removeParty', party });
  };
  return (
    <MenuTrigger>
      <Button className="cell cell--action" aria-label={t('table.outline.actions', { name })}>
        <Icon name="more" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" onAction={(key) => act(String(key))}>
          <Item id="details" words={t('table.outline.details', { name })} />
          <Item id="rename" words={t('table.outline.rename', { name })} />
          <Item id="connect" words={t('table.outline.connect', { name })} />
          {relationship && <Item id="deleteLine" words={t('table.outline.deleteLine')} />}
          <Item id="deleteParty" words={t('table.deleteParty', { name })} />
          <Separator className="options__line" />
          <AddBelow party={party} name={name} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <MenuItem id={id} className="option" textValue={words}>
      <Text slot="label" className="option__text">
        {words}
      </Text>
    </MenuItem>
  );
}

const ORDER: readonly Shown[] = ['valid', 'prerequisite', 'prohibited', 'unknown'];

/** The types a party below may have, with the verdict the new relationship would get: valid ones first. */
function AddBelow({ party, name }: { readonly party: string; readonly name: string }) {
  const t = useT();
  const app = useApp();
  // What may come next changes with both.
  useActiveScenario();
  useView((state) => state.kind);
  const types = nextPartiesOf(app, party, 'after')
    .map(({ type, verdict }) => ({ type, shown: shownStatus(verdict) }))
    .toSorted((a, b) => ORDER.indexOf(a.shown) - ORDER.indexOf(b.shown));
  return (
    <MenuSection>
      <Header className="options__header">{t('table.outline.addBelow', { name })}</Header>
      {types.map(({ type, shown }) => {
        const words = t('table.outline.typeAndStatus', {
          type: t(`policy.party.${type}`),
          status: t(`policy.status.${shown}`),
        });
        return (
          <MenuItem key={type} id={type} className="option" textValue={words}>
            <span className={`option__mark verdict--${shown}`}>
              <Icon name={shown} />
            </span>
            <Text slot="label" className="option__text">
              {words}
            </Text>
          </MenuItem>
        );
      })}
    </MenuSection>
  );
}

/** The name of the party that is being renamed, in an editor at its row. */
function Renaming() {
  const renaming = useView((state) => state.renaming);
  const { parties } = useActiveScenario();
  const party = parties.find(({ id }) => id === renaming);
  return party ? <NameEditor key={party.id} party={party} /> : null;
}

function NameEditor({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const [typed, setTyped] = useState(party.name ?? '');
  const [anchor] = useState(() => ({
    current:
      document.querySelector('.outline [data-selected]') ??
      document.querySelector(`[data-focus="party:${CSS.escape(party.id)}"]`) ??
      document.querySelector('main'),
  }));
  const end = (isKept: boolean) => {
    app.view.setState({ renaming: null });
    if (isKept) edit(app, { op: 'setParty', party: party.id, set: { name: tidyName(typed) } });
  };
  return (
    <Popover
      className="popover popover--cell"
      placement="bottom start"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && end(true)}
    >
      <Dialog className="cell-editor" aria-label={t('table.column.name')}>
        <TextField className="field" value={typed} onChange={setTyped} autoFocus>
          <Label className="field__label">{t('table.column.name')}</Label>
          <Input
            className="input"
            placeholder={explainer.partyName(party.id)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Enter') end(true);
              if (event.key === 'Escape') {
                event.stopPropagation();
                end(false);
              }
            }}
          />
        </TextField>
      </Dialog>
    </Popover>
  );
}

/** Every item of the tree by its key. */
function keysWithin(items: readonly OutlineItem[]): ReadonlyMap<string, OutlineItem> {
  const found = new Map<string, OutlineItem>();
  const add = (item: OutlineItem) => {
    found.set(item.key, item);
    item.items.forEach(add);
  };
  items.forEach(add);
  return found;
}
