import './whatif.css';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import {
  useActive,
  useActiveScenario,
  useBaselineComparison,
  useWorkspace,
} from '../hooks/use-state.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import type { Shown } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import {
  compareWithFile,
  compareWithTab,
  endComparison,
  keepBaseline,
  setSpotlight,
} from '../store/comparing.ts';
import { goTo } from '../store/routes.ts';
import { type Baseline, SPOTLIGHTS, type Spotlight } from '../store/workspace.ts';
import { type Comparison, type Summary, summarize } from '../what-if/compare.ts';
import { differenceRows } from './compare-rows.ts';

/** What the scenario is compared with, and how they differ; without a baseline, how to begin. */
export function ComparePanel() {
  const t = useT();
  const { baseline } = useActive();
  const comparison = useBaselineComparison();
  return (
    <div className="panel">
      <h2 className="panel__title">{t('whatif.compare.title')}</h2>
      {baseline && comparison ? (
        <Running baseline={baseline} comparison={comparison} />
      ) : (
        <p className="quiet">{t('whatif.compare.text')}</p>
      )}
      <Start isRunning={baseline !== null} />
    </div>
  );
}

function Start({ isRunning }: { readonly isRunning: boolean }) {
  const t = useT();
  const app = useApp();
  const { open, active } = useWorkspace((state) => state);
  const others = open.filter(({ id }) => id !== active);
  return (
    <section className="group">
      {isRunning && <h3 className="heading">{t('whatif.compare.otherwise')}</h3>}
      <button type="button" className="button" onClick={() => keepBaseline(app)}>
        {t('ui.command.keepBaseline')}
      </button>
      <button type="button" className="button" onClick={() => void compareWithFile(app)}>
        {t('whatif.compare.file')}
      </button>
      {others.length > 0 && (
        <>
          <h3 className="heading">{t('whatif.compare.tabs')}</h3>
          <ul className="rows">
            {others.map(({ id, store }) => {
              const title = store.getState().scenario.title || t('ui.scenario.untitled');
              return (
                <li key={id}>
                  <button
                    type="button"
                    className="row"
                    aria-label={t('whatif.compare.with', { title })}
                    onClick={() => compareWithTab(app, id)}
                  >
                    <span className="row__text">{title}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

interface RunningProps {
  readonly baseline: Baseline;
  readonly comparison: Comparison;
}

function Running({ baseline, comparison }: RunningProps) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  return (
    <>
      <dl className="sides">
        <dt>{t('whatif.compare.a')}</dt>
        <dd>{baselineName(baseline, t)}</dd>
        <dt>{t('whatif.compare.b')}</dt>
        <dd>{t('whatif.compare.now', { title: scenario.title || t('ui.scenario.untitled') })}</dd>
      </dl>
      <p className="summary">{summaryWords(summarize(comparison), t)}</p>
      <button type="button" className="button button--primary" onClick={() => endComparison(app)}>
        <Icon name="close" />
        {t('ui.command.endComparison')}
      </button>
      <RadioGroup
        className="field"
        orientation="horizontal"
        aria-label={t('whatif.compare.spotlight')}
        value={baseline.spotlight}
        onChange={(value) => setSpotlight(app, value as Spotlight)}
      >
        <span className="field__label" aria-hidden="true">
          {t('whatif.compare.spotlight')}
        </span>
        <div className="segments">
          {SPOTLIGHTS.map((one) => (
            <Radio key={one} value={one} className="segment">
              {t(`whatif.compare.spotlights.${one}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Differences baseline={baseline} comparison={comparison} />
    </>
  );
}

function Differences({ baseline, comparison }: RunningProps) {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const scenario = useActiveScenario();
  const rows = useMemo(
    () => differenceRows(comparison, baseline.scenario, scenario, t, language),
    [comparison, baseline.scenario, scenario, t, language],
  );
  if (rows.length === 0) return null;
  return (
    <table className="differences">
      <caption className="heading">{t('whatif.compare.differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('whatif.compare.what')}</th>
          <th scope="col">{t('whatif.compare.a')}</th>
          <th scope="col">{t('whatif.compare.b')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, what, field, a, b, verdicts, target }) => (
          <tr key={key}>
            <th scope="row">
              {target ? (
                <button type="button" className="link" onClick={() => goTo(app, target)}>
                  {what}
                </button>
              ) : (
                what
              )}
              <small className="quiet">{field}</small>
            </th>
            <td>
              <Side words={a} shown={verdicts?.a} />
            </td>
            <td>
              <Side words={b} shown={verdicts?.b} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly words: string;
  readonly shown: Shown | undefined;
}

function Side({ words, shown }: SideProps) {
  if (!shown) return words;
  return (
    <span className={`verdict__side verdict--${shown}`}>
      <Icon name={shown} />
      <span>{words}</span>
    </span>
  );
}

function baselineName({ source, scenario }: Baseline, t: TFunction): string {
  const title = scenario.title || t('ui.scenario.untitled');
  return source === 'kept'
    ? t('whatif.compare.kept', { title })
    : t('whatif.compare.named', { title });
}

const COUNTED = [
  'turnsValid',
  'turnsInvalid',
  'partiesAdded',
  'partiesRemoved',
  'partiesChanged',
  'relationshipsAdded',
  'relationshipsRemoved',
  'relationshipsChanged',
  'settingsChanged',
] as const satisfies readonly (keyof Summary)[];

/** “2 relationships become valid, 1 party is added.” */
export function summaryWords(summary: Summary, t: TFunction): string {
  const parts = COUNTED.filter((what) => summary[what] > 0).map((what) =>
    t(`whatif.compare.sum.${what}`, { count: summary[what] }),
  );
  if (parts.length === 0) return t('whatif.compare.noDifference');
  return t('whatif.compare.sentence', { text: parts.join(t('ui.canvas.separator')) });
}
