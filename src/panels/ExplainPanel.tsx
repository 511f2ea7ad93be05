import { useApp } from '../hooks/app-context.ts';
import { useJudgement, useScenario } from '../hooks/use-state.ts';
import { useExplainer, useSecondExplainer, useT } from '../hooks/use-t.ts';
import { type Explainer, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { editionOf, isPartner, RELATIONSHIP_KINDS, type Relationship } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import type { Reason, Verdict } from '../policy/types.ts';
import { edit } from '../store/edit.ts';
import { RelationshipExpectation } from './Expectations.tsx';
import { Field } from './Field.tsx';
import { FixList } from './FixList.tsx';

/** The selected relationship: its verdict, why, from which source, and what would cure it. */
export function ExplainPanel({ relationship }: { readonly relationship: Relationship }) {
  const t = useT();
  const explainer = useExplainer();
  const verdict = useJudgement().verdicts.get(relationship.id);
  if (!verdict) return null;
  const shown = shownStatus(verdict);
  const [headline] = verdict.rules;

  return (
    <div className="panel">
      <h2 className="panel__title">{explainer.arrow(relationship)}</h2>
      <LineControls relationship={relationship} />
      <div className={`result result--${shown}`}>
        <Icon name={shown} />
        <p>
          <strong>{t(`policy.status.${shown}`)}</strong>
          {headline && <span>{explainer.ruleTitle(headline)}</span>}
        </p>
      </div>
      {verdict.reasons.map((reason) => (
        <ReasonCard key={reason.rule + JSON.stringify(reason.params)} reason={reason} />
      ))}
      <Why verdict={verdict} />
      <Notes verdict={verdict} />
      {verdict.status === 'unknown' && <p className="card">{t('ui.explain.unknown')}</p>}
      {verdict.status === 'invalid' && <FixList relationship={relationship} />}
      <RelationshipExpectation relationship={relationship} />
      <Reminder relationship={relationship} />
      <p className="quiet small">{t('policy.disclaimer')}</p>
    </div>
  );
}

/** Its kind, its direction and what is sold can still be changed. */
function LineControls({ relationship }: { readonly relationship: Relationship }) {
  const t = useT();
  const app = useApp();
  const { id, kind, from, to, service } = relationship;
  const set = (change: Parameters<typeof edit>[1] & { op: 'setRelationship' }) => edit(app, change);
  return (
    <div className="line-controls">
      <fieldset className="kinds">
        <legend className="sr-only">{t('ui.explain.kind')}</legend>
        <div className="segments">
          {RELATIONSHIP_KINDS.map((one) => (
            <label key={one} className="segment">
              <input
                type="radio"
                name={`kind-${id}`}
                value={one}
                checked={kind === one}
                onChange={() =>
                  set({ op: 'setRelationship', relationship: id, set: { kind: one } })
                }
              />
              <span>{t(`policy.kind.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button button--quiet"
        onClick={() =>
          set({ op: 'setRelationship', relationship: id, set: { from: to, to: from } })
        }
      >
        {t('ui.explain.reverse')}
      </button>
      <button
        type="button"
        className="button button--quiet"
        onClick={() => edit(app, { op: 'removeRelationship', relationship: id })}
      >
        <Icon name="delete" />
        {t('ui.command.delete')}
      </button>
      {kind !== 'partnership' && (
        <Field
          key={id}
          label={t('ui.explain.service')}
          value={service ?? ''}
          onCommit={(typed) =>
            set({ op: 'setRelationship', relationship: id, set: { service: tidyName(typed) } })
          }
        />
      )}
    </div>
  );
}

/** A reason in full: the sentence, how it is known, and from where. */
export function ReasonCard({ reason }: { readonly reason: Reason }) {
  const t = useT();
  const explainer = useExplainer();
  return (
    <article className="card">
      <Bilingual say={(one) => one.reason(reason)} />
      <p className="meta">
        <code>{reason.rule}</code>
        {' · '}
        {t(`policy.category.${reason.category}`)}
        {' · '}
        {t(`policy.strength.${reason.strength}`)}
      </p>
      <p className="meta">
        <Sources sources={reason.sources} />
      </p>
      {reason.market && <p className="meta">{explainer.market(reason)}</p>}
    </article>
  );
}

function Why({ verdict }: { readonly verdict: Verdict }) {
  const t = useT();
  const edition = editionOf(useScenario());
  return verdict.why.map((ok) => (
    <article key={ok.ok} className="card">
      <Bilingual say={(one) => one.ok(ok)} />
      <p className="meta">
        <Sources sources={ok.sources} />
      </p>
      {'region' in ok.params && <p className="meta">{t(`policy.market.${edition}`)}</p>}
    </article>
  ));
}

function Notes({ verdict }: { readonly verdict: Verdict }) {
  const t = useT();
  if (verdict.notes.length === 0) return null;
  return (
    <section>
      <h3 className="heading">{t('ui.explain.notes')}</h3>
      {verdict.notes.map((note) => (
        <article key={note.note} className="card card--note">
          <Bilingual say={(one) => one.note(note)} />
        </article>
      ))}
    </section>
  );
}

/** What a sale to a customer needs besides, which no rule of the article judges (A27). */
function Reminder({ relationship }: { readonly relationship: Relationship }) {
  const t = useT();
  const { parties } = useScenario();
  const typeOf = (id: string) => parties.find((party) => party.id === id)?.type;
  const seller = typeOf(relationship.from);
  const isSale = relationship.kind === 'sells' && typeOf(relationship.to) === 'customer';
  if (!isSale || !seller || !isPartner(seller)) return null;
  return <p className="quiet small">{t('policy.customerAgreement')}</p>;
}

/** A sentence, and below it the same in the second language, for trainers and translators. */
export function Bilingual({ say }: { readonly say: (explainer: Explainer) => string }) {
  const first = useExplainer();
  const second = useSecondExplainer();
  return (
    <>
      <p>{say(first)}</p>
      {second && (
        <p className="second" lang={second.language}>
          {say(second)}
        </p>
      )}
    </>
  );
}

interface SourcesProps {
  readonly sources: Reason['sources'];
}

/** Where a statement comes from, as links to the pages in the reader's language. */
function Sources({ sources }: SourcesProps) {
  const t = useT();
  const explainer = useExplainer();
  if (sources.length === 0) return <span>{t('ui.explain.drawingRule')}</span>;
  return (
    <>
      {explainer.citations(sources).map((citation, i) => (
        <span key={citation.source}>
          {i > 0 && t('ui.explain.listSeparator')}
          <a href={citation.address} target="_blank" rel="noreferrer">
            {explainer.citation(citation)}
          </a>
        </span>
      ))}
    </>
  );
}
