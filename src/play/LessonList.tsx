import { useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { Course, Exercise } from '../training/exercise.ts';
import { type Run, scoreOf } from '../training/run.ts';
import { usePlaying } from './play-context.ts';
import { type Standing, standingOf } from './results.ts';
import { useTutor } from './tutor.ts';

interface LessonListProps {
  readonly course: Course;
  readonly run: Run;
  readonly current: string | null;
  readonly isAtResults: boolean;
  readonly onGo: (exercise: string) => void;
  readonly onResults: () => void;
  readonly onLeave?: (() => void) | undefined;
}

/** All lessons and where one is in them; on a small screen it folds away. */
export function LessonList({
  course,
  run,
  current,
  isAtResults,
  onGo,
  onResults,
  onLeave,
}: LessonListProps) {
  const { t } = usePlaying();
  const tutor = useTutor();
  const [isOpen, setOpen] = useState(false);
  const { done, exercises, points, of } = scoreOf(run, course);
  const isTold = run.mode === 'practice' || run.isSubmitted;
  const close = () => setOpen(false);
  const progress = t('play.progress', { n: done, max: exercises });
  return (
    <nav className={`play-nav ${isOpen ? 'play-nav--open' : ''}`} aria-label={t('play.lessons')}>
      <div className="play-nav__head">
        {onLeave && (
          <button type="button" className="play-button play-button--quiet" onClick={onLeave}>
            <Icon name="previous" />
            {t('play.leave')}
          </button>
        )}
        <h1 className="play-nav__title">{tutor.text(course.title)}</h1>
        <p className="play-nav__mode">{t(`play.mode.${run.mode}`)}</p>
        <div className="play-nav__progress">
          <progress value={done} max={exercises} aria-label={t('play.progressLabel')} />
          <span>
            {progress}
            {isTold && <> · {t('play.points', { n: points, max: of })}</>}
          </span>
        </div>
        <button
          type="button"
          className="play-button play-nav__toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'up' : 'down'} />
          {t('play.lessons')}
        </button>
      </div>
      <div className="play-nav__body">
        <ol className="play-nav__lessons">
          {course.lessons.map((lesson, n) => (
            <li key={lesson.id}>
              <details
                open={
                  course.lessons.length <= FEW || lesson.exercises.some(({ id }) => id === current)
                }
              >
                <summary className="play-nav__lesson">
                  <h2>
                    {course.lessons.length > 1 && <span>{t('play.lesson', { n: n + 1 })} </span>}
                    {tutor.text(lesson.title)}
                  </h2>
                  <span className="play-nav__done">
                    {lesson.exercises.filter(({ id }) => run.results[id]).length}
                    {'/'}
                    {lesson.exercises.length}
                  </span>
                </summary>
                <ol>
                  {lesson.exercises.map((exercise, index) => (
                    <li key={exercise.id}>
                      <button
                        type="button"
                        className="play-nav__one"
                        aria-current={exercise.id === current ? 'page' : undefined}
                        onClick={() => {
                          close();
                          onGo(exercise.id);
                        }}
                      >
                        <Mark standing={standingOf(run, exercise)} />
                        <span>
                          {index + 1}
                          {' · '}
                          <Title exercise={exercise} />
                        </span>
                      </button>
                    </li>
                  ))}
                </ol>
              </details>
            </li>
          ))}
        </ol>
        <button
          type="button"
          className={`play-button ${isTold ? '' : 'play-button--primary'}`}
          aria-current={isAtResults ? 'page' : undefined}
          onClick={() => {
            close();
            onResults();
          }}
        >
          {t(isTold ? 'play.toResults' : 'play.handIn.do')}
        </button>
      </div>
    </nav>
  );
}

function Title({ exercise }: { readonly exercise: Exercise }) {
  const { t } = usePlaying();
  const tutor = useTutor();
  return exercise.title ? tutor.text(exercise.title) : t(`play.kind.${exercise.kind}`);
}

/** So many lessons are all open in the list; of more, only the one that is worked at. */
const FEW = 3;

const MARKS: Readonly<Record<Standing, IconName | null>> = {
  open: null,
  answered: 'pin',
  right: 'valid',
  partly: 'prerequisite',
  wrong: 'prohibited',
  shown: 'view',
};

/** How an exercise stands, in a sign and in words. */
export function Mark({ standing }: { readonly standing: Standing }) {
  const { t } = usePlaying();
  const icon = MARKS[standing];
  return (
    <span className={`play-mark play-mark--${standing}`}>
      {icon && <Icon name={icon} />}
      <span className="sr-only">{t(`play.standing.${standing}`)}</span>
    </span>
  );
}
