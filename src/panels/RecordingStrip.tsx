import { useStore } from 'zustand';
import { useApp } from '../hooks/app-context.ts';
import { useLearningWords } from '../hooks/use-learning.ts';
import { useView, useWorkspace } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import type { Scenario } from '../model/scenario.ts';
import type { OpenScenario } from '../store/workspace.ts';
import { editsBetween } from '../training/difference.ts';
import { draftOf, keepDraft } from './exercise-draft.ts';

/** While a solution is recorded: how far it is, and how it ends. */
export function RecordingStrip() {
  const t = useT();
  const { view } = useApp();
  const isReady = useLearningWords();
  const recording = useView((state) => state.recording);
  const active = useWorkspace((state) => state.active);
  const open = useWorkspace((state) => state.open.find(({ id }) => id === recording?.tab));
  if (!isReady || !recording) return null;
  return (
    <div className="first">
      {open && active === recording.tab ? (
        <Recording open={open} start={recording.start} />
      ) : (
        <p role="status">{t('authoring.recording.elsewhere')}</p>
      )}
      <button type="button" className="button" onClick={() => view.setState({ recording: null })}>
        {t('authoring.recording.discard')}
      </button>
    </div>
  );
}

interface RecordingProps {
  readonly open: OpenScenario;
  readonly start: Scenario;
}

function Recording({ open, start }: RecordingProps) {
  const t = useT();
  const { view } = useApp();
  const end = useStore(open.store, (state) => state.scenario);
  const count = editsBetween(start, end).length;
  const use = () => {
    keepDraft(open, { ...draftOf(open), source: 'recorded', recorded: { start, end } });
    view.setState({ recording: null, dialog: 'exercise' });
  };
  return (
    <>
      <p role="status">{t('authoring.recording.text', { count })}</p>
      <button type="button" className="button button--primary" disabled={count === 0} onClick={use}>
        {t('authoring.recording.done')}
      </button>
    </>
  );
}
