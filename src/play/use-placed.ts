import { useRef } from 'react';
import { placeInTiers, type Sizes } from '../geometry/layout.ts';
import { moveParties } from '../model/edit.ts';
import type { Position, Scenario } from '../model/scenario.ts';

/**
 * The scenario with a place for every party. A party that has none of its own keeps the one it got here,
 * whatever is drawn later.
 *
 * @param place gives places to those without; the simple way needs no layout of the whole
 */
export function usePlaced(
  scenario: Scenario,
  place: (scenario: Scenario, sizes: Sizes) => ReadonlyMap<string, Position> = placeInTiers,
): Scenario {
  const given = useRef<ReadonlyMap<string, Position>>(new Map());
  const homeless = scenario.parties.filter(({ position }) => !position);
  if (homeless.length === 0) return scenario;
  const remembered = new Map(
    homeless.flatMap(({ id }) => {
      const known = given.current.get(id);
      return known ? [[id, known] as const] : [];
    }),
  );
  const partly = moveParties(scenario, remembered);
  const placed = moveParties(partly, place(partly, new Map()));
  given.current = new Map([
    ...given.current,
    ...homeless.flatMap(({ id }) => {
      const got = placed.parties.find((one) => one.id === id)?.position;
      return got ? [[id, got] as const] : [];
    }),
  ]);
  return placed;
}
