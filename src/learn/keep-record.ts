import type { Course } from '../training/exercise.ts';
import { EMPTY_RECORD, type LearnerRecord, recordRun } from '../training/learner.ts';
import { readRecord, writeRecord } from '../training/learner-file.ts';
import type { Run } from '../training/run.ts';
import type { Box } from './keep-runs.ts';

const KEY = 'csp-scenario-explorer/learn-record';

/** What the learner has shown to know; empty where nothing is kept, or nothing that can be read. */
export function readKeptRecord(box: Box | undefined): LearnerRecord {
  try {
    const read = readRecord(box?.getItem(KEY) ?? '');
    return read.ok ? read.record : EMPTY_RECORD;
  } catch {
    return EMPTY_RECORD;
  }
}

export function keepRecord(box: Box | undefined, record: LearnerRecord): void {
  try {
    box?.setItem(KEY, writeRecord(record));
  } catch {
    // The page says already that nothing is kept.
  }
}

/** Counts what was answered in a course. */
export function countRun(box: Box | undefined, course: Course, run: Run, today: string): void {
  const before = readKeptRecord(box);
  const after = recordRun(before, course, run, today);
  if (after !== before) keepRecord(box, after);
}
