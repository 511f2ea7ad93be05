import type { KeptRound } from '../play/ClassroomPage.tsx';
import { readCourse, writeCourse } from '../training/course-file.ts';
import type { Box } from './keep-runs.ts';

const KEY = 'csp-scenario-explorer/learn-round';

/** The round that a trainer took codes of; undefined where none is kept, or none that can be read. */
export function readKeptRound(box: Box | undefined): KeptRound | undefined {
  try {
    const kept: unknown = JSON.parse(box?.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { course, codes } = kept as Record<string, unknown>;
    const read = typeof course === 'string' ? readCourse(course) : undefined;
    const isList = Array.isArray(codes) && codes.every((code) => typeof code === 'string');
    return read?.ok && isList ? { course: read.course, codes } : undefined;
  } catch {
    return undefined;
  }
}

export function keepRound(box: Box | undefined, round: KeptRound): void {
  try {
    box?.setItem(KEY, JSON.stringify({ ...round, course: writeCourse(round.course) }));
  } catch {
    // The page says already that nothing is kept.
  }
}
