import { useId, useRef, useState } from 'react';
import type { Language } from '../i18n/locale.ts';
import {
  type CoverageRow,
  coverage,
  EMPTY_RECORD,
  type LearnerRecord,
  mergeRecords,
} from '../training/learner.ts';
import { type RecordProblem, readRecord, writeRecord } from '../training/learner-file.ts';
import { usePlaying } from './play-context.ts';

interface PracticeRecordProps {
  readonly record: LearnerRecord;
  readonly onRecord: (record: LearnerRecord) => void;
  readonly onExport: (text: string) => void;
  readonly onImport: () => Promise<string | undefined>;
  readonly today: string;
}

const LAST_BOX = 5;

/** What the learner knows of each rule, and what can be done with the record. */
export function PracticeRecord({
  record,
  onRecord,
  onExport,
  onImport,
  today,
}: PracticeRecordProps) {
  const { t, announce } = usePlaying();
  const id = useId();
  const [problem, setProblem] = useState<RecordProblem>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, seen, known } = coverage(record);
  const max = rows.length;

  const load = async () => {
    const text = await onImport();
    if (text === undefined) return;
    const read = readRecord(text);
    setProblem(read.ok ? undefined : read.problem);
    if (!read.ok) return;
    onRecord(mergeRecords(record, read.record));
    announce(t('practice.record.imported'));
  };
  const reset = () => {
    setProblem(undefined);
    onRecord(EMPTY_RECORD);
    // The button has nothing to do any more, and cannot keep the keyboard.
    heading.current?.focus();
    announce(t('practice.record.resetDone'));
  };

  return (
    <section className="practice__card" aria-labelledby={`${id}-title`}>
      <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
        {t('practice.record.heading')}
      </h2>
      <p className="practice__quiet">{t('practice.record.text')}</p>
      <div className="practice__columns">
        <Bar label={t('practice.record.seen', { n: seen, max })} value={seen} max={max} />
        <Bar label={t('practice.record.known', { n: known, max })} value={known} max={max} />
      </div>
      <table className="practice__table">
        <caption className="sr-only">{t('practice.record.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('practice.record.rule')}</th>
            <th scope="col">{t('practice.record.right')}</th>
            <th scope="col">{t('practice.record.state')}</th>
            <th scope="col">{t('practice.record.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RuleRow key={row.rule} row={row} today={today} />
          ))}
        </tbody>
      </table>
      <div role="alert">
        {problem && <p className="practice__problem">{t(`practice.problem.${problem}`)}</p>}
      </div>
      <div className="practice__row">
        <button
          type="button"
          className="practice__button"
          onClick={() => onExport(writeRecord(record))}
        >
          {t('practice.record.export')}
        </button>
        <button type="button" className="practice__button" onClick={() => void load()}>
          {t('practice.record.import')}
        </button>
        <ResetButton isDisabled={seen === 0} onReset={reset} />
      </div>
    </section>
  );
}

function Bar({ label, value, max }: { label: string; value: number; max: number }) {
  const id = useId();
  return (
    <div className="practice__bar">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={value} max={max} />
    </div>
  );
}

function RuleRow({ row: { rule, record }, today }: { row: CoverageRow; today: string }) {
  const { t, language } = usePlaying();
  const title = t(`policy.rule.${rule}.title`);
  if (!record) {
    return (
      <tr>
        <th scope="row">{title}</th>
        <td className="practice__none">{t('practice.record.never')}</td>
        <td className="practice__quiet">{t('practice.record.unseen')}</td>
        <td className="practice__none">{t('practice.record.never')}</td>
      </tr>
    );
  }
  const { seen, right, box, due } = record;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label={t('practice.record.right')}>
        {t('practice.record.rightOf', { n: right, count: seen })}
      </td>
      <td>
        <div className="practice__box">
          <progress
            value={box}
            max={LAST_BOX}
            aria-label={t('practice.record.box', { n: box, max: LAST_BOX })}
          />
          {t(`practice.record.box${box}`)}
        </div>
      </td>
      <td data-label={t('practice.record.due')}>
        {due <= today ? t('practice.record.now') : shortDate(due, language)}
      </td>
    </tr>
  );
}

/** Asks before it deletes, and gives the keyboard back to where it was. */
function ResetButton({ isDisabled, onReset }: { isDisabled: boolean; onReset: () => void }) {
  const { t } = usePlaying();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const open = () => {
    dialog.current?.showModal();
    // Who only presses Enter loses nothing.
    cancel.current?.focus();
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className="practice__button" disabled={isDisabled} onClick={open}>
        {t('practice.record.reset')}
      </button>
      <dialog
        ref={dialog}
        className="practice__dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <h2 id={`${id}-title`}>{t('practice.record.resetTitle')}</h2>
        <p id={`${id}-text`}>{t('practice.record.resetText')}</p>
        <div className="practice__row">
          <button
            type="button"
            className="practice__button practice__button--primary"
            onClick={() => {
              close();
              onReset();
            }}
          >
            {t('practice.record.resetDo')}
          </button>
          <button ref={cancel} type="button" className="practice__button" onClick={close}>
            {t('practice.record.cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** @param day YYYY-MM-DD, a day without a time zone */
function shortDate(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
