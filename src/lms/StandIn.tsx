import { usePlaying } from '../play/play-context.ts';
import type { PlayerProps } from '../play/player-props.ts';
import { answered, exercisesOf, openedExercise, submitted } from '../training/run.ts';

/** Until there is a player: an exercise is answered with what nobody would answer. */
export function StandIn({ course, run, onRun, onLeave }: PlayerProps) {
  const { t } = usePlaying();
  const work = { seconds: 5, hints: 0, sawSolution: false };
  return (
    <main>
      <p>{JSON.stringify(Object.keys(run.results))}</p>
      {exercisesOf(course).map((exercise) => (
        <button
          type="button"
          key={exercise.id}
          onClick={() => {
            const { id } = exercise;
            const isEdits = exercise.kind === 'repair' || exercise.kind === 'build';
            const answer = isEdits
              ? ({ kind: exercise.kind, edits: exercise.solution } as const)
              : ({ kind: 'spot', relationships: [] } as const);
            onRun(answered(openedExercise(run, id), course, id, answer, work));
          }}
        >
          {exercise.id}
        </button>
      ))}
      <button type="button" onClick={() => onRun(submitted(run))}>
        {t('lms.over.title')}
      </button>
      <button type="button" onClick={onLeave}>
        {t('ui.close')}
      </button>
    </main>
  );
}
