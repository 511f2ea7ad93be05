import './whatif.css';
import { useMemo, useRef, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { partyNames, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { RelationshipKind, Scenario } from '../model/scenario.ts';
import type { Candidate } from '../policy/types.ts';
import { selectRelationship } from '../store/edit.ts';
import { drawPair, drawRoute, showRoutes } from '../store/routes.ts';
import type { Effect } from '../what-if/fixes.ts';
import { type Refusal, type Route, routes, type WhyNot, whyNot } from '../what-if/routes.ts';
import { ReasonCard } from './ExplainPanel.tsx';
import { Kinds } from './Kinds.tsx';
import { MarketOf } from './MarketOf.tsx';
import { PartyChoice } from './PartyChoice.tsx';
import { previewing } from './previewing.ts';

/** How the products may reach a party, or one party sell to another: what could be drawn, and why not more. */
export function RoutesPanel() {
  const t = useT();
  const app = useApp();
  const scenario = useScenario();
  const { from, to } = useRoute();
  return (
    <div className="panel">
      <h2 className="panel__title">{t('whatif.routes.title')}</h2>
      <p className="quiet small">{t('whatif.routes.text')}</p>
      <PartyChoice
        // What was typed belongs to the party that was chosen.
        key={`from ${from}`}
        label={t('whatif.routes.from')}
        value={from}
        none={t('whatif.routes.anyFrom')}
        without={to}
        onChange={(party) => showRoutes(app, { from: party, to })}
      />
      <PartyChoice
        key={`to ${to}`}
        label={t('whatif.routes.to')}
        value={to}
        without={from}
        onChange={(party) => showRoutes(app, { from, to: party })}
      />
      {to === null ? (
        <p className="quiet">
          {t(scenario.parties.length === 0 ? 'ui.canvas.empty' : 'whatif.routes.choose')}
        </p>
      ) : (
        <>
          {from === null ? (
            <Found scenario={scenario} from={null} to={to} />
          ) : (
            <Pair key={`${from} ${to}`} scenario={scenario} from={from} to={to} />
          )}
          <p className="quiet small">{t('policy.disclaimer')}</p>
        </>
      )}
    </div>
  );
}

/** What is asked for; without a question, the first customer. A party that is gone is not asked about. */
function useRoute() {
  const { from, to } = useView((state) => state.route);
  const { parties } = useScenario();
  const has = (id: string | null) => parties.some((party) => party.id === id);
  const customer = parties.find(({ id, type }) => type === 'customer' && id !== from)?.id ?? null;
  return { from: has(from) ? from : null, to: has(to) ? to : customer };
}

interface PairProps {
  readonly scenario: Scenario;
  readonly from: string;
  readonly to: string;
}

/** Two parties: joined straight away, by a chain of sales, or by what comes nearest. */
function Pair({ scenario, from, to }: PairProps) {
  const [kind, setKind] = useState<RelationshipKind>('sells');
  const pair: Candidate = { kind, from, to };
  const answer = useMemo(() => whyNot(scenario, { kind, from, to }), [scenario, kind, from, to]);
  return (
    <>
      <Direct pair={pair} answer={answer} onKind={setKind} />
      {kind === 'sells' && <Found scenario={scenario} from={from} to={to} />}
      <Alternatives pair={pair} answer={answer} />
    </>
  );
}

interface FoundProps {
  readonly scenario: Scenario;
  /** Null = any Microsoft. */
  readonly from: string | null;
  readonly to: string;
}

function Found({ scenario, from, to }: FoundProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { here, through, refused, more } = useMemo(
    () => routes(scenario, from ?? undefined, to),
    [scenario, from, to],
  );
  const onDrawn = () => heading.current?.focus();
  return (
    <section>
      <h3 ref={heading} className="heading" tabIndex={-1}>
        {here.length === 0
          ? t('whatif.routes.noneHere')
          : t('whatif.routes.here', { count: here.length })}
      </h3>
      <RouteRows routes={here} onDrawn={onDrawn} />
      {through.length > 0 && (
        <>
          <h3 className="heading">{t('whatif.routes.through')}</h3>
          <RouteRows routes={through} onDrawn={onDrawn} />
        </>
      )}
      {more && <p className="quiet small">{t('whatif.routes.more')}</p>}
      {here.length + through.length === 0 && refused.length === 0 && (
        <p className="quiet">{t('whatif.routes.noShape')}</p>
      )}
      <Refused refused={refused} />
    </section>
  );
}

interface RouteRowsProps {
  readonly routes: readonly Route[];
  readonly onDrawn: () => void;
}

function RouteRows({ routes: found, onDrawn }: RouteRowsProps) {
  return (
    <ul className="rows">
      {found.map((route) => (
        <li key={route.path.join(' ')}>
          <RouteRow route={route} onDrawn={onDrawn} />
        </li>
      ))}
    </ul>
  );
}

function RouteRow({ route, onDrawn }: { readonly route: Route; readonly onDrawn: () => void }) {
  const t = useT();
  const app = useApp();
  const { path, added, edits, draws, effect } = route;
  const names = useMemo(() => partyNames(effect.scenario, t), [effect.scenario, t]);
  const isDrawn = edits.length === 0;
  return (
    <button
      type="button"
      className="row"
      onClick={() => {
        if (isDrawn) {
          app.host.canvas?.reveal(path);
          return;
        }
        drawRoute(app, path, edits);
        onDrawn();
      }}
      {...(isDrawn ? {} : previewing(app, edits))}
    >
      <span className="row__mark verdict--valid">
        <Icon name="valid" />
      </span>
      <span className="row__text">
        <span>
          {path.map((id, i) => (
            <span key={id}>
              {i > 0 && ' → '}
              <span className={added.includes(id) ? 'route__new' : undefined}>
                {added.includes(id)
                  ? t('whatif.routes.newParty', { type: names.get(id) ?? id })
                  : names.get(id)}
              </span>
            </span>
          ))}
        </span>
        <small className="quiet">
          {isDrawn ? t('whatif.routes.isDrawn') : t('whatif.routes.draws', { count: draws })}
        </small>
        {!isDrawn && <EffectWords effect={effect} />}
      </span>
    </button>
  );
}

/** At first so many pairs of a rule; the others are counted. */
const STEPS_SHOWN = 6;

/** The sales that no route can use, each a question of its own. */
function Refused({ refused }: { readonly refused: readonly Refusal[] }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  if (refused.length === 0) return null;
  return (
    <details className="more">
      <summary className="heading">{t('whatif.routes.refused')}</summary>
      {refused.map(({ rule, steps }) => (
        <div key={rule} className="group">
          <p>
            {explainer.ruleTitle(rule)} <MarketOf rule={rule} />
          </p>
          <ul className="names">
            {steps.slice(0, STEPS_SHOWN).map(({ kind, from, to }) => (
              <li key={`${from} ${to}`}>
                <button
                  type="button"
                  className="name"
                  onClick={() => showRoutes(app, { from, to })}
                >
                  {explainer.arrow({ id: '', kind, from, to })}
                </button>
              </li>
            ))}
            {steps.length > STEPS_SHOWN && (
              <li className="quiet">
                {t('whatif.routes.andMore', { count: steps.length - STEPS_SHOWN })}
              </li>
            )}
          </ul>
        </div>
      ))}
    </details>
  );
}

interface DirectProps {
  readonly pair: Candidate;
  readonly answer: WhyNot;
  readonly onKind: (kind: RelationshipKind) => void;
}

/** The two joined straight away: what it would be, and why. */
function Direct({ pair, answer: { verdict, edits }, onKind }: DirectProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const drawn = useDrawn(pair);
  const shown = shownStatus(verdict);
  const [headline] = verdict.rules;
  return (
    <section className="direct">
      <h3 className="heading">{t('whatif.direct.title')}</h3>
      <Kinds value={pair.kind} onChange={onKind} />
      <div className={`result result--${shown}`}>
        <Icon name={shown} />
        <p>
          <strong>{explainer.line({ id: '', ...pair })}</strong>
          <span>
            {t(`policy.status.${shown}`)}
            {headline && ` · ${explainer.ruleTitle(headline)}`}
          </span>
        </p>
      </div>
      {verdict.reasons.map((reason) => (
        <ReasonCard key={reason.rule + JSON.stringify(reason.params)} reason={reason} />
      ))}
      {drawn && (
        <button type="button" className="button" onClick={() => selectRelationship(app, drawn.id)}>
          {t('whatif.direct.show')}
        </button>
      )}
      {!drawn && verdict.status === 'valid' && (
        <button
          type="button"
          className="button button--primary"
          onClick={() => drawPair(app, edits)}
          {...previewing(app, edits)}
        >
          {t('whatif.direct.draw')}
        </button>
      )}
    </section>
  );
}

function useDrawn({ kind, from, to }: Candidate) {
  return useScenario().relationships.find(
    (one) => one.kind === kind && one.from === from && one.to === to,
  );
}

interface AlternativesProps {
  readonly pair: Candidate;
  readonly answer: WhyNot;
}

/** What could be drawn instead of a relationship that is not valid. */
function Alternatives({ pair, answer: { verdict, alternatives } }: AlternativesProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  // One that is drawn has its fixes beside its verdict.
  const drawn = useDrawn(pair);
  if (verdict.status !== 'invalid' || drawn) return null;
  return (
    <section>
      <h3 className="heading">{t('whatif.direct.nearest')}</h3>
      {alternatives.length === 0 && <p className="quiet">{t('whatif.direct.none')}</p>}
      <ul className="fixes">
        {alternatives.map(({ offer, edits, effect }) => (
          <li key={JSON.stringify(edits)}>
            <button
              type="button"
              className="fix"
              onClick={() => drawPair(app, edits)}
              {...previewing(app, edits)}
            >
              <span className="fix__words">{explainer.fix(offer.fix)}</span>
              <EffectWords effect={effect} />
              <span className="fix__nature quiet">{t(`policy.fixNature.${offer.fix.nature}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What drawing it brings along, besides what is asked for. */
function EffectWords({ effect }: { readonly effect: Effect }) {
  const t = useT();
  const { partiesAdded, turnsInvalid, addsInvalid } = effect;
  const harm = turnsInvalid.length + addsInvalid.length;
  return (
    <span className="fix__effects">
      {partiesAdded > 0 && <span>{t('ui.fix.adds', { count: partiesAdded })}</span>}
      {harm > 0 && <span className="fix__harm">{t('ui.fix.turnsInvalid', { count: harm })}</span>}
    </span>
  );
}
