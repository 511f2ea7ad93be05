import './plain-surface.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { createExplainer } from '../i18n/explain.ts';
import { HOME } from '../i18n/locale.ts';
import { Icon } from '../icons/Icon.tsx';
import { applyEdits, type Edit } from '../model/edit.ts';
import {
  EDITIONS,
  editionOf,
  RELATIONSHIP_KINDS,
  type RelationshipKind,
  type Scenario,
} from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { Judgement } from '../policy/types.ts';
import { countsOf } from '../render/svg.ts';
import { PlainButton, RadioField, SelectField, TextField } from './fields.tsx';
import { Inspector } from './Inspector.tsx';
import { usePlaying } from './play-context.ts';
import type { SurfaceProps } from './player-props.ts';
import { SurfacePicture } from './SurfacePicture.tsx';
import {
  flipsBetween,
  newParty,
  newRelationship,
  type Selected,
  stillThere,
} from './surface-edits.ts';
import { UndoBar } from './UndoBar.tsx';
import { usePlaced } from './use-placed.ts';

export interface PlainSurfaceProps extends SurfaceProps {
  /** Absent = the surface keeps for itself what is selected. */
  readonly selected?: Selected | null;
  readonly onSelect?: (selected: Selected | null) => void;
  /** Whether the picture has buttons to zoom; absent = it has. */
  readonly hasZoom?: boolean;
  /** Further buttons beside undo and redo. */
  readonly tools?: ReactNode;
}

/** A scenario edited with a picture and with native forms, for pages where the canvas would be too much. */
export function PlainSurface({
  scenario,
  onEdit,
  onUndo,
  onRedo,
  isConcealed,
  addable,
  isReadOnly,
  selected: given,
  onSelect,
  hasZoom = true,
  tools,
}: PlainSurfaceProps) {
  const playing = usePlaying();
  const { t, language } = playing;
  const [own, setOwn] = useState<Selected | null>(null);
  const selected = stillThere(scenario, given === undefined ? own : given);
  const placed = usePlaced(scenario);
  const explainer = useMemo(() => createExplainer(t, language, scenario), [t, language, scenario]);
  const judgement = useMemo(() => (isConcealed ? null : judge(scenario)), [isConcealed, scenario]);
  const inspector = useRef<HTMLHeadingElement>(null);
  const announceNext = useAnnouncements(scenario, judgement);

  const select = (one: Selected | null) => {
    setOwn(one);
    onSelect?.(one);
  };
  /** One step; what is to be said of it is said when it is there. */
  const act = (edits: readonly Edit[], say?: (after: Scenario) => string) => {
    announceNext(say?.(applyEdits(scenario, edits)) ?? '');
    onEdit(edits);
  };
  const connect = (kind: RelationshipKind, from: string, to: string) => {
    const relationship = newRelationship(scenario, kind, from, to);
    act([{ op: 'addRelationship', relationship }], (after) => {
      const line = createExplainer(t, language, after).line(relationship);
      if (isConcealed) return t('ui.say.connected.hidden', { line });
      const status = judge(after).verdicts.get(relationship.id)?.status ?? 'unknown';
      return t(`ui.say.connected.${status}`, { line });
    });
    select({ kind: 'relationship', id: relationship.id });
  };
  const remove = (edit: Edit) => {
    act([edit], () => t('ui.say.removed', { count: 1 }));
    select(null);
    // The button that was pressed goes with what it deleted.
    inspector.current?.focus();
  };
  const [kind, setKind] = useState<RelationshipKind>('sells');

  return (
    <div className="plain">
      {!isReadOnly && (
        <UndoBar
          onUndo={
            onUndo &&
            (() => {
              announceNext(t('ui.say.undone'));
              onUndo();
            })
          }
          onRedo={
            onRedo &&
            (() => {
              announceNext(t('ui.say.redone'));
              onRedo();
            })
          }
        >
          {tools}
        </UndoBar>
      )}
      {judgement && <Summary judgement={judgement} />}
      <div className="plain__body">
        <div className="plain__main">
          {scenario.parties.length === 0 ? (
            <p className="plain__empty">{t('ui.canvas.empty')}</p>
          ) : (
            <SurfacePicture
              placed={placed}
              judgement={judgement}
              explainer={explainer}
              selected={selected}
              onSelect={select}
              hasZoom={hasZoom}
              edits={
                isReadOnly
                  ? undefined
                  : {
                      move: (id, position) =>
                        act([{ op: 'setParty', party: id, set: { position } }]),
                      connect: (from, to) => connect(kind, from, to),
                    }
              }
            />
          )}
        </div>
        <div className="plain__side">
          <Inspector
            scenario={scenario}
            selected={selected}
            judgement={judgement}
            explainer={explainer}
            addable={addable}
            isReadOnly={isReadOnly}
            onEdit={(edit) => act([edit])}
            onRemove={remove}
            onFix={({ fix }) => {
              act(fix.edits, (after) => {
                const { valid } = flipsBetween(judge(scenario), judge(after));
                return t('ui.say.fixed', { count: valid });
              });
              inspector.current?.focus();
            }}
            heading={inspector}
          />
          {!isReadOnly && addable.length > 0 && (
            <details className="plain__more" open={scenario.parties.length === 0}>
              <summary>{t('surface.add')}</summary>
              <div className="plain-row">
                {addable.map((type) => (
                  <PlainButton
                    key={type}
                    icon={type}
                    onPress={() => {
                      const added = newParty(scenario, type, HOME[language]);
                      act([{ op: 'addParty', party: added }], (after) =>
                        t('ui.say.added', {
                          party: createExplainer(t, language, after).partyName(added.id),
                        }),
                      );
                      select({ kind: 'party', id: added.id });
                    }}
                  >
                    {t(`policy.party.${type}`)}
                  </PlainButton>
                ))}
              </div>
            </details>
          )}
          {!isReadOnly && scenario.parties.length > 1 && (
            <details className="plain__more">
              <summary>{t('surface.connect')}</summary>
              <ConnectForm
                parties={scenario.parties.map(({ id }) => ({ id, name: explainer.partyName(id) }))}
                start={selected?.kind === 'party' ? selected.id : undefined}
                kind={kind}
                onKind={setKind}
                onConnect={(from, to) => connect(kind, from, to)}
              />
            </details>
          )}
          {!isReadOnly && (
            <details className="plain__more">
              <summary>{t('surface.setting')}</summary>
              <SettingForm scenario={scenario} onEdit={(edit) => act([edit])} />
            </details>
          )}
        </div>
      </div>
    </div>
  );
}

/**
 * Says what was done once it is there, and which verdicts changed with it; a change from outside is not
 * announced.
 */
function useAnnouncements(scenario: Scenario, judgement: Judgement | null) {
  const { t, announce } = usePlaying();
  const pending = useRef<{ sentence: string; before: Judgement | null } | null>(null);
  const latest = useRef(scenario);
  useEffect(() => {
    if (latest.current === scenario) return;
    latest.current = scenario;
    const due = pending.current;
    pending.current = null;
    if (!due) return;
    const flips =
      due.before && judgement ? flipsBetween(due.before, judgement) : { valid: 0, invalid: 0 };
    const parts = [
      due.sentence,
      flips.invalid > 0 ? t('ui.say.flips.invalid', { count: flips.invalid }) : '',
      flips.valid > 0 ? t('ui.say.flips.valid', { count: flips.valid }) : '',
    ].filter(Boolean);
    if (parts.length > 0) announce(parts.join(t('ui.canvas.separator')));
  });
  return (sentence: string) => {
    pending.current = { sentence, before: judgement };
  };
}

function Summary({ judgement }: { readonly judgement: Judgement }) {
  const { t } = usePlaying();
  return (
    <p className="plain__summary">
      <strong>{t(`policy.chain.${judgement.chain}`)}</strong>
      {countsOf(judgement, t).map(({ shown, words }) => (
        <span key={shown} className={`plain-verdict plain-verdict--${shown}`}>
          <Icon name={shown} />
          {words}
        </span>
      ))}
    </p>
  );
}

interface ConnectFormProps {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** The party that is selected. */
  readonly start: string | undefined;
  readonly kind: RelationshipKind;
  readonly onKind: (kind: RelationshipKind) => void;
  readonly onConnect: (from: string, to: string) => void;
}

/** What dragging does, for those who do not drag. */
function ConnectForm({ parties, start, kind, onKind, onConnect }: ConnectFormProps) {
  const { t } = usePlaying();
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const known = (id: string | undefined) => parties.find((one) => one.id === id)?.id;
  const from = known(chosen.from) ?? known(start) ?? (parties[0]?.id as string);
  const others = parties.filter(({ id }) => id !== from);
  const to = others.find(({ id }) => id === chosen.to)?.id ?? (others[0]?.id as string);
  return (
    <>
      <SelectField
        label={t('surface.from')}
        value={from}
        options={parties}
        onChange={(id) => setChosen({ ...chosen, from: id })}
      />
      <RadioField
        label={t('ui.explain.kind')}
        value={kind}
        options={RELATIONSHIP_KINDS.map((id) => ({ id, name: t(`policy.kind.${id}`) }))}
        onChange={onKind}
      />
      <SelectField
        label={t('surface.to')}
        value={to}
        options={others}
        onChange={(id) => setChosen({ from, to: id })}
      />
      <PlainButton icon="connect" onPress={() => onConnect(from, to)}>
        {t('surface.draw')}
      </PlainButton>
    </>
  );
}

interface SettingFormProps {
  readonly scenario: Scenario;
  readonly onEdit: (edit: Edit) => void;
}

/** By which edition and as of which day it is judged. */
function SettingForm({ scenario, onEdit }: SettingFormProps) {
  const { t } = usePlaying();
  return (
    <>
      <SelectField
        label={t('ui.scenario.edition')}
        value={editionOf(scenario)}
        options={EDITIONS.map((id) => ({ id, name: t(`policy.edition.${id}`) }))}
        onChange={(edition) => onEdit({ op: 'setScenario', set: { edition } })}
      />
      <TextField
        type="date"
        label={t('ui.scenario.asOf')}
        hint={t(scenario.asOf ? 'ui.scenario.asOfHint' : 'ui.scenario.asOfToday')}
        value={scenario.asOf ?? ''}
        onCommit={(day) => onEdit({ op: 'setScenario', set: { asOf: day === '' ? null : day } })}
      />
    </>
  );
}
