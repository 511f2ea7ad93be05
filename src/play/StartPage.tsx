import type { RefObject } from 'react';
import { type Course, DEFAULT_PASS_MARK } from '../training/exercise.ts';
import { exercisesOf } from '../training/run.ts';
import { usePlaying } from './play-context.ts';
import { useTutor } from './tutor.ts';

interface StartPageProps {
  readonly course: Course;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onStart: () => void;
}

/** What the course is about, and how it goes. */
export function StartPage({ course, heading, onStart }: StartPageProps) {
  const { t, language } = usePlaying();
  const tutor = useTutor();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const count = exercisesOf(course).length;
  return (
    <article className="play-page play-start">
      <p className="play-crumb">{t(`play.mode.${course.mode}`)}</p>
      <h2 ref={heading} tabIndex={-1} className="play-title">
        {tutor.text(course.title)}
      </h2>
      {course.description && <p className="play-task">{tutor.text(course.description)}</p>}
      <ul className="play-bullets">
        <li>{t('play.start.size', { n: course.lessons.length, count })}</li>
        <li>{t(`play.start.${course.mode}`)}</li>
        {course.mode === 'assessment' && (
          <li>{t('play.start.attempts', { count: course.attempts ?? 1 })}</li>
        )}
        <li>
          {t('play.start.passMark', {
            value: percent.format(course.passMark ?? DEFAULT_PASS_MARK),
          })}
        </li>
      </ul>
      <div className="play-actions">
        <button type="button" className="play-button play-button--primary" onClick={onStart}>
          {t('play.start.do')}
        </button>
      </div>
      <h3 className="play-subtitle">{t('play.lessons')}</h3>
      <ol className="play-start__lessons">
        {course.lessons.map((lesson, n) => (
          <li key={lesson.id}>
            <span className="play-letter">{n + 1}</span>
            {tutor.text(lesson.title)}
          </li>
        ))}
      </ol>
    </article>
  );
}
