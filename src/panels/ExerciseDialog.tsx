import './exercise.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { useLearningWords } from '../hooks/use-learning.ts';
import { useActive, useActiveScenario } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { explainFault, explainWarning } from '../i18n/explain-fault.ts';
import { explainProblem } from '../i18n/explain-problem.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { Icon } from '../icons/Icon.tsx';
import { QrCode } from '../icons/QrCode.tsx';
import { LINK_LIMITS } from '../model/share-link.ts';
import { fileName } from '../store/files.ts';
import { notify } from '../store/view.ts';
import {
  COURSE_ENDING,
  courseWith,
  readCourse,
  withExercise,
  writeCourse,
} from '../training/course-file.ts';
import { courseAddress } from '../training/course-link.ts';
import { type Draft, exerciseFrom, exerciseId, startOf, type Texts } from '../training/draft.ts';
import {
  type Course,
  EXERCISE_KINDS,
  type Exercise,
  isEditing,
  MODES,
  type Mode,
} from '../training/exercise.ts';
import { withPar } from '../training/find-solution.ts';
import { exercisesOf } from '../training/run.ts';
import { faultsOf, warningsOf } from '../training/validate.ts';
import { Choice } from './Choice.tsx';
import { ExerciseGoal } from './ExerciseGoal.tsx';
import { ExerciseQuestion } from './ExerciseQuestion.tsx';
import { useDraft } from './exercise-draft.ts';
import { DialogFrame } from './Modal.tsx';

/** Makes an exercise of what is drawn, once the words of training are there. */
export function ExerciseDialog() {
  const t = useT();
  const isReady = useLearningWords();
  return (
    <DialogFrame title={t(isReady ? 'authoring.title' : 'ui.command.saveExercise')} size="large">
      {isReady ? <Author /> : <p role="status">{t('ui.loading')}</p>}
    </DialogFrame>
  );
}

function Author() {
  const t = useT();
  const open = useActive();
  const scenario = useActiveScenario();
  const [draft, change] = useDraft(open);
  const [mode, setMode] = useState<Mode>('practice');
  const drawn = { scenario, baseline: open.baseline?.scenario ?? null };
  const exercise = exerciseFrom(draft, drawn, exerciseId(draft));
  const { start, solution } = startOf(draft, drawn);

  return (
    <div className="exercise">
      <div className="exercise__head">
        <Choice
          label={t('authoring.kind.label')}
          value={draft.kind}
          options={EXERCISE_KINDS.map((id) => ({ id, name: t(`authoring.kind.${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          label={t('authoring.mode.label')}
          value={mode}
          options={MODES.map((id) => ({ id, name: t(`authoring.mode.${id}`) }))}
          onChange={setMode}
        />
        <p className="quiet exercise__about">{t(`authoring.about.${draft.kind}`)}</p>
      </div>
      <TextFields draft={draft} onChange={change} />
      {isEditing(exercise) ? (
        <ExerciseGoal
          draft={draft}
          start={start}
          solution={solution}
          exercise={exercise}
          hasBaseline={drawn.baseline !== null}
          onChange={change}
        />
      ) : (
        <ExerciseQuestion draft={draft} scenario={scenario} onChange={change} />
      )}
      <Outcome exercise={exercise} mode={mode} />
    </div>
  );
}

/** Title, task and hints, in whichever of the three languages the author writes. */
function TextFields({ draft, onChange }: PartProps) {
  const t = useT();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const set = (texts: Texts, text: string): Texts => ({ ...texts, [language]: text });
  const [first, second, third] = draft.hints;
  return (
    <section className="exercise__part">
      <h3 className="heading">{t('authoring.text.heading')}</h3>
      <fieldset className="exercise__languages">
        <legend className="field__label">{t('authoring.text.language')}</legend>
        {LANGUAGES.map((id) => (
          <button
            key={id}
            type="button"
            className="button"
            lang={id}
            aria-pressed={id === language}
            onClick={() => setLanguage(id)}
          >
            {ENDONYMS[id]}
          </button>
        ))}
      </fieldset>
      <div className="exercise__texts" lang={language}>
        <Written
          label={t('authoring.text.name')}
          value={draft.title[language] ?? ''}
          onChange={(text) => onChange({ title: set(draft.title, text) })}
        />
        <Written
          label={t('authoring.text.task')}
          hint={t('authoring.text.taskEmpty')}
          value={draft.task[language] ?? ''}
          onChange={(text) => onChange({ task: set(draft.task, text) })}
        />
      </div>
      <div className="exercise__texts" lang={language}>
        <Written
          label={t('authoring.text.hint', { n: 1 })}
          hint={t('authoring.text.hintsEmpty')}
          value={first[language] ?? ''}
          onChange={(text) => onChange({ hints: [set(first, text), second, third] })}
        />
        <Written
          label={t('authoring.text.hint', { n: 2 })}
          value={second[language] ?? ''}
          onChange={(text) => onChange({ hints: [first, set(second, text), third] })}
        />
        <Written
          label={t('authoring.text.hint', { n: 3 })}
          value={third[language] ?? ''}
          onChange={(text) => onChange({ hints: [first, second, set(third, text)] })}
        />
      </div>
    </section>
  );
}

export interface PartProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

interface WrittenProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Written({ label, hint, value, onChange }: WrittenProps) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        className="input"
        value={value}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && <span className="field__hint">{hint}</span>}
    </label>
  );
}

/** Whether the exercise can be given to learners, why not, and the ways to hand it on. */
function Outcome({ exercise, mode }: { readonly exercise: Exercise; readonly mode: Mode }) {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const [id] = useState(() => app.newId());
  const [said, setSaid] = useState<Said | null>(null);
  const [address, setAddress] = useState<{ readonly of: string; readonly text: string } | null>(
    null,
  );
  const course = courseOfOne(exercise, mode, id, language);
  // What a search for a solution takes must not be felt while typing.
  const key = useDeferredValue(JSON.stringify(course));
  const { faults, warnings } = useMemo(() => {
    const settled = JSON.parse(key) as Course;
    return {
      faults: faultsOf(settled).map((fault) => explainFault(fault, settled, t, language)),
      // A course of one exercise has its title, and lacks it with it.
      warnings: [
        ...new Set(warningsOf(settled).map((one) => explainWarning(one, settled, t, language))),
      ],
    };
  }, [key, t, language]);

  /** The exercise as it is now, or the reason why it is not to be had, said. */
  const ready = (): Exercise | undefined => {
    const [fault] = faultsOf(course);
    if (!fault) return isEditing(exercise) ? withPar(exercise) : exercise;
    setSaid(refused(explainFault(fault, course, t, language)));
    return undefined;
  };
  const refused = (reason: string): Said => ({
    tone: 'problem',
    text: t('authoring.check.refused', { reason }),
  });
  const save = () => {
    const one = ready();
    if (!one) return;
    const made = courseOfOne(one, mode, id, language);
    app.host.saveFile(
      fileName({ ...one.scenario, title: titleOf(one) }, COURSE_ENDING),
      writeCourse(made),
    );
    setSaid({ tone: 'info', text: t('authoring.out.saved') });
  };
  const add = async () => {
    const one = ready();
    if (!one) return;
    try {
      const file = await app.host.pickFile();
      if (!file) return;
      const read = readCourse(file.text);
      const added = read.ok ? withExercise(read.course, one) : read;
      if (!added.ok) {
        const [problem] = added.problems;
        if (problem) setSaid(refused(explainProblem(problem, t)));
        return;
      }
      app.host.saveFile(file.name, writeCourse(added.course));
      const count = exercisesOf(added.course).length;
      setSaid({ tone: 'info', text: t('authoring.out.added', { count }) });
    } catch {
      notify(app.view, 'fileNotRead', 'problem');
    }
  };
  const copy = async () => {
    const one = ready();
    if (!one) return;
    const text = await courseAddress(courseOfOne(one, mode, id, language), pageAddress());
    if (text.length > LINK_LIMITS.teams) {
      setSaid(refused(t('authoring.out.tooLong', { count: text.length })));
      return;
    }
    setAddress({ of: JSON.stringify(course), text });
    try {
      await app.host.writeClipboard(text);
      setSaid({ tone: 'info', text: t('ui.notice.linkCopied') });
    } catch {
      setSaid({ tone: 'problem', text: t('ui.notice.clipboardBlocked') });
    }
  };
  const link = address?.of === JSON.stringify(course) ? address.text : null;

  return (
    <section className="exercise__part exercise__outcome">
      <h3 className="heading">{t('authoring.check.heading')}</h3>
      <p
        role="status"
        className={`exercise__verdict verdict--${faults.length === 0 ? 'valid' : 'prohibited'}`}
      >
        <Icon name={faults.length === 0 ? 'valid' : 'prohibited'} />
        {faults.length === 0
          ? t('authoring.check.ready')
          : t('authoring.check.faults', { count: faults.length })}
      </p>
      {faults.length > 0 && (
        <ul className="problems">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <div>
          <p className="exercise__verdict quiet">{t('authoring.check.warnings')}</p>
          <ul className="problems">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="dialog__actions">
        <button type="button" className="button button--primary" onClick={save}>
          <Icon name="file" />
          {t('authoring.out.save')}
        </button>
        <button type="button" className="button" onClick={() => void add()}>
          <Icon name="plus" />
          {t('authoring.out.add')}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('authoring.out.copy')}
        </button>
      </div>
      {said && (
        <p
          className={`notice ${said.tone === 'problem' ? 'exercise__faults' : ''}`}
          role={said.tone === 'problem' ? 'alert' : 'status'}
        >
          {said.text}
        </p>
      )}
      {link !== null && link.length <= LINK_LIMITS.qr && (
        <QrCode text={link} label={t('authoring.out.qr')} />
      )}
    </section>
  );
}

interface Said {
  readonly tone: 'info' | 'problem';
  readonly text: string;
}

function courseOfOne(exercise: Exercise, mode: Mode, id: string, language: Language): Course {
  const title = exercise.title ?? { texts: {} };
  return courseWith(exercise, { id, title, language, mode });
}

function titleOf({ title, id }: Exercise): string {
  const texts = title && 'texts' in title ? Object.values(title.texts) : [];
  return texts[0] ?? id;
}
