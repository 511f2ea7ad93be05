import { describe, expect, it } from 'vitest';
import { ENDONYMS, type Language } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { parseChain } from '../model/chain-text.ts';
import { writeCourse } from '../training/course-file.ts';
import type { Course } from '../training/exercise.ts';
import { findingsOf } from './findings.ts';
import { asJson, asText, plain } from './format.ts';
import { asGithub, asJunit, asSarif } from './format-ci.ts';
import { checkFile, checkLines, isPassed } from './judged.ts';

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
        { id: 'mend', kind: 'repair', scenario: BROKEN, goal: { valid: goal }, solution: [] },
        { id: 'spot', kind: 'spot', task: { texts: { en: 'Find it' } }, scenario: BROKEN },
      ],
    },
  ],
});
const FAULTY = checkFile('a.csp-course.json', writeCourse(course('e1')));

describe('a course on the command line', () => {
  it('is known by its format, in a file, a list and a line', () => {
    const text = writeCourse(course('e1'));
    const list = `[${text}, ${JSON.stringify({ format: 'csp-course', version: 1 })}]`;
    const lines = checkLines('-', `\n${JSON.stringify(JSON.parse(text))}`);
    expect(FAULTY).toMatchObject([{ course: { id: 'course' }, faults: [{ code: 'goalMet' }] }]);
    expect(lines).toMatchObject([{ source: { line: 2 }, faults: [{ code: 'goalMet' }] }]);
    expect(checkFile('b.json', list)).toMatchObject([
      { source: { item: 1 }, course: {} },
      { source: { item: 2 }, problems: [{ path: 'id', code: 'missing' }, {}, {}, {}] },
    ]);
  });

  it('passes without faults, whatever the warnings', () => {
    const ready = {
      ...course('every'),
      lessons: course('every').lessons.map((lesson) => ({
        ...lesson,
        exercises: lesson.exercises.slice(1),
      })),
    };
    const [one] = checkFile('c.json', writeCourse(ready));
    expect(one && !('problems' in one) && isPassed(one)).toBe(true);
    expect(FAULTY.every((checked) => !('problems' in checked) && isPassed(checked))).toBe(false);
  });

  it.each(['en', 'zh-CN', 'zh-TW'] as const)('is told of in every format, in %s', async (lng) => {
    const t = await learned(lng);
    const message = t('authoring.fault.goalMet');
    const findings = findingsOf(FAULTY, t, lng);
    expect(findings).toMatchObject([
      { rule: 'goalMet', message: t('file.at', { path: 'mend', problem: message }) },
    ]);
    const text = asText(FAULTY, t, lng, plain);
    expect(text).toContain(message);
    expect(text).toContain(t('authoring.cli.faults', { count: 1 }));
    expect(text).toContain(ENDONYMS['zh-CN'] + t('ui.explain.listSeparator') + ENDONYMS['zh-TW']);
    expect(JSON.parse(asJson(FAULTY, t, lng))).toMatchObject([
      {
        id: 'course',
        exercises: 2,
        faults: [{ exercise: 'mend', fault: 'goalMet' }],
        warnings: [{ exercise: 'spot', warning: 'oneLanguage' }],
      },
    ]);
    expect(asJunit(FAULTY, findings, '')).toContain('<failure type="goalMet"');
    expect(asGithub(findings, '')).toContain('title=goalMet::mend');
    expect(JSON.parse(asSarif(findings, '')).runs[0].results[0].ruleId).toBe('goalMet');
  });
});

async function learned(language: Language) {
  const words = await createWords(language);
  await loadLearning(words);
  return wordsIn(words, language);
}
