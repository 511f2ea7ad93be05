import './play.css';
import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { longDate } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { applyEdits } from '../model/edit.ts';
import { editionOf, type Scenario } from '../model/scenario.ts';
import { editsBetween } from '../training/difference.ts';
import { type Answer, type Exercise, isEditing, type Mode } from '../training/exercise.ts';
import { type Grade, grade } from '../training/grade.ts';
import { hintsOf } from '../training/hints.ts';
import type { Work } from '../training/run.ts';
import { answerOf, type Draft, draftOf, openIn, rightAnswer } from './answers.ts';
import { EditedView, EditView } from './EditView.tsx';
import { type History, historyOf } from './history.ts';
import { OrderView } from './OrderView.tsx';
import { PredictView } from './PredictView.tsx';
import { usePlaying } from './play-context.ts';
import type { SurfaceProps } from './player-props.ts';
import { ReasonView } from './ReasonView.tsx';
import { SolutionPlay } from './SolutionPlay.tsx';
import { SpotView } from './SpotView.tsx';
import { useTutor } from './tutor.ts';

/** What is begun and not answered yet, to be gone on with later. */
export interface Begun {
  readonly draft: Draft;
  readonly history: History;
  readonly hints: number;
}

export interface ExerciseViewProps {
  readonly exercise: Exercise;
  readonly mode: Mode;
  /** What was answered last. */
  readonly answer?: Answer | undefined;
  /** Verdicts, right answers and explanations are shown. Until then nothing gives them away. */
  readonly isRevealed: boolean;
  readonly onAnswer: (answer: Answer, work: Work) => void;
  /** What scenarios are edited with. */
  readonly surface?: ComponentType<SurfaceProps> | undefined;
  /** Shown to a room: large, and without what only one learner presses. */
  readonly isPresented?: boolean;
  /** Attempts that are left, in an assessment. */
  readonly attemptsLeft?: number;
  /** The answer was shown before it was found. */
  readonly wasShown?: boolean;
  /** Starts the exercise anew; absent where there is no other attempt. */
  readonly onRetry?: (() => void) | undefined;
  readonly begun?: Begun | undefined;
  readonly onBegun?: (begun: Begun) => void;
  /** What follows the feedback: a way on. */
  readonly children?: ReactNode;
}

/** One exercise of any kind: the task, what is answered with, hints, and what came of it. */
export function ExerciseView({
  exercise,
  mode,
  answer,
  isRevealed,
  onAnswer,
  surface,
  isPresented = false,
  attemptsLeft = 1,
  wasShown = false,
  onRetry,
  begun,
  onBegun,
  children,
}: ExerciseViewProps) {
  const { t, announce, now } = usePlaying();
  const [state, setState] = useState<Begun>(() => begun ?? begin(exercise, answer));
  const scenario = isEditing(exercise) ? state.history.now : exercise.scenario;
  const tutor = useTutor(scenario);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState<Grade | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const since = useRef<number>(now());
  const root = useRef<HTMLElement>(null);
  const outcome = useRef<HTMLHeadingElement>(null);
  const wasRevealed = useRef(isRevealed);
  const problemId = useId();

  // What had the keyboard is gone with the question.
  useEffect(() => {
    if (isRevealed && !wasRevealed.current) outcome.current?.focus();
    wasRevealed.current = isRevealed;
  }, [isRevealed]);

  const isPractice = mode === 'practice';
  const isLocked = !isRevealed && !isPractice && attemptsLeft === 0;
  const keep = (change: Partial<Begun>) => {
    const next = { ...state, ...change };
    setState(next);
    onBegun?.(next);
  };
  const work = (sawSolution: boolean): Work => {
    const seconds = (now() - since.current) / 1000;
    since.current = now();
    return { seconds, hints: state.hints, sawSolution };
  };
  const given = (): Answer | null =>
    isEditing(exercise)
      ? { kind: exercise.kind, edits: editsBetween(exercise.scenario, state.history.now) }
      : answerOf(exercise, state.draft);

  const submit = () => {
    const made = given();
    if (made === null) {
      setMissing(openIn(exercise, state.draft));
      announce(t(`play.missing.${exercise.kind as 'predict'}`));
      focusFirstOpen(root.current);
      return;
    }
    setMissing([]);
    const graded = isPractice ? grade(exercise, made) : null;
    setChecked(graded);
    onAnswer(made, work(false));
    if (!graded) announce(t('play.answered'));
    else announce(resultWords(graded, t));
  };
  const showAnswer = () => {
    if (isEditing(exercise)) setPlaying(true);
    setChecked(null);
    onAnswer(rightAnswer(exercise), work(true));
  };
  const change = (next: Partial<Begun>) => {
    setChecked(null);
    keep(next);
  };

  const kindProps = {
    draft: state.draft,
    onDraft: (draft: Draft) => change({ draft }),
    isLocked,
    isRevealed,
    wasShown,
    missing,
  };
  const canAnswer = !isRevealed && !isPresented && !isPlaying;
  const final = isRevealed && answer && !isPlaying ? grade(exercise, answer) : null;

  return (
    <section
      ref={root}
      className={`play-exercise ${isPresented ? 'play-exercise--presented' : ''}`}
      data-kind={exercise.kind}
    >
      <p className="play-task">{tutor.task(exercise)}</p>
      <JudgedBy exercise={exercise} />
      {final && (
        <Outcome
          grade={final}
          wasShown={wasShown}
          exercise={exercise}
          scenario={scenario}
          heading={outcome}
        >
          {onRetry && (
            <button type="button" className="play-button" onClick={onRetry}>
              {t('play.retry')}
            </button>
          )}
          {children}
        </Outcome>
      )}
      {isPlaying && isEditing(exercise) ? (
        <SolutionPlay
          exercise={exercise}
          onTry={() => {
            setPlaying(false);
            onRetry?.();
          }}
        />
      ) : (
        <Answering
          exercise={exercise}
          kindProps={kindProps}
          answer={answer}
          state={state}
          onHistory={(history) => change({ history })}
          surface={surface}
          mode={mode}
        />
      )}
      {canAnswer && (
        <>
          {missing.length > 0 && (
            <p className="play-problem" id={problemId}>
              <Icon name="prerequisite" />
              {t(`play.missing.${exercise.kind as 'predict'}`)}
            </p>
          )}
          {checked && !checked.isRight && (
            <NotYet exercise={exercise} grade={checked} scenario={scenario} />
          )}
          <div className="play-actions">
            {!isLocked && (
              <button type="button" className="play-button play-button--primary" onClick={submit}>
                {t(isPractice ? `play.check.${exercise.kind}` : 'play.submit')}
              </button>
            )}
            {isPractice && exercise.kind !== 'predict' && (
              <button type="button" className="play-button play-button--quiet" onClick={showAnswer}>
                {t(isEditing(exercise) ? 'play.solution.play' : 'play.showAnswer')}
              </button>
            )}
            {!isPractice && <Attempts isAnswered={answer !== undefined} left={attemptsLeft} />}
          </div>
          {isPractice && (
            <Hints
              hints={hintsOf(exercise, scenario).map(tutor.hint)}
              shown={state.hints}
              onShow={() => keep({ hints: state.hints + 1 })}
            />
          )}
        </>
      )}
      {isRevealed && !isPlaying && isPractice && isEditing(exercise) && !isPresented && (
        <div className="play-actions">
          <button
            type="button"
            className="play-button play-button--quiet"
            onClick={() => setPlaying(true)}
          >
            {t('play.solution.play')}
          </button>
        </div>
      )}
      {!final && <div className="play-actions play-actions--on">{children}</div>}
    </section>
  );
}

function begin(exercise: Exercise, answer: Answer | undefined): Begun {
  const edits = answer && 'edits' in answer ? answer.edits : [];
  return {
    draft: draftOf(exercise, answer),
    history: historyOf(applyEdits(exercise.scenario, edits)),
    hints: 0,
  };
}

/** To the first thing that is still to be chosen; its group has a name that says what it is. */
function focusFirstOpen(root: HTMLElement | null): void {
  const groups = [
    ...(root?.querySelectorAll<HTMLElement>('[data-question] fieldset, [data-question]') ?? []),
  ];
  const open = groups.find(
    (group) => group.querySelector('input') && !group.querySelector('input:checked'),
  );
  open?.querySelector('input')?.focus();
}

type Words = ReturnType<typeof usePlaying>['t'];

function resultWords({ isRight, points, of }: Grade, t: Words): string {
  if (isRight) return t('play.result.right');
  return points > 0 ? t('play.result.partly', { n: points, max: of }) : t('play.result.wrong');
}

/** By which rules and which day: part of the question. */
function JudgedBy({ exercise: { scenario, kind } }: { readonly exercise: Exercise }) {
  const { t, language } = usePlaying();
  if (kind === 'order') return null;
  const { asOf } = scenario;
  return (
    <p className="play-meta">
      {t(`policy.edition.${editionOf(scenario)}`)}
      {' · '}
      {asOf ? t('report.asOf', { date: longDate(asOf, language) }) : t('ui.status.today')}
    </p>
  );
}

interface AnsweringProps {
  readonly exercise: Exercise;
  readonly kindProps: Omit<Parameters<typeof OrderView>[0], 'exercise'>;
  readonly answer: Answer | undefined;
  readonly state: Begun;
  readonly onHistory: (history: History) => void;
  readonly surface: ComponentType<SurfaceProps> | undefined;
  readonly mode: Mode;
}

function Answering({
  exercise,
  kindProps,
  answer,
  state,
  onHistory,
  surface,
  mode,
}: AnsweringProps) {
  switch (exercise.kind) {
    case 'predict':
      return <PredictView exercise={exercise} {...kindProps} />;
    case 'reason':
      return <ReasonView exercise={exercise} {...kindProps} />;
    case 'spot':
      return <SpotView exercise={exercise} {...kindProps} />;
    case 'order':
      return <OrderView exercise={exercise} {...kindProps} />;
    default:
      return kindProps.isRevealed ? (
        <EditedView exercise={exercise} answer={answer} />
      ) : (
        <EditView
          exercise={exercise}
          history={state.history}
          onHistory={onHistory}
          surface={surface}
          isConcealed={mode === 'assessment'}
          isLocked={kindProps.isLocked}
        />
      );
  }
}

interface OutcomeProps {
  readonly grade: Grade;
  readonly wasShown: boolean;
  readonly exercise: Exercise;
  /** As it was answered. */
  readonly scenario: Scenario;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}

/** What came of the answer, and the ways on from there. */
function Outcome({ grade: graded, wasShown, exercise, scenario, heading, children }: OutcomeProps) {
  const { t } = usePlaying();
  const tone = wasShown
    ? 'shown'
    : graded.isRight
      ? 'right'
      : graded.points > 0
        ? 'partly'
        : 'wrong';
  const icon = {
    right: 'valid',
    partly: 'prerequisite',
    wrong: 'prohibited',
    shown: 'view',
  } as const;
  const { edits } = graded;
  const { par } = isEditing(exercise) ? exercise : {};
  return (
    <div className={`play-outcome play-outcome--${tone}`} data-outcome={tone}>
      <Icon name={icon[tone]} />
      <div>
        <h3 ref={heading} tabIndex={-1} className="play-outcome__title">
          {wasShown ? t('play.result.shown') : resultWords(graded, t)}
        </h3>
        {wasShown && <p>{t('play.result.shownHint')}</p>}
        {!wasShown && graded.isRight && edits !== undefined && par !== undefined && (
          <p>{t(edits <= par ? 'play.edits.best' : 'play.edits.more')}</p>
        )}
        {!wasShown && !graded.isRight && (
          <Unmet grade={graded} exercise={exercise} scenario={scenario} />
        )}
        <div className="play-actions">{children}</div>
      </div>
    </div>
  );
}

interface NotYetProps {
  readonly exercise: Exercise;
  readonly grade: Grade;
  /** As it was answered. */
  readonly scenario: Scenario;
}

/** What is not right yet, without saying what would be. */
function NotYet({ exercise, grade: graded, scenario }: NotYetProps) {
  const { t } = usePlaying();
  return (
    <div className="play-outcome play-outcome--partly" data-outcome="notYet">
      <Icon name="prerequisite" />
      <div>
        <h3 className="play-outcome__title">{t(`play.notYet.${exercise.kind as 'reason'}`)}</h3>
        <Unmet grade={graded} exercise={exercise} scenario={scenario} />
      </div>
    </div>
  );
}

function Unmet({ grade: graded, exercise, scenario }: NotYetProps) {
  const { t } = usePlaying();
  const tutor = useTutor(scenario);
  const sentences = graded.unmet
    .map((goal) => tutor.unmet(goal, exercise.scenario))
    .filter(Boolean);
  const atMost = exercise.kind === 'repair' ? exercise.atMost : undefined;
  return (
    <>
      {graded.unmet.length > 0 && <p>{t('play.notYet.missing', { count: graded.unmet.length })}</p>}
      {sentences.length > 0 && (
        <ul className="play-bullets">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {graded.isOverLimit && atMost !== undefined && (
        <p>{t('play.edits.over', { count: graded.edits ?? 0, max: atMost })}</p>
      )}
    </>
  );
}

function Attempts({ isAnswered, left }: { readonly isAnswered: boolean; readonly left: number }) {
  const { t } = usePlaying();
  return (
    <p className="play-attempts">
      {isAnswered && (
        <strong>
          <Icon name="pin" />
          {t('play.answered')}
        </strong>
      )}
      <span>{left === 0 ? t('play.attempts.none') : t('play.attempts.left', { count: left })}</span>
    </p>
  );
}

interface HintsProps {
  readonly hints: readonly string[];
  readonly shown: number;
  readonly onShow: () => void;
}

/** One after another, each when it is asked for. */
function Hints({ hints, shown, onShow }: HintsProps) {
  const { t } = usePlaying();
  if (hints.length === 0) return null;
  return (
    <section className="play-hints" aria-label={t('play.hints.title')} aria-live="polite">
      {shown > 0 && (
        <ol>
          {hints.slice(0, shown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
      {shown < hints.length && (
        <button type="button" className="play-button play-button--quiet" onClick={onShow}>
          <Icon name="help" />
          {t('play.hints.show', { n: shown + 1, max: hints.length })}
        </button>
      )}
    </section>
  );
}
