import { useEffect, useRef } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { readCourse, writeCourse } from '../training/course-file.ts';
import type { Course } from '../training/exercise.ts';
import type { Box } from './keep-runs.ts';

const KEY = 'csp-scenario-explorer/learn-courses';

/** The courses that were opened at earlier visits; those that can't be read any more are left out. */
export function readCourses(box: Box | undefined): Course[] {
  try {
    const kept: unknown = JSON.parse(box?.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((text) => {
      const read = typeof text === 'string' ? readCourse(text) : undefined;
      return read?.ok ? [read.course] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps them for a reload; where nothing can be kept, the page says so already. */
export function keepCourses(box: Box | undefined, courses: readonly Course[]): void {
  try {
    box?.setItem(KEY, JSON.stringify(courses.map((course) => writeCourse(course))));
  } catch {
    // A course that is too large for the browser can be opened again from its file.
  }
}

/** The courses beside those that come with the explorer, also those of earlier visits. */
export function useOpenedCourses(): readonly Course[] {
  const { host, view } = useApp();
  const courses = useView((state) => state.courses);
  const isRead = useRef(false);
  useEffect(() => {
    if (!isRead.current) {
      isRead.current = true;
      const now = view.getState().courses;
      const earlier = readCourses(host.box).filter(({ id }) => now.every((one) => one.id !== id));
      if (earlier.length > 0) return view.setState({ courses: [...now, ...earlier] });
    }
    keepCourses(host.box, courses);
  }, [host, view, courses]);
  return courses;
}
