import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, it } from 'vitest';
import { createT } from '../embed/words.ts';
import learning from '../i18n/learning.en.ts';
import words from '../i18n/words.en.ts';
import type { Answer, Course } from '../training/exercise.ts';
import { type Run, scoreOf, startRun } from '../training/run.ts';
import { duration, timespan } from './duration.ts';
import { interactionsBetween } from './interactions.ts';
import type { LmsProblem, Reporter } from './reporter.ts';
import { writeRun } from './run-text.ts';
import { findApi } from './scorm.ts';
import { createScorm12 } from './scorm12.ts';
import { createScorm2004 } from './scorm2004.ts';
import { RIGHT, TEST_COURSE, testRun } from './test-course.ts';

const t = createT({ ...words, ...learning }, 'en');

/** A window, as far as the search for the system looks. */
function windowWith(name: string, api: object): Window {
  const window: Record<string, unknown> = { [name]: api };
  window.parent = window;
  window.top = window;
  return window as unknown as Window;
}

function clock() {
  let time = Date.UTC(2026, 10, 21, 9, 30, 15, 120);
  return { now: () => time, pass: (seconds: number) => (time += seconds * 1000) };
}

/** Tells of the run as the page does. */
function tell(reporter: Reporter, before: Run, after: Run, course: Course, at: number): void {
  reporter.interactions(interactionsBetween(before, after, course, { t, language: 'en' }, at));
  const { text } = writeRun(course, after, reporter.stateLimit);
  reporter.progress(scoreOf(after, course), after.at, text);
}

async function workThrough(
  create: typeof createScorm12,
  name: string,
  api: object,
  answers: Readonly<Record<string, Answer>> = RIGHT,
) {
  const problems: LmsProblem[] = [];
  const { now, pass } = clock();
  const reporter = create(windowWith(name, api), {
    onProblem: (problem) => problems.push(problem),
    now,
  });
  const session = await reporter.start();
  let run = startRun(TEST_COURSE);
  for (const id of Object.keys(answers)) {
    const next = testRun(
      Object.fromEntries(Object.entries(answers).filter(([key]) => key === id || run.results[key])),
    );
    pass(60);
    tell(reporter, run, next, TEST_COURSE, now());
    run = next;
  }
  return { reporter, session, problems, run };
}

describe('SCORM 1.2, in a real runtime', () => {
  const SETTINGS = { autocommit: false, lmsCommitUrl: false, mastery_override: true };

  it('tells of status, score, time, place, answers and state', async () => {
    const api = new Scorm12API(SETTINGS);
    api.loadFromJSON(
      {
        core: { student_id: 'l-1', student_name: 'Lin, Mei', lesson_mode: 'normal' },
        student_data: { mastery_score: '80' },
        student_preference: { language: 'zh-TW' },
      },
      'cmi',
    );
    const { reporter, session, problems, run } = await workThrough(createScorm12, 'API', api);
    expect(session).toEqual({
      resume: null,
      learner: { id: 'l-1', name: 'Lin, Mei' },
      mode: 'normal',
      languages: ['zh-TW'],
    });
    const { core, interactions, suspend_data } = api.cmi;
    expect(core.lesson_status).toBe('passed');
    expect(core.score).toMatchObject({ raw: '100', min: '0', max: '100' });
    expect(core.lesson_location).toBe('order');
    expect(suspend_data).toBe(writeRun(TEST_COURSE, run, 4_096).text);
    const answers = interactions.childArray.map((one) => JSON.parse(JSON.stringify(one)));
    expect(
      answers.map(({ id, type, student_response, result }) => [id, type, student_response, result]),
    ).toEqual([
      ['predict/e1', 'true-false', 't', 'correct'],
      ['predict/e2', 'true-false', 'f', 'correct'],
      ['reason', 'choice', 'b', 'correct'],
      ['spot', 'choice', 'b', 'correct'],
      ['build', 'performance', expect.stringMatching(/^addParty/), 'correct'],
      ['repair', 'performance', expect.stringMatching(/^addParty/), 'correct'],
      ['order', 'sequencing', 'c,b,a', 'correct'],
    ]);
    expect(answers[2]).toMatchObject({ latency: '00:00:12' });
    expect(answers[2].correct_responses['0']).toMatchObject({ pattern: 'b' });
    await reporter.finish(false);
    expect(api.isTerminated()).toBe(true);
    expect(api.cmi.core.lesson_status).toBe('passed');
    expect(api.getCMIValue('cmi.core.total_time')).toBeDefined();
    expect(problems).toEqual([]);
  });

  it('leaves a course that is not done to be taken up again', async () => {
    const api = new Scorm12API(SETTINGS);
    api.loadFromJSON({ student_data: { mastery_score: '80' } }, 'cmi');
    const { spot } = RIGHT;
    const made = await workThrough(createScorm12, 'API', api, spot ? { spot } : {});
    await made.reporter.finish(false);
    const { core, suspend_data } = JSON.parse(JSON.stringify(api.cmi));
    expect(core).toMatchObject({ lesson_status: 'incomplete', exit: 'suspend' });
    expect(core.session_time).toBe('00:01:00');
    const again = new Scorm12API(SETTINGS);
    again.loadFromJSON({ suspend_data, core: { lesson_status: 'incomplete' } }, 'cmi');
    const { session, problems } = await workThrough(createScorm12, 'API', again, {});
    expect(session.resume).toBe(suspend_data);
    expect(problems).toEqual([]);
  });

  it('records nothing of a learner who looks back', async () => {
    const api = new Scorm12API(SETTINGS);
    api.loadFromJSON({ core: { lesson_mode: 'review', lesson_status: 'passed' } }, 'cmi');
    const { reporter, session, problems } = await workThrough(createScorm12, 'API', api);
    await reporter.finish(false);
    expect(session.mode).toBe('review');
    expect(api.cmi.core.lesson_status).toBe('passed');
    expect(api.cmi.suspend_data).toBe('');
    expect(problems).toEqual([]);
  });

  it('says what the system refuses, and goes on', async () => {
    const full = {
      LMSInitialize: () => 'true',
      LMSGetValue: () => '',
      LMSSetValue: () => 'false',
      LMSCommit: () => 'false',
      LMSFinish: () => 'false',
      LMSGetLastError: () => '101',
      LMSGetErrorString: () => 'General exception',
    };
    const made = await workThrough(createScorm12, 'API', full);
    const detail = 'cmi.core.lesson_status 101 General exception';
    expect(made.problems[0]).toEqual({ code: 'notSaved', detail });
    await made.reporter.finish(false);
    expect(made.problems.at(-1)).toEqual({ code: 'notEnded', detail: '101 General exception' });
    const deaf = {
      LMSInitialize: () => {
        throw new Error('gone');
      },
    };
    const { session, problems } = await workThrough(createScorm12, 'API', deaf);
    expect(session.resume).toBeNull();
    expect(problems).toEqual([{ code: 'notStarted', detail: '' }]);
  });
});

describe('SCORM 2004, in a real runtime', () => {
  const SETTINGS = { autocommit: false, lmsCommitUrl: false };

  it('tells of completion, success, score, progress, time, answers and state', async () => {
    const api = new Scorm2004API(SETTINGS);
    api.loadFromJSON(
      {
        learner_id: 'l-1',
        learner_name: 'Lin, Mei',
        scaled_passing_score: '0.8',
        learner_preference: { language: 'zh-CN' },
      },
      'cmi',
    );
    const { reporter, session, problems, run } = await workThrough(
      createScorm2004,
      'API_1484_11',
      api,
    );
    expect(session.languages).toEqual(['zh-CN']);
    expect(session.learner).toEqual({ id: 'l-1', name: 'Lin, Mei' });
    const { cmi } = api;
    expect(problems).toEqual([]);
    expect(cmi.completion_status).toBe('completed');
    expect(cmi.success_status).toBe('passed');
    expect(cmi.score).toMatchObject({ scaled: '1', raw: '100', min: '0', max: '100' });
    expect(cmi.progress_measure).toBe('1');
    expect(cmi.location).toBe('order');
    expect(cmi.suspend_data).toBe(writeRun(TEST_COURSE, run, 64_000).text);
    const answers = cmi.interactions.childArray.map((one) => JSON.parse(JSON.stringify(one)));
    expect(answers.map(({ id, type, learner_response }) => [id, type, learner_response])).toEqual([
      ['predict/e1', 'true-false', 'true'],
      ['predict/e2', 'true-false', 'false'],
      ['reason', 'choice', 'provider-sells-via-resellers'],
      ['spot', 'choice', 'e2'],
      ['build', 'performance', expect.stringMatching(/^addParty\[\.\]/)],
      ['repair', 'performance', expect.stringMatching(/^addParty\[\.\]/)],
      ['order', 'sequencing', 'microsoft[,]indirectReseller[,]customer'],
    ]);
    expect(answers[0]).toMatchObject({
      result: 'correct',
      latency: 'PT6S',
      timestamp: '2026-11-21T09:31:15.12Z',
      description: expect.stringMatching(/^\{lang=en\}Microsoft .*sells to/),
    });
    expect(answers[6].correct_responses['0']).toMatchObject({
      pattern: 'microsoft[,]indirectReseller[,]customer',
    });
    await reporter.finish(false);
    await reporter.finish(false);
    expect(api.isTerminated()).toBe(true);
    expect(problems).toEqual([]);
  });

  it('leaves a course that is not done neither passed nor failed', async () => {
    const api = new Scorm2004API(SETTINGS);
    api.loadFromJSON({ scaled_passing_score: '0.8' }, 'cmi');
    const { spot } = RIGHT;
    const { reporter, problems } = await workThrough(
      createScorm2004,
      'API_1484_11',
      api,
      spot ? { spot } : {},
    );
    expect(api.getCMIValue('cmi.completion_status')).toBe('incomplete');
    expect(api.lmsGetValue('cmi.success_status')).toBe('unknown');
    expect(Number(api.getCMIValue('cmi.progress_measure'))).toBeCloseTo(1 / 6, 4);
    await reporter.finish(true);
    const { exit, session_time } = JSON.parse(JSON.stringify(api.cmi));
    expect({ exit, session_time }).toEqual({ exit: 'suspend', session_time: 'PT1M' });
    expect(problems).toEqual([]);
  });
});

describe('the answers of an assessment', () => {
  it('are told when it is handed in, as they would tell the right ones', () => {
    const course: Course = { ...TEST_COURSE, mode: 'assessment' };
    const words = { t, language: 'en' } as const;
    const done = testRun(RIGHT, course);
    expect(interactionsBetween(startRun(course), done, course, words, 0)).toEqual([]);
    const handedIn = { ...done, isSubmitted: true };
    expect(interactionsBetween(done, handedIn, course, words, 0)).toHaveLength(7);
    expect(interactionsBetween(handedIn, handedIn, course, words, 0)).toEqual([]);
  });
});

describe('the search for the system', () => {
  const api = { LMSInitialize: () => 'true' };
  const frame = (fields: object, parent?: object) => {
    const window: Record<string, unknown> = { ...fields };
    window.parent = parent ?? window;
    window.top = (parent as { top?: object } | undefined)?.top ?? window;
    return window as unknown as Window;
  };

  it('goes up the frames, then to who opened them', () => {
    const top = frame({ API: api });
    expect(findApi(frame({}, frame({}, top)), 'API')).toBe(api);
    const popup = frame({ opener: frame({}, top) });
    expect(findApi(popup, 'API')).toBe(api);
    expect(findApi(frame({}, popup), 'API')).toBe(api);
  });

  it('ends, whatever is there', () => {
    expect(findApi(frame({}), 'API')).toBeUndefined();
    const get = () => {
      throw new Error('another origin');
    };
    const closed = new Proxy({}, { get });
    const inside = { opener: closed, parent: closed, top: closed };
    expect(findApi(inside as unknown as Window, 'API')).toBeUndefined();
  });
});

describe('times', () => {
  it.each([
    [0, '0000:00:00.00', 'PT0S'],
    [59.999, '0000:01:00.00', 'PT1M'],
    [3723.45, '0001:02:03.45', 'PT1H2M3.45S'],
    [-5, '0000:00:00.00', 'PT0S'],
    [360_000, '0100:00:00.00', 'PT100H'],
  ])('%s seconds', (seconds, old, iso) => {
    expect(timespan(seconds)).toBe(old);
    expect(duration(seconds)).toBe(iso);
  });
});
