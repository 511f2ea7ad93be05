import type { Course } from './exercise.ts';
import { BASICS } from './lessons/basics.ts';
import { EXAM, REHEARSAL } from './lessons/exam.ts';
import { says } from './lessons/parts.ts';
import { SCENARIOS } from './lessons/scenarios.ts';

/** From the roles to all eight scenarios of the article; the last lesson rehearses the exam, with feedback. */
export const LESSON_COURSE: Course = {
  id: 'csp-basics',
  title: says('course.csp-basics.title'),
  description: says('course.csp-basics.description'),
  mode: 'practice',
  lessons: [...BASICS, ...SCENARIOS, REHEARSAL],
};

/** The closing exam, on pictures that the course does not show. */
export const EXAM_COURSE: Course = {
  id: 'csp-exam',
  title: says('course.csp-exam.title'),
  description: says('course.csp-exam.description'),
  mode: 'assessment',
  attempts: 1,
  lessons: [EXAM],
};

/** What the product itself brings, in the order it is offered. */
export const COURSES: readonly Course[] = [LESSON_COURSE, EXAM_COURSE];
