import { type ComponentType, useMemo } from 'react';
import { applyEdits } from '../model/edit.ts';
import { PARTY_TYPES } from '../model/scenario.ts';
import { editsBetween } from '../training/difference.ts';
import type { Answer, Editing } from '../training/exercise.ts';
import { lettersOf } from './answers.ts';
import { DEFAULT_SURFACE } from './default-surface.ts';
import { edited, type History, redone, undone } from './history.ts';
import { Letter, Picture } from './Picture.tsx';
import { usePlaying } from './play-context.ts';
import type { SurfaceProps } from './player-props.ts';
import { useExplainer } from './tutor.ts';
import { WhyVerdict } from './WhyVerdict.tsx';

interface EditViewProps {
  readonly exercise: Editing;
  readonly history: History;
  readonly onHistory: (history: History) => void;
  readonly surface: ComponentType<SurfaceProps> | undefined;
  readonly isConcealed: boolean;
  readonly isLocked: boolean;
}

/** Repair or build: the learner edits, with undo and redo, and is told how many edits it takes so far. */
export function EditView({
  exercise,
  history,
  onHistory,
  surface,
  isConcealed,
  isLocked,
}: EditViewProps) {
  const { t } = usePlaying();
  const Surface = surface ?? DEFAULT_SURFACE;
  const { past, now, future } = history;
  const edits = editsBetween(exercise.scenario, now).length;
  const atMost = exercise.kind === 'repair' ? exercise.atMost : undefined;
  const isOver = atMost !== undefined && edits > atMost;
  return (
    <div className="play-edit">
      <p className={`play-count ${isOver ? 'play-count--over' : ''}`}>
        <span>{t('play.edits.used', { count: edits })}</span>
        {atMost !== undefined && <span>{t('play.edits.atMost', { count: atMost })}</span>}
        {exercise.par !== undefined && !isConcealed && (
          <span>{t('play.edits.par', { count: exercise.par })}</span>
        )}
      </p>
      <div className="play-surface">
        {Surface ? (
          <Surface
            scenario={now}
            onEdit={(edits) => onHistory(edited(history, edits))}
            onUndo={past.length > 0 && !isLocked ? () => onHistory(undone(history)) : undefined}
            onRedo={future.length > 0 && !isLocked ? () => onHistory(redone(history)) : undefined}
            isConcealed={isConcealed}
            addable={(exercise.kind === 'build' ? exercise.addable : undefined) ?? PARTY_TYPES}
            isReadOnly={isLocked}
          />
        ) : (
          <Picture scenario={now} isConcealed={isConcealed} />
        )}
      </div>
    </div>
  );
}

interface EditedViewProps {
  readonly exercise: Editing;
  readonly answer: Answer | undefined;
}

/** What was drawn, with the verdicts and why they are what they are. */
export function EditedView({ exercise, answer }: EditedViewProps) {
  const { t } = usePlaying();
  const edits = answer && 'edits' in answer ? answer.edits : exercise.solution;
  const scenario = useMemo(() => applyEdits(exercise.scenario, edits), [exercise.scenario, edits]);
  const labels = useMemo(() => lettersOf(scenario), [scenario]);
  const explainer = useExplainer(scenario);
  return (
    <div className="play-edit">
      <p className="play-count">
        <span>{t('play.edits.used', { count: edits.length })}</span>
        {exercise.par !== undefined && <span>{t('play.edits.par', { count: exercise.par })}</span>}
      </p>
      <div className="play-split">
        <Picture scenario={scenario} isConcealed={false} labels={labels} isListed={false} />
        <ol className="play-rows">
          {scenario.relationships.map((relationship) => (
            <li key={relationship.id} className="play-row">
              <h4 className="play-row__title">
                <Letter labels={labels} relationship={relationship.id} />
                {explainer.line(relationship)}
              </h4>
              <WhyVerdict scenario={scenario} relationship={relationship} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
