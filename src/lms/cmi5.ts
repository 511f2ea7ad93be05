import type { Score } from '../training/run.ts';
import { duration } from './duration.ts';
import {
  type Interaction,
  type LaunchMode,
  NO_SESSION,
  type Reporter,
  type Session,
  type Surroundings,
} from './reporter.ts';
import { plainId, rounded } from './scorm.ts';

/** cmi5: statements to a record store, whose address and key the launch brings. */

export interface Cmi5Surroundings extends Surroundings {
  readonly fetch: typeof fetch;
  /** A new UUID each time. */
  readonly uuid: () => string;
  /** Share from which the course is passed, where the launch does not say. */
  readonly passMark: number;
}

const VERBS = 'http://adlnet.gov/expapi/verbs';
const CMI5 = 'https://w3id.org/xapi/cmi5/context';
const CATEGORIES = {
  cmi5: { objectType: 'Activity', id: `${CMI5}/categories/cmi5` },
  moveOn: { objectType: 'Activity', id: `${CMI5}/categories/moveon` },
};
const STATE_ID = 'csp-run';
/** Statements in one request: what is sent while a page goes away may not be large. */
const BATCH = 12;

interface Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: object;
  readonly registration: string;
  readonly activityId: string;
}

interface Context {
  readonly contextActivities?: Readonly<Record<string, readonly object[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What the launch says, as far as it is used. */
interface LaunchData {
  readonly contextTemplate: Context;
  readonly mode: LaunchMode;
  readonly masteryScore: number | null;
  readonly returnUrl: string | null;
}

interface Kept {
  readonly run: string;
  /** Verbs that may be said only once in all sessions of a registration. */
  readonly said: readonly string[];
}

type Saying = Readonly<Record<string, unknown>> & { readonly context?: Context };

/** @param address of the page, with what the system added to it */
export function createCmi5(address: URL, surroundings: Cmi5Surroundings): Reporter {
  const { onProblem, now, uuid, passMark } = surroundings;
  const launch = launchOf(address);
  let key = '';
  let data: LaunchData | undefined;
  let since = 0;
  let kept: Kept = { run: '', said: [] };
  let isOpen = false;
  let score: Score | undefined;
  let isSaidHere = false;
  let waiting: object[] = [];
  let sending: Promise<void> | undefined;

  const resource = (name: string, query: Readonly<Record<string, string>> = {}) =>
    `${launch?.endpoint}${name}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
  /** Outlives the page: what is under way when it goes away arrives all the same. */
  const ask = (url: string, init: RequestInit = {}) =>
    surroundings.fetch(url, {
      ...init,
      keepalive: init.method !== undefined,
      headers: {
        Authorization: `Basic ${key}`,
        'X-Experience-API-Version': '1.0.3',
        ...(init.body ? { 'Content-Type': 'application/json' } : {}),
      },
    });
  const ofAgent = () => ({ agent: JSON.stringify(launch?.actor) });
  const stateQuery = (stateId: string) => ({
    stateId,
    activityId: launch?.activityId ?? '',
    registration: launch?.registration ?? '',
    ...ofAgent(),
  });
  const document = async (url: string): Promise<unknown> => {
    const response = await ask(url);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(String(response.status));
    return JSON.parse((await response.text()) || 'null');
  };

  const statement = (verb: string, more: Saying = {}): object => ({
    id: uuid(),
    actor: launch?.actor,
    verb: { id: `${VERBS}/${verb}`, display: { en: verb } },
    object: { objectType: 'Activity', id: launch?.activityId },
    timestamp: new Date(now()).toISOString(),
    ...more,
    context: withTemplate(data?.contextTemplate ?? {}, {
      ...more.context,
      registration: launch?.registration,
    } as Context),
  });
  /** As cmi5 defines it; `extensions` are those of the context. */
  const defined = (verb: string, result?: object, extensions?: Context['extensions']): object => {
    const isJudged = result !== undefined && ('success' in result || 'completion' in result);
    return statement(verb, {
      ...(result ? { result } : {}),
      context: {
        contextActivities: {
          category: isJudged ? [CATEGORIES.cmi5, CATEGORIES.moveOn] : [CATEGORIES.cmi5],
        },
        ...(extensions ? { extensions } : {}),
      },
    });
  };
  const took = () => duration((now() - since) / 1000);

  /** All that waits, in its order, one request at a time. What did not arrive waits for the next. */
  const send = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        const body = JSON.stringify(batch);
        const response = await ask(resource('statements'), { method: 'POST', body });
        // What is refused will be refused again.
        if (!response.ok) onProblem({ code: 'notSaved', detail: String(response.status) });
      } catch (error) {
        waiting = [...batch, ...waiting];
        onProblem({ code: 'notSaved', detail: messageOf(error) });
        return;
      }
    }
  };
  const say = (...statements: object[]) => {
    waiting.push(...statements);
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const keep = async (change: Partial<Kept>) => {
    kept = { ...kept, ...change };
    const url = resource('activities/state', stateQuery(STATE_ID));
    try {
      const response = await ask(url, { method: 'PUT', body: JSON.stringify(kept) });
      if (!response.ok) onProblem({ code: 'notSaved', detail: String(response.status) });
    } catch (error) {
      onProblem({ code: 'notSaved', detail: messageOf(error) });
    }
  };
  const isForCredit = () => isOpen && data?.mode === 'normal';
  const masteryScore = () => data?.masteryScore ?? null;
  /** Once a session, and never a failure behind a success. */
  const judged = (isPassed: boolean): object[] => {
    if (!score || score.of === 0 || isSaidHere || kept.said.includes('passed')) return [];
    isSaidHere = true;
    const { share, points, of } = score;
    const mastery = masteryScore();
    const result = {
      success: isPassed,
      score: { scaled: rounded(share, 4), raw: points, min: 0, max: of },
      duration: took(),
    };
    const extensions =
      mastery === null ? undefined : { [`${CMI5}/extensions/masteryscore`]: mastery };
    return [defined(isPassed ? 'passed' : 'failed', result, extensions)];
  };
  const isPassed = ({ isComplete, share }: Score) =>
    isComplete && rounded(share, 4) >= (masteryScore() ?? passMark);

  return {
    stateLimit: 64_000,
    async start() {
      if (!launch) {
        onProblem({ code: 'noLms', detail: '' });
        return NO_SESSION;
      }
      try {
        const given = await tokenFrom(surroundings.fetch, launch.fetch);
        if ('problem' in given) {
          onProblem(given.problem);
          return NO_SESSION;
        }
        key = given.token;
        data = launchDataOf(
          await document(resource('activities/state', stateQuery('LMS.LaunchData'))),
        );
        const profile = { profileId: 'cmi5LearnerPreferences', ...ofAgent() };
        const preferences = await document(resource('agents/profile', profile));
        kept = keptOf(await document(resource('activities/state', stateQuery(STATE_ID))));
        since = now();
        isOpen = true;
        await say(defined('initialized'));
        return {
          resume: kept.run || null,
          learner: learnerOf(launch.actor),
          mode: data.mode,
          languages: languagesOf(preferences),
        };
      } catch (error) {
        onProblem({ code: 'notStarted', detail: messageOf(error) });
        return NO_SESSION;
      }
    },
    progress(made, _, state) {
      if (!isForCredit()) return;
      score = made;
      const isFirst = made.isComplete && !kept.said.includes('completed');
      const completed = isFirst
        ? [defined('completed', { completion: true, duration: took() })]
        : [];
      const passed = isPassed(made) ? judged(true) : [];
      const verbs = [...(isFirst ? ['completed'] : []), ...(passed.length > 0 ? ['passed'] : [])];
      if (completed.length + passed.length > 0) void say(...completed, ...passed);
      void keep({ run: state, said: [...kept.said, ...verbs] });
    },
    interactions(list) {
      if (!isForCredit() || list.length === 0) return;
      const { activityId = '' } = launch ?? {};
      const parent = [{ objectType: 'Activity', id: activityId }];
      void say(
        ...list.map((one) =>
          statement('answered', {
            object: activityOf(one, activityId),
            result: {
              response: written(one, one.response),
              success: one.isRight,
              duration: duration(one.seconds),
            },
            timestamp: new Date(one.at).toISOString(),
            context: { contextActivities: { parent } },
          }),
        ),
      );
    },
    async finish(isLeaving) {
      if (!isOpen) return null;
      const failed = isForCredit() && score?.isComplete && !isPassed(score) ? judged(false) : [];
      isOpen = false;
      waiting.push(...failed, defined('terminated', { duration: took() }));
      // Where the page is going away nothing can be waited for; what is under way was sent before.
      if (isLeaving) await sending;
      await send();
      return data?.returnUrl ?? null;
    },
  };
}

function launchOf({ searchParams }: URL): Launch | undefined {
  const given = (name: string) => searchParams.get(name) ?? '';
  try {
    const actor: unknown = JSON.parse(given('actor'));
    const endpoint = new URL(given('endpoint')).href.replace(/\/?$/, '/');
    const isWhole = given('fetch') && given('registration') && given('activityId');
    if (!isWhole || typeof actor !== 'object' || actor === null) return undefined;
    return {
      endpoint,
      fetch: given('fetch'),
      actor,
      registration: given('registration'),
      activityId: given('activityId'),
    };
  } catch {
    return undefined;
  }
}

/** The key may be asked for only once. */
async function tokenFrom(ask: typeof fetch, url: string) {
  const response = await ask(url, { method: 'POST' });
  const answer = fieldsOf(JSON.parse((await response.text()) || 'null'));
  const token = answer['auth-token'];
  if (typeof token === 'string' && token !== '') return { token };
  const isUsed = String(answer['error-code']) === '1';
  const detail = String(answer['error-text'] ?? response.status);
  return { problem: { code: isUsed ? 'sessionUsed' : 'notStarted', detail } as const };
}

function launchDataOf(value: unknown): LaunchData {
  const { contextTemplate, launchMode, masteryScore, returnURL } = fieldsOf(value);
  const mode = String(launchMode).toLowerCase();
  const isShare = typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1;
  return {
    contextTemplate: fieldsOf(contextTemplate) as Context,
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    masteryScore: isShare ? masteryScore : null,
    returnUrl: typeof returnURL === 'string' && /^https?:/i.test(returnURL) ? returnURL : null,
  };
}

function keptOf(value: unknown): Kept {
  const { run, said } = fieldsOf(value);
  return {
    run: typeof run === 'string' ? run : '',
    said: Array.isArray(said) ? said.filter((verb) => typeof verb === 'string') : [],
  };
}

function languagesOf(preferences: unknown): Session['languages'] {
  const { languagePreference } = fieldsOf(preferences);
  return typeof languagePreference === 'string' ? languagePreference.split(',') : [];
}

function learnerOf(actor: object): Session['learner'] {
  const { name, account } = fieldsOf(actor);
  return { id: String(fieldsOf(account).name ?? ''), name: typeof name === 'string' ? name : '' };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Ours is added to what the system wants said; nothing of it is overwritten. */
function withTemplate(template: Context, context: Context): Context {
  const activities = { ...context.contextActivities };
  for (const [kind, list] of Object.entries(template.contextActivities ?? {})) {
    activities[kind] = [...(Array.isArray(list) ? list : [list]), ...(activities[kind] ?? [])];
  }
  const extensions = { ...context.extensions, ...template.extensions };
  return { ...context, ...template, contextActivities: activities, extensions };
}

function activityOf(one: Interaction, activityId: string): object {
  const { id, type, correct, components, description, language } = one;
  const patterns = correct.map((pattern) => written(one, pattern));
  const isSequence = type === 'sequencing';
  const list = components.map(({ id, description }) => ({
    id: plainId(id),
    description: { [language]: description },
  }));
  return {
    objectType: 'Activity',
    id: `${activityId}/${id.split('/').map(plainId).join('/')}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: type,
      description: { [language]: description },
      ...(patterns.length > 0 ? { correctResponsesPattern: patterns } : {}),
      ...(type === 'choice' || isSequence ? { choices: list } : {}),
    },
  };
}

function written({ type }: Interaction, values: readonly string[]): string {
  if (type === 'true-false') return values[0] ?? 'false';
  const isSteps = type === 'performance';
  return values.map((value) => (isSteps ? value : plainId(value))).join('[,]');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
