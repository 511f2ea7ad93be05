import { describe, expect, it, vi } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { scenarioOf } from './app.ts';
import { edit, removeAll, undo } from './edit.ts';
import {
  EXPECT_NOTHING,
  expectAllNow,
  expectedOf,
  expectNothing,
  expectNow,
  expectServed,
} from './pins.ts';
import { type SearchNews, searchInChunks } from './repair-search.ts';
import { createApp } from './test-app.ts';

const CHAIN = parseChain('microsoft > indirectProvider > indirectReseller > customer');

describe('a pinned relationship', () => {
  it('warns at once when a change breaks it, until the change is undone', () => {
    const app = createApp(CHAIN);
    edit(app, expectNow(scenarioOf(app), 'e3'));
    edit(app, { op: 'removeRelationship', relationship: 'e1' });
    const [notice] = app.view.getState().notices;
    expect(notice).toMatchObject({
      what: 'pinBroken',
      about: { params: { edges: { relationships: ['e3'] } }, after: scenarioOf(app) },
    });
    undo(app);
    expect(app.view.getState().notices).toEqual([]);
    expect(expectedOf(scenarioOf(app))).toMatchObject([{ relationship: 'e3', isMet: true }]);
  });

  it('says nothing of changes that do not break it, nor without a pin', () => {
    const app = createApp(CHAIN);
    removeAll(app, ['e1']);
    undo(app);
    edit(app, expectNow(scenarioOf(app), 'e1'));
    removeAll(app, ['e3']);
    expect(app.view.getState().notices).toEqual([]);
  });
});

describe('a customer that must be served', () => {
  it('warns when nothing reaches it any more', () => {
    const app = createApp(CHAIN);
    edit(app, expectServed(scenarioOf(app), 'customer', true));
    removeAll(app, ['e2']);
    expect(app.view.getState().notices).toMatchObject([{ what: 'customerLost' }]);
    expect(expectedOf(scenarioOf(app))).toEqual([{ customer: 'customer', isMet: false }]);
    edit(app, expectServed(scenarioOf(app), 'customer', false));
    expect('expectServed' in scenarioOf(app)).toBe(false);
  });
});

describe('expectations', () => {
  it('are set and cleared in one undo step each', () => {
    const app = createApp(CHAIN);
    edit(app, { op: 'setScenario', set: { title: 'placed' } });
    const before = scenarioOf(app);
    edit(app, expectAllNow(scenarioOf(app)));
    expect(expectedOf(scenarioOf(app)).every(({ isMet }) => isMet)).toBe(true);
    expect(expectedOf(scenarioOf(app))).toHaveLength(5);
    edit(app, expectNothing(scenarioOf(app), 'e1'));
    expect(expectedOf(scenarioOf(app))).toHaveLength(4);
    edit(app, EXPECT_NOTHING);
    expect(scenarioOf(app)).toEqual(before);
    undo(app);
    undo(app);
    undo(app);
    expect(scenarioOf(app)).toBe(before);
  });
});

describe('a search in the pauses of the page', () => {
  it('tells when it is done, and nothing after it was ended', async () => {
    const scenario = parseChain('microsoft > directBillPartner[-support] > customer');
    const last = await new Promise<SearchNews>((resolve) => {
      searchInChunks({ scenario, target: 'all' }, (news) => news.isDone && resolve(news));
    });
    expect(last.outcome.repairs[0]?.isSmallest).toBe(true);

    vi.useFakeTimers();
    const onNews = vi.fn();
    const end = searchInChunks({ scenario, target: 'all' }, onNews);
    end();
    vi.runAllTimers();
    vi.useRealTimers();
    expect(onNews).not.toHaveBeenCalled();
  });
});
