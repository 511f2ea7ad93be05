import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { Order, OrderItem } from '../training/exercise.ts';
import { rightOrder } from '../training/grade.ts';
import { moved } from './answers.ts';
import type { KindProps } from './kind-props.ts';
import { Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';

/** Put into order: by buttons, by arrow keys, or by dragging. The drawing would tell, and comes last. */
export function OrderView({
  exercise,
  draft,
  onDraft,
  isLocked,
  isRevealed,
  wasShown,
}: KindProps<Order>) {
  const { t, announce } = usePlaying();
  const wordsOf = useItemWords(exercise);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  if (isRevealed) return <RightOrder exercise={exercise} draft={draft} wasShown={wasShown} />;

  const { order } = draft;
  const put = (place: number, to: number) => {
    const from = order.indexOf(place);
    const next = moved(order, from, to);
    if (next === order) return;
    onDraft({ ...draft, order: next });
    const item = exercise.items[place] as OrderItem;
    announce(t('play.order.movedTo', { value: wordsOf(item), n: to + 1, max: order.length }));
  };
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    put(place, order.indexOf(place) + by);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged === null || !list.current) return;
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const over = rows.findIndex(
      ({ top, bottom }) => event.clientY >= top && event.clientY <= bottom,
    );
    if (over >= 0) put(dragged, over);
  };

  return (
    <fieldset className="play-question" disabled={isLocked} data-question="">
      <legend className="play-row__title">{t('play.order.legend')}</legend>
      <p className="play-meta">{t('play.order.how')}</p>
      <ol ref={list} className="play-order">
        {order.map((place, index) => {
          const value = wordsOf(exercise.items[place] as OrderItem);
          return (
            <li
              key={place}
              className={`play-order__item ${dragged === place ? 'play-order__item--dragged' : ''}`}
            >
              <button
                type="button"
                className="play-order__handle"
                aria-label={t('play.order.move', { value, n: index + 1, max: order.length })}
                onKeyDown={(event) => onKeyDown(event, place)}
                onPointerDown={(event) => {
                  if (isLocked) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(place);
                }}
                onPointerMove={onPointerMove}
                onPointerUp={() => setDragged(null)}
                onPointerCancel={() => setDragged(null)}
              >
                <span className="play-order__n">{index + 1}</span>
                <span className="play-order__words">{value}</span>
              </button>
              <button
                type="button"
                className="play-button play-button--icon"
                aria-label={t('play.order.up', { value })}
                disabled={index === 0}
                onClick={() => put(place, index - 1)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                className="play-button play-button--icon"
                aria-label={t('play.order.down', { value })}
                disabled={index === order.length - 1}
                onClick={() => put(place, index + 1)}
              >
                <Icon name="down" />
              </button>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}

function RightOrder({
  exercise,
  draft,
  wasShown,
}: Pick<KindProps<Order>, 'exercise' | 'draft' | 'wasShown'>) {
  const { t } = usePlaying();
  const wordsOf = useItemWords(exercise);
  const right = rightOrder(exercise);
  const isOfParties = exercise.items.every((item) => 'party' in item);
  return (
    <div className={isOfParties ? 'play-split' : undefined}>
      {isOfParties && <Picture scenario={exercise.scenario} isConcealed={false} />}
      <ol className="play-order">
        {right.map((place, index) => {
          const yours = draft.order.indexOf(place);
          const isRight = yours === index;
          return (
            <li key={place} className="play-order__item">
              <span className="play-order__handle play-order__handle--still">
                <span className="play-order__n">{index + 1}</span>
                <span className="play-order__words">
                  {wordsOf(exercise.items[place] as OrderItem)}
                  {!wasShown && (
                    <small className={`play-yours play-yours--${isRight ? 'right' : 'wrong'}`}>
                      <Icon name={isRight ? 'valid' : 'prohibited'} />
                      {t('play.order.yours', { n: yours + 1 })}
                    </small>
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function useItemWords({ scenario }: Order): (item: OrderItem) => string {
  const { t } = usePlaying();
  const explainer = useExplainer(scenario);
  return (item) => {
    if ('fact' in item) return t(`policy.fact.${item.fact}`);
    const party = scenario.parties.find(({ id }) => id === item.party);
    const name = explainer.partyName(item.party);
    const type = party ? t(`policy.party.${party.type}`) : name;
    return name === type ? name : t('ui.canvas.typeAndName', { type, name });
  };
}
