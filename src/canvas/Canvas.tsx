import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  type AriaLabelConfig,
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { ShownContext } from '../hooks/shown.ts';
import { useActive, useActiveScenario, useComparison, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { useTyping } from '../hooks/use-typing.ts';
import { Icon } from '../icons/Icon.tsx';
import { CompareBanner } from './CompareBanner.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import { PartyNode } from './PartyNode.tsx';
import { RelationshipLine } from './RelationshipLine.tsx';
import { useBadgeScale } from './use-badge-scale.ts';
import { FIT, useCanvasHost } from './use-canvas-host.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useConnecting } from './use-connecting.ts';
import { useFlow } from './use-flow.ts';
import { Zoom } from './Zoom.tsx';

const ConnectMenu = lazy(async () => ({
  default: (await import('./ConnectMenu.tsx')).ConnectMenu,
}));

const AddMenu = lazy(async () => ({ default: (await import('./AddMenu.tsx')).AddMenu }));

const NODE_TYPES = { party: PartyNode };
const EDGE_TYPES = { relationship: RelationshipLine };
const GRID: [number, number] = [12, 12];
const ARROWS = ['valid', 'prohibited', 'prerequisite', 'unknown'] as const;
/** The one arrowhead while verdicts are concealed. */
const PLAIN_ARROWS = ['plain'] as const;
/** From this many parties on, only those in sight are drawn. */
const MANY = 150;

/** The drawing surface. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

function Surface() {
  const t = useT();
  const container = useRef<HTMLDivElement>(null);
  useCanvasHost(container);
  const { id: scenarioId, baseline } = useActive();
  const scenario = useActiveScenario();
  const comparison = useComparison();
  const shown = comparison?.merged ?? scenario;
  const isEmpty = shown.parties.length === 0;
  const wasFilled = useWasFilled(scenarioId, !isEmpty);
  const flow = useFlow(shown);
  useBadgeScale(container, flow.edges);
  const connecting = useConnecting();
  const onKeyDown = useCanvasKeys();
  const snap = useView((state) => state.snap);
  const miniMap = useView((state) => state.miniMap);
  const isReadOnly = useView((state) => state.isReadOnly);
  const connectingFrom = useView((state) => state.connectingFrom);
  const addMenu = useView((state) => state.addMenu);
  const connectMenu = useView((state) => state.connectMenu);
  const ariaLabels = useAriaLabels();
  const isTyping = useTyping();

  return (
    <section
      ref={container}
      className={`canvas ${connectingFrom === null ? '' : 'canvas--connecting'} ${isReadOnly ? 'canvas--read-only' : ''}`}
      aria-label={t('ui.canvas.label')}
      data-canvas=""
      data-spotlight={baseline?.spotlight}
      tabIndex={isEmpty ? 0 : -1}
      onKeyDown={onKeyDown}
    >
      <Arrows />
      <ShownContext value={comparison}>
        <ReactFlow
          key={scenarioId}
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={flow.onNodesChange}
          onEdgesChange={flow.onEdgesChange}
          onNodeDragStop={flow.onNodeDragStop}
          onSelectionDragStop={(event, nodes) => flow.onNodeDragStop(event, undefined, nodes)}
          {...connecting}
          connectionLineComponent={ConnectionLine}
          connectionMode={ConnectionMode.Loose}
          connectOnClick={false}
          connectionDragThreshold={4}
          nodeDragThreshold={3}
          // Keys are ours: the library's listen to the whole document, and to typing.
          deleteKeyCode={null}
          // A bare Shift switches Chinese input to English: while typing it selects nothing.
          selectionKeyCode={isTyping ? null : 'Shift'}
          panActivationKeyCode={null}
          nodesDraggable={!isReadOnly}
          nodesConnectable={!isReadOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          ariaLabelConfig={ariaLabels}
          snapToGrid={snap}
          snapGrid={GRID}
          minZoom={0.1}
          maxZoom={2.5}
          fitView={wasFilled}
          fitViewOptions={FIT}
          onlyRenderVisibleElements={flow.nodes.length > MANY}
          elevateNodesOnSelect
          zoomOnDoubleClick={false}
          proOptions={PRO_OPTIONS}
        >
          <Background gap={24} size={1.5} className="canvas__dots" />
          {miniMap && <MiniMap pannable zoomable ariaLabel={t('ui.canvas.miniMap')} />}
        </ReactFlow>
      </ShownContext>
      <Zoom />
      {connectingFrom === null && <CompareBanner />}
      {connectingFrom !== null && <ConnectingBanner from={connectingFrom} />}
      {isEmpty && <EmptyCanvas />}
      {addMenu !== null && (
        <Suspense>
          <AddMenu place={addMenu} />
        </Suspense>
      )}
      {connectMenu !== null && (
        <Suspense>
          <ConnectMenu key={connectMenu} from={connectMenu} />
        </Suspense>
      )}
    </section>
  );
}

/**
 * Whether the scenario had parties when it was opened. Only then is everything brought into sight at
 * first: the first party of an empty one stays where it was dropped.
 */
function useWasFilled(scenarioId: string, isFilled: boolean): boolean {
  const opened = useRef({ scenarioId, isFilled });
  if (opened.current.scenarioId !== scenarioId) opened.current = { scenarioId, isFilled };
  return opened.current.isFilled;
}

/** Its credit stands in the help, in the reader's language, and not as one more stop for the Tab key. */
const PRO_OPTIONS = { hideAttribution: true };

function ConnectingBanner({ from }: { readonly from: string }) {
  const t = useT();
  const { view } = useApp();
  const explainer = useExplainer();
  return (
    <div className="banner" role="status">
      <span>{t('ui.canvas.connecting', { name: explainer.partyName(from) })}</span>
      <button
        type="button"
        className="button button--quiet"
        onClick={() => view.setState({ connectingFrom: null })}
      >
        {t('ui.cancel')}
      </button>
    </div>
  );
}

function EmptyCanvas() {
  const t = useT();
  const { view } = useApp();
  return (
    <div className="empty">
      <p className="empty__title">{t('ui.canvas.empty')}</p>
      <p>{t('ui.canvas.emptyHint')}</p>
      <button type="button" className="button" onClick={() => view.setState({ dialog: 'samples' })}>
        <Icon name="samples" />
        {t('ui.command.samples')}
      </button>
    </div>
  );
}

/** Arrowheads in the colour of each verdict. */
function Arrows() {
  const conceals = useView((state) => state.conceals);
  return (
    <svg className="arrows" aria-hidden="true" focusable="false">
      <defs>
        {(conceals ? PLAIN_ARROWS : ARROWS).map((shown) => (
          <marker
            key={shown}
            id={`arrow-${shown}`}
            className={`arrow arrow--${shown}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M1 1L9 5L1 9z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

/** The library's own accessibility text, which is English otherwise. */
function useAriaLabels(): Partial<AriaLabelConfig> {
  const t = useT();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('ui.flow.node'),
      'node.a11yDescription.keyboardDisabled': t('ui.flow.nodeMovable'),
      'node.a11yDescription.ariaLiveMessage': ({ direction }) =>
        t('ui.flow.moved', { direction: t(`ui.flow.direction.${direction as 'up'}`) }),
      'edge.a11yDescription.default': t('ui.flow.edge'),
      'controls.ariaLabel': t('ui.flow.controls'),
      'controls.zoomIn.ariaLabel': t('ui.command.zoomIn'),
      'controls.zoomOut.ariaLabel': t('ui.command.zoomOut'),
      'controls.fitView.ariaLabel': t('ui.command.fitView'),
      'controls.interactive.ariaLabel': t('ui.flow.lock'),
      'minimap.ariaLabel': t('ui.canvas.miniMap'),
      'handle.ariaLabel': t('ui.flow.handle'),
    }),
    [t],
  );
}
