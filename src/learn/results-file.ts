import type { TFunction } from 'i18next';
import { explainText } from '../i18n/explain-training.ts';
import type { Language } from '../i18n/locale.ts';
import { writeDelimited } from '../model/delimited.ts';
import type { Course } from '../training/exercise.ts';
import { type Run, scoreOf } from '../training/run.ts';

/** Everything of a run, for programs. */
export function resultsJson(run: Run, course: Course): string {
  return `${JSON.stringify({ format: 'csp-results', run, score: scoreOf(run, course) }, null, 2)}\n`;
}

/** A row for each exercise, for a spreadsheet, in the reader's words. */
export function resultsCsv(run: Run, course: Course, t: TFunction, language: Language): string {
  const head = [
    t('play.csv.lesson'),
    t('play.csv.exercise'),
    t('play.csv.kind'),
    t('play.csv.points'),
    t('play.csv.of'),
    t('play.csv.attempts'),
    t('play.csv.seconds'),
    t('play.csv.hints'),
    t('play.csv.shown'),
  ];
  const rows = course.lessons.flatMap((lesson) =>
    lesson.exercises.map((exercise) => {
      const result = run.results[exercise.id];
      const yesNo = result?.sawSolution ? t('play.csv.yes') : t('play.csv.no');
      const figures = result
        ? [result.points, result.of, result.attempts, result.seconds, result.hints].map(String)
        : ['', '', '', '', ''];
      return [
        explainText(lesson.title, t, language),
        exercise.title ? explainText(exercise.title, t, language) : exercise.id,
        t(`play.kind.${exercise.kind}`),
        ...figures,
        result ? yesNo : '',
      ].map(asText);
    }),
  );
  // Without the mark, a spreadsheet takes the text for one in its own old encoding.
  return `\uFEFF${writeDelimited([head, ...rows], ',')}`;
}

/** What a spreadsheet would calculate is text here. */
function asText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
