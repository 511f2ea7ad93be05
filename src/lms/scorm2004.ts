import type { Score } from '../training/run.ts';
import { duration } from './duration.ts';
import { type Interaction, NO_SESSION, type Reporter, type Surroundings } from './reporter.ts';
import { findApi, plainId, rounded, runtimeOf } from './scorm.ts';
import { modeOf } from './scorm12.ts';

/** SCORM 2004 4th edition: completion and success apart, a scaled score, and 64,000 characters of state. */
export function createScorm2004(window: Window, { onProblem, now }: Surroundings): Reporter {
  const api = findApi(window, 'API_1484_11');
  const lms = api && runtimeOf(api, '2004', onProblem);
  let isOpen = false;
  let isForCredit = true;
  let isComplete = false;
  let since = 0;
  let answers = 0;

  const setTime = () => lms?.set('cmi.session_time', duration((now() - since) / 1000));
  return {
    stateLimit: 64_000,
    async start() {
      if (!lms) {
        onProblem({ code: 'noLms', detail: '' });
        return NO_SESSION;
      }
      isOpen = lms.initialize();
      if (!isOpen) return NO_SESSION;
      since = now();
      const mode = modeOf(lms.get('cmi.mode'));
      isForCredit = mode === 'normal';
      isComplete = lms.get('cmi.completion_status') === 'completed';
      answers = Number(lms.get('cmi.interactions._count')) || 0;
      if (isForCredit && !isComplete) {
        lms.set('cmi.completion_status', 'incomplete');
        lms.commit();
      }
      return {
        resume: lms.get('cmi.suspend_data') || null,
        learner: { id: lms.get('cmi.learner_id'), name: lms.get('cmi.learner_name') },
        mode,
        languages: [lms.get('cmi.learner_preference.language')].filter(Boolean),
      };
    },
    progress(score, at, state) {
      if (!lms || !isOpen || !isForCredit) return;
      isComplete = score.isComplete;
      const { share, done, exercises } = score;
      lms.set('cmi.completion_status', isComplete ? 'completed' : 'incomplete');
      lms.set('cmi.success_status', successOf(score));
      // Systems hold it against the passing score at once: half a course is no failure.
      if (isComplete) lms.set('cmi.score.scaled', String(rounded(share, 4)));
      lms.set('cmi.score.min', '0');
      lms.set('cmi.score.max', '100');
      lms.set('cmi.score.raw', String(rounded(share * 100, 2)));
      const isHalfway = !isComplete && exercises > 0;
      lms.set('cmi.progress_measure', isHalfway ? String(rounded(done / exercises, 4)) : '1');
      lms.set('cmi.location', (at ?? '').slice(0, 1000));
      lms.set('cmi.suspend_data', state);
      setTime();
      lms.commit();
    },
    interactions(list) {
      if (!lms || !isOpen || !isForCredit) return;
      for (const one of list) {
        for (const [field, value] of fieldsOf(one)) {
          lms.set(`cmi.interactions.${answers}.${field}`, value);
        }
        answers++;
      }
    },
    async finish(isLeaving) {
      if (!lms || !isOpen) return null;
      isOpen = false;
      const isDone = isComplete || !isForCredit;
      setTime();
      lms.set('cmi.exit', isDone ? 'normal' : 'suspend');
      // What the system shall do next is asked for only by a learner who leaves.
      if (isLeaving) lms.offer('adl.nav.request', isDone ? 'exitAll' : 'suspendAll');
      lms.commit();
      lms.terminate();
      return null;
    },
  };
}

function successOf({ isComplete, isPassed, of }: Score): string {
  if (!isComplete || of === 0) return 'unknown';
  return isPassed ? 'passed' : 'failed';
}

/** In the order in which a system takes them: the type before what it says the form of. */
function fieldsOf(one: Interaction): [string, string][] {
  const { id, type, response, correct, isRight, seconds, at, description, language } = one;
  const written = (values: readonly string[]) => {
    if (type === 'true-false') return values[0] ?? 'false';
    const isSteps = type === 'performance';
    return values.map((value) => (isSteps ? stepOf(value) : plainId(value))).join('[,]');
  };
  return [
    ['id', id.split('/').map(plainId).join('/')],
    ['type', type],
    ['timestamp', new Date(at).toISOString().replace(/(\.\d\d)\d*Z$/, '$1Z')],
    ...correct.map((pattern, n): [string, string] => [
      `correct_responses.${n}.pattern`,
      written(pattern),
    ]),
    ['learner_response', written(response)],
    ['result', isRight ? 'correct' : 'incorrect'],
    ['latency', duration(seconds)],
    ['description', `{lang=${language}}${[...description].slice(0, 240).join('')}`],
  ];
}

/** `step[.]answer` with a step of an id's form. */
function stepOf(step: string): string {
  const [name = '', answer = ''] = step.split('[.]');
  return `${plainId(name)}[.]${plainId(answer)}`;
}
