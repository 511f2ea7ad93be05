import { useCallback, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { createExplainer } from '../i18n/explain.ts';
import { createTutor } from '../i18n/explain-training.ts';
import type { Scenario } from '../model/scenario.ts';
import { ClassroomPage } from '../play/ClassroomPage.tsx';
import { readCourseLink, writeCourseLink } from '../training/course-link.ts';
import { generateCourse } from '../training/generate.ts';
import { DEFAULT_COUNT, DEFAULT_LEVEL } from '../training/practice-address.ts';
import { keepRound, readKeptRound } from './keep-round.ts';
import type { LearnPageProps } from './pages.ts';

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
  return (
    <ClassroomPage
      courses={courses}
      onGenerate={() =>
        generateCourse({
          seed: newId().slice(0, 8),
          level: DEFAULT_LEVEL,
          count: DEFAULT_COUNT,
          mode: 'assessment',
        })
      }
      writeCourseLink={writeCourseLink}
      readCourseLink={readCourseLink}
      page={pageAddress()}
      tutorOf={tutorOf}
      onSave={host.saveFile}
      kept={kept}
      onKeep={(round) => keepRound(host.box, round)}
      {...(codes === undefined ? {} : { codes })}
    />
  );
}
