import { describe, expect, it } from 'vitest';
import { parseChain, writeChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { writeScenario } from '../model/scenario-file.ts';
import { compare } from '../what-if/compare.ts';
import { routes, whyNot } from '../what-if/routes.ts';
import { type App, activeScenario, judgementOf, scenarioOf } from './app.ts';
import {
  compareWithFile,
  compareWithTab,
  endComparison,
  isComparing,
  keepBaseline,
  setSpotlight,
} from './comparing.ts';
import { canUndo, edit, preview, undo } from './edit.ts';
import { closeAtOnce, duplicateScenario, openBeside, showScenario } from './files.ts';
import { drawPair, drawRoute, goTo, showRoutes } from './routes.ts';
import { canMoveTab, endRenamingTab, moveTab, moveTabTo, renameTab } from './tabs.ts';
import { createApp } from './test-app.ts';
import { NO_ROUTE } from './view.ts';

const DIRECT = parseChain('microsoft > directBillPartner[name=Contoso] > customer[name=Woodgrove]');

const baselineOf = (app: App) => activeScenario(app).baseline;
const titles = (app: App) =>
  app.workspace.getState().open.map(({ store }) => store.getState().scenario.title ?? '-');

describe('a baseline', () => {
  it('keeps the scenario as it was, is no edit, and ends', () => {
    const app = createApp(DIRECT);
    keepBaseline(app);
    expect(canUndo(app)).toBe(false);
    edit(app, { op: 'removeParty', party: 'customer' });
    const { parties } = compare(baselineOf(app)?.scenario as Scenario, scenarioOf(app));
    expect(parties.get('customer')?.mark).toBe('removed');
    setSpotlight(app, 'onlyA');
    expect(baselineOf(app)?.spotlight).toBe('onlyA');
    endComparison(app);
    expect(isComparing(app)).toBe(false);
    expect(app.view.getState().said?.what).toBe('comparisonEnded');
  });

  it('belongs to its tab and goes with it', () => {
    const app = createApp(DIRECT);
    keepBaseline(app);
    duplicateScenario(app);
    expect(isComparing(app)).toBe(false);
    showScenario(app, 'first');
    expect(isComparing(app)).toBe(true);
    closeAtOnce(app, 'first');
    expect(app.workspace.getState().open.some(({ baseline }) => baseline)).toBe(false);
  });

  it('from another tab is aligned, and what only it has stands in a free place', () => {
    const app = createApp(DIRECT);
    const other = parseChain(
      'microsoft#2 > directBillPartner#5[name=Contoso,-support] > customer#7[name=Woodgrove]; customer[name=Tailspin]',
    );
    openBeside(app, other);
    const from = activeScenario(app).id;
    showScenario(app, 'first');
    compareWithTab(app, from);
    const baseline = baselineOf(app)?.scenario as Scenario;
    const { parties, relationships } = compare(baseline, scenarioOf(app));
    expect(parties.get('directBillPartner')).toEqual({ mark: 'changed', fields: ['facts'] });
    expect([...parties.values()].filter(({ mark }) => mark === 'removed')).toHaveLength(1);
    expect([...relationships.values()].map(({ flips }) => flips)).toEqual([true, true]);
    const tailspin = baseline.parties.find(({ name }) => name === 'Tailspin');
    expect(tailspin?.position).toBeDefined();
  });

  it('from a file that cannot be read is none, and the reason is shown', async () => {
    const file = { name: 'x.csp.json', text: '{' };
    const app = createApp(DIRECT, { pickFile: async () => file });
    await compareWithFile(app);
    expect(isComparing(app)).toBe(false);
    expect(app.view.getState().dialog).toBe('unreadable');
  });

  it('from a file is called as the file when it has no title', async () => {
    const file = { name: 'before.csp.json', text: writeScenario(DIRECT) };
    const app = createApp(DIRECT, { pickFile: async () => file });
    await compareWithFile(app);
    expect(baselineOf(app)).toMatchObject({ source: 'file', scenario: { title: 'before' } });
    expect(app.workspace.getState().open).toHaveLength(1);
  });

  it('is not set on a tab that the reader went to meanwhile', async () => {
    let answer: (file: { name: string; text: string }) => void = () => undefined;
    const app = createApp(DIRECT, {
      pickFile: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const asked = compareWithFile(app);
    duplicateScenario(app);
    answer({ name: 'a.json', text: writeScenario(DIRECT) });
    await asked;
    expect(app.workspace.getState().open.some(({ baseline }) => baseline)).toBe(false);
  });
});

describe('a route', () => {
  it('is drawn in one step and undone in one', () => {
    const scenario = parseChain('customer; indirectProvider');
    const app = createApp(scenario);
    const [route] = routes(scenario, 'indirectProvider', 'customer').through;
    if (!route) throw new Error('there is a route');
    drawRoute(app, route.path, route.edits);
    expect(judgementOf(scenarioOf(app)).chain).toBe('complete');
    expect(scenarioOf(app).parties.every(({ position }) => position)).toBe(true);
    undo(app);
    expect(writeChain(scenarioOf(app))).toBe(writeChain(scenario));
    expect(canUndo(app)).toBe(false);
  });

  it('between two parties may be the nearest alternative', () => {
    const scenario = parseChain('microsoft > indirectProvider; customer');
    const app = createApp(scenario);
    const pair = { kind: 'sells', from: 'indirectProvider', to: 'customer' } as const;
    const [nearest] = whyNot(scenario, pair).alternatives;
    drawPair(app, nearest?.edits ?? []);
    expect(judgementOf(scenarioOf(app)).chain).toBe('complete');
    expect(app.view.getState().said?.what).toBe('connected.valid');
    undo(app);
    expect(canUndo(app)).toBe(false);
  });

  it('that was asked for on one tab is not asked for on another, nor shown there', () => {
    const app = createApp(DIRECT);
    showRoutes(app, { from: null, to: 'customer' });
    preview(app, [{ op: 'removeParty', party: 'customer' }]);
    duplicateScenario(app);
    expect(app.view.getState()).toMatchObject({ route: NO_ROUTE, preview: null });
  });

  it('leads to what differs without leaving the panel', () => {
    const app = createApp(DIRECT);
    keepBaseline(app);
    goTo(app, { kind: 'relationship', id: 'e2' });
    expect(app.view.getState()).toMatchObject({
      panel: 'compare',
      selection: { parties: [], relationships: ['e2'] },
    });
  });
});

describe('the tabs', () => {
  it('are renamed as an edit of the scenario', () => {
    const app = createApp(DIRECT);
    renameTab(app);
    expect(app.view.getState().renamingTab).toBe('first');
    endRenamingTab(app, '  Woodgrove \n case ');
    expect(titles(app)).toEqual(['Woodgrove case']);
    undo(app);
    expect(titles(app)).toEqual(['-']);
    renameTab(app);
    endRenamingTab(app, null);
    expect(canUndo(app)).toBe(false);
  });

  it('are moved within their row, and it says where to', () => {
    const app = createApp({ ...DIRECT, title: 'A' });
    openBeside(app, { ...DIRECT, title: 'B' });
    openBeside(app, { ...DIRECT, title: 'C' });
    const { active } = app.workspace.getState();
    moveTab(app, active, -1);
    expect(titles(app)).toEqual(['A', 'C', 'B']);
    expect(app.view.getState().said).toMatchObject({
      what: 'tabMoved',
      params: { n: { text: '2' }, max: { text: '3' } },
    });
    moveTab(app, active, -5);
    expect(titles(app)).toEqual(['C', 'A', 'B']);
    expect([canMoveTab(app, -1), canMoveTab(app, 1)]).toEqual([false, true]);
    moveTabTo(app, 'first', active);
    expect(titles(app)).toEqual(['A', 'C', 'B']);
    moveTabTo(app, 'nobody', active);
    expect(titles(app)).toEqual(['A', 'C', 'B']);
    expect(app.workspace.getState().active).toBe(active);
  });
});
