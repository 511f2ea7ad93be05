import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { wouldBe } from '../policy/judge.ts';
import { connect } from '../store/edit.ts';
import { CandidateMenu } from './CandidateMenu.tsx';

/**
 * Every party a relationship may lead to, each with the verdict it would get: what dragging shows, for
 * those who do not drag.
 */
export function ConnectMenu({ from }: { readonly from: string }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useActiveScenario();
  const kind = useView((state) => state.kind);
  const conceals = useView((state) => state.conceals);
  const close = () => {
    app.view.setState({ connectMenu: null });
    app.host.canvas?.takeFocus();
  };
  return (
    <CandidateMenu
      title={t('ui.connect.title', { name: explainer.partyName(from) })}
      at={from}
      candidates={scenario.parties.map(({ id, type }) => ({
        id,
        name: explainer.partyName(id),
        type: t(`policy.party.${type}`),
        ...(conceals ? {} : { verdict: wouldBe(scenario, { kind, from, to: id }) }),
      }))}
      onChoose={(to) => {
        connect(app, from, to, kind);
        close();
      }}
      onClose={close}
    />
  );
}
