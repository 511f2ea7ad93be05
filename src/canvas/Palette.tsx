import { type MouseEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { type PartyType, RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';
import { addParty } from '../store/edit.ts';

/** How far the pointer moves before a press is a drag, in pixels. */
const DRAG_FROM = 5;

interface Drag {
  readonly type: PartyType;
  readonly x: number;
  readonly y: number;
}

/**
 * The party types. Each is a button that adds one in the middle; pressed and dragged, by mouse, pen or
 * finger, it adds one where it is let go.
 */
export function Palette({ onAdded }: { readonly onAdded?: () => void }) {
  const t = useT();
  const app = useApp();
  const addable = useView((state) => state.addable);
  const { drag, handlers } = usePaletteDrag((type, x, y) => {
    const at = app.host.canvas?.placeAt(x, y);
    if (!at) return;
    addParty(app, type, at);
    onAdded?.();
  });

  return (
    <section className="palette" aria-labelledby="palette-title">
      <h2 id="palette-title" className="heading">
        {t('ui.palette.parties')}
      </h2>
      <ul className="palette__types">
        {addable.map((type) => (
          <li key={type}>
            <button
              type="button"
              className={`palette__type palette__type--${type}`}
              title={t('ui.palette.addHint')}
              onClick={() => {
                addParty(app, type);
                onAdded?.();
              }}
              {...handlers(type)}
            >
              <span className="party__icon">
                <Icon name={type} />
              </span>
              {t(`policy.party.${type}`)}
            </button>
          </li>
        ))}
      </ul>
      <KindChoice />
      {drag && (
        <div className="palette__ghost" style={{ left: drag.x, top: drag.y }} aria-hidden="true">
          <span className="party__icon">
            <Icon name={drag.type} />
          </span>
          {t(`policy.party.${drag.type}`)}
        </div>
      )}
    </section>
  );
}

/** What the next relationship will be. */
export function KindChoice() {
  const t = useT();
  const { view } = useApp();
  const kind = useView((state) => state.kind);
  const group = useId();
  return (
    <fieldset className="kinds">
      <legend className="heading">{t('ui.palette.kind')}</legend>
      <div className="segments">
        {RELATIONSHIP_KINDS.map((one) => (
          <label key={one} className="segment">
            <input
              type="radio"
              name={group}
              value={one}
              checked={kind === one}
              onChange={() => view.setState({ kind: one as RelationshipKind })}
            />
            <span>{t(`policy.kind.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Dragging by pointer events, so that a finger drags like a mouse; Escape lets go without adding. */
function usePaletteDrag(onDrop: (type: PartyType, x: number, y: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const press = useRef<Drag | null>(null);
  const wasDragged = useRef(false);
  const isDragging = drag !== null;

  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      press.current = null;
      setDrag(null);
    };
    addEventListener('keydown', cancel);
    return () => removeEventListener('keydown', cancel);
  }, [isDragging]);

  const handlers = (type: PartyType) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      press.current = { type, x: event.clientX, y: event.clientY };
      wasDragged.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent) => {
      const start = press.current;
      if (!start) return;
      if (!wasDragged.current && Math.hypot(x - start.x, y - start.y) < DRAG_FROM) return;
      wasDragged.current = true;
      setDrag({ type, x, y });
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      if (press.current && wasDragged.current) onDrop(type, clientX, clientY);
      press.current = null;
      setDrag(null);
    },
    onPointerCancel: () => {
      press.current = null;
      setDrag(null);
    },
    // The click that ends a drag is not another party.
    onClickCapture: (event: MouseEvent) => {
      const isByKey = event.detail === 0;
      if (!wasDragged.current || isByKey) return;
      wasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  });
  return { drag, handlers };
}
