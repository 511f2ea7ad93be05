import { type RefObject, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { type Course, DEFAULT_PASS_MARK } from '../training/exercise.ts';
import { type Run, scoreOf } from '../training/run.ts';
import { Certificate } from './Certificate.tsx';
import { Mark } from './LessonList.tsx';
import { usePlaying } from './play-context.ts';
import { calibrationOf, lessonScores, type Surprise, standingOf } from './results.ts';
import { useExplainer, useTutor } from './tutor.ts';

interface ResultsProps {
  readonly course: Course;
  readonly run: Run;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onGo: (exercise: string) => void;
  readonly today: string | undefined;
}

/** The score, by lesson and as a whole, and how well one knew what one knew. */
export function Results({ course, run, heading, onGo, today }: ResultsProps) {
  const { t, language } = usePlaying();
  const [isCertificate, setCertificate] = useState(false);
  const score = scoreOf(run, course);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const passMark = percent.format(course.passMark ?? DEFAULT_PASS_MARK);
  const { isComplete, isPassed } = score;
  const tone = isPassed ? 'right' : isComplete ? 'partly' : 'shown';
  return (
    <article className="play-page">
      <p className="play-crumb">{t(`play.mode.${run.mode}`)}</p>
      <h2 ref={heading} tabIndex={-1} className="play-title">
        {t('play.results.title')}
      </h2>
      <div className={`play-outcome play-outcome--${tone}`}>
        <Icon name={isPassed ? 'valid' : isComplete ? 'prerequisite' : 'view'} />
        <div>
          <p className="play-outcome__title">
            {t(
              isPassed
                ? 'play.results.passed'
                : isComplete
                  ? 'play.results.notPassed'
                  : 'play.results.running',
            )}
          </p>
          <p>{t('play.results.score', { value: percent.format(score.share), text: passMark })}</p>
          <p>{t('play.results.points', { n: score.points, max: score.of })}</p>
          {isPassed && (
            <div className="play-actions">
              <button
                type="button"
                className="play-button play-button--primary"
                onClick={() => setCertificate(true)}
              >
                {t('play.certificate.open')}
              </button>
            </div>
          )}
        </div>
      </div>
      <Lessons course={course} run={run} onGo={onGo} />
      <Sureness course={course} run={run} onGo={onGo} />
      {isCertificate && (
        <Certificate
          course={course}
          run={run}
          today={today}
          onClose={() => setCertificate(false)}
        />
      )}
    </article>
  );
}

type PartProps = Pick<ResultsProps, 'course' | 'run' | 'onGo'>;

function Lessons({ course, run, onGo }: PartProps) {
  const { t } = usePlaying();
  const tutor = useTutor();
  return (
    <section className="play-results">
      <h3 className="play-subtitle">{t('play.results.lessons')}</h3>
      <ol>
        {lessonScores(run, course).map(({ lesson, points, of }) => (
          <li key={lesson.id} className="play-results__lesson">
            <h4>
              {tutor.text(lesson.title)}{' '}
              <span className="play-meta">{t('play.points', { n: points, max: of })}</span>
            </h4>
            <meter
              className="play-meter"
              min={0}
              max={of}
              value={points}
              aria-label={t('play.points', { n: points, max: of })}
            />
            <ul>
              {lesson.exercises.map((exercise) => {
                const result = run.results[exercise.id];
                return (
                  <li key={exercise.id}>
                    <button
                      type="button"
                      className="play-nav__one"
                      onClick={() => onGo(exercise.id)}
                    >
                      <Mark standing={standingOf(run, exercise)} />
                      <span>
                        {exercise.title
                          ? tutor.text(exercise.title)
                          : t(`play.kind.${exercise.kind}`)}
                        {result && (
                          <small> {t('play.points', { n: result.points, max: result.of })}</small>
                        )}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether one was as often right as one was sure. */
function Sureness({ course, run, onGo }: PartProps) {
  const { t, language } = usePlaying();
  const { levels, surprises } = calibrationOf(run, course);
  if (levels.every(({ of }) => of === 0)) return null;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <section className="play-results">
      <h3 className="play-subtitle">{t('play.sureness.title')}</h3>
      <table className="play-table">
        <thead>
          <tr>
            <th scope="col">{t('play.sureness.confidence')}</th>
            <th scope="col">{t('play.sureness.predictions')}</th>
            <th scope="col">{t('play.sureness.right')}</th>
          </tr>
        </thead>
        <tbody>
          {levels
            .filter(({ of }) => of > 0)
            .map(({ confidence, right, of }) => (
              <tr key={confidence}>
                <th scope="row">{t(`play.confidence.${confidence}`)}</th>
                <td>{of}</td>
                <td>
                  {right} · {percent.format(right / of)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {surprises.length === 0 ? (
        <p className="play-meta">{t('play.sureness.none')}</p>
      ) : (
        <>
          <p>{t('play.sureness.surprises')}</p>
          <ul className="play-bullets">
            {surprises.map((surprise) => (
              <SurpriseLine
                key={surprise.exercise.id + surprise.relationship}
                surprise={surprise}
                onGo={onGo}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface SurpriseLineProps {
  readonly surprise: Surprise;
  readonly onGo: (exercise: string) => void;
}

function SurpriseLine({ surprise: { exercise, relationship }, onGo }: SurpriseLineProps) {
  const explainer = useExplainer(exercise.scenario);
  const line = exercise.scenario.relationships.find(({ id }) => id === relationship);
  if (!line) return null;
  return (
    <li>
      <button type="button" className="play-link" onClick={() => onGo(exercise.id)}>
        {explainer.line(line)}
      </button>
    </li>
  );
}
