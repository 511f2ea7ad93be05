import type { Position, Scenario } from '../model/scenario.ts';
import { PARTY_SIZE } from './layout.ts';

const STEP = { x: PARTY_SIZE.width + 32, y: PARTY_SIZE.height + 40 };

/**
 * Places for parties that have none, row by row below everything, about four times as wide as high. For
 * more parties than an automatic layout arranges while somebody waits.
 */
export function gridPlaces({ parties }: Scenario): Map<string, Position> {
  const homeless = parties.filter(({ position }) => !position);
  const placed = parties.flatMap(({ position }) => position ?? []);
  const left = placed.reduce((least, { x }) => Math.min(least, x), placed[0]?.x ?? 0);
  const bottom = placed.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const top = placed.length === 0 ? 0 : bottom + STEP.y * 2;
  const columns = Math.max(1, Math.ceil(Math.sqrt(homeless.length * 2)));
  return new Map(
    homeless.map(({ id }, i) => [
      id,
      { x: left + (i % columns) * STEP.x, y: top + Math.floor(i / columns) * STEP.y },
    ]),
  );
}
