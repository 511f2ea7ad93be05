import { parseDate } from '@internationalized/date';
import { Button, DateField, DateInput, DateSegment, Label, Text } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useJudgement, useScenario } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { ScenarioChange } from '../model/edit.ts';
import { EDITIONS, editionOf } from '../model/scenario.ts';
import { tidyName } from '../model/tidy.ts';
import type { CustomerReport } from '../policy/types.ts';
import { edit, selectParty } from '../store/edit.ts';
import { showRoutes } from '../store/routes.ts';
import { Choice } from './Choice.tsx';
import { MpaDates, OtherEdition } from './EditionSection.tsx';
import { Expectations } from './Expectations.tsx';
import { Field } from './Field.tsx';

/** The scenario as a whole: what it is called, by what it is judged, and what reaches each customer. */
export function ScenarioPanel() {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useScenario();
  const { chain, customers } = useJudgement();
  const set = (change: ScenarioChange) => edit(app, { op: 'setScenario', set: change });

  return (
    <div className="panel">
      <h2 className={`chain chain--${chain}`}>{t(`policy.chain.${chain}`)}</h2>
      {customers.length > 0 && (
        <section>
          <h3 className="heading">{t('ui.scenario.customers')}</h3>
          <ul className="rows">
            {customers.map((report) => (
              <li key={report.customer} className="customer">
                <CustomerRow report={report} />
                <button
                  type="button"
                  className="link small"
                  aria-label={t('whatif.routes.toCustomer', {
                    customer: explainer.partyName(report.customer),
                  })}
                  onClick={() => showRoutes(app, { from: null, to: report.customer })}
                >
                  {t('whatif.routes.find')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Field
        label={t('ui.scenario.title')}
        value={scenario.title ?? ''}
        placeholder={t('ui.scenario.untitled')}
        onCommit={(title) => set({ title: tidyName(title) })}
      />
      <Field
        isLong
        label={t('ui.scenario.description')}
        value={scenario.description ?? ''}
        onCommit={(description) => set({ description: description.trim() || null })}
      />
      <Choice
        label={t('ui.scenario.edition')}
        value={editionOf(scenario)}
        options={EDITIONS.map((id) => ({ id, name: t(`policy.edition.${id}`) }))}
        onChange={(edition) => set({ edition })}
      />
      <OtherEdition />
      <AsOf asOf={scenario.asOf ?? null} onChange={(asOf) => set({ asOf })} />
      <MpaDates />
      <Expectations />
      <p className="quiet small">{t('ui.scenario.rulesOf')}</p>
    </div>
  );
}

function CustomerRow({ report }: { readonly report: CustomerReport }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const { customer, served, managed, routes, more } = report;
  const state = served ? 'served' : managed ? 'elsewhere' : 'unserved';
  return (
    <button type="button" className="row" onClick={() => selectParty(app, customer)}>
      <span className={`row__mark verdict--${served ? 'valid' : 'unknown'}`}>
        <Icon name={served ? 'valid' : 'unknown'} />
      </span>
      <span className="row__text">
        {explainer.partyName(customer)}
        {routes.slice(0, 3).map((route) => (
          <small key={route.join()} className="quiet">
            {explainer.path(route)}
          </small>
        ))}
        {(routes.length > 3 || more) && <small className="quiet">…</small>}
        {state !== 'served' && <small className="quiet">{t(`ui.scenario.${state}`)}</small>}
      </span>
    </button>
  );
}

interface AsOfProps {
  readonly asOf: string | null;
  readonly onChange: (asOf: string | null) => void;
}

/** The day the scenario is judged for; without one, today. */
function AsOf({ asOf, onChange }: AsOfProps) {
  const t = useT();
  return (
    <DateField
      className="field"
      value={asOf === null ? null : parseDate(asOf)}
      onChange={(date) => onChange(date?.toString() ?? null)}
    >
      <Label className="field__label">{t('ui.scenario.asOf')}</Label>
      <div className="input input--combo">
        <DateInput className="date">
          {(segment) => <DateSegment segment={segment} className="date__segment" />}
        </DateInput>
        {asOf !== null && (
          <Button
            slot={null}
            className="input__button"
            aria-label={t('ui.scenario.today')}
            onPress={() => onChange(null)}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      <Text slot="description" className="field__hint">
        {t(asOf === null ? 'ui.scenario.asOfToday' : 'ui.scenario.asOfHint')}
      </Text>
    </DateField>
  );
}
