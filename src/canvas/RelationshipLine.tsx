import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useJudgement, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Relationship } from '../model/scenario.ts';
import { selectRelationship } from '../store/edit.ts';
import type { RelationshipFlowEdge } from './to-flow.ts';

/** A relationship, coloured by its verdict. The badge says in words what colour and line say to the eye. */
export const RelationshipLine = memo(function RelationshipLine({
  id,
  data,
  selected,
}: EdgeProps<RelationshipFlowEdge>) {
  const verdict = useJudgement().verdicts.get(id);
  if (!data || !verdict) return null;
  const { relationship, drawn } = data;
  const shown = shownStatus(verdict);

  return (
    <>
      <BaseEdge
        id={id}
        path={drawn.path}
        interactionWidth={20}
        className={`line line--${shown} line--${relationship.kind} ${selected ? 'line--selected' : ''}`}
        {...(relationship.kind === 'partnership' ? {} : { markerEnd: `url(#arrow-${shown})` })}
      />
      <EdgeLabelRenderer>
        <Badge
          relationship={relationship}
          shown={shown}
          isSelected={selected ?? false}
          x={drawn.badge.x}
          y={drawn.badge.y}
        />
      </EdgeLabelRenderer>
    </>
  );
});

interface BadgeProps {
  readonly relationship: Relationship;
  readonly shown: Shown;
  readonly isSelected: boolean;
  readonly x: number;
  readonly y: number;
}

function Badge({ relationship, shown, isSelected, x, y }: BadgeProps) {
  const { id, kind, service } = relationship;
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const isFocus = useView(({ focus }) => focus?.kind === 'relationship' && focus.id === id);
  const status = t(`policy.status.${shown}`);
  const words =
    kind === 'sells'
      ? status
      : t('ui.canvas.kindAndStatus', { kind: t(`policy.kind.${kind}`), status });

  return (
    <button
      type="button"
      className={`verdict verdict--${shown} verdict--badge nodrag nopan`}
      style={{
        transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(var(--badge-scale, 1))`,
      }}
      data-focus={`relationship:${id}`}
      tabIndex={isFocus ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={t('ui.canvas.lineAndStatus', { line: explainer.line(relationship), status })}
      onFocus={() => app.view.setState({ focus: { kind: 'relationship', id } })}
      onClick={(event) => {
        event.stopPropagation();
        selectRelationship(app, id);
      }}
    >
      <Icon name={shown} />
      <span className="verdict__words">
        {words}
        {service?.trim() && <small className="verdict__service">{service}</small>}
      </span>
    </button>
  );
}
