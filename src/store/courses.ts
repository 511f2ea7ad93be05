import { formatOf, parseJson } from '../model/scenario-file.ts';
import type { App } from './app.ts';

/** As a course file names its format. What reads such files comes when one is opened. */
const COURSE_FORMAT = 'csp-course';

/** Whether the text of a file says of itself that it is a course. */
export function isCourseText(text: string): boolean {
  const parsed = parseJson(text);
  return 'value' in parsed && formatOf(parsed.value) === COURSE_FORMAT;
}

/** Shows what a course file holds, or what is wrong with it: to be taken, or its pictures to be edited. */
export function openCourse({ view }: App, name: string, text: string): void {
  view.setState({ dialog: 'course', courseFile: { name, text } });
}
