import { useEffect, useRef } from 'react';
import { useLanguage, useT } from '../hooks/use-t.ts';
import type { Course } from '../training/exercise.ts';
import { readLinkedCourse } from './course-files.ts';

const COURSE = /^#(c\d{1,3}\..*)$/s;

/** Whether the address of the page holds a course. */
export function hasCourseLink(): boolean {
  return COURSE.test(location.hash);
}

/**
 * Opens the course that the address of the page holds, now and when another is pasted over it. One that is
 * shown already stays as it is: the address may name an exercise of it.
 */
export function useCourseLink(
  shown: string,
  onOpen: (course: Course) => void,
  onProblems: (problems: readonly string[]) => void,
): void {
  const t = useT();
  const language = useLanguage();
  const now = useRef({ shown, t, language });
  now.current = { shown, t, language };
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const payload = COURSE.exec(location.hash)?.[1];
      // A round has a page of its own for what it is given.
      if (payload === undefined || now.current.shown === 'round') return;
      const read = await readLinkedCourse(payload, now.current.t, now.current.language);
      if (isGone) return;
      if (!read.ok) onProblems(read.problems);
      else if (read.course.id !== now.current.shown) onOpen(read.course);
    };
    void open();
    const again = () => void open();
    addEventListener('hashchange', again);
    return () => {
      isGone = true;
      removeEventListener('hashchange', again);
    };
  }, [onOpen, onProblems]);
}
