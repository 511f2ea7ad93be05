/** A record store for tests of cmi5: takes what a launch needs, keeps what it is told, and refuses what the standard does. */

export interface Statement {
  readonly id: string;
  readonly actor: { readonly account?: object };
  readonly verb: { readonly id: string };
  readonly object: {
    readonly id: string;
    readonly definition?: { readonly interactionType?: string };
  };
  readonly timestamp: string;
  readonly result?: {
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly score?: { readonly scaled: number };
    readonly duration?: string;
    readonly response?: string;
  };
  readonly context: {
    readonly registration: string;
    readonly contextActivities: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly extensions: Readonly<Record<string, unknown>>;
  };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export const ACTOR = {
  objectType: 'Agent',
  name: 'Lin Mei',
  account: { homePage: 'https://lms.example', name: 'l-1' },
};
export const REGISTRATION = '8a6e3d60-3f0c-4a4e-9a6e-2b1c5d7e9f01';
export const ACTIVITY = 'https://lms.example/activity/1';
const CMI5 = 'https://w3id.org/xapi/cmi5/context';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const NOTHING: Answer = { status: 404, body: '' };
const TAKEN: Answer = { status: 204, body: '' };

export class Lrs {
  readonly statements: Statement[] = [];
  /** What a request did that the standard does not allow. */
  readonly wrong: string[] = [];
  launchMode = 'Normal';
  masteryScore: number | undefined = 0.8;
  returnURL: string | undefined;
  languages = '';
  /** Answers every statement with this instead of taking it. */
  failing: number | undefined;
  #session = 0;
  #isTokenUsed = false;
  readonly #documents = new Map<string, string>();

  /** Begins a session, as a launch does. */
  launch(base: string, page: string): URL {
    this.#session++;
    this.#isTokenUsed = false;
    const url = new URL(page);
    url.search = String(
      new URLSearchParams({
        endpoint: `${base}xapi`,
        fetch: `${base}fetch?session=${this.#session}`,
        actor: JSON.stringify(ACTOR),
        registration: REGISTRATION,
        activityId: ACTIVITY,
      }),
    );
    return url;
  }

  /** @param url below the address that the launch was given as `base` */
  handle(method: string, url: URL, headers: Headers, body: string): Answer {
    if (url.pathname.endsWith('/fetch')) return this.#token(method);
    if (headers.get('authorization') !== `Basic ${this.#key()}`) {
      this.wrong.push('a request without the key');
      return { status: 401, body: '' };
    }
    if (headers.get('x-experience-api-version') !== '1.0.3') this.wrong.push('no version');
    if (url.pathname.endsWith('/xapi/statements')) return this.#take(body);
    const { searchParams } = url;
    if (url.pathname.endsWith('/xapi/agents/profile')) {
      const isOurs = searchParams.get('profileId') === 'cmi5LearnerPreferences';
      if (!isOurs || this.languages === '') return NOTHING;
      return { status: 200, body: JSON.stringify({ languagePreference: this.languages }) };
    }
    if (url.pathname.endsWith('/xapi/activities/state')) return this.#state(method, url, body);
    this.wrong.push(`${method} ${url.pathname}`);
    return NOTHING;
  }

  verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
  }

  #key(): string {
    return `a2V5${this.#session}`;
  }

  #token(method: string): Answer {
    if (method !== 'POST') this.wrong.push('the key was not asked for with POST');
    if (this.#isTokenUsed) {
      return { status: 200, body: JSON.stringify({ 'error-code': '1', 'error-text': 'used' }) };
    }
    this.#isTokenUsed = true;
    return { status: 200, body: JSON.stringify({ 'auth-token': this.#key() }) };
  }

  #state(method: string, { searchParams }: URL, body: string): Answer {
    const { stateId, activityId, registration, agent } = Object.fromEntries(searchParams);
    if (activityId !== ACTIVITY || registration !== REGISTRATION)
      this.wrong.push('another activity');
    if (agent !== JSON.stringify(ACTOR)) this.wrong.push('another agent');
    if (stateId === 'LMS.LaunchData') {
      if (method !== 'GET') this.wrong.push('the launch data were written');
      return { status: 200, body: JSON.stringify(this.#launchData()) };
    }
    if (method === 'PUT') {
      this.#documents.set(stateId ?? '', body);
      return TAKEN;
    }
    const kept = this.#documents.get(stateId ?? '');
    return kept === undefined ? NOTHING : { status: 200, body: kept };
  }

  #launchData(): object {
    return {
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'urn:x-csp:publisher' }] },
        extensions: { [`${CMI5}/extensions/sessionid`]: `session-${this.#session}` },
      },
      launchMode: this.launchMode,
      moveOn: 'CompletedAndPassed',
      ...(this.masteryScore === undefined ? {} : { masteryScore: this.masteryScore }),
      ...(this.returnURL === undefined ? {} : { returnURL: this.returnURL }),
    };
  }

  #take(body: string): Answer {
    if (this.failing !== undefined) return { status: this.failing, body: '' };
    const parsed: Statement | readonly Statement[] = JSON.parse(body);
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      this.wrong.push(...this.#faultsOf(one));
      this.statements.push(one);
    }
    return { status: 200, body: '[]' };
  }

  /** The rules of cmi5 for statements, sections 9.1 to 9.7 of its specification. */
  #faultsOf(one: Statement): string[] {
    const verb = one.verb.id.split('/').at(-1) ?? '';
    const { contextActivities, extensions } = one.context;
    const idsIn = (kind: string) => (contextActivities[kind] ?? []).map(({ id }) => id);
    const isDefined = idsIn('category').includes(`${CMI5}/categories/cmi5`);
    const isMoveOn = idsIn('category').includes(`${CMI5}/categories/moveon`);
    const session = `session-${this.#session}`;
    const sessionOf = (statement: Statement) =>
      statement.context.extensions[`${CMI5}/extensions/sessionid`];
    const here = this.statements.filter((other) => sessionOf(other) === session);
    const verbsHere = here.map((other) => other.verb.id.split('/').at(-1));
    const before = this.verbs();
    const last = here.at(-1);
    const { success, completion, score, duration } = one.result ?? {};
    const isJudged = verb === 'passed' || verb === 'failed';
    const mustLast = ['completed', 'passed', 'failed', 'terminated'].includes(verb);
    const faults: [boolean, string][] = [
      [!UUID.test(one.id), 'no id'],
      [JSON.stringify(one.actor) !== JSON.stringify(ACTOR), 'another actor'],
      [one.context.registration !== REGISTRATION, 'another registration'],
      [sessionOf(one) !== session, 'another session'],
      [!idsIn('grouping').includes('urn:x-csp:publisher'), 'not of the template'],
      [!/^\d{4}-\d\d-\d\dT.*Z$/.test(one.timestamp), 'no time'],
      [last !== undefined && last.timestamp > one.timestamp, 'earlier than the one before'],
      [here.length === 0 && verb !== 'initialized', 'not initialized first'],
      [verbsHere.includes('terminated'), 'after the end'],
      [verb !== 'answered' && !isDefined, 'not marked as of cmi5'],
      [verb !== 'answered' && one.object.id !== ACTIVITY, 'about something else'],
      [verb === 'answered' && isDefined, 'marked as of cmi5'],
      [verb !== 'answered' && verbsHere.includes(verb), 'said twice in a session'],
      [['completed', 'passed'].includes(verb) && before.includes(verb), 'said twice'],
      [verb === 'failed' && before.includes('passed'), 'failed behind passed'],
      [isJudged && (verbsHere.includes('passed') || verbsHere.includes('failed')), 'judged twice'],
      [isDefined && isMoveOn !== (success !== undefined || completion !== undefined), 'moveOn'],
      [isJudged && success !== (verb === 'passed'), 'success is not what the verb says'],
      [isDefined && !isJudged && (success !== undefined || score !== undefined), 'a score'],
      [(completion === true) !== (verb === 'completed'), 'completion'],
      [mustLast && !/^P(?=.)/.test(duration ?? ''), 'no duration'],
      [
        isJudged && extensions[`${CMI5}/extensions/masteryscore`] !== this.masteryScore,
        'another mastery score',
      ],
      [verb === 'passed' && (score?.scaled ?? 1) < (this.masteryScore ?? 0), 'passed below'],
      [verb === 'failed' && (score?.scaled ?? 0) >= (this.masteryScore ?? 1), 'failed above'],
      [
        this.launchMode !== 'Normal' && !['initialized', 'terminated'].includes(verb),
        'recorded though it is not for credit',
      ],
    ];
    return faults.filter(([isSo]) => isSo).map(([, what]) => `${verb}: ${what}`);
  }
}
