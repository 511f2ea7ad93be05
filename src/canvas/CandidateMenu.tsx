import { type FocusEvent, useState } from 'react';
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
import { useActiveScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { editionOf, RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';
import { ruleOf } from '../policy/rules/index.ts';
import type { RuleId, Verdict } from '../policy/types.ts';

/** Where a relationship may lead, and the verdict it would get there; none where none would be drawn. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly verdict?: Verdict;
}

interface CandidateMenuProps {
  readonly title: string;
  /** The party it stands at; without one, the canvas. */
  readonly at: string | null;
  readonly candidates: readonly Candidate[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

const ORDER = ['plain', 'valid', 'prerequisite', 'prohibited', 'unknown'] as const;

const groupOf = ({ verdict }: Candidate) => (verdict ? shownStatus(verdict) : 'plain');

/** Candidates grouped by verdict, valid ones first; the rest with the reason. */
export function CandidateMenu({ title, at, candidates, onChoose, onClose }: CandidateMenuProps) {
  const t = useT();
  const explainer = useExplainer();
  const isNarrow = useNarrow();
  const separator = t('ui.canvas.separator');
  const edition = editionOf(useActiveScenario());
  const titleOf = (rule: RuleId) => {
    const text = explainer.ruleTitle(rule);
    return ruleOf(rule).usesMarkets ? t('whatif.edition.tagged', { text, edition }) : text;
  };
  // The party may be anywhere; the menu stands at it.
  const [anchor] = useState(() => ({
    current: document.querySelector(placeOf(at)) ?? document.querySelector('main'),
  }));
  const groups = ORDER.map((id) => ({
    id,
    candidates: candidates.filter((candidate) => groupOf(candidate) === id),
  })).filter((group) => group.candidates.length > 0);

  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      // On a phone no side of a party has room for it.
      placement={isNarrow || at === null ? 'bottom' : 'end top'}
      className="popover popover--connect"
      aria-label={title}
    >
      <p className="popover__title">{title}</p>
      {at !== null && <KindChoice />}
      <ListBox
        className="options"
        aria-label={title}
        selectionMode="none"
        autoFocus="first"
        items={groups}
        onFocus={goOnToFirst}
        onAction={(key) => onChoose(String(key))}
      >
        {({ id: shown, candidates }) => (
          <ListBoxSection id={shown}>
            {shown !== 'plain' && (
              <Header className={`options__header options__header--${shown}`}>
                {t(`policy.status.${shown}`)}
              </Header>
            )}
            <Collection items={candidates}>
              {({ id, name, type, verdict }) => {
                const [headline] = verdict?.rules ?? [];
                const reason = headline ? titleOf(headline) : '';
                const status = shown === 'plain' ? '' : t(`policy.status.${shown}`);
                const words = [name, status, reason].filter(Boolean).join(separator);
                return (
                  <ListBoxItem id={id} className="option" textValue={words} aria-label={words}>
                    <span className={`option__mark verdict--${shown}`}>
                      <Icon name={shown === 'plain' ? 'plus' : shown} />
                    </span>
                    <span className="option__text">
                      <span>
                        {name} {type !== name && <small className="quiet">{type}</small>}
                      </span>
                      {reason && <small className="quiet">{reason}</small>}
                    </span>
                  </ListBoxItem>
                );
              }}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Popover>
  );
}

/** The library leaves the keyboard on the list when the list is there before its items. */
function goOnToFirst({ target, currentTarget }: FocusEvent) {
  const first = currentTarget.querySelector('[role=option]');
  if (target === currentTarget && first instanceof HTMLElement) first.focus();
}

function placeOf(party: string | null): string {
  return party === null ? '[data-canvas]' : `[data-focus="party:${CSS.escape(party)}"]`;
}

function KindChoice() {
  const t = useT();
  const { view } = useApp();
  const kind = useView((state) => state.kind);
  return (
    <RadioGroup
      className="segments"
      aria-label={t('ui.palette.kind')}
      orientation="horizontal"
      value={kind}
      onChange={(value) => view.setState({ kind: value as RelationshipKind })}
    >
      {RELATIONSHIP_KINDS.map((one) => (
        <Radio key={one} value={one} className="segment">
          {t(`policy.kind.${one}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
