import { describe, expect, it } from 'vitest';
import { courseFile, courseOf } from '../../e2e/course.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { readDelimited } from '../model/delimited.ts';
import { rightAnswer } from '../play/answers.ts';
import { learnAddress, readLearnAddress } from '../store/learning.ts';
import type { Exercise } from '../training/exercise.ts';
import { answered, exercisesOf, startRun } from '../training/run.ts';
import { readCourseFile } from './course-files.ts';
import { COURSES } from './courses.ts';
import { type Box, forgetRun, keepRun, readRun } from './keep-runs.ts';
import { PAGES } from './pages.ts';
import { resultsCsv, resultsJson } from './results-file.ts';

const COURSE = courseOf('practice');
const [FIRST] = exercisesOf(COURSE) as [Exercise];
const RUN = answered(startRun(COURSE), COURSE, FIRST.id, rightAnswer(FIRST), {
  seconds: 12.4,
  hints: 1,
  sawSolution: false,
});
const KEY = `csp-scenario-explorer/learn/${COURSE.id}`;

function boxOf(entries: Record<string, string> = {}): Box & { entries: Map<string, string> } {
  const map = new Map(Object.entries(entries));
  return {
    entries: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const BLOCKED: Box = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('blocked');
  },
};

describe('a run', () => {
  it('is kept, taken up again and forgotten', () => {
    const box = boxOf();
    expect(keepRun(box, RUN)).toBe(true);
    expect(readRun(box, COURSE)).toEqual({ run: RUN, isDamaged: false });
    forgetRun(box, COURSE.id);
    expect(readRun(box, COURSE)).toEqual({ run: startRun(COURSE), isDamaged: false });
  });

  it('begins anew where nothing may be kept, and says so', () => {
    for (const box of [undefined, BLOCKED]) {
      expect(readRun(box, COURSE)).toEqual({ run: startRun(COURSE), isDamaged: false });
      expect(keepRun(box, RUN)).toBe(false);
      forgetRun(box, COURSE.id);
    }
  });

  const damaged: readonly [string, string][] = [
    ['no JSON', '{'],
    ['no run', '7'],
    ['null', 'null'],
    ['another course', JSON.stringify({ ...RUN, course: 'x' })],
    ['another mode', JSON.stringify({ ...RUN, mode: 'assessment' })],
    ['a result without an answer', JSON.stringify({ ...RUN, results: { [FIRST.id]: { of: 1 } } })],
    [
      'an answer that is none',
      JSON.stringify({
        ...RUN,
        results: { [FIRST.id]: { ...RUN.results[FIRST.id], answer: { kind: 'predict' } } },
      }),
    ],
  ];
  it.each(damaged)('begins anew where what was kept is damaged: %s', (_, text) => {
    expect(readRun(boxOf({ [KEY]: text }), COURSE)).toEqual({
      run: startRun(COURSE),
      isDamaged: true,
    });
  });

  it('leaves out what the course no longer has', () => {
    const box = boxOf();
    keepRun(box, {
      ...RUN,
      at: 'gone',
      results: { ...RUN.results, gone: RUN.results.predict as never },
    });
    expect(readRun(box, COURSE).run).toEqual({ ...RUN, at: null });
  });
});

describe('results', () => {
  it('are a row an exercise for spreadsheets, and calculate nothing', async () => {
    const words = await createWords('zh-TW');
    await loadLearning(words);
    const course = {
      ...COURSE,
      lessons: COURSE.lessons.map((lesson) => ({ ...lesson, title: { texts: { en: '=1+1' } } })),
    };
    const { records } = readDelimited(resultsCsv(RUN, course, wordsIn(words, 'zh-TW'), 'zh-TW'));
    expect(records).toHaveLength(1 + exercisesOf(COURSE).length);
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([9]));
    expect(records[1]?.slice(3, 8)).toEqual(['2', '2', '1', '12', '1']);
    expect(records[1]?.[0]).toBe("'=1+1");
  });

  it('are JSON for programs', () => {
    const read = JSON.parse(resultsJson(RUN, COURSE));
    expect(read.run).toEqual(RUN);
    expect(read.score.points).toBe(2);
  });
});

describe('courses', () => {
  it('are read from files, and what is none is refused in words', async () => {
    const words = await createWords('en');
    await loadLearning(words);
    const { t } = words;
    const read = readCourseFile(courseFile(COURSE), t, 'en');
    expect(read.ok && read.course).toEqual(COURSE);
    for (const text of ['', '{}', '[]', '{"format":"csp-course","version":1,"lessons":[{}]}']) {
      const refused = readCourseFile(text, t, 'en');
      expect(refused.ok, text).toBe(false);
      if (!refused.ok) expect(refused.problems.join(), text).toMatch(/\w \w/);
    }
  });

  it('and pages have addresses that lead to one thing', () => {
    const ids = [...COURSES, ...PAGES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(readLearnAddress(learnAddress('course', 'exercise'))).toEqual({
      first: 'course',
      rest: 'exercise',
    });
    expect(readLearnAddress(learnAddress('50 %/a', 'b/c'))).toEqual({
      first: '50 %/a',
      rest: 'b/c',
    });
    expect(readLearnAddress('')).toEqual({ first: '', rest: '' });
    expect(readLearnAddress('class/a/b')).toEqual({ first: 'class', rest: 'a/b' });
  });
});
