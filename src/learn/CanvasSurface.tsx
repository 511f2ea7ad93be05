import '../panels/panels.css';
import '../play/plain-surface.css';
import './canvas-surface.css';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { I18nProvider } from 'react-aria-components';
import { Canvas } from '../canvas/Canvas.tsx';
import { KindChoice, Palette } from '../canvas/Palette.tsx';
import { type CommandId, isEnabled } from '../commands/commands.ts';
import { commandFor } from '../commands/keys.ts';
import { placeNew } from '../geometry/layout.ts';
import { AppContext, useApp, useAppContext } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useExplainer } from '../hooks/use-t.ts';
import { isTextField } from '../hooks/use-typing.ts';
import { Announcer } from '../panels/Announcer.tsx';
import { Inspector } from '../play/Inspector.tsx';
import { usePlaying } from '../play/play-context.ts';
import type { SurfaceProps } from '../play/player-props.ts';
import type { Selected } from '../play/surface-edits.ts';
import { UndoBar } from '../play/UndoBar.tsx';
import { usePlaced } from '../play/use-placed.ts';
import { activeScenario, judgementOf } from '../store/app.ts';
import { applyFix, edit, forgetWhatIsGone, removeSelection } from '../store/edit.ts';
import { say } from '../store/view.ts';
import { createPrivateApp, editsDone } from './private-app.ts';

/** What the keys do on this canvas: what concerns the drawing, and nothing of the explorer around. */
const KEYS: ReadonlySet<CommandId> = new Set([
  'delete',
  'selectAll',
  'rename',
  'connect',
  'addNext',
  'addBefore',
  'arrange',
  'kindSells',
  'kindPartnership',
  'kindManages',
  'fitView',
  'zoomIn',
  'zoomOut',
]);
/** The same where nothing can be changed. */
const KEYS_TO_READ: ReadonlySet<CommandId> = new Set(['selectAll', 'fitView', 'zoomIn', 'zoomOut']);

/** The canvas of the explorer as a surface for exercises, with a scenario of its own. */
export function CanvasSurface(props: SurfaceProps) {
  const { scenario, onEdit, onUndo, onRedo, isConcealed, isReadOnly, addable } = props;
  const { app: outer, words } = useAppContext();
  const { language } = usePlaying();
  const placed = usePlaced(scenario, placeNew);
  const [app] = useState(() => {
    const made = createPrivateApp(outer, placed);
    made.view.setState({ conceals: isConcealed, isReadOnly, addable });
    return made;
  });
  useLayoutEffect(() => {
    app.view.setState({ conceals: isConcealed, isReadOnly, addable, language });
  }, [app, isConcealed, isReadOnly, addable, language]);

  const latest = useRef(onEdit);
  latest.current = onEdit;
  const isFollowing = useRef(false);
  // Whoever is told of an edit may take it or not: either way the canvas follows.
  const [told, setTold] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each edit that was told
  useLayoutEffect(() => {
    isFollowing.current = true;
    activeScenario(app).store.setState({ scenario: placed });
    isFollowing.current = false;
    forgetWhatIsGone(app);
  }, [app, placed, told]);
  useEffect(
    () =>
      activeScenario(app).store.subscribe(({ scenario: after }, { scenario: before }) => {
        if (isFollowing.current) return;
        const edits = editsDone(before, after);
        if (edits.length === 0) return;
        latest.current(edits);
        setTold((n) => n + 1);
      }),
    [app],
  );

  const undo =
    onUndo &&
    (() => {
      onUndo();
      say(app.view, 'undone');
    });
  const redo =
    onRedo &&
    (() => {
      onRedo();
      say(app.view, 'redone');
    });
  const context = useMemo(() => ({ app, words }), [app, words]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOnCanvas(event.target)) return;
    // The explorer around listens too, and would do it to the reader's own work.
    event.stopPropagation();
    if (event.defaultPrevented) return;
    const command = commandFor(event.nativeEvent, {
      onCanvas: true,
      inText: isTextField(document.activeElement),
      singleKeys: app.view.getState().singleKeys,
    });
    if (!command) return;
    const { id } = command;
    if (id === 'undo' || id === 'redo') {
      event.preventDefault();
      if (!isReadOnly) (id === 'undo' ? undo : redo)?.();
    } else if ((isReadOnly ? KEYS_TO_READ : KEYS).has(id)) {
      event.preventDefault();
      if (isEnabled(command, app)) command.run(app);
    }
  };
  const keep = (event: ClipboardEvent) => {
    if (isOnCanvas(event.target)) event.stopPropagation();
  };

  return (
    <AppContext value={context}>
      <I18nProvider locale={language}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the canvas within */}
        <div
          className="plain canvas-surface"
          onKeyDown={onKeyDown}
          onCopy={keep}
          onCut={keep}
          onPaste={keep}
        >
          {!isReadOnly && <UndoBar onUndo={undo} onRedo={redo} />}
          <div className="canvas-surface__body">
            {!isReadOnly && (
              <div className="canvas-surface__palette">
                {addable.length > 0 ? <Palette /> : <KindChoice />}
              </div>
            )}
            <Canvas />
            <div className="canvas-surface__side">
              <Details />
            </div>
          </div>
          <Announcer />
        </div>
      </I18nProvider>
    </AppContext>
  );
}

function isOnCanvas(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-canvas]') !== null;
}

/** What is selected on the canvas, in native forms. */
function Details() {
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useActiveScenario();
  const { parties, relationships } = useView((state) => state.selection);
  const { conceals, isReadOnly, addable } = useView((state) => state);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Inspector
      scenario={scenario}
      selected={onlyOne(parties, relationships)}
      judgement={conceals ? null : judgementOf(scenario)}
      explainer={explainer}
      addable={addable}
      isReadOnly={isReadOnly}
      onEdit={(one) => edit(app, one)}
      onRemove={() => {
        removeSelection(app);
        heading.current?.focus();
      }}
      onFix={({ fix }) => {
        applyFix(app, fix);
        heading.current?.focus();
      }}
      heading={heading}
    />
  );
}

function onlyOne(parties: readonly string[], relationships: readonly string[]): Selected | null {
  const [party, relationship] = [parties[0], relationships[0]];
  if (parties.length + relationships.length !== 1) return null;
  return party === undefined
    ? { kind: 'relationship', id: relationship as string }
    : { kind: 'party', id: party };
}
