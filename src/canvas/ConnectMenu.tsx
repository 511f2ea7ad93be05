import { useState } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';
import { wouldBe } from '../policy/judge.ts';
import { connect } from '../store/edit.ts';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly shown: Shown;
  readonly reason: string;
}

const ORDER: readonly Shown[] = ['valid', 'prerequisite', 'prohibited', 'unknown'];

/**
 * Every party a relationship may lead to, each with the verdict it would get, valid ones first: what
 * dragging shows, for those who do not drag.
 */
export function ConnectMenu({ from }: { readonly from: string }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const kind = useView((state) => state.kind);
  const groups = useCandidates(from, kind);
  const isNarrow = useNarrow();
  // The party may be anywhere; the menu stands at it.
  const [anchor] = useState(() => ({
    current:
      document.querySelector(`[data-focus="party:${CSS.escape(from)}"]`) ??
      document.querySelector('main'),
  }));
  const close = () => {
    app.view.setState({ connectMenu: null });
    app.host.canvas?.takeFocus();
  };

  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      // On a phone no side of a party has room for it.
      placement={isNarrow ? 'bottom' : 'end top'}
      className="popover popover--connect"
      aria-label={t('ui.connect.title', { name: explainer.partyName(from) })}
    >
      <p className="popover__title">{t('ui.connect.title', { name: explainer.partyName(from) })}</p>
      <RadioGroup
        className="segments"
        aria-label={t('ui.palette.kind')}
        orientation="horizontal"
        value={kind}
        onChange={(value) => app.view.setState({ kind: value as RelationshipKind })}
      >
        {RELATIONSHIP_KINDS.map((one) => (
          <Radio key={one} value={one} className="segment">
            {t(`policy.kind.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <ListBox
        className="options"
        aria-label={t('ui.connect.title', { name: explainer.partyName(from) })}
        selectionMode="none"
        autoFocus="first"
        items={groups}
        onAction={(key) => {
          app.view.setState({ connectMenu: null });
          connect(app, from, String(key), kind);
          app.host.canvas?.takeFocus();
        }}
      >
        {({ id: shown, candidates }) => (
          <ListBoxSection id={shown}>
            <Header className={`options__header options__header--${shown}`}>
              {t(`policy.status.${shown}`)}
            </Header>
            <Collection items={candidates}>
              {({ id, name, type, reason }) => (
                <ListBoxItem
                  id={id}
                  className="option"
                  textValue={[name, t(`policy.status.${shown}`), reason].join(
                    t('ui.canvas.separator'),
                  )}
                >
                  <span className={`option__mark verdict--${shown}`}>
                    <Icon name={shown} />
                  </span>
                  <span className="option__text">
                    <span>
                      {name} {type !== name && <small className="quiet">{type}</small>}
                    </span>
                    {reason && <small className="quiet">{reason}</small>}
                  </span>
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Popover>
  );
}

function useCandidates(
  from: string,
  kind: RelationshipKind,
): { id: Shown; candidates: Candidate[] }[] {
  const t = useT();
  const scenario = useScenario();
  const explainer = useExplainer();
  const candidates = scenario.parties.map(({ id, type }): Candidate => {
    const verdict = wouldBe(scenario, { kind, from, to: id });
    const [headline] = verdict.rules;
    return {
      id,
      name: explainer.partyName(id),
      type: t(`policy.party.${type}`),
      shown: shownStatus(verdict),
      reason: headline ? explainer.ruleTitle(headline) : '',
    };
  });
  return ORDER.map((shown) => ({
    id: shown,
    candidates: candidates.filter((one) => one.shown === shown),
  })).filter((group) => group.candidates.length > 0);
}
