import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { arbitraryCourse } from './arbitrary-course.ts';
import type { CourseRead } from './course-file.ts';
import { readCourseLink, writeCourseLink } from './course-link.ts';
import type { Course } from './exercise.ts';

const COURSE: Course = {
  id: 'course',
  title: { texts: { en: 'A course', 'zh-TW': '課程' } },
  mode: 'assessment',
  lessons: [
    {
      id: 'one',
      title: { texts: { en: 'One' } },
      exercises: [
        {
          id: 'spot',
          kind: 'spot',
          scenario: parseChain('microsoft > indirectProvider > customer'),
        },
        {
          id: 'repair',
          kind: 'repair',
          scenario: parseChain('microsoft > indirectProvider > customer'),
          goal: { all: [{ valid: 'every' }, { served: 'customer' }] },
          solution: [],
        },
      ],
    },
  ],
};
const codesOf = (read: CourseRead) => (read.ok ? [] : read.problems.map(({ code }) => code));

describe('a link to a course', () => {
  it('carries any course', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCourse(), async (course) => {
        expect(await readCourseLink(await writeCourseLink(course))).toEqual({ ok: true, course });
      }),
    );
  });

  it('of one exercise fits a code that a camera reads', async () => {
    const lessons = COURSE.lessons.map((lesson) => ({
      ...lesson,
      exercises: lesson.exercises.slice(1),
    }));
    expect((await writeCourseLink({ ...COURSE, lessons })).length).toBeLessThan(600);
  });

  it.each([
    ['nothing', '', 'damagedLink'],
    ['a scenario', 'd1.abc', 'newerLink'],
    ['a codec to come', 'c2.abc', 'newerLink'],
    ['what is not deflated', 'c1.AAAA', 'damagedLink'],
    ['too long a text', `c1.${'A'.repeat(600_000)}`, 'linkTooLong'],
  ])('with %s is refused', async (_, text, code) => {
    expect(codesOf(await readCourseLink(text))).toEqual([code]);
  });

  it.each([
    ['another form', '[]', 'damagedLink'],
    ['no lessons', '{"lessons":3}', 'damagedLink'],
    ['a course without a title', '{"id":"x","mode":"practice","lessons":[]}', 'missing'],
    ['keys that reach a prototype', '{"lessons":[],"__proto__":{"x":1}}', 'forbiddenKey'],
    ['such keys within', '{"lessons":[],"a":{"constructor":1}}', 'forbiddenKey'],
  ])('with %s is refused as a file would be', async (_, text, code) => {
    const payload = deflateRawSync(text).toString('base64url');
    expect(codesOf(await readCourseLink(`c1.${payload}`))[0]).toBe(code);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('that would fill the memory is stopped', async () => {
    const bomb = deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 32)).toString('base64url');
    expect(codesOf(await readCourseLink(`c1.${bomb}`))).toEqual(['tooLarge']);
  });

  it('cut or changed anywhere gives a course or a problem, never an exception', async () => {
    const text = await writeCourseLink(COURSE);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(alphabet.length - 1),
        fc.constantFrom('cut', 'change', 'insert'),
        async (at, letter, how) => {
          const tail = { cut: '', change: text.slice(at + 1), insert: text.slice(at) }[how];
          const changed = text.slice(0, at) + (how === 'cut' ? '' : alphabet[letter]) + tail;
          const read = await readCourseLink(changed);
          expect(read.ok || read.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
