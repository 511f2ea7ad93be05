import './whatif.css';
import { useMemo, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { freshId, relationshipIds } from '../model/edit.ts';
import type { Party, Relationship, RelationshipKind } from '../model/scenario.ts';
import { connect } from '../store/edit.ts';
import { showRoutes } from '../store/routes.ts';
import { connections } from '../what-if/routes.ts';
import { Kinds } from './Kinds.tsx';
import { MarketOf } from './MarketOf.tsx';
import { previewing } from './previewing.ts';

/** Who may be joined to the party, in and out, and by which rules the others may not. */
export function ConnectionsSection({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  // Judging every pair waits until somebody asks.
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="group">
      {party.type !== 'microsoft' && (
        <button
          type="button"
          className="button"
          onClick={() => showRoutes(app, { from: null, to: party.id })}
        >
          <Icon name="connect" />
          {t('whatif.routes.toThis')}
        </button>
      )}
      <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="heading">{t('whatif.who.title')}</summary>
        {isOpen && <Who party={party} />}
      </details>
    </section>
  );
}

function Who({ party }: { readonly party: Party }) {
  const t = useT();
  const [kind, setKind] = useState<RelationshipKind>('sells');
  return (
    <div className="group">
      <Kinds value={kind} onChange={setKind} />
      <Way party={party} kind={kind} way="out" title={t(`whatif.who.out.${kind}`)} />
      {kind !== 'partnership' && (
        <Way party={party} kind={kind} way="in" title={t(`whatif.who.in.${kind}`)} />
      )}
    </div>
  );
}

/** So many names of each group; the others are counted. */
const SHOWN = 24;

function Rest({ count }: { readonly count: number }) {
  const t = useT();
  return count > 0 && <li className="quiet">{t('whatif.routes.andMore', { count })}</li>;
}

interface WayProps {
  readonly party: Party;
  readonly kind: RelationshipKind;
  readonly way: 'out' | 'in';
  readonly title: string;
}

function Way({ party, kind, way, title }: WayProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useScenario();
  const { drawn, open, refused } = useMemo(
    () => connections(scenario, party.id, kind, way),
    [scenario, party.id, kind, way],
  );
  const ends = (other: string): Pick<Relationship, 'from' | 'to'> =>
    way === 'out' ? { from: party.id, to: other } : { from: other, to: party.id };
  const drawing = (other: string) => {
    const id = freshId('r', relationshipIds(scenario));
    return [{ op: 'addRelationship', relationship: { id, kind, ...ends(other) } } as const];
  };
  const others = refused.reduce((sum, { parties }) => sum + parties.length, 0);

  return (
    <section className="group">
      <h3 className="heading">{title}</h3>
      <p className="quiet small">
        {t('whatif.who.open', { count: open.length })}
        {t('whatif.who.separator')}
        {t('whatif.who.drawn', { count: drawn.length })}
        {t('whatif.who.separator')}
        {t('whatif.who.refused', { count: others })}
      </p>
      <ul className="names">
        {open.slice(0, SHOWN).map((other) => {
          const { from, to } = ends(other);
          return (
            <li key={other}>
              <button
                type="button"
                className="name name--valid"
                aria-label={t('whatif.who.draw', {
                  line: explainer.line({ id: '', kind, from, to }),
                })}
                onClick={() => connect(app, from, to, kind)}
                {...previewing(app, drawing(other))}
              >
                <Icon name="plus" />
                {explainer.partyName(other)}
              </button>
            </li>
          );
        })}
        <Rest count={open.length - SHOWN} />
      </ul>
      {refused.map(({ rule, parties }) => (
        <div key={rule ?? 'unknown'} className="group">
          <p className="small">
            {rule ? explainer.ruleTitle(rule) : t('policy.status.unknown')}
            {t('whatif.who.count', { count: parties.length })} {rule && <MarketOf rule={rule} />}
          </p>
          <ul className="names">
            {parties.slice(0, SHOWN).map((other) => (
              <li key={other}>
                <button
                  type="button"
                  className="name"
                  aria-label={t('whatif.who.whyNot', {
                    line: explainer.line({ id: '', kind, ...ends(other) }),
                  })}
                  onClick={() => showRoutes(app, ends(other))}
                >
                  {explainer.partyName(other)}
                </button>
              </li>
            ))}
            <Rest count={parties.length - SHOWN} />
          </ul>
        </div>
      ))}
    </section>
  );
}
