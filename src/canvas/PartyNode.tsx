import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type PointerEvent, useContext } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { ShownContext } from '../hooks/shown.ts';
import { useActiveScenario, useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { factsOf, type Party } from '../model/scenario.ts';
import { worldOf, wouldBe } from '../policy/judge.ts';
import { countByParty } from '../store/problems.ts';
import { PartyName } from './PartyName.tsx';
import { PartyTools } from './PartyTools.tsx';
import type { PartyFlowNode } from './to-flow.ts';

const SIDES = [
  ['top', Position.Top],
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
] as const;

/** A party: what it is, what it is called, where it stands, and what it has not done yet. */
export const PartyNode = memo(function PartyNode({ id, data, selected }: NodeProps<PartyFlowNode>) {
  const { party } = data;
  const t = useT();
  const { view } = useApp();
  const isRenaming = useView((state) => state.renaming === id);
  const isConnecting = useView((state) => state.connectingFrom !== null);
  const candidate = useCandidate(id);
  const isReadOnly = useView((state) => state.isReadOnly);
  const mark = useContext(ShownContext)?.parties.get(id)?.mark ?? 'same';
  const isAlone = useView(
    ({ selection }) => selection.parties.length === 1 && selection.relationships.length === 0,
  );

  return (
    <div
      className={`party party--${party.type} party--${mark} ${candidate ? `party--would-be-${candidate}` : ''}`}
    >
      {isRenaming ? (
        <PartyName party={party} />
      ) : (
        <PartyBody party={party} isSelected={selected ?? false} />
      )}
      {mark !== 'same' && <span className={`mark mark--${mark}`}>{t(`ui.mark.${mark}`)}</span>}
      {candidate && (
        <span className={`party__candidate verdict verdict--${candidate}`}>
          <Icon name={candidate} />
          {t(`policy.status.${candidate}`)}
        </span>
      )}
      {SIDES.map(([side, position]) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={position}
          className="party__handle"
          aria-hidden="true"
          onClick={() => !isReadOnly && view.setState({ connectingFrom: id })}
        />
      ))}
      {selected && isAlone && !isConnecting && !isRenaming && !isReadOnly && <PartyTools id={id} />}
    </div>
  );
});

function PartyBody({ party, isSelected }: { readonly party: Party; readonly isSelected: boolean }) {
  const t = useT();
  const explainer = useExplainer();
  const { view } = useApp();
  const label = usePartyLabel(party);
  const isTabStop = useIsTabStop(party.id);
  const isReadOnly = useView((state) => state.isReadOnly);
  // What a party lacks is part of the drawing; that it matters is part of the verdict.
  const chip = useView((state) => (state.conceals ? 'chip' : 'chip chip--step'));
  const missing = factsOf(party.type).filter((fact) => party.facts?.[fact] === false);
  const type = t(`policy.party.${party.type}`);
  const name = explainer.partyName(party.id);
  // A name is drawn in the shapes of its author's language, whatever the reader's.
  const authorLanguage = useScenario().language;

  return (
    <button
      type="button"
      className="party__body"
      data-focus={`party:${party.id}`}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-pressed={isSelected}
      onFocus={() => view.setState({ focus: { kind: 'party', id: party.id } })}
      onDoubleClick={() => {
        if (!isReadOnly) view.setState({ renaming: party.id, connectingFrom: null });
      }}
      onPointerDown={keepFocusOnTouch}
    >
      <span className="party__icon">
        <Icon name={party.type} />
      </span>
      <span className="party__text">
        {name !== type && <span className="party__type">{type}</span>}
        <span className="party__name" title={name} lang={party.name ? authorLanguage : undefined}>
          {name}
        </span>
        <span className="party__chips">
          {party.type !== 'microsoft' && (
            <span className={party.country ? 'chip' : chip}>
              {party.country ? explainer.country(party.country) : t('ui.party.countryUnknown')}
            </span>
          )}
          {missing.map((fact) => (
            <span key={fact} className={chip}>
              {t(`policy.missingFact.${fact}`)}
            </span>
          ))}
        </span>
      </span>
    </button>
  );
}

/** Touch scrolls or drags; the click that follows focuses. */
function keepFocusOnTouch(event: PointerEvent) {
  if (event.pointerType === 'touch') event.preventDefault();
}

/** What the relationship being drawn would be if it ended here; undefined while none is being drawn. */
function useCandidate(id: string): Shown | undefined {
  const from = useView((state) => state.connectingFrom);
  const kind = useView((state) => state.kind);
  const scenario = useActiveScenario();
  const conceals = useView((state) => state.conceals);
  if (from === null || from === id || conceals) return undefined;
  // A party may be on the canvas only because another scenario has it.
  if (!worldOf(scenario).nodes.has(id)) return undefined;
  return shownStatus(wouldBe(scenario, { kind, from, to: id }));
}

/** `Indirect reseller Fabrikam, 2 relationships, 1 not valid` */
function usePartyLabel(party: Party): string {
  const t = useT();
  const explainer = useExplainer();
  const count = countByParty(useScenario()).get(party.id);
  const type = t(`policy.party.${party.type}`);
  const name = explainer.partyName(party.id);
  const conceals = useView((state) => state.conceals);
  const notValid = conceals ? 0 : (count?.notValid ?? 0);
  const parts = [
    name === type ? name : t('ui.canvas.typeAndName', { type, name }),
    t('ui.canvas.relationships', { count: count?.relationships ?? 0 }),
    ...(notValid > 0 ? [t('ui.canvas.notValid', { count: notValid })] : []),
  ];
  return parts.join(t('ui.canvas.separator'));
}

function useIsTabStop(id: string): boolean {
  const first = useScenario().parties[0]?.id;
  return useView(({ focus }) => (focus ? focus.kind === 'party' && focus.id === id : id === first));
}
