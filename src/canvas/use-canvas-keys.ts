import { type KeyboardEvent, useCallback, useRef } from 'react';
import { isComposing } from '../commands/keys.ts';
import { useApp } from '../hooks/app-context.ts';
import { useExplainer } from '../hooks/use-t.ts';
import type { Position } from '../model/scenario.ts';
import { scenarioOf } from '../store/app.ts';
import { connect, movePartiesTo } from '../store/edit.ts';
import type { Target } from '../store/view.ts';
import { partyByName, STEP_OF_KEY, stepFrom } from './focus-order.ts';

/** Canvas units that a party moves at one key press. */
const NUDGE = 12;
const NUDGES: Readonly<Record<string, Position>> = {
  ArrowUp: { x: 0, y: -NUDGE },
  ArrowDown: { x: 0, y: NUDGE },
  ArrowLeft: { x: -NUDGE, y: 0 },
  ArrowRight: { x: NUDGE, y: 0 },
};
/** Letters typed within this time belong to one name. */
const TYPING_MS = 700;

/** Arrows, Home and End walk over the canvas; Shift with an arrow moves the party; letters find one. */
export function useCanvasKeys() {
  const app = useApp();
  const explainer = useExplainer();
  const typed = useRef({ text: '', at: 0 });

  return useCallback(
    (event: KeyboardEvent) => {
      if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
      if (!(event.target as HTMLElement).closest('[data-focus]')) return;
      const { focus, connectingFrom, singleKeys } = app.view.getState();
      const scenario = scenarioOf(app);
      const goTo = (target: Target | null) => {
        event.preventDefault();
        if (!target) return;
        app.view.setState({ focus: target });
        app.host.canvas?.reveal(partiesOf(target));
        app.host.canvas?.takeFocus();
      };
      const partiesOf = ({ kind, id }: Target) => {
        const line = kind === 'relationship' && scenario.relationships.find((one) => one.id === id);
        return line ? [line.from, line.to] : [id];
      };

      const step = STEP_OF_KEY[event.key];
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isTyping = typed.current.text !== '' && event.timeStamp - typed.current.at < TYPING_MS;
      // Once a name has begun, letters that are commands otherwise, and spaces, belong to it.
      const belongsToName = isTyping
        ? isLetter(event.key) || event.key === ' '
        : isLetter(event.key) && !isCommandLetter(event);
      if (step && isPlain && !event.shiftKey) {
        goTo(stepFrom(scenario, focus, step));
      } else if (isPlain && event.shiftKey && NUDGES[event.key] && focus?.kind === 'party') {
        event.preventDefault();
        nudge(focus.id, NUDGES[event.key] as Position);
      } else if (isEnter(event) && !isTyping && connectingFrom && focus?.kind === 'party') {
        event.preventDefault();
        app.view.setState({ connectingFrom: null });
        connect(app, connectingFrom, focus.id);
        app.host.canvas?.takeFocus();
      } else if (isPlain && singleKeys && belongsToName) {
        const text = isTyping ? typed.current.text + event.key : event.key;
        typed.current = { text, at: event.timeStamp };
        goTo(partyByName(scenario, focus, text, explainer.partyName));
      }

      function nudge(id: string, by: Position) {
        const { parties } = app.view.getState().selection;
        const moved = parties.includes(id) ? parties : [id];
        const places = scenario.parties.flatMap(({ id: one, position = { x: 0, y: 0 } }) =>
          moved.includes(one)
            ? [[one, { x: position.x + by.x, y: position.y + by.y }] as const]
            : [],
        );
        movePartiesTo(app, new Map(places));
      }
    },
    [app, explainer],
  );
}

function isEnter({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || key === ' ';
}

function isLetter(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key);
}

/** Letters and digits that are commands on the canvas are not the beginning of a name. */
function isCommandLetter({ code, shiftKey }: KeyboardEvent): boolean {
  return code === 'KeyC' || /^Digit[123]$/.test(code) || (shiftKey && /^Key[LM]$/.test(code));
}
