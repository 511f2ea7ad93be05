import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { parseChain } from '../model/chain-text.ts';
import { writeCourseLink } from '../training/course-link.ts';
import type { Course } from '../training/exercise.ts';
import { readPage } from './docs.ts';
import { checkPage } from './docs-check.ts';
import { findingsOf } from './findings.ts';
import { isPassed } from './judged.ts';

const BROKEN = parseChain('microsoft > indirectProvider > customer');
const course = (goal: 'e1' | 'every'): Course => ({
  id: 'course',
  title: { texts: { en: 'Course' } },
  mode: 'practice',
  lessons: [
    {
      id: 'one',
      title: { texts: { en: 'One' } },
      exercises: [
        {
          id: 'mend',
          kind: 'repair',
          scenario: BROKEN,
          goal: { valid: goal },
          solution: [{ op: 'removeRelationship', relationship: 'e2' }],
        },
      ],
    },
  ],
});

const element = (attributes: string) => `<csp-scenario ${attributes}></csp-scenario>`;
const checked = (text: string) => checkPage('page.md', `# A\n\n${text}\n`, 'markdown');

describe('a course in a page', () => {
  it('is found in an element, by its mode, and in an address', () => {
    const found = (text: string) =>
      readPage(text, 'markdown').map(({ what, text: one }) => [what, one]);
    expect(found(element('mode="exercise" course="csp-basics"'))).toEqual([
      ['course', 'csp-basics'],
    ]);
    expect(found('[a](https://x.test/embed.html?mode=exercise&course=csp-exam)')).toEqual([
      ['course', 'csp-exam'],
    ]);
    for (const page of ['https://x.test/embed.html?mode=exercise', '/?learn']) {
      expect(found(`[a](${page}#c1.abc)`)).toEqual([['sharedCourse', 'c1.abc']]);
    }
    expect(found('[a](https://school.test/?course=csp-basics)')).toEqual([]);
    expect(found('[a](https://school.test/#c1)')).toEqual([]);
    expect(found(element('mode="explore" chain="microsoft"'))).toEqual([['chain', 'microsoft']]);
  });

  it('passes when the product brings it', async () => {
    for (const id of ['csp-basics', 'csp-exam']) {
      const all = await checked(element(`mode="exercise" course="${id}"`));
      expect(all).toMatchObject([{ source: { line: 3 }, course: { id }, faults: [] }]);
    }
  });

  it.each([
    ['mode="exercise" course="csp-basic"', 'course', 'notOneOf'],
    ['mode="exercise"', 'course', 'missing'],
    ['mode="exercise" chain="microsoft"', 'course', 'missing'],
    // What shows scenarios shows nothing of a course.
    ['course="csp-basics"', 'mode', 'notOneOf'],
    ['mode="exercises" course="csp-basics"', 'mode', 'notOneOf'],
    ['mode="explore"', 'scenario | chain | sample | src', 'missing'],
  ])('is refused as %s', async (attributes, path, code) => {
    expect(await checked(element(attributes))).toMatchObject([{ problems: [{ path, code }] }]);
  });

  it('is read and judged from an address', async () => {
    const link = async (goal: 'e1' | 'every') =>
      checked(`[a](embed.html?mode=exercise#${await writeCourseLink(course(goal))})`);
    const [ready] = await link('every');
    expect(ready && !('problems' in ready) && isPassed(ready)).toBe(true);
    expect(await link('e1')).toMatchObject([{ faults: [{ exercise: 'mend', code: 'goalMet' }] }]);
    expect(await checked('[a](embed.html?mode=exercise#c1.nonsense)')).toMatchObject([
      { problems: [{}] },
    ]);
  });

  it.each(LANGUAGES)('of an unknown name is told in %s', async (language) => {
    const words = await createWords(language);
    await loadLearning(words);
    const t = wordsIn(words, language);
    const all = await checked('[a](embed.html?mode=exercise&course=csp-basic)');
    const params = { actual: '“csp-basic”', allowed: 'csp-basics, csp-exam' };
    const problem = t('file.problem.notOneOf', params);
    expect(findingsOf(all, t, language)).toEqual([
      {
        source: { file: 'page.md', line: 3 },
        rule: 'unreadable',
        message: t('file.at', { path: 'course', problem }),
      },
    ]);
  });
});
