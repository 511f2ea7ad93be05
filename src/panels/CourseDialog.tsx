import './exercise.css';
import { useMemo } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useLearningWords } from '../hooks/use-learning.ts';
import { useView } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { explainFault } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import { explainText } from '../i18n/explain-training.ts';
import { Icon } from '../icons/Icon.tsx';
import { openBeside } from '../store/files.ts';
import { startCourse } from '../store/learning.ts';
import { say } from '../store/view.ts';
import { readCourse } from '../training/course-file.ts';
import type { Course, Exercise } from '../training/exercise.ts';
import { exercisesOf } from '../training/run.ts';
import { faultsOf } from '../training/validate.ts';
import { DialogFrame } from './Modal.tsx';

/** What an opened course file holds, or what is wrong with it. */
export function CourseDialog() {
  const t = useT();
  const language = useLanguage();
  const isReady = useLearningWords();
  const file = useView((state) => state.courseFile);
  const read = useMemo(() => file && readCourse(file.text), [file]);
  if (!file || !read) return null;
  if (!isReady) {
    return (
      <DialogFrame title={file.name}>
        <p role="status">{t('ui.loading')}</p>
      </DialogFrame>
    );
  }
  if (!read.ok) {
    return (
      <DialogFrame title={t('ui.unreadable.title', { name: file.name })}>
        <p>{t('ui.unreadable.text')}</p>
        <ul className="problems">
          {read.problems.map((problem) => (
            <li key={problem.path + problem.code}>{explainProblem(problem, t)}</li>
          ))}
        </ul>
      </DialogFrame>
    );
  }
  const { course } = read;
  const title = explainText(course.title, t, language) || t('authoring.course.untitled');
  return (
    <DialogFrame title={t('authoring.course.title', { title })}>
      <Contents course={course} />
    </DialogFrame>
  );
}

interface ContentsProps {
  readonly course: Course;
}

function Contents({ course }: ContentsProps) {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const faults = useMemo(() => faultsOf(course), [course]);
  const exercises = exercisesOf(course);
  const start = () => {
    app.view.setState({ dialog: null, courseFile: null });
    startCourse(app, course);
  };
  const nameOf = (exercise: Exercise) =>
    explainText(exercise.title, t, language) || t(`authoring.kind.${exercise.kind}`);
  const edit = (exercise: Exercise) => {
    const title = exercise.scenario.title ?? nameOf(exercise);
    openBeside(app, { ...exercise.scenario, title });
    app.view.setState({ dialog: null, courseFile: null });
    say(app.view, 'opened', { title: { text: title } });
  };
  return (
    <>
      {faults.length > 0 && (
        <div className="notice exercise__faults" role="alert">
          <p>{t('authoring.course.faulty')}</p>
          <ul className="problems">
            {faults.map((fault) => {
              const problem = explainFault(fault, course, t, language);
              const path = fault.exercise;
              return (
                <li key={`${path} ${problem}`}>
                  {path === null ? problem : t('file.at', { path, problem })}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {faults.length === 0 && (
        <div className="dialog__actions">
          <button type="button" className="button button--primary" onClick={start}>
            <Icon name="next" />
            {t('authoring.course.start')}
          </button>
        </div>
      )}
      <h3 className="heading">{t('authoring.course.count', { count: exercises.length })}</h3>
      <ul className="rows">
        {exercises.map((exercise) => (
          <li key={exercise.id} className="exercise__row">
            <span>
              {nameOf(exercise)}
              {exercise.title && (
                <small className="quiet"> {t(`authoring.kind.${exercise.kind}`)}</small>
              )}
            </span>
            <button
              type="button"
              className="button"
              aria-label={t('authoring.course.pictureOf', { exercise: nameOf(exercise) })}
              onClick={() => edit(exercise)}
            >
              {t('authoring.course.picture')}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {t('authoring.course.addHere', { command: t('ui.command.saveExercise') })}
      </p>
    </>
  );
}
