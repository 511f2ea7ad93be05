import { Radio, RadioGroup } from 'react-aria-components';
import { useT } from '../hooks/use-t.ts';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';

interface KindsProps {
  readonly value: RelationshipKind;
  readonly onChange: (kind: RelationshipKind) => void;
}

/** Which kind of relationship is asked about. */
export function Kinds({ value, onChange }: KindsProps) {
  const t = useT();
  return (
    <RadioGroup
      className="segments"
      aria-label={t('ui.explain.kind')}
      orientation="horizontal"
      value={value}
      onChange={(kind) => onChange(kind as RelationshipKind)}
    >
      {RELATIONSHIP_KINDS.map((kind) => (
        <Radio key={kind} value={kind} className="segment">
          {t(`policy.kind.${kind}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
