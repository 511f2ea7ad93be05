import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseChain, writeChain } from '../model/chain-text.ts';
import { EMPTY_SCENARIO } from '../model/scenario.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import { tidyName } from '../model/tidy.ts';
import { fixesFor } from '../what-if/fixes.ts';
import { type App, judgementOf, scenarioOf } from './app.ts';
import {
  addParty,
  applyFix,
  arrange,
  canRedo,
  canUndo,
  change,
  connect,
  copySelection,
  duplicateSelection,
  edit,
  movePartiesTo,
  pasteText,
  redo,
  removeSelection,
  select,
  selectAll,
  undo,
} from './edit.ts';
import {
  closeAtOnce,
  closeScenario,
  duplicateScenario,
  fileName,
  newScenario,
  openBeside,
  openText,
  saveFile,
  showScenario,
} from './files.ts';
import { type Box, keepPreferences, keepWork, readKept, readPreferences } from './persist.ts';
import { countByParty, countVerdicts, goToProblem, problemGroups } from './problems.ts';
import { HISTORY_LIMIT } from './scenario-store.ts';
import { createApp } from './test-app.ts';
import { DEFAULT_PREFERENCES } from './view.ts';

const INDIRECT = parseChain('microsoft > indirectProvider > indirectReseller > customer');

const ids = (app: App) => scenarioOf(app).parties.map(({ id }) => id);
const selection = (app: App) => app.view.getState().selection;
const titles = (app: App) =>
  app.workspace.getState().open.map(({ store }) => store.getState().scenario.title ?? '');

describe('drawing', () => {
  it('adds, connects and judges a chain, and takes every step back and again', () => {
    const app = createApp();
    const types = ['microsoft', 'indirectProvider', 'indirectReseller', 'customer'] as const;
    const [ms, ip, ir, c] = types.map((type) => addParty(app, type)) as [
      string,
      string,
      string,
      string,
    ];
    connect(app, ms, ip);
    connect(app, ip, ir);
    connect(app, ir, c);
    const done = scenarioOf(app);
    expect(judgementOf(done).chain).toBe('complete');
    for (let i = 0; i < 7; i++) undo(app);
    expect(scenarioOf(app)).toBe(EMPTY_SCENARIO);
    expect(canUndo(app)).toBe(false);
    for (let i = 0; i < 7; i++) redo(app);
    expect(scenarioOf(app)).toBe(done);
    expect(canRedo(app)).toBe(false);
  });

  it('puts a new party into a likely country, so that a plain chain is not refused for lack of one', () => {
    const app = createApp();
    addParty(app, 'microsoft');
    addParty(app, 'indirectProvider');
    expect(scenarioOf(app).parties.map(({ country }) => country)).toEqual([undefined, 'US']);
    edit(app, { op: 'setParty', party: 'indirectProvider-1', set: { country: 'DE' } });
    addParty(app, 'customer');
    expect(scenarioOf(app).parties[2]?.country).toBe('DE');
    const taiwan = createApp();
    taiwan.view.setState({ language: 'zh-TW' });
    addParty(taiwan, 'customer');
    expect(scenarioOf(taiwan).parties[0]?.country).toBe('TW');
  });

  it('lets no two new parties cover each other', () => {
    const app = createApp();
    for (let i = 0; i < 5; i++) addParty(app, 'customer');
    const places = scenarioOf(app).parties.map(({ position }) => JSON.stringify(position));
    expect(new Set(places).size).toBe(5);
  });

  it('draws the kind that is chosen, selects it, and says its verdict', () => {
    const app = createApp(INDIRECT);
    app.view.setState({ kind: 'manages' });
    const id = connect(app, 'indirectProvider', 'customer');
    expect(scenarioOf(app).relationships.at(-1)).toMatchObject({ id, kind: 'manages' });
    expect(selection(app)).toEqual({ parties: [], relationships: [id] });
    expect(app.view.getState().said).toMatchObject({ what: 'connected.valid' });
    connect(app, 'customer', 'microsoft', 'sells');
    expect(app.view.getState().said).toMatchObject({ what: 'connected.invalid' });
  });

  it('draws what is wrong too, a party with itself included', () => {
    const app = createApp(INDIRECT);
    const id = connect(app, 'customer', 'customer');
    expect(judgementOf(scenarioOf(app)).verdicts.get(id)?.rules).toEqual(['self-relationship']);
  });
});

describe('undo', () => {
  it('holds one step for each act: a drag, a paste, a fix, a layout, a deletion', () => {
    const app = createApp(parseChain('microsoft > directBillPartner[-mpaSigned] > customer'));
    const before = scenarioOf(app);
    const acts: (() => void)[] = [
      () =>
        movePartiesTo(
          app,
          new Map([
            ['customer', { x: 5, y: 5 }],
            ['microsoft', { x: 9, y: 9 }],
          ]),
        ),
      () => arrange(app),
      () => pasteText(app, writeScenario(INDIRECT)),
      () => {
        const [offer] = fixesFor(scenarioOf(app), 'e1');
        if (offer) applyFix(app, offer.fix);
      },
      () => {
        selectAll(app);
        removeSelection(app);
      },
    ];
    for (const act of acts) {
      const start = scenarioOf(app);
      act();
      expect(scenarioOf(app)).not.toBe(start);
      undo(app);
      expect(scenarioOf(app)).toBe(start);
      redo(app);
    }
    for (let i = 0; i < acts.length; i++) undo(app);
    expect(scenarioOf(app)).toBe(before);
  });

  it('keeps at least a hundred steps, and none for an edit without effect', () => {
    const app = createApp();
    expect(HISTORY_LIMIT).toBeGreaterThanOrEqual(100);
    for (let i = 0; i < 120; i++) addParty(app, 'customer', { x: i * 300, y: 0 });
    const before = scenarioOf(app);
    change(app, before);
    edit(app, { op: 'setParty', party: 'customer-1', set: { country: 'US' } });
    expect(scenarioOf(app)).toBe(before);
    for (let i = 0; i < 120; i++) undo(app);
    expect(ids(app)).toEqual([]);
  });

  it('does not touch another scenario, and drops what it took away from the selection', () => {
    const app = createApp(INDIRECT);
    openBeside(app, EMPTY_SCENARIO);
    const id = addParty(app, 'customer');
    expect(selection(app).parties).toEqual([id]);
    undo(app);
    expect(selection(app).parties).toEqual([]);
    expect(app.view.getState().focus).toBeNull();
    showScenario(app, 'first');
    expect(canUndo(app)).toBe(false);
    expect(ids(app)).toHaveLength(4);
  });
});

describe('the selection', () => {
  it('is removed with everything connected to it', () => {
    const app = createApp(INDIRECT);
    select(app, { parties: ['indirectReseller'], relationships: [] });
    removeSelection(app);
    expect(scenarioOf(app).relationships.map(({ id }) => id)).toEqual(['e1']);
    expect(app.view.getState().said).toMatchObject({ what: 'removed', count: 1 });
  });

  it('is duplicated, and the copy is selected', () => {
    const app = createApp(INDIRECT);
    select(app, { parties: ['indirectReseller', 'customer'], relationships: [] });
    duplicateSelection(app);
    expect(ids(app)).toHaveLength(6);
    expect(selection(app).parties).toEqual(['indirectReseller-1', 'customer-1']);
    expect(scenarioOf(app).relationships).toHaveLength(4);
  });

  it('is copied as the text of a file, which can be pasted anywhere', async () => {
    let clipboard = '';
    const app = createApp(INDIRECT, {
      writeClipboard: async (text) => {
        clipboard = text;
      },
    });
    select(app, { parties: ['microsoft', 'indirectProvider'], relationships: [] });
    await copySelection(app);
    const read = readScenario(clipboard);
    expect(read.ok && writeChain(read.scenario)).toBe('microsoft > indirectProvider');
    const other = createApp();
    pasteText(other, clipboard);
    expect(ids(other)).toEqual(['microsoft', 'indirectProvider']);
  });

  it('says so when the clipboard is blocked or holds no scenario, and changes nothing', async () => {
    const app = createApp(INDIRECT, { writeClipboard: () => Promise.reject(new Error('blocked')) });
    selectAll(app);
    await copySelection(app);
    pasteText(app, 'good morning');
    expect(app.view.getState().notices.map(({ what }) => what)).toEqual([
      'clipboardBlocked',
      'nothingToPaste',
    ]);
    expect(scenarioOf(app)).toBe(INDIRECT);
  });
});

describe('files', () => {
  it('open beside the work, never in its place', () => {
    const app = createApp({ ...INDIRECT, title: 'Mine' });
    openText(app, 'other.csp.json', writeScenario(parseChain('microsoft > directBillPartner')));
    newScenario(app);
    duplicateScenario(app);
    expect(titles(app)).toEqual(['Mine', 'other', '', '']);
    const [first] = app.workspace.getState().open;
    expect(first?.store.getState().scenario.parties).toHaveLength(4);
  });

  it('that cannot be read say why, and leave everything as it is', () => {
    const app = createApp(INDIRECT);
    openText(app, 'x.json', '{"format":"csp-scenario","version":7}');
    expect(app.view.getState()).toMatchObject({
      dialog: 'unreadable',
      unreadable: { name: 'x.json', problems: [{ code: 'newerVersion', params: { version: 7 } }] },
    });
    expect(titles(app)).toHaveLength(1);
    expect(scenarioOf(app)).toBe(INDIRECT);
  });

  it('are laid out when they come without places', () => {
    const app = createApp();
    openText(app, 'x.csp.json', writeScenario(INDIRECT));
    expect(scenarioOf(app).parties.every(({ position }) => position)).toBe(true);
  });

  it('are saved under a name that every system takes, with the language of the author', () => {
    const saved: [string, string][] = [];
    const app = createApp(
      { ...INDIRECT, title: ' 北區：推廣 / 2024 ' },
      { saveFile: (name, text) => saved.push([name, text]) },
    );
    app.view.setState({ language: 'zh-TW' });
    saveFile(app);
    expect(saved[0]?.[0]).toBe('北區-推廣-2024.csp.json');
    expect(JSON.parse(saved[0]?.[1] ?? '')).toMatchObject({
      language: 'zh-TW',
      title: ' 北區：推廣 / 2024 ',
    });
    expect(fileName({ ...INDIRECT, title: '/../' })).toBe('scenario.csp.json');
  });

  it('ask before unsaved work is closed, and only then', () => {
    const app = createApp(INDIRECT);
    closeScenario(app, 'first');
    expect(app.view.getState()).toMatchObject({ dialog: 'close', closing: 'first' });
    expect(titles(app)).toHaveLength(1);
    closeAtOnce(app, 'first');
    expect(scenarioOf(app).parties).toEqual([]);
    saveFile(app);
    const saved = createApp(INDIRECT);
    saveFile(saved);
    closeScenario(saved, 'first');
    expect(saved.view.getState().dialog).toBeNull();
  });
});

describe('problems', () => {
  const broken = parseChain(
    'microsoft > directBillPartner[-mpaSigned] > customer; microsoft > customer; microsoft > indirectProvider',
  );

  it('are grouped by headline, what is prohibited first', () => {
    const groups = problemGroups(broken).map(({ rule, problems }) => [rule, problems.length]);
    expect(groups).toEqual([
      ['microsoft-sells-via-partners', 1],
      ['mpa-unsigned', 2],
    ]);
    expect(countVerdicts(broken)).toEqual({ valid: 1, prohibited: 1, prerequisite: 2, unknown: 0 });
    expect(countByParty(broken).get('microsoft')).toEqual({ relationships: 3, notValid: 2 });
  });

  it('are walked through forwards and backwards, around the end', () => {
    const app = createApp(broken);
    const walk = (way: 1 | -1) => {
      goToProblem(app, way);
      return selection(app).relationships[0];
    };
    expect([walk(1), walk(1), walk(1), walk(1)]).toEqual(['e3', 'e1', 'e2', 'e3']);
    expect([walk(-1), walk(-1)]).toEqual(['e2', 'e1']);
    const fine = createApp(INDIRECT);
    goToProblem(fine, 1);
    expect(fine.view.getState().said?.what).toBe('noProblems');
  });
});

describe('a name', () => {
  it.each([
    ['  Contoso \n Ltd ', 'Contoso Ltd'],
    ['', null],
    ['   ', null],
    ['e\u0301', 'é'],
    ['𠮷'.repeat(300), '𠮷'.repeat(200)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyName(typed)).toBe(kept);
  });
});

describe('what is kept from visit to visit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function fakeBox(broken = false): Box & { kept: Map<string, string> } {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => {
        if (broken) throw new Error('full');
        kept.set(key, value);
      },
      removeItem: (key) => void kept.delete(key),
    };
  }

  it('are the open scenarios and which one is shown', () => {
    const box = fakeBox();
    const app = createApp({ ...INDIRECT, title: 'One' });
    keepWork(app, box);
    openBeside(app, { ...EMPTY_SCENARIO, title: 'Two' });
    addParty(app, 'customer');
    vi.runAllTimers();
    const kept = readKept(box);
    expect(kept?.open.map(({ store }) => store.getState().scenario.title)).toEqual(['One', 'Two']);
    expect(kept?.active).toBe(app.workspace.getState().active);
    expect(kept?.open[1]?.store.getState().scenario).toEqual(scenarioOf(app));
    closeAtOnce(app, app.workspace.getState().active);
    vi.runAllTimers();
    expect(readKept(box)?.open).toHaveLength(1);
    expect([...box.kept.keys()].filter((key) => key.includes('/scenario/'))).toHaveLength(1);
  });

  it('leaves alone what it cannot read, and says how much that is', () => {
    const box = fakeBox();
    keepWork(createApp(INDIRECT), box);
    vi.runAllTimers();
    const index = JSON.stringify({ ids: ['first', 'bad'], active: 'bad' });
    box.kept.set('csp-scenario-explorer/open', index);
    box.kept.set('csp-scenario-explorer/scenario/bad', '{');
    expect(readKept(box)).toMatchObject({ active: 'first', unreadable: 1 });
    expect(box.kept.get('csp-scenario-explorer/scenario/bad')).toBe('{');
  });

  it('is nothing on a first visit or where storage is blocked, which is said', () => {
    expect(readKept(fakeBox())).toBeUndefined();
    expect(readKept(undefined)).toBeUndefined();
    const app = createApp();
    keepWork(app, undefined);
    expect(app.view.getState().notices[0]?.what).toBe('storageBlocked');
  });

  it('says so once when there is no more room', () => {
    const app = createApp(INDIRECT);
    keepWork(app, fakeBox(true));
    vi.runAllTimers();
    addParty(app, 'customer');
    vi.runAllTimers();
    expect(app.view.getState().notices.map(({ what }) => what)).toEqual(['storageFull']);
  });

  it('holds preferences, and takes the usual ones for what it cannot read', () => {
    const box = fakeBox();
    const app = createApp();
    keepPreferences(app, box);
    app.view.setState({ theme: 'dark', secondLanguage: 'zh-TW', singleKeys: false });
    expect(readPreferences(box)).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      secondLanguage: 'zh-TW',
      singleKeys: false,
    });
    box.kept.set('csp-scenario-explorer/preferences', '{"theme":"pink","snap":"yes"}');
    expect(readPreferences(box)).toEqual(DEFAULT_PREFERENCES);
    box.kept.set('csp-scenario-explorer/preferences', 'not json');
    expect(readPreferences(box)).toEqual(DEFAULT_PREFERENCES);
  });
});
