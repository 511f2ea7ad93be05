import { useRef } from 'react';
import { placeAround } from '../geometry/layout.ts';
import { moveParties } from '../model/edit.ts';
import type { Position, Scenario } from '../model/scenario.ts';

/**
 * The scenario with a place for every party. A party that has none of its own keeps the one it got here,
 * whatever is drawn later.
 */
export function usePlaced(scenario: Scenario): Scenario {
  const given = useRef<ReadonlyMap<string, Position>>(new Map());
  const homeless = scenario.parties.filter(({ position }) => !position);
  if (homeless.length === 0) return scenario;
  const remembered = new Map(
    homeless.flatMap(({ id }) => {
      const place = given.current.get(id);
      return place ? [[id, place] as const] : [];
    }),
  );
  const partly = moveParties(scenario, remembered);
  const placed = moveParties(partly, placeAround(partly, new Map()));
  given.current = new Map([
    ...given.current,
    ...homeless.flatMap(({ id }) => {
      const place = placed.parties.find((one) => one.id === id)?.position;
      return place ? [[id, place] as const] : [];
    }),
  ]);
  return placed;
}
