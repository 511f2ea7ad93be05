import { useEffect, useId, useRef, useState } from 'react';
import { encodeAnswers, LINK_MARK, LONGEST_NAME, tidyNickname } from '../training/code.ts';
import type { Course } from '../training/exercise.ts';
import { exercisesOf, type Run } from '../training/run.ts';
import { CopyField } from './CopyField.tsx';
import './classroom.css';
import { QrCode } from '../icons/QrCode.tsx';
import { usePlaying } from './play-context.ts';

export interface RoundDoneProps {
  readonly course: Course;
  readonly run: Run;
  /** The page of the explorer, without query and fragment: where the trainer opens what is sent as a link. */
  readonly page: string;
}

/** What a learner sees after the last answer of a round: the answers as a code. Nothing is sent. */
export function RoundDone({ course, run, page }: RoundDoneProps) {
  const { t } = usePlaying();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [mark] = useState(newMark);
  const heading = useRef<HTMLHeadingElement>(null);
  const nameId = useId();
  useEffect(() => heading.current?.focus(), []);

  const code = encodeAnswers(course, run, name, mark);
  const open = exercisesOf(course).filter(({ id }) => !Object.hasOwn(run.results, id)).length;
  const commit = () => {
    const tidy = tidyNickname(typed);
    setTyped(tidy);
    setName(tidy);
  };
  return (
    <section className="round-done">
      <h1 ref={heading} tabIndex={-1}>
        {t('classroom.done.title')}
      </h1>
      <p>{t('classroom.done.text')}</p>
      <p className="round-done__private">{t('classroom.done.private')}</p>
      {open > 0 && <p>{t('classroom.done.unanswered', { count: open })}</p>}
      <div className="field">
        <label className="field__label" htmlFor={nameId}>
          {t('classroom.done.name')}
        </label>
        <input
          id={nameId}
          className="input"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="done"
          aria-describedby={`${nameId}-hint`}
          onChange={({ target, nativeEvent }) => {
            setTyped(target.value);
            // What an input method is still composing is no name yet.
            if (!(nativeEvent as InputEvent).isComposing) setName(tidyNickname(target.value));
          }}
          onCompositionEnd={({ currentTarget }) => setName(tidyNickname(currentTarget.value))}
          onBlur={commit}
        />
        <p id={`${nameId}-hint`} className="quiet">
          {t('classroom.done.nameHint', { count: LONGEST_NAME })}
        </p>
      </div>
      <h2>{t('classroom.done.code')}</h2>
      <p className="round-done__code" translate="no">
        {code}
      </p>
      <QrCode block="class-qr" text={code} label={t('classroom.done.qr')} />
      <CopyField
        label={t('classroom.done.code')}
        text={code}
        button={t('classroom.done.copyCode')}
        isPrimary
      />
      <CopyField
        label={t('classroom.done.link')}
        text={`${page}?learn=class#${LINK_MARK}${code}`}
        button={t('classroom.done.copyLink')}
      />
    </section>
  );
}

/** By chance, so that two learners with the same answers and no names count as two. */
function newMark(): number {
  return (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 1024;
}
