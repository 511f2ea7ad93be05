import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { RULE_IDS, type RuleId } from '../policy/types.ts';
import {
  type Course,
  EXERCISE_KINDS,
  type ExerciseKind,
  MODES,
  type Mode,
} from '../training/exercise.ts';
import {
  type Generated,
  type GenerateProblem,
  MOST_EXERCISES,
  type PracticeRequest,
  tryGenerate,
} from '../training/generate.ts';
import { MOTIFS, rulesAt } from '../training/generate-motifs.ts';
import { LEVELS, type Level } from '../training/generate-sketch.ts';
import { type LearnerRecord, weakRules } from '../training/learner.ts';
import {
  DEFAULT_COUNT,
  DEFAULT_LEVEL,
  LONGEST_SEED,
  writePractice,
} from '../training/practice-address.ts';
import { usePlaying } from './play-context.ts';

interface PracticeFormProps {
  readonly record: LearnerRecord;
  readonly today: string;
  readonly wanted: PracticeRequest | undefined;
  readonly addressOf: (practice: string) => string;
  readonly onStart: (course: Course) => void;
}

const RULE_CHOICES = ['all', 'weak', 'chosen'] as const;
type RuleChoice = (typeof RULE_CHOICES)[number];

/** What is being set up; the count is text, for it may be anything while it is typed. */
interface Draft {
  readonly seed: string;
  readonly level: Level;
  readonly count: string;
  readonly mode: Mode;
  readonly kinds: readonly ExerciseKind[];
  readonly rules: RuleChoice;
  readonly chosen: readonly RuleId[];
}

type Problem = GenerateProblem | 'noSeed';
type Made = Generated | { readonly ok: false; readonly problem: 'noSeed' };

/** Sets a practice up. Nothing of the form depends on the language: the same settings, the same exercises. */
export function PracticeForm({ record, today, wanted, addressOf, onStart }: PracticeFormProps) {
  const { t, announce } = usePlaying();
  const id = useId();
  const [draft, setDraft] = useState<Draft>(() => draftOf(wanted));
  const [problem, setProblem] = useState<Problem>();
  const [uncopied, setUncopied] = useState<string>();
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(undefined);
    setUncopied(undefined);
  };
  const due = dueAt(draft.level, record, today);
  const request = requestOf(draft, due);

  const start = (event: FormEvent) => {
    event.preventDefault();
    const generated = generatedFrom(request);
    if (generated.ok) onStart(generated.course);
    else setProblem(generated.problem);
  };
  const copy = async () => {
    const generated = generatedFrom(request);
    if (!generated.ok) return setProblem(generated.problem);
    if (!request) return;
    const address = addressOf(writePractice(request));
    try {
      await navigator.clipboard.writeText(address);
      announce(t('practice.copied'));
    } catch {
      setUncopied(address);
    }
  };
  const limit = problem === 'noSeed' ? LONGEST_SEED : MOST_EXERCISES;

  return (
    <form className="practice__card" onSubmit={start} noValidate aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('practice.setUp')}</h2>
      <Group legend={t('practice.level.legend')}>
        <div className="practice__levels">
          {LEVELS.map((level) => (
            <label key={level} className="practice__level">
              <input
                type="radio"
                name={`${id}-level`}
                checked={draft.level === level}
                aria-describedby={`${id}-level-${level}`}
                onChange={() => set({ level })}
              />
              <span>
                <strong>{`${level} · ${t(`practice.level.${level}`)}`}</strong>
                <small id={`${id}-level-${level}`}>{t(`practice.level.about${level}`)}</small>
              </span>
            </label>
          ))}
        </div>
      </Group>
      <div className="practice__columns">
        <Group legend={t('practice.rules.legend')}>
          {RULE_CHOICES.map((rules) => (
            <Choice
              key={rules}
              type="radio"
              name={`${id}-rules`}
              isOn={draft.rules === rules}
              onChange={() => set({ rules })}
            >
              {t(`practice.rules.${rules}`)}
            </Choice>
          ))}
          {draft.rules === 'weak' && due.length === 0 && (
            <p className="practice__quiet" role="status">
              {t('practice.rules.noneDue')}
            </p>
          )}
        </Group>
        <Group legend={t('practice.mode.legend')}>
          {MODES.map((mode) => (
            <Choice
              key={mode}
              type="radio"
              name={`${id}-mode`}
              isOn={draft.mode === mode}
              onChange={() => set({ mode })}
            >
              {t(`practice.mode.${mode}`)}
            </Choice>
          ))}
        </Group>
      </div>
      {draft.rules === 'chosen' && (
        <Group legend={t('practice.rules.list')}>
          <div className="practice__rules">
            {RULE_IDS.map((rule) => {
              const { level } = MOTIFS[rule];
              const isLater = level > draft.level;
              return (
                <Choice
                  key={rule}
                  type="checkbox"
                  isOn={draft.chosen.includes(rule)}
                  isDisabled={isLater}
                  onChange={() => set({ chosen: toggled(RULE_IDS, draft.chosen, rule) })}
                >
                  {t(`policy.rule.${rule}.title`)}
                  {isLater && <small>{t('practice.rules.later', { n: level })}</small>}
                </Choice>
              );
            })}
          </div>
        </Group>
      )}
      <Group legend={t('practice.kinds.legend')}>
        <div className="practice__kinds">
          {EXERCISE_KINDS.map((kind) => (
            <Choice
              key={kind}
              type="checkbox"
              isOn={draft.kinds.includes(kind)}
              onChange={() => set({ kinds: toggled(EXERCISE_KINDS, draft.kinds, kind) })}
            >
              {t(`play.kind.${kind}`)}
            </Choice>
          ))}
        </div>
      </Group>
      <div className="practice__columns">
        <div className="practice__field">
          <label htmlFor={`${id}-count`}>{t('practice.count.label')}</label>
          <input
            id={`${id}-count`}
            className="practice__input practice__input--short"
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_EXERCISES}
            value={draft.count}
            aria-describedby={`${id}-count-hint`}
            aria-invalid={problem === 'badCount' || undefined}
            onChange={(event) => set({ count: event.target.value })}
          />
          <small id={`${id}-count-hint`}>{t('practice.count.hint', { max: MOST_EXERCISES })}</small>
        </div>
        <div className="practice__field">
          <label htmlFor={`${id}-seed`}>{t('practice.seed.label')}</label>
          <div className="practice__row">
            <input
              id={`${id}-seed`}
              className="practice__input"
              value={draft.seed}
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${id}-seed-hint`}
              aria-invalid={problem === 'noSeed' || undefined}
              onChange={(event) => set({ seed: event.target.value })}
            />
            <button
              type="button"
              className="practice__button"
              onClick={() => set({ seed: newSeed() })}
            >
              {t('practice.seed.renew')}
            </button>
          </div>
          <small id={`${id}-seed-hint`}>{t('practice.seed.hint')}</small>
        </div>
      </div>
      <div role="alert">
        {problem && (
          <p className="practice__problem">{t(`practice.problem.${problem}`, { max: limit })}</p>
        )}
      </div>
      <div className="practice__row">
        <button type="submit" className="practice__button practice__button--primary">
          {t('practice.start')}
        </button>
        <button type="button" className="practice__button" onClick={() => void copy()}>
          {t('practice.copy')}
        </button>
      </div>
      {uncopied !== undefined && (
        <div className="practice__field" role="status">
          <label htmlFor={`${id}-address`}>{t('practice.notCopied')}</label>
          <input
            id={`${id}-address`}
            className="practice__input"
            readOnly
            value={uncopied}
            onFocus={(event) => event.target.select()}
          />
        </div>
      )}
    </form>
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="practice__group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

function Choice({ type, name, isOn, isDisabled, onChange, children }: ChoiceProps) {
  return (
    <label className="practice__choice">
      <input type={type} name={name} checked={isOn} disabled={isDisabled} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}

function draftOf(wanted: PracticeRequest | undefined): Draft {
  return {
    seed: wanted?.seed ?? newSeed(),
    level: wanted?.level ?? DEFAULT_LEVEL,
    count: String(wanted?.count ?? DEFAULT_COUNT),
    mode: wanted?.mode ?? 'practice',
    kinds: wanted?.kinds ?? EXERCISE_KINDS,
    rules: wanted?.rules ? 'chosen' : 'all',
    chosen: wanted?.rules ?? [],
  };
}

/** Undefined where the seed is none. A choice of everything is no choice, and makes a shorter link. */
function requestOf(draft: Draft, due: readonly RuleId[]): PracticeRequest | undefined {
  const seed = draft.seed.trim();
  if (seed === '' || [...seed].length > LONGEST_SEED) return undefined;
  const count = /^\d+$/.test(draft.count) ? Number(draft.count) : 0;
  const rules: Readonly<Record<RuleChoice, readonly RuleId[]>> = {
    all: [],
    weak: due.slice(0, Math.max(1, count)),
    chosen: draft.chosen,
  };
  const some = rules[draft.rules];
  const isSome = draft.rules === 'chosen' || some.length > 0;
  return {
    seed,
    level: draft.level,
    count,
    mode: draft.mode,
    ...(draft.kinds.length < EXERCISE_KINDS.length ? { kinds: draft.kinds } : {}),
    ...(isSome ? { rules: RULE_IDS.filter((rule) => some.includes(rule)) } : {}),
  };
}

function generatedFrom(request: PracticeRequest | undefined): Made {
  return request ? tryGenerate(request) : { ok: false, problem: 'noSeed' };
}

function dueAt(level: Level, record: LearnerRecord, today: string): readonly RuleId[] {
  const reachable = rulesAt(level);
  return weakRules(record, today).filter((rule) => reachable.includes(rule));
}

function toggled<T>(all: readonly T[], on: readonly T[], one: T): T[] {
  return all.filter((other) => (other === one ? !on.includes(other) : on.includes(other)));
}

/** Letters and digits that nobody takes for one another when they are read aloud or written down. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

function newSeed(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(6));
  return [...drawn].map((one) => SIGNS[one % SIGNS.length]).join('');
}
