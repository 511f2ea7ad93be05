import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import type { PartyType } from '../model/scenario.ts';
import { addNext, addParty, nextPartiesOf } from '../store/edit.ts';
import type { AddMenu as Place } from '../store/view.ts';
import { CandidateMenu } from './CandidateMenu.tsx';

/** The parties that could come next in a chain, with the verdict each would bring; on an empty canvas, all. */
export function AddMenu({ place: { beside, way } }: { readonly place: Place }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  // The kind of relationship is chosen in the menu itself.
  useView((state) => state.kind);
  const addable = useView((state) => state.addable);
  const conceals = useView((state) => state.conceals);
  const close = () => {
    app.view.setState({ addMenu: null });
    app.host.canvas?.takeFocus();
  };
  if (beside === null) {
    return (
      <CandidateMenu
        title={t('ui.addMenu.first')}
        at={null}
        candidates={addable.map(named)}
        onChoose={(type) => {
          addParty(app, type as PartyType);
          close();
        }}
        onClose={close}
      />
    );
  }
  const next = nextPartiesOf(app, beside, way).filter(({ type }) => addable.includes(type));
  return (
    <CandidateMenu
      title={t(`ui.addMenu.${way}`, { name: explainer.partyName(beside) })}
      at={beside}
      candidates={next.map(({ type, verdict }) => ({
        ...named(type),
        ...(conceals ? {} : { verdict }),
      }))}
      onChoose={(chosen) => {
        const one = next.find(({ type }) => type === chosen);
        if (one) addNext(app, one);
        close();
      }}
      onClose={close}
    />
  );

  function named(type: PartyType) {
    const name = t(`policy.party.${type}`);
    return { id: type, name, type: name };
  }
}
