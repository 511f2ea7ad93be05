import type { Score } from '../training/run.ts';
import { timeOfDay, timespan } from './duration.ts';
import {
  type Interaction,
  type LaunchMode,
  NO_SESSION,
  type Reporter,
  type Surroundings,
} from './reporter.ts';
import { findApi, plainId, rounded, runtimeOf } from './scorm.ts';

/** Characters of what one field of an interaction holds. */
const FIELD = 255;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** SCORM 1.2: status, a score out of 100, time, answers, and 4,096 characters of state. */
export function createScorm12(window: Window, { onProblem, now }: Surroundings): Reporter {
  const api = findApi(window, 'API');
  const lms = api && runtimeOf(api, '1.2', onProblem);
  let isOpen = false;
  let isForCredit = true;
  let isComplete = false;
  let since = 0;
  let answers = 0;

  const setTime = () => lms?.set('cmi.core.session_time', timespan((now() - since) / 1000));
  return {
    stateLimit: 4_096,
    async start() {
      if (!lms) {
        onProblem({ code: 'noLms', detail: '' });
        return NO_SESSION;
      }
      isOpen = lms.initialize();
      if (!isOpen) return NO_SESSION;
      since = now();
      const mode = modeOf(lms.get('cmi.core.lesson_mode'));
      isForCredit = mode === 'normal';
      const status = lms.get('cmi.core.lesson_status');
      isComplete = /^(passed|completed|failed)$/.test(status);
      answers = Number(lms.get('cmi.interactions._count')) || 0;
      if (isForCredit && !isComplete) {
        lms.set('cmi.core.lesson_status', 'incomplete');
        lms.commit();
      }
      return {
        resume: lms.get('cmi.suspend_data') || null,
        learner: { id: lms.get('cmi.core.student_id'), name: lms.get('cmi.core.student_name') },
        mode,
        languages: [lms.get('cmi.student_preference.language')].filter(Boolean),
      };
    },
    progress(score, at, state) {
      if (!lms || !isOpen || !isForCredit) return;
      isComplete = score.isComplete;
      lms.set('cmi.core.lesson_status', statusOf(score));
      lms.offer('cmi.core.score.min', '0');
      lms.offer('cmi.core.score.max', '100');
      // Systems hold a score against the mastery score at once: half a course is no failure.
      if (isComplete) lms.set('cmi.core.score.raw', String(rounded(score.share * 100, 2)));
      lms.set('cmi.core.lesson_location', (at ?? '').slice(0, FIELD));
      lms.set('cmi.suspend_data', state);
      setTime();
      lms.commit();
    },
    interactions(list) {
      if (!lms || !isOpen || !isForCredit) return;
      for (const one of list) {
        // A system need have no place for answers.
        const fields = Object.entries(fieldsOf(one));
        const isTaken = fields.map(([field, value]) =>
          lms.offer(`cmi.interactions.${answers}.${field}`, value),
        );
        if (isTaken[0]) answers++;
      }
    },
    async finish() {
      if (!lms || !isOpen) return null;
      isOpen = false;
      setTime();
      lms.set('cmi.core.exit', isComplete || !isForCredit ? '' : 'suspend');
      lms.commit();
      lms.terminate();
      return null;
    },
  };
}

export function modeOf(value: string): LaunchMode {
  return value === 'browse' || value === 'review' ? value : 'normal';
}

function statusOf({ isComplete, isPassed, of }: Score): string {
  if (!isComplete) return 'incomplete';
  if (of === 0) return 'completed';
  return isPassed ? 'passed' : 'failed';
}

/** In the order in which a system takes them. */
function fieldsOf(one: Interaction): Record<string, string> {
  const { id, type, response, correct, components, isRight, seconds, at } = one;
  // Answers are single letters here: what they stand for is their place among the components.
  const letterOf = (component: string) =>
    LETTERS[components.findIndex((one) => one.id === component)] ?? '';
  const written = (values: readonly string[]) => {
    if (type === 'true-false') return values[0] === 'true' ? 't' : 'f';
    if (type === 'performance') return values.map(plainId).join(',').slice(0, FIELD);
    return values.map(letterOf).filter(Boolean).join(',');
  };
  const patterns = correct.map((pattern, n) => [
    `correct_responses.${n}.pattern`,
    written(pattern),
  ]);
  return {
    id: id.split('/').map(plainId).join('/').slice(0, FIELD),
    type,
    time: timeOfDay(at),
    ...Object.fromEntries(patterns),
    student_response: written(response),
    result: isRight ? 'correct' : 'wrong',
    latency: timespan(seconds),
  };
}
