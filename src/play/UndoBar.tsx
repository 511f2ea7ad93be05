import type { ReactNode } from 'react';
import { PlainButton } from './fields.tsx';
import { usePlaying } from './play-context.ts';

interface UndoBarProps {
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** Undo and redo, which stay where they are when there is nothing to undo. */
export function UndoBar({ onUndo, onRedo, children }: UndoBarProps) {
  const { t } = usePlaying();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, no form
    <div className="plain__bar" role="group" aria-label={t('ui.toolbar')}>
      <PlainButton icon="undo" isDisabled={!onUndo} onPress={() => onUndo?.()}>
        {t('ui.command.undo')}
      </PlainButton>
      <PlainButton icon="redo" isDisabled={!onRedo} onPress={() => onRedo?.()}>
        {t('ui.command.redo')}
      </PlainButton>
      {children}
    </div>
  );
}
