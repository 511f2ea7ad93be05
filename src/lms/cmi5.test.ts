import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ACTIVITY, Lrs } from '../../e2e/lrs.ts';
import { createT } from '../embed/words.ts';
import learning from '../i18n/learning.en.ts';
import words from '../i18n/words.en.ts';
import { type Run, scoreOf, startRun } from '../training/run.ts';
import { createCmi5 } from './cmi5.ts';
import { interactionsBetween } from './interactions.ts';
import type { LmsProblem } from './reporter.ts';
import { readRun, writeRun } from './run-text.ts';
import { RIGHT, TEST_COURSE, testRun } from './test-course.ts';

const BASE = 'https://lms.example/';
const t = createT({ ...words, ...learning }, 'en');

let lrs: Lrs;
let problems: LmsProblem[];
let isOffline = false;
beforeEach(() => {
  lrs = new Lrs();
  problems = [];
  isOffline = false;
});

/** The page, launched anew. */
function launched(address = lrs.launch(BASE, `${BASE}course/index.html`)) {
  let time = Date.UTC(2026, 10, 21, 9);
  const reporter = createCmi5(address, {
    onProblem: (problem) => problems.push(problem),
    now: () => {
      time += 1000;
      return time;
    },
    fetch: async (url, init) => {
      if (isOffline) throw new TypeError('offline');
      const { method = 'GET', headers, body } = init ?? {};
      const answer = lrs.handle(method, new URL(String(url)), new Headers(headers), String(body));
      return new Response(answer.body || null, { status: answer.status });
    },
    uuid: randomUUID,
    passMark: 0.8,
  });
  const tell = (before: Run, after: Run) => {
    const said = { t, language: 'en' } as const;
    reporter.interactions(interactionsBetween(before, after, TEST_COURSE, said, time));
    const { text } = writeRun(TEST_COURSE, after, reporter.stateLimit);
    reporter.progress(scoreOf(after, TEST_COURSE), after.at, text);
  };
  return { reporter, tell };
}

const START = startRun(TEST_COURSE);
const { predict, reason, ...others } = RIGHT;

describe('cmi5', () => {
  it('says everything in its order and form', async () => {
    const { reporter, tell } = launched();
    const session = await reporter.start();
    expect(session).toMatchObject({ resume: null, mode: 'normal', learner: { id: 'l-1' } });
    tell(START, testRun());
    await reporter.finish(false);
    await reporter.finish(false);
    expect(lrs.wrong).toEqual([]);
    expect(problems).toEqual([]);
    const answered = Array.from({ length: 7 }, () => 'answered');
    expect(lrs.verbs()).toEqual(['initialized', ...answered, 'completed', 'passed', 'terminated']);
    const [, first] = lrs.statements;
    expect(first?.object.id).toBe(`${ACTIVITY}/predict/e1`);
    expect(first?.object.definition?.interactionType).toBe('true-false');
    expect(first?.result).toMatchObject({ response: 'true', success: true, duration: 'PT6S' });
    const passed = lrs.statements.at(-2)?.result;
    expect(passed).toMatchObject({ success: true, score: { scaled: 1, raw: 7, min: 0, max: 7 } });
  });

  it('takes up what was begun, and says no success twice', async () => {
    const half = testRun(others);
    const first = launched();
    await first.reporter.start();
    first.tell(START, half);
    await first.reporter.finish(false);
    expect(lrs.verbs()).not.toContain('completed');

    const second = launched();
    const { resume } = await second.reporter.start();
    expect(readRun(TEST_COURSE, resume ?? '')).toEqual({ ...half, at: 'order' });
    second.tell(half, testRun());
    await second.reporter.finish(false);

    const third = launched();
    await third.reporter.start();
    third.tell(testRun(), { ...testRun(), at: 'spot' });
    await third.reporter.finish(false);
    expect(lrs.wrong).toEqual([]);
    expect(lrs.verbs().filter((verb) => verb === 'completed' || verb === 'passed')).toEqual([
      'completed',
      'passed',
    ]);
  });

  it('says failure only at the end, for one may still do better', async () => {
    const wrong = { ...RIGHT, spot: { kind: 'spot', relationships: ['e1'] } } as const;
    const poor = testRun({ ...wrong, predict: { kind: 'predict', predictions: {} } });
    const first = launched();
    await first.reporter.start();
    first.tell(START, poor);
    expect(lrs.verbs()).not.toContain('failed');
    await first.reporter.finish(false);
    expect(lrs.verbs().slice(-3)).toEqual(['completed', 'failed', 'terminated']);
    const second = launched();
    await second.reporter.start();
    second.tell(poor, testRun());
    await second.reporter.finish(false);
    expect(lrs.verbs().slice(-2)).toEqual(['passed', 'terminated']);
    expect(lrs.wrong).toEqual([]);
  });

  it('passes from the score that the launch says', async () => {
    lrs.masteryScore = 0.5;
    const { reporter, tell } = launched();
    await reporter.start();
    tell(START, testRun({ ...RIGHT, predict: { kind: 'predict', predictions: {} } }));
    await reporter.finish(false);
    expect(lrs.verbs().slice(-3)).toEqual(['completed', 'passed', 'terminated']);
    expect(lrs.wrong).toEqual([]);
  });

  it.each(['Browse', 'Review'])('records nothing in the mode %s', async (mode) => {
    lrs.launchMode = mode;
    const { reporter, tell } = launched();
    expect(await reporter.start()).toMatchObject({ mode: mode.toLowerCase() });
    tell(START, testRun());
    await reporter.finish(false);
    expect(lrs.verbs()).toEqual(['initialized', 'terminated']);
    expect(lrs.wrong).toEqual([]);
  });

  it('knows the languages of the learner and the way back', async () => {
    lrs.languages = 'zh-Hant-TW,en';
    lrs.returnURL = 'https://lms.example/courses';
    const { reporter } = launched();
    expect((await reporter.start()).languages).toEqual(['zh-Hant-TW', 'en']);
    expect(await reporter.finish(true)).toBe('https://lms.example/courses');
    lrs.returnURL = 'javascript:alert(1)';
    const other = launched();
    await other.reporter.start();
    expect(await other.reporter.finish(true)).toBeNull();
  });

  it('asks for the key once, and says when it is used up', async () => {
    const address = lrs.launch(BASE, `${BASE}course/index.html`);
    await launched(address).reporter.start();
    const { reporter, tell } = launched(address);
    expect((await reporter.start()).resume).toBeNull();
    tell(START, testRun());
    await reporter.finish(false);
    expect(problems).toEqual([{ code: 'sessionUsed', detail: 'used' }]);
    expect(lrs.verbs()).toEqual(['initialized']);
  });

  it('keeps what did not arrive, and sends it in its order', async () => {
    const { reporter, tell } = launched();
    await reporter.start();
    isOffline = true;
    tell(START, testRun(predict ? { predict } : {}));
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    isOffline = false;
    expect(problems.map(({ code }) => code)).toContain('notSaved');
    tell(testRun(predict ? { predict } : {}), testRun());
    await reporter.finish(false);
    expect(lrs.wrong).toEqual([]);
    expect(lrs.verbs().filter((verb) => verb === 'answered')).toHaveLength(7);
  });

  it.each([
    ['without a launch', `${BASE}course/index.html`, 'noLms'],
    ['with half a launch', `${BASE}course/index.html?endpoint=x&actor=%7B`, 'noLms'],
  ])('works on %s', async (_, address, code) => {
    const { reporter, tell } = launched(new URL(address));
    await reporter.start();
    tell(START, testRun());
    expect(await reporter.finish(true)).toBeNull();
    expect(problems).toEqual([{ code, detail: '' }]);
  });

  it('works on where the store is not there, or refuses', async () => {
    isOffline = true;
    const address = lrs.launch(BASE, `${BASE}course/index.html`);
    const { reporter } = launched(address);
    await reporter.start();
    expect(problems).toEqual([{ code: 'notStarted', detail: 'offline' }]);
    isOffline = false;
    const other = launched();
    await other.reporter.start();
    lrs.failing = 400;
    other.tell(START, testRun(reason ? { reason } : {}));
    await other.reporter.finish(false);
    expect(problems.at(-1)).toEqual({ code: 'notSaved', detail: '400' });
  });
});
