import { createExplainer, type Explainer } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Exercise, Order } from '../training/exercise.ts';
import type { Tally } from '../training/round.ts';
import { usePlaying } from './play-context.ts';
import type { Tutor } from './round-words.ts';
import { StagePicture } from './StagePicture.tsx';

interface QuestionResultProps {
  readonly tally: Tally;
  /** From 1. */
  readonly number: number;
  /** Learners in the round. */
  readonly learners: number;
  readonly tutor: Tutor;
  readonly isRevealed: boolean;
  readonly onReveal: () => void;
}

/** What the class answered to one question: bars in a table, the right answer on request. */
export function QuestionResult(props: QuestionResultProps) {
  const { tally, number, learners, tutor, isRevealed, onReveal } = props;
  const { t, language } = usePlaying();
  const { exercise, answered, right, medianSeconds } = tally;
  const { scenario } = exercise;
  const explainer = createExplainer(t, language, scenario);
  const groups = groupsOf(tally, explainer, tutor, t);
  const numbered = exercise.kind === 'predict' ? exercise.relationships : [];
  return (
    <article className="question" aria-labelledby={`question-${exercise.id}`}>
      <h3 id={`question-${exercise.id}`}>
        {t('classroom.round.question', { n: number })}
        {exercise.title && ` · ${tutor.text(exercise.title)}`}
      </h3>
      <p className="question__task">{tutor.task(exercise)}</p>
      <p className="quiet">
        {t('classroom.round.answered', { count: answered, total: learners })}
        {isRevealed && ` · ${t('classroom.round.right', { count: right, total: answered })}`}
        {medianSeconds !== undefined &&
          ` · ${t('classroom.round.median', { count: medianSeconds })}`}
      </p>
      <div className="question__body">
        {/* The picture of a chain shows its order. */}
        {scenario.parties.length > 0 && (exercise.kind !== 'order' || isRevealed) && (
          <div className="question__picture">
            <StagePicture
              scenario={scenario}
              label={t('classroom.present.picture', {
                title: scenario.title?.trim() || t('ui.scenario.untitled'),
              })}
              isOpen={() => isRevealed}
              numbered={numbered}
            />
            {isRevealed && tally.calibration.length > 0 && <Confidence tally={tally} />}
          </div>
        )}
        <div className="question__tables">
          {groups.map((group) => (
            <Bars
              key={group.title}
              group={group}
              most={Math.max(1, group.of)}
              isRevealed={isRevealed}
            />
          ))}
        </div>
      </div>
      <button type="button" className="button" aria-pressed={isRevealed} onClick={onReveal}>
        {t(isRevealed ? 'classroom.round.hide' : 'classroom.round.reveal')}
      </button>
    </article>
  );
}

interface Group {
  readonly title: string;
  /** How many a full bar stands for. */
  readonly of: number;
  readonly bars: readonly Bar[];
  /** Says by itself what is right, so it waits for that to be revealed. */
  readonly isRevealing?: boolean;
}

interface Bar {
  readonly label: string;
  readonly count: number;
  /** undefined where neither is right. */
  readonly isRight?: boolean;
}

function groupsOf(
  { exercise, counts, answered }: Tally,
  explainer: Explainer,
  tutor: Tutor,
  t: ReturnType<typeof usePlaying>['t'],
): readonly Group[] {
  const lineOf = (id: string) => {
    const line = exercise.scenario.relationships.find((one) => one.id === id);
    return line ? explainer.line(line) : id;
  };
  if (counts.kind === 'predict') {
    return counts.relationships.map(({ relationship, statuses }, i) => ({
      title: `${i + 1} · ${lineOf(relationship)}`,
      of: answered,
      bars: statuses.map(({ of, count, isRight }) => ({
        label: t(`play.predict.${of}`),
        count,
        isRight,
      })),
    }));
  }
  if (counts.kind === 'reason') {
    const title = exercise.kind === 'reason' ? lineOf(exercise.relationship) : '';
    const bars = counts.rules.map(({ of, count, isRight }) => ({
      label: explainer.ruleTitle(of),
      count,
      isRight,
    }));
    return [{ title, of: answered, bars }];
  }
  if (counts.kind === 'spot') {
    const bars = counts.marked.map(({ of, count, isRight }) => ({
      label: lineOf(of),
      count,
      isRight,
    }));
    return [{ title: t('classroom.round.markedAs'), of: answered, bars }];
  }
  if (counts.kind === 'order') {
    const bars = counts.orders
      .filter(({ count }) => count > 0)
      .map(({ of, count, isRight }) => ({
        label: orderWords(exercise, of, explainer, t),
        count,
        isRight,
      }));
    const answer = counts.orders.filter(({ isRight, count }) => isRight && count === 0);
    const right = answer.map(({ of }) => ({
      label: orderWords(exercise, of, explainer, t),
      count: 0,
      isRight: true,
    }));
    return [
      { title: t('classroom.round.answer'), of: answered, bars },
      ...(right.length > 0
        ? [{ title: t('classroom.round.isRight'), of: answered, bars: right, isRevealing: true }]
        : []),
    ];
  }
  const all: Group = {
    title: t('classroom.round.answer'),
    of: answered,
    bars: [
      { label: t('classroom.round.done'), count: counts.done },
      { label: t('classroom.round.notDone'), count: counts.notDone },
    ],
  };
  const missing = counts.missing.map(({ goal, count }) => ({ label: tutor.unmet(goal), count }));
  const edits = counts.edits.map(({ edits: n, count }) => ({
    label: t('classroom.round.edits', { count: n }),
    count,
  }));
  return [
    all,
    ...(missing.length > 0
      ? [{ title: t('classroom.round.missing'), of: answered, bars: missing }]
      : []),
    ...(edits.length > 0
      ? [{ title: t('classroom.round.editsOf'), of: answered, bars: edits }]
      : []),
  ];
}

/** The items in an order, as arrows or as steps. */
function orderWords(
  exercise: Exercise,
  order: readonly number[],
  explainer: Explainer,
  t: ReturnType<typeof usePlaying>['t'],
): string {
  const { items } = exercise as Order;
  const words = order.map((place) => {
    const item = items[place];
    if (!item) return '';
    return 'fact' in item ? t(`policy.fact.${item.fact}`) : explainer.partyName(item.party);
  });
  return words.join(' → ');
}

interface BarsProps {
  readonly group: Group;
  readonly most: number;
  readonly isRevealed: boolean;
}

/** A chart that is a table: each row a bar with its number. */
function Bars({ group, most, isRevealed }: BarsProps) {
  const { t } = usePlaying();
  if (group.isRevealing && !isRevealed) return null;
  return (
    <table className="bars">
      <caption>{group.title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('classroom.round.answer')}</th>
          <th scope="col">{t('classroom.round.count')}</th>
        </tr>
      </thead>
      <tbody>
        {group.bars.map(({ label, count, isRight }) => {
          const mark = isRevealed && isRight !== undefined ? (isRight ? 'right' : 'wrong') : 'open';
          return (
            <tr key={label} className={`bars__row bars__row--${mark}`}>
              <th scope="row">
                {label}
                {mark === 'right' && (
                  <span className="bars__mark verdict--valid">
                    <Icon name="valid" />
                    {t('classroom.round.isRight')}
                  </span>
                )}
              </th>
              <td>
                <span className="bars__track" aria-hidden="true">
                  <span className="bars__bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
                </span>
                <span className="bars__count">{count}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Whether those who were sure were right. */
function Confidence({ tally }: Pick<QuestionResultProps, 'tally'>) {
  const { t } = usePlaying();
  const most = Math.max(1, ...tally.calibration.map(({ right, wrong }) => right + wrong));
  return (
    <table className="bars">
      <caption>{t('classroom.round.confidence')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('classroom.round.confidence')}</th>
          <th scope="col">{t('classroom.round.isRight')}</th>
        </tr>
      </thead>
      <tbody>
        {tally.calibration.map(({ confidence, right, wrong }) => (
          <tr key={confidence} className="bars__row">
            <th scope="row">{t(`play.confidence.${confidence}`)}</th>
            <td>
              <span className="bars__track" aria-hidden="true">
                <span
                  className="bars__bar bars__bar--right"
                  style={{ inlineSize: `${(100 * right) / most}%` }}
                />
                <span
                  className="bars__bar bars__bar--wrong"
                  style={{ inlineSize: `${(100 * wrong) / most}%` }}
                />
              </span>
              <span className="bars__count">
                {t('classroom.round.rightOf', { count: right, total: right + wrong })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
