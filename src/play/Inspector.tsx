import type { Ref } from 'react';
import type { Explainer } from '../i18n/explain.ts';
import type { Edit } from '../model/edit.ts';
import type { PartyType, Scenario } from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';
import type { OfferedFix } from '../what-if/fixes.ts';
import { Explanation } from './Explanation.tsx';
import { PartyForm } from './PartyForm.tsx';
import { usePlaying } from './play-context.ts';
import { RelationshipForm } from './RelationshipForm.tsx';
import type { Selected } from './surface-edits.ts';

interface InspectorProps {
  readonly scenario: Scenario;
  readonly selected: Selected | null;
  /** Null = nothing gives a verdict away. */
  readonly judgement: Judgement | null;
  readonly explainer: Explainer;
  readonly addable: readonly PartyType[];
  readonly isReadOnly: boolean;
  readonly onEdit: (edit: Edit) => void;
  readonly onRemove: (edit: Edit) => void;
  readonly onFix: (offer: OfferedFix) => void;
  /** Where the keyboard goes when the button it was on is gone. */
  readonly heading: Ref<HTMLHeadingElement>;
}

/** What is selected: its verdict where that may be seen, and everything of it that can be changed. */
export function Inspector({
  scenario,
  selected,
  judgement,
  explainer,
  addable,
  isReadOnly,
  onEdit,
  onRemove,
  onFix,
  heading,
}: InspectorProps) {
  const { t } = usePlaying();
  const party =
    selected?.kind === 'party' ? scenario.parties.find(({ id }) => id === selected.id) : undefined;
  const relationship =
    selected?.kind === 'relationship'
      ? scenario.relationships.find(({ id }) => id === selected.id)
      : undefined;
  const verdict = relationship && judgement?.verdicts.get(relationship.id);
  const title = party
    ? explainer.partyName(party.id)
    : relationship
      ? explainer.line(relationship)
      : t('surface.inspector');
  return (
    <section className="plain__inspector" aria-label={t('surface.inspector')}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {!party && !relationship && scenario.parties.length > 0 && (
        <p>{t(isReadOnly ? 'surface.chooseToRead' : 'surface.choose')}</p>
      )}
      {relationship && verdict && (
        <Explanation
          scenario={scenario}
          relationship={relationship}
          verdict={verdict}
          explainer={explainer}
          onFix={isReadOnly ? undefined : onFix}
        />
      )}
      <fieldset className="plain__form" disabled={isReadOnly}>
        <legend className="sr-only">{t('surface.change')}</legend>
        {party && (
          <PartyForm
            key={party.id}
            scenario={scenario}
            party={party}
            explainer={explainer}
            addable={addable}
            isConcealed={judgement === null}
            onEdit={onEdit}
            onDelete={() => onRemove({ op: 'removeParty', party: party.id })}
          />
        )}
        {relationship && (
          <RelationshipForm
            key={relationship.id}
            scenario={scenario}
            relationship={relationship}
            explainer={explainer}
            onEdit={onEdit}
            onDelete={() => onRemove({ op: 'removeRelationship', relationship: relationship.id })}
          />
        )}
      </fieldset>
    </section>
  );
}
