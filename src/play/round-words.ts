import type { TFunction } from 'i18next';
import { writeDelimited } from '../model/delimited.ts';
import type { CodeProblem } from '../training/code.ts';
import type { Course, Exercise, Text } from '../training/exercise.ts';
import type { Unmet } from '../training/goal.ts';
import { pointsIn, type Round, type RoundProblem, responseIn } from '../training/round.ts';
import { exercisesOf } from '../training/run.ts';

/** What of the words of training a round needs, for the scenario of one exercise. */
export interface Tutor {
  text(text: Text): string;
  task(exercise: Exercise): string;
  unmet(goal: Unmet): string;
}

/** What is wrong with a code or a file, in a sentence. */
export function problemWords({ code, params }: CodeProblem | RoundProblem, t: TFunction): string {
  // The codes share no params, so the compiler would ask every key for those of all.
  const problem = t(`classroom.problem.${code}` as 'classroom.problem.noCode', params);
  const { line } = params;
  return line === undefined ? problem : t('classroom.round.line', { n: line, problem });
}

/** Names of the entries of a round, in their order: a learner without one is a number. */
export function learnerNames({ entries }: Round, isNamed: boolean, t: TFunction): string[] {
  return entries.map(({ sheet }, place) =>
    isNamed && sheet.name !== '' ? sheet.name : t('classroom.round.learner', { n: place + 1 }),
  );
}

/** A row for each learner: points and seconds in all, then the points of each question. */
export function roundCsv(round: Round, course: Course, isNamed: boolean, t: TFunction): string {
  const exercises = exercisesOf(course);
  const names = learnerNames(round, isNamed, t);
  const head = [
    t('classroom.round.name'),
    t('classroom.round.points'),
    t('classroom.round.seconds'),
    ...exercises.map((_, place) => t('classroom.round.question', { n: place + 1 })),
  ];
  const rows = round.entries.map(({ sheet }, place) => {
    const responses = exercises.map(({ id }) => responseIn(sheet, id));
    const seconds = responses.reduce((sum, one) => sum + (one?.seconds ?? 0), 0);
    return [
      asText(names[place] ?? ''),
      String(pointsIn(sheet)),
      String(seconds),
      ...responses.map((one) => (one ? String(one.points) : '')),
    ];
  });
  // Spreadsheets take a file without this mark for one of another encoding.
  return `\uFEFF${writeDelimited([head, ...rows], ',')}`;
}

/** What a spreadsheet would take for a formula, it is to take for text. */
function asText(cell: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
