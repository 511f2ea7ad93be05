import type { Explainer } from '../i18n/explain.ts';
import type { Edit, RelationshipChange } from '../model/edit.ts';
import { RELATIONSHIP_KINDS, type Relationship, type Scenario } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import { PlainButton, RadioField, SelectField, TextField } from './fields.tsx';
import { usePlaying } from './play-context.ts';

interface RelationshipFormProps {
  readonly scenario: Scenario;
  readonly relationship: Relationship;
  readonly explainer: Explainer;
  readonly onEdit: (edit: Edit) => void;
  readonly onDelete: () => void;
}

/** Its kind, its ends and their order, and what is sold or managed. */
export function RelationshipForm({
  scenario,
  relationship: { id, kind, from, to, service },
  explainer,
  onEdit,
  onDelete,
}: RelationshipFormProps) {
  const { t } = usePlaying();
  const set = (change: RelationshipChange) =>
    onEdit({ op: 'setRelationship', relationship: id, set: change });
  const parties = scenario.parties.map((one) => ({
    id: one.id,
    name: explainer.partyName(one.id),
  }));
  return (
    <>
      <RadioField
        label={t('ui.explain.kind')}
        value={kind}
        options={RELATIONSHIP_KINDS.map((one) => ({ id: one, name: t(`policy.kind.${one}`) }))}
        onChange={(one) => set({ kind: one })}
      />
      <SelectField
        label={t('surface.from')}
        value={from}
        options={parties}
        onChange={(party) => set({ from: party })}
      />
      <SelectField
        label={t('surface.to')}
        value={to}
        options={parties}
        onChange={(party) => set({ to: party })}
      />
      {kind !== 'partnership' && (
        <TextField
          label={t('ui.explain.service')}
          value={service ?? ''}
          onCommit={(typed) => set({ service: tidyName(typed) })}
        />
      )}
      <div className="plain-row">
        <PlainButton onPress={() => set({ from: to, to: from })}>
          {t('ui.explain.reverse')}
        </PlainButton>
        <PlainButton icon="delete" isQuiet onPress={onDelete}>
          {t('ui.command.delete')}
        </PlainButton>
      </div>
    </>
  );
}
