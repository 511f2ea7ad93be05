import './play.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { Course, Exercise } from '../training/exercise.ts';
import { grade, pointsOf } from '../training/grade.ts';
import {
  answered,
  attemptsLeft,
  exercisesOf,
  openedExercise,
  type Run,
  submitted,
} from '../training/run.ts';
import { type Begun, ExerciseView } from './ExerciseView.tsx';
import { HandIn } from './HandIn.tsx';
import { LessonList } from './LessonList.tsx';
import { usePlaying } from './play-context.ts';
import type { PlayerProps } from './player-props.ts';
import { Results } from './Results.tsx';
import { StartPage } from './StartPage.tsx';
import { useTutor } from './tutor.ts';

type Place = 'start' | 'exercise' | 'results';

/** A course to work through: lessons, exercises, results. What was done is kept by whoever shows it. */
export function Player({ course, run, onRun, surface, onLeave, today }: PlayerProps) {
  const { t } = usePlaying();
  const tutor = useTutor();
  const exercises = exercisesOf(course);
  const isSingle = exercises.length === 1;
  const [place, setPlace] = useState<Place>(() => firstPlace(run, isSingle));
  const [at, setAt] = useState(run.at);
  const [retried, setRetried] = useState<Readonly<Record<string, number>>>({});
  const [shown, setShown] = useState<ReadonlySet<string>>(() => solved(run, course));
  const [isHandingIn, setHandingIn] = useState(false);
  const begun = useRef(new Map<string, Begun>());
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever shows the player may lead to another exercise, as the address of a page does.
  if (run.at !== at) {
    setAt(run.at);
    setPlace(run.at === null ? firstPlace(run, isSingle) : 'exercise');
  }

  const exercise = exercises.find(({ id }) => id === run.at) ?? exercises[0];
  const index = exercise ? exercises.indexOf(exercise) : -1;
  const tries = exercise ? (retried[exercise.id] ?? 0) : 0;
  const where = place === 'exercise' ? `${exercise?.id} ${tries}` : place;
  const isFirstLook = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows to what is shown now
  useEffect(() => {
    if (isFirstLook.current) isFirstLook.current = false;
    else heading.current?.focus();
  }, [where]);

  const go = (id: string) => {
    setPlace('exercise');
    onRun(openedExercise(run, id));
  };
  const retry = (one: Exercise) => {
    begun.current.delete(one.id);
    setShown((before) => new Set([...before].filter((id) => id !== one.id)));
    setRetried((before) => ({ ...before, [one.id]: (before[one.id] ?? 0) + 1 }));
  };
  const handIn = () => {
    setHandingIn(false);
    onRun(submitted(run));
    setPlace('results');
  };
  const toResults = () =>
    run.mode === 'practice' || run.isSubmitted ? setPlace('results') : setHandingIn(true);

  if (exercises.length === 0) {
    return (
      <div className="play">
        <p className="play-meta">{t('play.empty')}</p>
      </div>
    );
  }

  return (
    <div className={`play ${isSingle ? 'play--single' : ''}`}>
      {!isSingle && (
        <LessonList
          course={course}
          run={run}
          current={place === 'exercise' ? (exercise?.id ?? null) : null}
          isAtResults={place === 'results'}
          onGo={go}
          onResults={toResults}
          onLeave={onLeave}
        />
      )}
      <main className="play-main">
        {place === 'start' && (
          <StartPage
            course={course}
            heading={heading}
            onStart={() => exercise && go(exercise.id)}
          />
        )}
        {place === 'results' && (
          <Results course={course} run={run} heading={heading} onGo={go} today={today} />
        )}
        {place === 'exercise' && exercise && (
          <article className="play-page">
            <Head course={course} exercise={exercise} heading={heading} isTop={isSingle} />
            <ExerciseView
              key={`${exercise.id} ${tries} ${run.isSubmitted}`}
              exercise={exercise}
              mode={run.mode}
              answer={answerShown(run, exercise, shown)}
              isRevealed={run.isSubmitted || shown.has(exercise.id)}
              wasShown={wasShown(run, exercise)}
              attemptsLeft={attemptsLeft(run, course, exercise.id)}
              surface={surface}
              begun={begun.current.get(exercise.id)}
              onBegun={(one) => begun.current.set(exercise.id, one)}
              onRetry={run.mode === 'practice' ? () => retry(exercise) : undefined}
              onAnswer={(answer, work) => {
                const { isRight } = grade(exercise, answer);
                const isTold = exercise.kind === 'predict' || isRight || work.sawSolution;
                if (run.mode === 'practice' && isTold) {
                  setShown((before) => new Set([...before, exercise.id]));
                }
                onRun(answered(run, course, exercise.id, answer, work));
              }}
            >
              {index > 0 && (
                <button
                  type="button"
                  className="play-button"
                  onClick={() => go((exercises[index - 1] as Exercise).id)}
                >
                  <Icon name="previous" />
                  {t('play.previous')}
                </button>
              )}
              {index < exercises.length - 1 ? (
                <button
                  type="button"
                  className={`play-button ${run.results[exercise.id] ? 'play-button--primary' : ''}`}
                  onClick={() => go((exercises[index + 1] as Exercise).id)}
                >
                  {t('play.next')}
                  <Icon name="next" />
                </button>
              ) : (
                (!isSingle || run.mode === 'assessment') && (
                  <button type="button" className="play-button" onClick={toResults}>
                    {t(
                      run.mode === 'practice' || run.isSubmitted
                        ? 'play.toResults'
                        : 'play.handIn.do',
                    )}
                  </button>
                )
              )}
            </ExerciseView>
          </article>
        )}
        <p className="play-foot">
          {tutor.text(course.title)}
          {' · '}
          {t('policy.disclaimer')}
        </p>
      </main>
      {isHandingIn && (
        <HandIn
          course={course}
          run={run}
          onHandIn={handIn}
          onClose={() => setHandingIn(false)}
          onGo={(id) => {
            setHandingIn(false);
            go(id);
          }}
        />
      )}
    </div>
  );
}

function firstPlace(run: Run, isSingle: boolean): Place {
  if (run.isSubmitted) return 'results';
  return run.at === null && !isSingle ? 'start' : 'exercise';
}

/** What was solved earlier is shown as it was solved. */
function solved({ results, mode }: Run, course: Course): ReadonlySet<string> {
  if (mode !== 'practice') return new Set();
  const right = exercisesOf(course).filter((exercise) => {
    const result = results[exercise.id];
    return result !== undefined && result.points === pointsOf(exercise);
  });
  return new Set(right.map(({ id }) => id));
}

/** In practice a new attempt begins with nothing; what earned the points comes back once it is shown. */
function answerShown(run: Run, exercise: Exercise, shown: ReadonlySet<string>) {
  const answer = run.results[exercise.id]?.answer;
  return run.mode === 'assessment' || shown.has(exercise.id) ? answer : undefined;
}

function wasShown({ results }: Run, { id }: Exercise): boolean {
  const result = results[id];
  return result?.sawSolution === true && result.points < result.of;
}

interface HeadProps {
  readonly course: Course;
  readonly exercise: Exercise;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** There is no heading above: the course has no list of lessons. */
  readonly isTop: boolean;
}

/** Where one is, and before the first exercise of a lesson what is to be known for it. */
function Head({ course, exercise, heading, isTop }: HeadProps) {
  const Title = isTop ? 'h1' : 'h2';
  const { t } = usePlaying();
  const tutor = useTutor();
  const n = course.lessons.findIndex(({ exercises }) => exercises.includes(exercise));
  const lesson = course.lessons[n];
  if (!lesson) return null;
  const place = lesson.exercises.indexOf(exercise);
  const title = exercise.title ? tutor.text(exercise.title) : t(`play.kind.${exercise.kind}`);
  return (
    <>
      <p className="play-crumb">
        {course.lessons.length > 1 && <>{t('play.lesson', { n: n + 1 })} · </>}
        {tutor.text(lesson.title)}
        {' · '}
        {t('play.question', { n: place + 1, max: lesson.exercises.length })}
      </p>
      <Title ref={heading} tabIndex={-1} className="play-title">
        {title}
      </Title>
      {lesson.intro && lesson.intro.length > 0 && (
        <details className="play-intro" open={place === 0} key={lesson.id}>
          <summary>{t('play.intro')}</summary>
          {lesson.intro.map((text) => (
            <p key={JSON.stringify(text)}>{tutor.text(text)}</p>
          ))}
        </details>
      )}
    </>
  );
}
