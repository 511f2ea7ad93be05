import { useEffect, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { Player } from '../play/Player.tsx';
import { RoundDone } from '../play/RoundDone.tsx';
import { readLearnAddress } from '../store/learning.ts';
import type { Course } from '../training/exercise.ts';
import { tryGenerate } from '../training/generate.ts';
import { readPractice } from '../training/practice-address.ts';
import { type Run, startRun } from '../training/run.ts';
import { readLinkedCourse } from './course-files.ts';
import { COURSES, courseNamed } from './courses.ts';
import { keepRun, readRun } from './keep-runs.ts';
import type { LearnPageProps } from './pages.ts';

/**
 * A round of a class, for a learner: the exercises of the link, answered without being told what is right,
 * and then a code for the trainer. Where the page is left by accident, the answers are still there.
 */
export default function RoundRoute({ rest }: LearnPageProps) {
  const t = useT();
  const language = useLanguage();
  const [opened, setOpened] = useState<Course | readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open does not change with the language
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const named = rest ? courseOfName(rest) : undefined;
      if (named) return setOpened(asked(named));
      const read = await readLinkedCourse(location.hash.slice(1), t, language);
      if (!isGone) setOpened(read.ok ? asked(read.course) : read.problems);
    };
    void open();
    const again = () => void open();
    addEventListener('hashchange', again);
    return () => {
      isGone = true;
      removeEventListener('hashchange', again);
    };
  }, [rest]);

  if (opened === null) {
    return (
      <main>
        <p className="loading" role="status">
          {t('ui.loading')}
        </p>
      </main>
    );
  }
  if ('lessons' in opened) return <Round key={opened.id} course={opened} />;
  return (
    <main>
      <div className="learn__note learn__note--problem" role="alert">
        <p>{t('play.learn.badLink')}</p>
        <ul>
          {opened.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </main>
  );
}

/** A course that comes with the explorer, or one that is made of its seed. */
function courseOfName(name: string): Course | undefined {
  const request = readPractice(name);
  const made = request && tryGenerate(request);
  if (made) return made.ok ? made.course : undefined;
  return courseNamed(readLearnAddress(name).first, COURSES);
}

/** Whatever the course is elsewhere, in a round nothing is told before the trainer does. */
function asked(course: Course): Course {
  return { ...course, mode: 'assessment', attempts: 1 };
}

function Round({ course }: { readonly course: Course }) {
  const t = useT();
  const { host } = useApp();
  // Its own place: the same course may be worked through alone as well.
  const place = { ...course, id: `round/${course.id}` };
  const [run, setRun] = useState<Run>(() => ({
    ...readRun(host.box, place).run,
    course: course.id,
    mode: 'assessment',
  }));
  const keep = (next: Run) => {
    setRun(next);
    keepRun(host.box, { ...next, course: place.id });
  };
  if (run.isSubmitted) {
    return (
      <main>
        <RoundDone course={course} run={run} page={pageAddress()} />
        <button
          type="button"
          className="button button--quiet"
          onClick={() => keep(startRun(course))}
        >
          {t('play.learn.reset')}
        </button>
      </main>
    );
  }
  return <Player course={course} run={run} onRun={keep} />;
}
