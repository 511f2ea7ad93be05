import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { ShownContext } from '../hooks/shown.ts';
import { useJudgement, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { type Shown, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Relationship } from '../model/scenario.ts';
import { selectRelationship } from '../store/edit.ts';
import type { RelationshipComparison } from '../what-if/compare.ts';
import type { RelationshipFlowEdge } from './to-flow.ts';

/** A relationship, coloured by its verdict. The badge says in words what colour and line say to the eye. */
export const RelationshipLine = memo(function RelationshipLine({
  id,
  data,
  selected,
}: EdgeProps<RelationshipFlowEdge>) {
  const verdict = useJudgement().verdicts.get(id);
  const compared = useContext(ShownContext)?.relationships.get(id);
  const conceals = useView((state) => state.conceals);
  if (!data || !verdict) return null;
  const { relationship, drawn } = data;
  const shown = conceals ? undefined : shownStatus(verdict);
  const look = shown ?? 'plain';

  return (
    <>
      <BaseEdge
        id={id}
        path={drawn.path}
        interactionWidth={20}
        className={`line line--${look} line--${relationship.kind} line--${compared?.mark ?? 'same'} ${selected ? 'line--selected' : ''}`}
        {...(relationship.kind === 'partnership' ? {} : { markerEnd: `url(#arrow-${look})` })}
      />
      <EdgeLabelRenderer>
        <Badge
          relationship={relationship}
          shown={shown}
          compared={compared}
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
  /** Undefined while verdicts are concealed. */
  readonly shown: Shown | undefined;
  readonly compared: RelationshipComparison | undefined;
  readonly isSelected: boolean;
  readonly x: number;
  readonly y: number;
}

function Badge({ relationship, shown, compared, isSelected, x, y }: BadgeProps) {
  const { id, kind, service } = relationship;
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const isFocus = useView(({ focus }) => focus?.kind === 'relationship' && focus.id === id);
  const status = shown && t(`policy.status.${shown}`);
  const kindWords = t(`policy.kind.${kind}`);
  const words = !status
    ? kindWords
    : kind === 'sells'
      ? status
      : t('ui.canvas.kindAndStatus', { kind: kindWords, status });
  const mark = compared?.flips ? 'flips' : (compared?.mark ?? 'same');
  const markWords = mark === 'same' ? '' : t(`ui.mark.${mark}`);
  const line = explainer.line(relationship);
  const name = status ? t('ui.canvas.lineAndStatus', { line, status }) : line;

  return (
    <button
      type="button"
      className={`verdict verdict--${shown ?? 'plain'} verdict--badge verdict--${mark} nodrag nopan`}
      style={{
        transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(var(--badge-scale, 1))`,
      }}
      data-focus={`relationship:${id}`}
      tabIndex={isFocus ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={markWords ? t('ui.mark.marked', { line: name, mark: markWords }) : name}
      onFocus={() => app.view.setState({ focus: { kind: 'relationship', id } })}
      onClick={(event) => {
        event.stopPropagation();
        // What is gone can't be selected; what became of it stands in the comparison.
        if (mark === 'removed') app.view.setState({ panel: 'compare', sheet: 'panel' });
        else selectRelationship(app, id);
      }}
    >
      {shown && <Icon name={shown} />}
      <span className="verdict__words">
        {words}
        {markWords && <small className="verdict__mark">{markWords}</small>}
        {service?.trim() && <small className="verdict__service">{service}</small>}
      </span>
    </button>
  );
}
