import './whatif.css';
import { useMemo, useRef, useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { partyNames, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { RelationshipKind, Scenario } from '../model/scenario.ts';
import { selectRelationship } from '../store/edit.ts';
import { drawPair, drawRoute, showRoutes } from '../store/routes.ts';
import { type Refusal, type Route, routes, whyNot } from '../what-if/routes.ts';
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
          <Found scenario={scenario} from={from} to={to} />
          {from !== null && (
            <Direct key={`${from} ${to}`} scenario={scenario} from={from} to={to} />
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
  readonly from: string | null;
  readonly to: string;
}

function Found({ scenario, from, to }: PairProps) {
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
        {t('whatif.routes.here', { count: here.length })}
      </h3>
      {here.length === 0 && <p className="quiet">{t('whatif.routes.noneHere')}</p>}
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
  const harm = effect.turnsInvalid.length + effect.addsInvalid.length;
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
        <small className="fix__effects">
          {isDrawn ? (
            t('whatif.routes.isDrawn')
          ) : (
            <span>{t('whatif.routes.draws', { count: draws })}</span>
          )}
          {added.length > 0 && <span>{t('ui.fix.adds', { count: added.length })}</span>}
          {harm > 0 && (
            <span className="fix__harm">{t('ui.fix.turnsInvalid', { count: harm })}</span>
          )}
        </small>
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
              <li className="quiet">{t('ui.fix.more', { count: steps.length - STEPS_SHOWN })}</li>
            )}
          </ul>
        </div>
      ))}
    </details>
  );
}

interface DirectProps {
  readonly scenario: Scenario;
  readonly from: string;
  readonly to: string;
}

/** The two joined straight away: what it would be, and if it can't be, what comes nearest. */
function Direct({ scenario, from, to }: DirectProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const [kind, setKind] = useState<RelationshipKind>('sells');
  const { verdict, edits, alternatives } = useMemo(
    () => whyNot(scenario, { kind, from, to }),
    [scenario, kind, from, to],
  );
  const shown = shownStatus(verdict);
  const drawn = scenario.relationships.find(
    (one) => one.kind === kind && one.from === from && one.to === to,
  );
  const [headline] = verdict.rules;
  return (
    <section className="direct">
      <h3 className="heading">{t('whatif.direct.title')}</h3>
      <Kinds value={kind} onChange={setKind} />
      <div className={`result result--${shown}`}>
        <Icon name={shown} />
        <p>
          <strong>{explainer.line({ id: '', kind, from, to })}</strong>
          <span>
            {t(`policy.status.${shown}`)}
            {headline && ` · ${explainer.ruleTitle(headline)}`}
          </span>
        </p>
      </div>
      {verdict.reasons.map((reason) => (
        <ReasonCard key={reason.rule + JSON.stringify(reason.params)} reason={reason} />
      ))}
      {drawn ? (
        <button type="button" className="button" onClick={() => selectRelationship(app, drawn.id)}>
          {t('whatif.direct.show')}
        </button>
      ) : (
        verdict.status === 'valid' && (
          <button
            type="button"
            className="button button--primary"
            onClick={() => drawPair(app, edits)}
            {...previewing(app, edits)}
          >
            {t('whatif.direct.draw')}
          </button>
        )
      )}
      {verdict.status === 'invalid' && !drawn && (
        <>
          <h4 className="heading">{t('whatif.direct.nearest')}</h4>
          {alternatives.length === 0 && <p className="quiet">{t('whatif.direct.none')}</p>}
          <ul className="fixes">
            {alternatives.map(({ offer, edits: all, effect }) => (
              <li key={JSON.stringify(all)}>
                <button
                  type="button"
                  className="fix"
                  onClick={() => drawPair(app, all)}
                  {...previewing(app, all)}
                >
                  <span className="fix__words">{explainer.fix(offer.fix)}</span>
                  <span className="fix__effects">
                    {effect.partiesAdded > 0 && (
                      <span>{t('ui.fix.adds', { count: effect.partiesAdded })}</span>
                    )}
                    {effect.turnsInvalid.length + effect.addsInvalid.length > 0 && (
                      <span className="fix__harm">
                        {t('ui.fix.turnsInvalid', {
                          count: effect.turnsInvalid.length + effect.addsInvalid.length,
                        })}
                      </span>
                    )}
                  </span>
                  <span className="fix__nature quiet">
                    {t(`policy.fixNature.${offer.fix.nature}`)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
