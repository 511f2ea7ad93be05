import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Box } from '../geometry/layout.ts';
import { drawLoose } from '../geometry/line.ts';
import type { Explainer } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { factsOf, type Party, type Position, type Scenario } from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';
import { layOut, type PicturedLine } from './picture-layout.ts';
import { usePlaying } from './play-context.ts';
import type { Selected } from './surface-edits.ts';

/** Changes of the picture by pointer; absent = it is only to be looked at. */
export interface PictureEdits {
  readonly move: (party: string, to: Position) => void;
  readonly connect: (from: string, to: string) => void;
}

interface SurfacePictureProps {
  /** Every party with its place. */
  readonly placed: Scenario;
  /** Null = nothing gives a verdict away. */
  readonly judgement: Judgement | null;
  readonly explainer: Explainer;
  readonly selected: Selected | null;
  readonly onSelect: (selected: Selected | null) => void;
  readonly hasZoom: boolean;
  readonly edits: PictureEdits | undefined;
}

/** How far a pointer moves before a press is a drag, CSS pixels. */
const DRAG_FROM = 6;
/** Smaller, the names can't be read: then one scrolls to the side. */
const LEAST = 0.72;
const ZOOM = { least: 0.4, most: 2, step: 1.25 };

interface Drag {
  readonly party: string;
  /** Where the pointer is, in units of the picture. */
  readonly at: Position;
  readonly to: Position;
  /** The party that it would be connected to. */
  readonly over: string | null;
}

/**
 * The scenario as a picture of buttons: parties and relationships are chosen by click, tap or key. A party
 * that is dragged onto another is connected to it; dragged to a free place it stands there.
 */
export function SurfacePicture({
  placed,
  judgement,
  explainer,
  selected,
  onSelect,
  hasZoom,
  edits,
}: SurfacePictureProps) {
  const { t } = usePlaying();
  const scroller = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const press = useRef<{ party: string; x: number; y: number } | null>(null);
  const wasDragged = useRef(false);

  const isMoving = drag !== null && drag.over === null;
  const still = layOut(placed, judgement, explainer, t, null);
  const layout = isMoving
    ? layOut(placed, judgement, explainer, t, { id: drag.party, to: drag.to })
    : still;
  // While something is dragged the picture keeps its size, or it would run away under the pointer.
  const { frame } = still;
  const fitted = Math.min(1, Math.max(LEAST, (room ?? frame.width) / frame.width));
  const scale = zoom ?? fitted;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const zoomBy = (factor: number) =>
    setZoom(Math.min(ZOOM.most, Math.max(ZOOM.least, scale * factor)));
  const zoomLatest = useRef(zoomBy);
  zoomLatest.current = zoomBy;
  useEffect(() => {
    const element = scroller.current;
    // Without Ctrl the wheel belongs to the page around.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomLatest.current(1.0015 ** -event.deltaY);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);

  const placeOf = ({ clientX, clientY }: PointerEvent): Position => {
    const corner = layer.current?.getBoundingClientRect();
    return {
      x: frame.x + (clientX - (corner?.left ?? 0)) / scale,
      y: frame.y + (clientY - (corner?.top ?? 0)) / scale,
    };
  };

  const dragging = (party: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false;
      if (!edits || event.button !== 0) return;
      // A finger scrolls the page, until it has chosen the party.
      if (event.pointerType === 'touch' && selected?.id !== party) return;
      press.current = { party, x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const start = press.current;
      const box = start && still.boxes.get(start.party);
      if (!start || !box) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!wasDragged.current && Math.hypot(dx, dy) < DRAG_FROM) return;
      wasDragged.current = true;
      const at = placeOf(event);
      const to = { x: box.x + dx / scale, y: box.y + dy / scale };
      setDrag({ party: start.party, at, to, over: partyAt(at, start.party, still.boxes) });
    },
    onPointerUp: () => {
      if (drag && wasDragged.current) {
        const { over, to } = drag;
        if (over !== null) edits?.connect(drag.party, over);
        else edits?.move(drag.party, { x: Math.round(to.x), y: Math.round(to.y) });
      }
      press.current = null;
      setDrag(null);
    },
    onPointerCancel: () => {
      press.current = null;
      setDrag(null);
    },
  });
  const choose = (one: Selected) => {
    // The click that ends a drag chooses nothing.
    if (wasDragged.current) wasDragged.current = false;
    else onSelect(selected?.id === one.id && selected.kind === one.kind ? null : one);
  };

  const from = drag?.over ? still.boxes.get(drag.party) : undefined;
  return (
    <div className="plain-picture">
      <div className="plain-picture__scroller" ref={scroller}>
        <div
          className="plain-picture__room"
          style={{ width: frame.width * scale, height: frame.height * scale }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no picture */}
          <div
            ref={layer}
            className="plain-picture__layer"
            role="group"
            aria-label={t('surface.picture')}
            style={{ width: frame.width, height: frame.height, transform: `scale(${scale})` }}
          >
            <svg
              className="plain-picture__lines"
              viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
              width={frame.width}
              height={frame.height}
              aria-hidden="true"
              focusable="false"
            >
              {layout.lines.map((line) => (
                <Line key={line.id} line={line} isSelected={isChosen(selected, line.id)} />
              ))}
              {drag && from && (
                <path className="plain-line plain-line--loose" d={drawLoose(from, drag.at)} />
              )}
            </svg>
            {placed.parties.map((party) => {
              const box = layout.boxes.get(party.id);
              if (!box) return null;
              const isSelected = selected?.kind === 'party' && selected.id === party.id;
              return (
                <PartyButton
                  key={party.id}
                  party={party}
                  box={box}
                  words={layout.names.get(party.id) ?? ''}
                  frame={frame}
                  explainer={explainer}
                  authorLanguage={placed.language}
                  isConcealed={judgement === null}
                  isSelected={isSelected}
                  isTarget={drag?.over === party.id}
                  onChoose={() => choose({ kind: 'party', id: party.id })}
                  pointer={dragging(party.id)}
                />
              );
            })}
            {layout.lines.map((line) => (
              <Badge
                key={line.id}
                line={line}
                frame={frame}
                scale={scale}
                isSelected={isChosen(selected, line.id)}
                onChoose={() => choose({ kind: 'relationship', id: line.id })}
              />
            ))}
          </div>
        </div>
      </div>
      <div className="plain-picture__foot">
        {edits && placed.parties.length > 1 && <p className="plain-hint">{t('surface.drag')}</p>}
        {hasZoom && (
          // biome-ignore lint/a11y/useSemanticElements: three buttons, no form
          <div className="plain-zoom" role="group" aria-label={t('ui.flow.controls')}>
            <ZoomButton command="zoomIn" icon="plus" onPress={() => zoomBy(ZOOM.step)} />
            <ZoomButton command="zoomOut" icon="minus" onPress={() => zoomBy(1 / ZOOM.step)} />
            <ZoomButton command="fitView" icon="fit" onPress={() => setZoom(null)} />
          </div>
        )}
      </div>
    </div>
  );
}

function isChosen(selected: Selected | null, relationship: string): boolean {
  return selected?.kind === 'relationship' && selected.id === relationship;
}

function partyAt(
  { x, y }: Position,
  except: string,
  boxes: ReadonlyMap<string, Box>,
): string | null {
  for (const [id, box] of boxes) {
    const isIn = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    if (isIn && id !== except) return id;
  }
  return null;
}

interface LineProps {
  readonly line: PicturedLine;
  readonly isSelected: boolean;
}

function Line({ line: { kind, shown, drawn }, isSelected }: LineProps) {
  const verdict = shown ? `plain-line--${shown}` : 'plain-line--neutral';
  const weight = isSelected ? 'plain-line--selected' : '';
  return (
    <g className={`plain-line ${verdict} plain-line--${kind} ${weight}`}>
      <path d={drawn.path} />
      {kind !== 'partnership' && <path className="plain-line__head" d={headOf(drawn.path)} />}
    </g>
  );
}

/** The arrow head at the end of `M… C…`, in the direction in which the curve arrives. */
function headOf(path: string): string {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const [cx = 0, cy = 0, x = 0, y = 0] = numbers.slice(-4);
  const length = Math.hypot(x - cx, y - cy) || 1;
  const [ux, uy] = [(x - cx) / length, (y - cy) / length];
  const corner = (side: 1 | -1) =>
    `${x - 9 * ux + side * 4.5 * uy} ${y - 9 * uy - side * 4.5 * ux}`;
  return `M${x} ${y}L${corner(1)}L${corner(-1)}z`;
}

interface PartyButtonProps {
  readonly party: Party;
  readonly box: Box;
  /** In full, for who can't see it. */
  readonly words: string;
  readonly frame: Box;
  readonly explainer: Explainer;
  readonly authorLanguage: string | undefined;
  readonly isConcealed: boolean;
  readonly isSelected: boolean;
  readonly isTarget: boolean;
  readonly onChoose: () => void;
  readonly pointer: object;
}

function PartyButton({
  party,
  box,
  words,
  frame,
  explainer,
  authorLanguage,
  isConcealed,
  isSelected,
  isTarget,
  onChoose,
  pointer,
}: PartyButtonProps) {
  const { t } = usePlaying();
  const type = t(`policy.party.${party.type}`);
  const name = explainer.partyName(party.id);
  const missing = factsOf(party.type).filter((fact) => party.facts?.[fact] === false);
  // What a party lacks is part of the drawing; that it matters is part of the verdict.
  const warning = isConcealed ? '' : 'plain-chip--step';
  return (
    <button
      type="button"
      className={`plain-party ${isTarget ? 'plain-party--target' : ''}`}
      aria-label={words}
      aria-pressed={isSelected}
      style={{
        left: box.x - frame.x,
        top: box.y - frame.y,
        width: box.width,
        minHeight: box.height,
      }}
      onClick={onChoose}
      {...pointer}
    >
      <span className="plain-party__icon">
        <Icon name={party.type} />
      </span>
      <span className="plain-party__text">
        {name !== type && <span className="plain-party__type">{type}</span>}
        <span className="plain-party__name" lang={party.name ? authorLanguage : undefined}>
          {name}
        </span>
        {party.type !== 'microsoft' && (
          <span className="plain-party__chips">
            <span className={`plain-chip ${party.country ? '' : warning}`}>
              {party.country ? explainer.country(party.country) : t('ui.party.countryUnknown')}
            </span>
            {missing.map((fact) => (
              <span key={fact} className={`plain-chip ${warning}`}>
                {t(`policy.missingFact.${fact}`)}
              </span>
            ))}
          </span>
        )}
      </span>
    </button>
  );
}

interface BadgeProps {
  readonly line: PicturedLine;
  readonly frame: Box;
  readonly scale: number;
  readonly isSelected: boolean;
  readonly onChoose: () => void;
}

function Badge({ line, frame, scale, isSelected, onChoose }: BadgeProps) {
  const { drawn, words, service, shown, name, width, height } = line;
  return (
    <button
      type="button"
      className={`plain-badge ${shown ? `plain-badge--${shown}` : ''}`}
      aria-label={name}
      aria-pressed={isSelected}
      style={{
        left: drawn.badge.x - frame.x,
        top: drawn.badge.y - frame.y,
        minWidth: width,
        minHeight: height,
        // A small picture does not make them too small to be read and to be hit.
        transform: `translate(-50%, -50%) scale(${Math.min(1.15, Math.max(1, 1 / scale))})`,
      }}
      onClick={onChoose}
    >
      {shown && <Icon name={shown} />}
      <span>
        {words}
        {service && <small>{service}</small>}
      </span>
    </button>
  );
}

interface ZoomButtonProps {
  readonly command: 'zoomIn' | 'zoomOut' | 'fitView';
  readonly icon: 'plus' | 'minus' | 'fit';
  readonly onPress: () => void;
}

function ZoomButton({ command, icon, onPress }: ZoomButtonProps) {
  const { t } = usePlaying();
  const words = t(`ui.command.${command}`);
  return (
    <button type="button" aria-label={words} title={words} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
