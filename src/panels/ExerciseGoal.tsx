import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useActive } from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { createExplainer } from '../i18n/explain.ts';
import { explainGoal } from '../i18n/explain-fault.ts';
import { Icon } from '../icons/Icon.tsx';
import { applyEdits, type Edit } from '../model/edit.ts';
import { PARTY_TYPES, type PartyType, type Scenario } from '../model/scenario.ts';
import { editsBetween } from '../training/difference.ts';
import { addableOf, fromExpectations, type StartSource, WAYS } from '../training/draft.ts';
import type { Editing } from '../training/exercise.ts';
import { findSolution, goalsIn } from '../training/find-solution.ts';
import { type Unmet, unmetGoals } from '../training/goal.ts';
import { Choice } from './Choice.tsx';
import type { PartProps } from './ExerciseDialog.tsx';
import { ManyOf } from './ManyOf.tsx';

interface GoalProps extends PartProps {
  readonly start: Scenario;
  readonly solution: readonly Edit[];
  readonly exercise: Editing;
  readonly hasBaseline: boolean;
}

/** Where learners begin, what they are to reach, and one way to get there. */
export function ExerciseGoal(props: GoalProps) {
  return (
    <>
      <StartPart {...props} />
      <GoalPart {...props} />
    </>
  );
}

function StartPart({ draft, start, solution, exercise, hasBaseline, onChange }: GoalProps) {
  const t = useT();
  const app = useApp();
  const { id } = useActive();
  const [isNotFound, setNotFound] = useState(false);
  const sources: StartSource[] = [
    'now',
    ...(hasBaseline ? (['baseline'] as const) : []),
    ...(draft.recorded ? (['recorded'] as const) : []),
  ];
  const source = sources.includes(draft.source) ? draft.source : 'now';
  const count = editsBetween(start, applyEdits(start, solution)).length;
  const find = () => {
    const found = findSolution(exercise);
    setNotFound(!found);
    if (found) onChange({ found: { start, edits: found.edits } });
  };
  const record = () => {
    // What is proposed for the start must not be proposed anew for the solution.
    onChange({ kind: draft.kind });
    app.view.setState({ dialog: null, recording: { tab: id, start } });
  };
  return (
    <section className="exercise__part">
      <h3 className="heading">{t('authoring.start.heading')}</h3>
      {sources.length > 1 && (
        <Choice
          label={t('authoring.start.from')}
          value={source}
          options={sources.map((one) => ({ id: one, name: t(`authoring.start.${one}`) }))}
          onChange={(next) => onChange({ source: next })}
        />
      )}
      <p role="status">
        {count > 0
          ? t('authoring.start.solution', { count })
          : t(isNotFound ? 'authoring.start.notFound' : 'authoring.start.none')}
      </p>
      {isNotFound && count === 0 && (
        <p className="quiet small">{t('authoring.start.notFoundHint')}</p>
      )}
      {source === 'now' && (
        <>
          <div className="dialog__actions">
            <button type="button" className="button" onClick={record}>
              <Icon name="rename" />
              {t('authoring.start.record')}
            </button>
            <button type="button" className="button" onClick={find}>
              <Icon name="search" />
              {t('authoring.start.find')}
            </button>
          </div>
          <p className="quiet small">
            {t('authoring.start.recordHint', { done: t('authoring.recording.done') })}
          </p>
        </>
      )}
    </section>
  );
}

function GoalPart({ draft, start, solution, exercise, onChange }: GoalProps) {
  const t = useT();
  const language = useLanguage();
  const explainer = createExplainer(t, language, start);
  const expected = fromExpectations(start);
  const customers = start.parties.filter(({ type }) => type === 'customer');
  const lines = start.relationships.map((one) => ({ id: one.id, name: explainer.line(one) }));
  const parties = start.parties.map(({ id }) => ({ id, name: explainer.partyName(id) }));
  const serve = (customer: string, way: number | null) => {
    const { [customer]: _, ...others } = draft.served;
    const through = way === null ? undefined : WAYS[way];
    onChange({ served: through ? { ...others, [customer]: through } : others });
  };
  const roles = (way: readonly PartyType[]) =>
    new Intl.ListFormat(language).format(way.map((role) => explainer.say({ role })));

  return (
    <section className="exercise__part">
      <h3 className="heading">{t('authoring.goal.heading')}</h3>
      <p className="quiet small">{t('authoring.goal.hint')}</p>
      {expected && (
        <div className="dialog__actions">
          <button type="button" className="button" onClick={() => onChange(expected)}>
            <Icon name="pin" />
            {t('authoring.goal.take')}
          </button>
        </div>
      )}
      <One isSelected={draft.every} onChange={(every) => onChange({ every })}>
        {t('authoring.goal.every')}
      </One>
      {customers.map(({ id }) => {
        const customer = explainer.partyName(id);
        const through = draft.served[id];
        const way = WAYS.findIndex((one) => one.join() === (through ?? []).join());
        return (
          <div key={id} className="exercise__customer">
            <One isSelected={through !== undefined} onChange={(on) => serve(id, on ? 0 : null)}>
              {t('authoring.goal.served', { customer })}
            </One>
            {through !== undefined && (
              <Choice
                label={t('authoring.goal.way', { customer })}
                value={`${way}`}
                options={WAYS.map((one, i) => ({
                  id: `${i}`,
                  name: one.length === 0 ? t('authoring.goal.anyWay') : roles(one),
                }))}
                onChange={(chosen) => serve(id, Number(chosen))}
              />
            )}
          </div>
        );
      })}
      <More label={t('authoring.goal.lines')} count={draft.valid.length}>
        <ManyOf
          label={t('authoring.goal.lines')}
          isLabelHidden
          options={lines}
          value={draft.valid}
          onChange={(valid) => onChange({ valid })}
        />
      </More>
      <More label={t('authoring.goal.kept2')} count={draft.kept.length}>
        <ManyOf
          label={t('authoring.goal.kept2')}
          isLabelHidden
          options={lines}
          value={draft.kept}
          onChange={(kept) => onChange({ kept })}
        />
      </More>
      <More label={t('authoring.goal.unchanged2')} count={draft.unchanged.length}>
        <ManyOf
          label={t('authoring.goal.unchanged2')}
          isLabelHidden
          options={parties}
          value={draft.unchanged}
          onChange={(unchanged) => onChange({ unchanged })}
        />
      </More>
      {exercise.kind === 'repair' ? (
        <label className="field exercise__number">
          <span className="field__label">{t('authoring.goal.limit')}</span>
          <input
            className="input"
            type="number"
            inputMode="numeric"
            min={0}
            max={99}
            value={draft.atMost ?? ''}
            onChange={({ target }) => onChange({ atMost: editsOf(target.value) })}
          />
          <span className="field__hint">{t('authoring.goal.limitHint')}</span>
        </label>
      ) : (
        <ManyOf
          label={t('authoring.goal.addable')}
          options={PARTY_TYPES.map((id) => ({ id, name: t(`policy.party.${id}`) }))}
          value={addableOf(draft)}
          onChange={(addable) => onChange({ addable })}
        />
      )}
      <States
        start={start}
        solution={solution}
        exercise={exercise}
        explain={(goal) => explainGoal(goal, t, explainer)}
      />
    </section>
  );
}

function editsOf(typed: string): number | null {
  const number = Number.parseInt(typed, 10);
  return Number.isNaN(number) ? null : Math.min(99, Math.max(0, number));
}

interface OneProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: string;
}

function One({ children, ...props }: OneProps) {
  return (
    <Checkbox className="check many__one" {...props}>
      <span className="check__box">
        <Icon name="valid" />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}

interface MoreProps {
  readonly label: string;
  readonly count: number;
  readonly children: React.ReactNode;
}

function More({ label, count, children }: MoreProps) {
  return (
    <details>
      <summary>
        {label}
        {count > 0 && <span className="exercise__count"> {count}</span>}
      </summary>
      {children}
    </details>
  );
}

interface StatesProps {
  readonly start: Scenario;
  readonly solution: readonly Edit[];
  readonly exercise: Editing;
  readonly explain: (goal: Unmet) => string;
}

/** Of each part of the goal, whether it holds at the start and whether the solution reaches it. */
function States({ start, solution, exercise: { goal }, explain }: StatesProps) {
  const t = useT();
  const parts = goalsIn(goal);
  const open = new Set(unmetGoals(goal, start, start));
  const isSolved = solution.length > 0;
  const missed = isSolved
    ? new Set(unmetGoals(goal, applyEdits(start, solution), start))
    : undefined;
  return (
    <ul className="rows exercise__states">
      {parts.map((part) => {
        const isMissed = missed?.has(part);
        const shown = isMissed ? 'prohibited' : missed ? 'valid' : 'unknown';
        return (
          <li key={JSON.stringify(part)}>
            <span className={`exercise__state verdict--${shown}`}>
              <Icon name={shown} />
            </span>
            <span>
              {explain(part)}{' '}
              <small className="quiet">
                {t(open.has(part) ? 'authoring.goal.open' : 'authoring.goal.metNow')}
                {missed && ` · ${t(isMissed ? 'authoring.goal.notMet' : 'authoring.goal.isMet')}`}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
