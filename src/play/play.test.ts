import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseOf } from '../../e2e/course.ts';
import { createExplainer } from '../i18n/explain.ts';
import { createTutor, explainText } from '../i18n/explain-training.ts';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import { applyEdit, type Edit } from '../model/edit.ts';
import { editsBetween } from '../training/difference.ts';
import type { Exercise } from '../training/exercise.ts';
import { grade } from '../training/grade.ts';
import { answered, exercisesOf, startRun, submitted } from '../training/run.ts';
import { answerOf, draftOf, emptyDraft, lettersOf, moved, openIn, rightAnswer } from './answers.ts';
import { edited, historyOf, redone, undone } from './history.ts';
import { calibrationOf, lessonScores, openExercises, standingOf } from './results.ts';

const COURSE = courseOf('practice');
const EXERCISES = exercisesOf(COURSE);
const byKind = (kind: Exercise['kind']) => EXERCISES.find((one) => one.kind === kind) as Exercise;
const WORK = { seconds: 1, hints: 0, sawSolution: false };

describe('an answer', () => {
  it.each(EXERCISES.map((one) => [one.kind, one] as const))(
    'that is shown is right: %s',
    (_, exercise) => {
      expect(grade(exercise, rightAnswer(exercise)).isRight).toBe(true);
    },
  );

  it('comes back from a draft as it was', () => {
    for (const exercise of EXERCISES) {
      const answer = rightAnswer(exercise);
      if ('edits' in answer) continue;
      expect(answerOf(exercise, draftOf(exercise, answer))).toEqual(answer);
    }
  });

  it('is none while something is open', () => {
    const predict = byKind('predict');
    const half = { ...emptyDraft(predict), predictions: { e1: { status: 'valid' as const } } };
    expect(openIn(predict, half)).toEqual(['e1', 'e2']);
    expect(answerOf(predict, half)).toBeNull();
    expect(openIn(byKind('spot'), emptyDraft(byKind('spot')))).toHaveLength(1);
    expect(openIn(byKind('order'), emptyDraft(byKind('order')))).toEqual([]);
  });
});

describe('letters', () => {
  it('go on after Z', () => {
    const relationships = Array.from({ length: 54 }, (_, n) => ({
      id: `e${n}`,
      kind: 'sells' as const,
      from: 'a',
      to: 'b',
    }));
    const letters = [...lettersOf({ parties: [], relationships }).values()];
    expect([letters[0], letters[25], letters[26], letters[53]]).toEqual(['A', 'Z', 'AA', 'BB']);
    expect(new Set(letters).size).toBe(54);
  });
});

describe('moving', () => {
  it('keeps everything that is there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(9), fc.nat(9), (list, from, to) => {
        const after = moved(list, from, to);
        expect(after.toSorted()).toEqual(list.toSorted());
        if (from < list.length && to < list.length) expect(after[to]).toBe(list[from]);
        else expect(after).toBe(list);
      }),
    );
  });
});

describe('the history', () => {
  it('goes back and forth over every step', () => {
    const start = parseChain('microsoft > customer');
    const edit: Edit = { op: 'removeRelationship', relationship: 'e1' };
    const after = edited(historyOf(start), [edit]);
    expect(after.now.relationships).toEqual([]);
    expect(undone(after).now).toBe(start);
    expect(redone(undone(after)).now).toBe(after.now);
    expect(edited(after, [edit])).toBe(after);
    expect(undone(historyOf(start)).past).toEqual([]);
  });
});

describe('results', () => {
  const predict = byKind('predict');
  const wrong = {
    kind: 'predict' as const,
    predictions: {
      e1: { status: 'valid' as const, confidence: 2 as const },
      e2: { status: 'valid' as const, confidence: 3 as const },
    },
  };

  it('say what one was sure of and the policy is not', () => {
    const run = answered(startRun(COURSE), COURSE, 'predict', wrong, WORK);
    const { levels, surprises } = calibrationOf(run, COURSE);
    expect(levels).toEqual([
      { confidence: 1, of: 0, right: 0 },
      { confidence: 2, of: 1, right: 1 },
      { confidence: 3, of: 1, right: 0 },
    ]);
    expect(surprises.map(({ relationship }) => relationship)).toEqual(['e2']);
    expect(lessonScores(run, COURSE)[0]).toMatchObject({ points: 1, of: 7, done: 1 });
    expect(openExercises(run, COURSE)).toHaveLength(EXERCISES.length - 1);
  });

  it('do not count what was looked up', () => {
    const shown = { ...WORK, sawSolution: true };
    const run = answered(startRun(COURSE), COURSE, 'predict', rightAnswer(predict), shown);
    expect(calibrationOf(run, COURSE).levels.every(({ of }) => of === 0)).toBe(true);
    expect(standingOf(run, predict)).toBe('shown');
  });

  it('of an assessment tell nothing before it is handed in', () => {
    const course = courseOf('assessment');
    const fresh = startRun(course);
    const bad = answered(fresh, course, 'predict', wrong, WORK);
    const good = answered(fresh, course, 'predict', rightAnswer(predict), WORK);
    expect(standingOf(bad, predict)).toBe('answered');
    expect(standingOf(good, predict)).toBe('answered');
    expect(standingOf(submitted(bad), predict)).toBe('partly');
    expect(standingOf(submitted(good), predict)).toBe('right');
  });
});

describe.each(LANGUAGES)('words in %s', (language) => {
  let t: ReturnType<typeof wordsIn>;
  beforeAll(async () => {
    const words = await createWords(language);
    await loadLearning(words);
    t = wordsIn(words, language);
  });

  it('say every edit in a sentence of its own', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (start, end) => {
        let scenario = start;
        for (const edit of editsBetween(start, end)) {
          const tutor = createTutor(t, createExplainer(t, language, scenario));
          const sentence = tutor.step(edit, scenario);
          expect(sentence).not.toMatch(/training\.|policy\.|\{\{|undefined|^$/);
          scenario = applyEdit(scenario, edit);
        }
      }),
    );
  });

  it('of an author are those of the reader, or the first there are', () => {
    const texts = { texts: { 'zh-Hant': 'TW', 'zh-Hans': 'CN', 'en-GB': 'EN' } };
    const wanted: Record<Language, string> = { en: 'EN', 'zh-CN': 'CN', 'zh-TW': 'TW' };
    expect(explainText(texts, t, language)).toBe(wanted[language]);
    expect(explainText({ texts: { de: 'DE' } }, t, language)).toBe('DE');
    expect(explainText({ words: 'task.predict' }, t, language)).not.toContain('task');
  });
});
