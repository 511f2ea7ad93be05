import type { TFunction } from 'i18next';
import type { Picture } from '../render/svg.ts';
import { button, el, sign } from './dom.ts';

const MOST_HEIGHT = 640;
const ZOOM = { least: 0.2, most: 4, step: 1.25 };
/** CSS pixels of an arrow key. */
const STEP = 40;
/** CSS pixels that a finger needs. */
const TARGET = 24;

interface Options {
  readonly picture: Picture;
  readonly t: TFunction;
  readonly hasZoom: boolean;
  readonly select: (relationship: string) => void;
}

/** Two of them: their middle on the ground and how far they are apart, in CSS pixels. */
interface Fingers {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

/**
 * The picture in a frame: all of it at first; dragged, zoomed and moved by keys. The wheel belongs to the
 * page around it until somebody clicks the picture, and again when they leave it, unless Ctrl is held. One
 * finger belongs to that page too; two fingers zoom and move. On the badges lie buttons.
 */
export function createFrame({ picture, t, hasZoom, select }: Options) {
  // It is our own writing, in which every text is escaped; read as XML, no script in it would run.
  const read = new DOMParser().parseFromString(picture.svg, 'image/svg+xml');
  const svg = document.importNode(read.documentElement, true);
  const badges = picture.badges.map(({ relationship, words, ...place }) => {
    const attributes = { class: 'badge', 'aria-label': words, 'aria-expanded': 'false' };
    return { ...place, relationship, element: button(attributes, () => select(relationship)) };
  });
  const ground = el('div', { class: 'ground', tabindex: '0', role: 'group' }, svg);
  ground.setAttribute('aria-label', t('embed.frame'));
  ground.append(...badges.map(({ element }) => element));
  const frame = el('div', { class: 'frame' }, ground);

  let view = { x: 0, y: 0, scale: 1 };
  let isFitted = true;
  let isActive = false;
  const show = () => {
    const { x, y, scale } = view;
    svg.style.cssText = `width:${picture.width * scale}px;height:${picture.height * scale}px;transform:translate(${x}px,${y}px)`;
    for (const { element, ...badge } of badges) {
      const width = Math.max(TARGET, badge.width * scale);
      const height = Math.max(TARGET, badge.height * scale);
      const left = x + badge.x * scale - width / 2;
      const top = y + badge.y * scale - height / 2;
      element.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    }
  };
  const fitAll = () => {
    const { clientWidth: width } = ground;
    const scale = Math.min(1, width / picture.width, MOST_HEIGHT / picture.height);
    ground.style.height = `${Math.ceil(picture.height * scale)}px`;
    view = { x: Math.max(0, (width - picture.width * scale) / 2), y: 0, scale };
    isFitted = true;
    ground.classList.remove('ground--moved');
    show();
  };
  const set = (next: typeof view) => {
    view = next;
    isFitted = false;
    ground.classList.add('ground--moved');
    show();
  };
  const move = (x: number, y: number) => set({ ...view, x: view.x + x, y: view.y + y });
  /** Keeps what is at a point of the ground where it is. */
  const zoom = (factor: number, x = ground.clientWidth / 2, y = ground.clientHeight / 2) => {
    const scale = Math.min(ZOOM.most, Math.max(ZOOM.least, view.scale * factor));
    const grown = scale / view.scale;
    set({ scale, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown });
  };

  const activate = (wish: boolean) => {
    isActive = wish;
    ground.classList.toggle('ground--active', wish);
  };
  ground.addEventListener('click', ({ target }) =>
    activate(!(target instanceof HTMLButtonElement)),
  );
  ground.addEventListener('pointerleave', () => activate(false));
  ground.addEventListener('blur', () => activate(false));
  ground.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !isActive) return;
      event.preventDefault();
      const { left, top } = ground.getBoundingClientRect();
      zoom(1.0015 ** -event.deltaY, event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  ground.addEventListener('keydown', (event) => {
    if (event.target !== ground || event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => move(STEP, 0),
      ArrowRight: () => move(-STEP, 0),
      ArrowUp: () => move(0, STEP),
      ArrowDown: () => move(0, -STEP),
      '+': () => zoom(ZOOM.step),
      '=': () => zoom(ZOOM.step),
      '-': () => zoom(1 / ZOOM.step),
      '0': fitAll,
      Escape: () => ground.blur(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  ground.addEventListener('pointermove', (event) => {
    // Fingers are told apart below.
    if (event.buttons === 1 && event.pointerType !== 'touch')
      move(event.movementX, event.movementY);
  });
  let fingers: Fingers | null = null;
  const spread = ({ touches }: TouchEvent): Fingers | null => {
    const [a, b, more] = touches;
    if (!a || !b || more) return null;
    const { left, top } = ground.getBoundingClientRect();
    return {
      x: (a.clientX + b.clientX) / 2 - left,
      y: (a.clientY + b.clientY) / 2 - top,
      distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    };
  };
  const meet = (event: TouchEvent) => {
    fingers = spread(event);
  };
  for (const kind of ['touchstart', 'touchend', 'touchcancel'] as const) {
    ground.addEventListener(kind, meet, { passive: true });
  }
  ground.addEventListener(
    'touchmove',
    (event) => {
      const next = spread(event);
      if (!next || !fingers) return;
      if (event.cancelable) event.preventDefault();
      move(next.x - fingers.x, next.y - fingers.y);
      // Two fingers in one place have no distance to compare.
      if (fingers.distance > 0) zoom(next.distance / fingers.distance, next.x, next.y);
      fingers = next;
    },
    { passive: false },
  );
  // A badge that the keyboard reaches must be in sight.
  ground.addEventListener('scroll', () => ground.scrollTo(0, 0));
  ground.addEventListener('focusin', ({ target }) => {
    const badge = badges.find(({ element }) => element === target);
    if (!badge || isFitted) return;
    const [x, y] = [view.x + badge.x * view.scale, view.y + badge.y * view.scale];
    const isSeen = x > 0 && y > 0 && x < ground.clientWidth && y < ground.clientHeight;
    if (!isSeen) move(ground.clientWidth / 2 - x, ground.clientHeight / 2 - y);
  });

  if (hasZoom) {
    const zooms = [
      ['zoomIn', 'plus', () => zoom(ZOOM.step)],
      ['zoomOut', 'minus', () => zoom(1 / ZOOM.step)],
      ['fitView', 'fit', fitAll],
    ] as const;
    const bar = el('div', { class: 'zoom', role: 'group', 'aria-label': t('ui.flow.controls') });
    for (const [command, icon, act] of zooms) {
      const words = t(`ui.command.${command}`);
      bar.append(button({ 'aria-label': words, title: words }, act, sign(icon)));
    }
    frame.append(bar);
  }
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (ground.clientWidth === width) return;
    width = ground.clientWidth;
    fitAll();
  });
  observer.observe(ground);

  return {
    element: frame,
    badge: (relationship: string | null) =>
      badges.find((one) => one.relationship === relationship)?.element,
    mark: (relationship: string | null) => {
      for (const one of badges) {
        one.element.setAttribute('aria-expanded', String(one.relationship === relationship));
      }
    },
    close: () => observer.disconnect(),
  };
}
