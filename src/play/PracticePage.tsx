import './practice.css';
import type { Course } from '../training/exercise.ts';
import type { PracticeRequest } from '../training/generate.ts';
import type { LearnerRecord } from '../training/learner.ts';
import { PracticeForm } from './PracticeForm.tsx';
import { PracticeRecord } from './PracticeRecord.tsx';
import { usePlaying } from './play-context.ts';

export interface PracticePageProps {
  /** What the learner has shown to know; whoever shows the page keeps it. */
  readonly record: LearnerRecord;
  readonly onRecord: (record: LearnerRecord) => void;
  readonly onStart: (course: Course) => void;
  /** Saves the text of the record as a file. */
  readonly onExport: (text: string) => void;
  /** Lets the reader choose a file; its text, or undefined where none was chosen. */
  readonly onImport: () => Promise<string | undefined>;
  /** YYYY-MM-DD */
  readonly today: string;
  /** What an address asks for; absent = the usual. */
  readonly wanted?: PracticeRequest | undefined;
  /** The address that leads to a practice, of its text form; absent = the text form is all there is. */
  readonly addressOf?: (practice: string) => string;
}

/** Practice without end: sets one up, and shows what the learner knows of each rule. */
export default function PracticePage({
  record,
  onRecord,
  onStart,
  onExport,
  onImport,
  today,
  wanted,
  addressOf = (practice) => practice,
}: PracticePageProps) {
  const { t } = usePlaying();
  return (
    <div className="practice">
      <header className="practice__head">
        <h1>{t('practice.title')}</h1>
        <p className="practice__quiet">{t('practice.about')}</p>
      </header>
      <PracticeForm
        record={record}
        today={today}
        wanted={wanted}
        addressOf={addressOf}
        onStart={onStart}
      />
      <PracticeRecord
        record={record}
        onRecord={onRecord}
        onExport={onExport}
        onImport={onImport}
        today={today}
      />
    </div>
  );
}

export { PracticePage };
