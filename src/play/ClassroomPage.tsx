import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { EMPTY_SCENARIO, type Scenario } from '../model/scenario.ts';
import { LINK_LIMITS } from '../model/share-link.ts';
import { codesIn, fingerprint } from '../training/code.ts';
import type { Course } from '../training/exercise.ts';
import {
  type Round,
  type RoundProblem,
  readRound,
  startRound,
  takeCode,
  tallyRound,
  withoutEntry,
  withoutNames,
  writeRound,
} from '../training/round.ts';
import { exercisesOf } from '../training/run.ts';
import { CodeScanner } from './CodeScanner.tsx';
import { CopyField } from './CopyField.tsx';
import './classroom.css';
import './presenter.css';
import { QrCode } from '../icons/QrCode.tsx';
import { usePlaying } from './play-context.ts';
import { QuestionResult } from './QuestionResult.tsx';
import { learnerNames, problemWords, roundCsv, type Tutor } from './round-words.ts';

/** A round that goes on where it stopped: whoever shows the page keeps it on this device. */
export interface KeptRound {
  /** With those exercises only that were chosen. */
  readonly course: Course;
  readonly codes: readonly string[];
}

export interface ClassroomPageProps {
  /** To choose from; at least one. */
  readonly courses: readonly Course[];
  /** Makes a course of new exercises; absent = there is no generator. */
  readonly onGenerate?: () => Course;
  /** Where learners find the exercises, as an address in full. */
  readonly roundAddress: (course: Course) => Promise<string>;
  readonly readCourseLink: (
    text: string,
  ) => Promise<{ readonly ok: true; readonly course: Course } | { readonly ok: false }>;
  readonly tutorOf: (scenario: Scenario) => Tutor;
  readonly onSave: (name: string, text: string) => void;
  readonly kept?: KeptRound | undefined;
  readonly onKeep?: (round: KeptRound) => void;
  /** Codes that the page was opened with, as the fragment of its address has them. */
  readonly codes?: string;
}

/** For the trainer: hands exercises out, takes codes in, and shows what the class answered. */
export function ClassroomPage(props: ClassroomPageProps) {
  const { courses, kept, onKeep, tutorOf, onSave } = props;
  const { t, announce } = usePlaying();
  const [own, setOwn] = useState<readonly Course[]>(() => (kept ? [kept.course] : []));
  const known = new Set(own.map(keyOf));
  const all = [...own, ...courses.filter((one) => !known.has(keyOf(one)))];
  const [course, setCourse] = useState<Course | undefined>(all[0]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState<Round | undefined>(() => kept && roundOf(kept));
  const [isAnonymous, setAnonymous] = useState(false);
  const [hasNames, setNames] = useState(true);
  const [isLarge, setLarge] = useState(false);

  const asked = useMemo(() => course && withoutExercises(course, left), [course, left]);
  if (!course || !asked) return null;
  const now = round ?? startRound(asked);
  const isLocked = now.entries.length > 0;

  const show = (next: Round) => {
    setRound(next);
    onKeep?.({ course: asked, codes: next.entries.map(({ code }) => code) });
  };
  const choose = (next: Course) => {
    setCourse(next);
    setLeft(new Set());
    setRound(undefined);
    // A code that comes as a link opens another page, which has to know what was handed out.
    onKeep?.({ course: next, codes: [] });
  };
  const add = (next: Course) => {
    setOwn((before) => [next, ...before.filter((one) => keyOf(one) !== keyOf(next))]);
    choose(next);
  };

  return (
    <div className={`classroom${isLarge ? ' classroom--large' : ''}`}>
      <h1>{t('classroom.round.title')}</h1>
      <p className="classroom__private">{t('classroom.round.private')}</p>
      <Choose
        {...props}
        courses={all}
        course={course}
        left={left}
        isLocked={isLocked}
        onChoose={choose}
        onAdd={add}
        onLeft={(next) => {
          setLeft(next);
          setRound(undefined);
          onKeep?.({ course: withoutExercises(course, next), codes: [] });
        }}
      />
      <HandOut course={asked} roundAddress={props.roundAddress} />
      <Collect
        course={asked}
        round={now}
        isAnonymous={isAnonymous}
        hasNames={hasNames}
        start={props.codes ?? ''}
        onRound={show}
        onNames={setNames}
        onAnonymous={(next) => {
          setAnonymous(next);
          if (next) show(withoutNames(now, asked));
        }}
      />
      {isLocked && (
        <Results
          course={asked}
          round={now}
          isLarge={isLarge}
          onLarge={setLarge}
          tutorOf={tutorOf}
        />
      )}
      <Files
        course={asked}
        round={now}
        onSaveCsv={() => onSave(`${t('classroom.round.file')}.csv`, csv())}
        onSaveJson={() => onSave(`${t('classroom.round.file')}.json`, writeRound(now))}
        onImport={show}
        onClear={() => {
          show(startRound(asked));
          setLarge(false);
          announce(t('classroom.round.cleared'));
        }}
      />
    </div>
  );

  function csv() {
    return asked ? roundCsv(now, asked, hasNames, t) : '';
  }
}

/** Tells courses apart by what is asked: one id may stand for all of a course or for some of it. */
function keyOf(course: Course): string {
  return fingerprint(course).join(' ');
}

/** The codes of a kept round that can still be read. */
function roundOf({ course, codes }: KeptRound): Round {
  return codes.reduce((round, code) => {
    const taken = takeCode(round, course, code);
    return taken.ok ? taken.round : round;
  }, startRound(course));
}

function withoutExercises(course: Course, left: ReadonlySet<string>): Course {
  if (left.size === 0) return course;
  const lessons = course.lessons.map((lesson) => ({
    ...lesson,
    exercises: lesson.exercises.filter(({ id }) => !left.has(id)),
  }));
  return { ...course, lessons: lessons.filter(({ exercises }) => exercises.length > 0) };
}

interface ChooseProps extends ClassroomPageProps {
  readonly course: Course;
  readonly left: ReadonlySet<string>;
  readonly isLocked: boolean;
  readonly onChoose: (course: Course) => void;
  readonly onAdd: (course: Course) => void;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}

function Choose(props: ChooseProps) {
  const { courses, course, left, isLocked, onChoose, onAdd, onLeft, onGenerate, tutorOf } = props;
  const { t } = usePlaying();
  const [link, setLink] = useState('');
  const [isBad, setBad] = useState(false);
  const id = useId();
  const exercises = exercisesOf(course);
  const tutor = tutorOf(EMPTY_SCENARIO);
  const open = () => {
    const payload = link.trim().split('#').at(-1) ?? '';
    props.readCourseLink(payload).then(
      (read) => {
        setBad(!read.ok);
        if (!read.ok) return;
        setLink('');
        onAdd(read.course);
      },
      () => setBad(true),
    );
  };
  return (
    <section className="classroom__part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('classroom.round.choose')}</h2>
      {isLocked && <p className="quiet">{t('classroom.round.locked')}</p>}
      <fieldset className="classroom__choose" disabled={isLocked}>
        <legend className="sr-only">{t('classroom.round.choose')}</legend>
        <div className="classroom__row">
          <label className="field">
            <span className="field__label">{t('classroom.round.course')}</span>
            <select
              className="input"
              value={courses.indexOf(course)}
              onChange={({ target }) => {
                const next = courses[Number(target.value)];
                if (next) onChoose(next);
              }}
            >
              {courses.map((one, place) => (
                <option key={keyOf(one)} value={place}>
                  {tutor.text(one.title)}
                </option>
              ))}
            </select>
          </label>
          {onGenerate && (
            <button type="button" className="button" onClick={() => onAdd(onGenerate())}>
              {t('classroom.round.generate')}
            </button>
          )}
        </div>
        <form
          className="classroom__row"
          onSubmit={(event) => {
            event.preventDefault();
            open();
          }}
        >
          <label className="field">
            <span className="field__label">{t('classroom.round.pasteLink')}</span>
            <input
              className="input"
              value={link}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={isBad || undefined}
              aria-describedby={`${id}-bad`}
              onChange={({ target }) => {
                setLink(target.value);
                setBad(false);
              }}
            />
          </label>
          <button type="submit" className="button" disabled={link.trim() === ''}>
            {t('classroom.round.openLink')}
          </button>
        </form>
        <p id={`${id}-bad`} role="alert" className="classroom__bad">
          {isBad && t('classroom.round.badLink')}
        </p>
        <details>
          <summary>
            {t('classroom.round.exercises')}
            {' · '}
            {t('classroom.round.chosen', { count: exercises.length - left.size })}
          </summary>
          <div className="classroom__row">
            <button type="button" className="button" onClick={() => onLeft(new Set())}>
              {t('classroom.round.all')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => onLeft(new Set(exercises.map((one) => one.id)))}
            >
              {t('classroom.round.none')}
            </button>
          </div>
          <ul className="classroom__list">
            {exercises.map((exercise, place) => {
              const own = tutorOf(exercise.scenario);
              return (
                <li key={exercise.id}>
                  <label className="presenter__check">
                    <input
                      type="checkbox"
                      checked={!left.has(exercise.id)}
                      onChange={({ target }) => {
                        const next = new Set(left);
                        if (target.checked) next.delete(exercise.id);
                        else next.add(exercise.id);
                        onLeft(next);
                      }}
                    />
                    <span>
                      {t('classroom.round.question', { n: place + 1 })}
                      {' · '}
                      {exercise.title ? own.text(exercise.title) : own.task(exercise)}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        </details>
      </fieldset>
    </section>
  );
}

type HandOutProps = Pick<ClassroomPageProps, 'roundAddress'> & {
  readonly course: Course;
};

function HandOut({ course, roundAddress }: HandOutProps) {
  const { t } = usePlaying();
  const [made, setMade] = useState<{ of: Course; address: string | null } | undefined>();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const count = exercisesOf(course).length;
  useEffect(() => {
    let isOld = false;
    const keep = (address: string | null) => {
      if (!isOld) setMade({ of: course, address });
    };
    roundAddress(course).then(keep, () => keep(null));
    return () => {
      isOld = true;
    };
  }, [course, roundAddress]);
  if (count === 0) return null;
  const address = made?.of === course ? made.address : undefined;
  const link = address ?? '';
  return (
    <section className="classroom__part" aria-labelledby={id}>
      <h2 id={id}>{t('classroom.round.handOut')}</h2>
      <p>{t('classroom.round.handOutText')}</p>
      {address === undefined && <p role="status">{t('ui.loading')}</p>}
      {address === null && <p role="alert">{t('classroom.round.linkFailed')}</p>}
      {link !== '' && (
        <>
          <CopyField
            label={t('classroom.round.link')}
            text={link}
            button={t('classroom.round.copyLink')}
          />
          {link.length > LINK_LIMITS.qr && <p>{t('classroom.round.qrTooLong')}</p>}
          {link.length <= LINK_LIMITS.qr && (
            <>
              <QrCode block="class-qr" text={link} label={t('classroom.round.qr')} />
              <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
                {t('classroom.round.largeQr')}
              </button>
              <dialog ref={dialog} className="class-large" aria-label={t('classroom.round.qr')}>
                <QrCode block="class-qr" text={link} label={t('classroom.round.qr')} />
                <button
                  type="button"
                  className="button button--primary"
                  onClick={() => dialog.current?.close()}
                >
                  {t('classroom.round.close')}
                </button>
              </dialog>
            </>
          )}
        </>
      )}
    </section>
  );
}

interface CollectProps {
  readonly course: Course;
  readonly round: Round;
  readonly isAnonymous: boolean;
  readonly hasNames: boolean;
  readonly start: string;
  readonly onRound: (round: Round) => void;
  readonly onNames: (hasNames: boolean) => void;
  readonly onAnonymous: (isAnonymous: boolean) => void;
}

/** What became of the codes that were given in. */
interface Outcome {
  readonly notices: readonly string[];
  readonly problems: readonly RoundProblem[];
}

function Collect(props: CollectProps) {
  const { course, round, isAnonymous, hasNames, start, onRound, onNames, onAnonymous } = props;
  const { t, announce } = usePlaying();
  const [typed, setTyped] = useState(() => codesIn(start).join('\n'));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const id = useId();
  const names = learnerNames(round, hasNames, t);

  /** @returns what could not be read */
  const take = (text: string): readonly string[] => {
    const refused: string[] = [];
    const problems: RoundProblem[] = [];
    const notices: string[] = [];
    let next = round;
    let added = 0;
    for (const code of codesIn(text)) {
      const taken = takeCode(next, course, code, isAnonymous);
      if (!taken.ok) {
        refused.push(code);
        const { problem } = taken;
        problems.push({ ...problem, params: { ...problem.params, line: refused.length } });
        continue;
      }
      next = taken.round;
      if (!taken.replaced) added++;
      else if (taken.entry.sheet.name === '') notices.push(t('classroom.round.replacedUnnamed'));
      else {
        const name = learnerNames(next, hasNames, t)[next.entries.indexOf(taken.entry)] ?? '';
        notices.push(t('classroom.round.replaced', { name }));
      }
    }
    if (next !== round) onRound(next);
    if (added > 0) notices.unshift(t('classroom.round.added', { count: added }));
    if (refused.length > 0) notices.push(t('classroom.round.refused', { count: refused.length }));
    setOutcome({ notices, problems });
    return refused;
  };

  return (
    <section className="classroom__part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('classroom.round.collect')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTyped(take(typed).join('\n'));
        }}
      >
        <label className="field">
          <span className="field__label">{t('classroom.round.codes')}</span>
          <textarea
            className="input classroom__codes"
            rows={4}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button type="submit" className="button button--primary" disabled={typed.trim() === ''}>
          {t('classroom.round.add')}
        </button>
      </form>
      <div role="status">
        {outcome?.notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </div>
      {outcome && outcome.problems.length > 0 && (
        <ul className="classroom__bad">
          {outcome.problems.map((problem) => (
            <li key={problem.params.line}>{problemWords(problem, t)}</li>
          ))}
        </ul>
      )}
      <CodeScanner onText={take} />
      <div className="classroom__row">
        <label className="presenter__check">
          <input
            type="checkbox"
            checked={hasNames}
            disabled={isAnonymous}
            onChange={({ target }) => onNames(target.checked)}
          />
          {t('classroom.round.showNames')}
        </label>
        <label className="presenter__check">
          <input
            type="checkbox"
            checked={isAnonymous}
            aria-describedby={`${id}-anonymous`}
            onChange={({ target }) => onAnonymous(target.checked)}
          />
          {t('classroom.round.anonymous')}
        </label>
      </div>
      <p id={`${id}-anonymous`} className="quiet">
        {t('classroom.round.anonymousText')}
      </p>
      <h3>{t('classroom.round.learners', { count: round.entries.length })}</h3>
      {round.entries.length === 0 && <p className="quiet">{t('classroom.round.nobody')}</p>}
      <ul className="classroom__learners">
        {round.entries.map(({ code }, place) => {
          const name = names[place] ?? '';
          return (
            <li key={code}>
              <span translate="no">{name}</span>
              <button
                type="button"
                className="button button--quiet"
                aria-label={t('classroom.round.remove', { name })}
                onClick={() => {
                  onRound(withoutEntry(round, code));
                  announce(t('classroom.round.removed'));
                }}
              >
                <span aria-hidden="true">{CROSS}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const CROSS = '×';

interface ResultsProps {
  readonly course: Course;
  readonly round: Round;
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
  readonly tutorOf: ClassroomPageProps['tutorOf'];
}

function Results({ course, round, isLarge, onLarge, tutorOf }: ResultsProps) {
  const { t, announce } = usePlaying();
  const [place, setPlace] = useState(0);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const tallies = useMemo(() => tallyRound(round, course), [round, course]);
  const at = Math.min(place, tallies.length - 1);
  const shown = isLarge ? tallies.slice(at, at + 1) : tallies;

  const reveal = (exercise: string) => {
    const next = new Set(revealed);
    if (!next.delete(exercise)) {
      next.add(exercise);
      const tally = tallies.find((one) => one.exercise.id === exercise);
      const [count, total] = [tally?.right ?? 0, tally?.answered ?? 0];
      announce(t('classroom.round.right', { count, total }));
    }
    setRevealed(next);
  };
  const go = (by: number) => setPlace(Math.max(0, Math.min(at + by, tallies.length - 1)));

  useEffect(() => {
    if (isLarge && at >= 0) section.current?.scrollIntoView();
  }, [isLarge, at]);

  const latest = useRef((_: KeyboardEvent) => {});
  useEffect(() => {
    latest.current = (event) => {
      const { target } = event;
      const isHere = target === document.body || section.current?.contains(target as Node);
      const isTyped = event.isComposing || event.ctrlKey || event.altKey || event.metaKey;
      const isField = target instanceof Element && target.closest('select, input, textarea');
      if (!isLarge || !isHere || isTyped || isField) return;
      const exercise = tallies[at]?.exercise.id;
      if (event.code === 'KeyR' && exercise !== undefined) reveal(exercise);
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') go(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(-1);
      else if (event.key === 'Escape') onLarge(false);
      else return;
      event.preventDefault();
    };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  return (
    <section ref={section} className="classroom__part results" aria-labelledby={id}>
      <h2 id={id}>{t('classroom.round.results')}</h2>
      <label className="presenter__check">
        <input
          type="checkbox"
          checked={isLarge}
          onChange={({ target }) => onLarge(target.checked)}
        />
        {t('classroom.round.oneByOne')}
      </label>
      {isLarge && (
        <div className="classroom__row results__go">
          <button type="button" className="button" aria-disabled={at === 0} onClick={() => go(-1)}>
            {t('classroom.present.previous')}
          </button>
          <label className="presenter__stop">
            <span className="sr-only">{t('classroom.round.pick')}</span>
            <select
              className="input"
              value={at}
              onChange={({ target }) => setPlace(Number(target.value))}
            >
              {tallies.map(({ exercise }, index) => (
                <option key={exercise.id} value={index}>
                  {t('classroom.round.question', { n: index + 1 })}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            aria-disabled={at === tallies.length - 1}
            onClick={() => go(1)}
          >
            {t('classroom.present.next')}
          </button>
        </div>
      )}
      {shown.map((tally) => (
        <QuestionResult
          key={tally.exercise.id}
          tally={tally}
          number={tallies.indexOf(tally) + 1}
          learners={round.entries.length}
          tutor={tutorOf(tally.exercise.scenario)}
          isRevealed={revealed.has(tally.exercise.id)}
          onReveal={() => reveal(tally.exercise.id)}
        />
      ))}
    </section>
  );
}

interface FilesProps {
  readonly course: Course;
  readonly round: Round;
  readonly onSaveCsv: () => void;
  readonly onSaveJson: () => void;
  readonly onImport: (round: Round) => void;
  readonly onClear: () => void;
}

function Files({ course, round, onSaveCsv, onSaveJson, onImport, onClear }: FilesProps) {
  const { t, announce } = usePlaying();
  const [problem, setProblem] = useState<RoundProblem | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const isEmpty = round.entries.length === 0;
  const read = async (chosen: File) => {
    const result = readRound(await chosen.text().catch(() => ''), course);
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    onImport(result.round);
    announce(t('classroom.round.imported'));
  };
  return (
    <section className="classroom__part classroom__files" aria-label={t('classroom.round.title')}>
      <div className="classroom__row">
        <button type="button" className="button" disabled={isEmpty} onClick={onSaveCsv}>
          {t('classroom.round.exportCsv')}
        </button>
        <button type="button" className="button" disabled={isEmpty} onClick={onSaveJson}>
          {t('classroom.round.exportJson')}
        </button>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {t('classroom.round.importJson')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = '';
            if (chosen) void read(chosen);
          }}
        />
        <button
          type="button"
          className="button"
          disabled={isEmpty}
          onClick={() => dialog.current?.showModal()}
        >
          {t('classroom.round.clear')}
        </button>
      </div>
      <p role="alert" className="classroom__bad">
        {problem && problemWords(problem, t)}
      </p>
      <dialog ref={dialog} className="class-ask" aria-labelledby={id}>
        <p id={id}>{t('classroom.round.clearAsk')}</p>
        <div className="classroom__row">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('classroom.round.cancel')}
          </button>
          <button
            type="button"
            className="button button--primary"
            onClick={() => {
              dialog.current?.close();
              onClear();
            }}
          >
            {t('classroom.round.clearYes')}
          </button>
        </div>
      </dialog>
    </section>
  );
}
