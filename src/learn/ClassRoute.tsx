import { useCallback, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { createExplainer } from '../i18n/explain.ts';
import { createTutor } from '../i18n/explain-training.ts';
import type { Scenario } from '../model/scenario.ts';
import { ClassroomPage } from '../play/ClassroomPage.tsx';
import { learnAddress } from '../store/learning.ts';
import { readCourseLink, writeCourseLink } from '../training/course-link.ts';
import type { Course } from '../training/exercise.ts';
import { generateCourse, type PracticeRequest } from '../training/generate.ts';
import { DEFAULT_COUNT, DEFAULT_LEVEL, writePractice } from '../training/practice-address.ts';
import { COURSES } from './courses.ts';
import { keepRound, readKeptRound } from './keep-round.ts';
import type { LearnPageProps } from './pages.ts';

/** What courses were made of here: a seed is a shorter address than what grew of it. */
const madeOf = new WeakMap<Course, PracticeRequest>();

/** A round of a class, for the trainer. */
export default function ClassRoute({ courses }: LearnPageProps) {
  const t = useT();
  const language = useLanguage();
  const { host, newId } = useApp();
  const [kept] = useState(() => readKeptRound(host.box));
  const [codes] = useState(() => (location.hash.startsWith('#a1.') ? location.hash : undefined));
  const tutorOf = useCallback(
    (scenario: Scenario) => createTutor(t, createExplainer(t, language, scenario)),
    [t, language],
  );
  const generate = () => {
    const seed = newId().slice(0, 8);
    const request = {
      seed,
      level: DEFAULT_LEVEL,
      count: DEFAULT_COUNT,
      mode: 'assessment',
    } as const;
    const course = generateCourse(request);
    madeOf.set(course, request);
    return course;
  };
  return (
    <ClassroomPage
      courses={courses}
      onGenerate={generate}
      roundAddress={roundAddress}
      readCourseLink={readCourseLink}
      tutorOf={tutorOf}
      onSave={host.saveFile}
      kept={kept}
      onKeep={(round) => keepRound(host.box, round)}
      {...(codes === undefined ? {} : { codes })}
    />
  );
}

/** A whole course that everybody has, or can make, is named; others are in the link, as they are. */
async function roundAddress(course: Course): Promise<string> {
  const round = `${pageAddress()}?learn=round`;
  const made = madeOf.get(course);
  if (made) return `${round}/${encodeURI(writePractice(made))}`;
  if (COURSES.includes(course)) return `${round}/${encodeURI(learnAddress(course.id, null))}`;
  return `${round}#${await writeCourseLink(course)}`;
}
