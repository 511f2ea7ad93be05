import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { SIDES, type Side } from '../geometry/layout.ts';
import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { moveBeside } from '../store/edit.ts';
import { Choice } from './Choice.tsx';
import { DialogFrame } from './Modal.tsx';

/** Moves a party without dragging: to a side of another party. */
export function MoveDialog() {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useActiveScenario();
  const moved = useView((state) => state.moving);
  const others = scenario.parties.filter(({ id }) => id !== moved);
  const [of, setOf] = useState(others[0]?.id ?? '');
  const [side, setSide] = useState<Side>('below');
  if (moved === null || of === '') return null;
  return (
    <DialogFrame title={t('ui.move.title', { name: explainer.partyName(moved) })}>
      <div className="panel">
        <RadioGroup
          className="segments"
          orientation="horizontal"
          aria-label={t('ui.move.side')}
          value={side}
          onChange={(value) => setSide(value as Side)}
        >
          {SIDES.map((one) => (
            <Radio key={one} value={one} className="segment">
              {t(`ui.move.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Choice
          label={t('ui.move.of')}
          value={of}
          options={others.map(({ id }) => ({ id, name: explainer.partyName(id) }))}
          onChange={setOf}
        />
        <div className="panel__actions">
          <button
            type="button"
            className="button button--primary"
            onClick={() => {
              app.view.setState({ dialog: null, moving: null });
              moveBeside(app, moved, of, side);
              app.host.canvas?.takeFocus();
            }}
          >
            {t('ui.move.do')}
          </button>
        </div>
      </div>
    </DialogFrame>
  );
}
