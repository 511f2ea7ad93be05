import './panels.css';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { countVerdicts } from '../store/problems.ts';
import type { PanelId } from '../store/view.ts';
import { BulkEdits } from './BulkEdits.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { ExplainPanel } from './ExplainPanel.tsx';
import { PartyPanel } from './PartyPanel.tsx';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { RoutesPanel } from './RoutesPanel.tsx';
import { ScenarioPanel } from './ScenarioPanel.tsx';

/** What is selected, and everything that is not valid. */
export function SidePanel() {
  const t = useT();
  const { view } = useApp();
  const panel = useView((state) => state.panel);
  const { prohibited, prerequisite, unknown } = countVerdicts(useScenario());
  const problems = prohibited + prerequisite + unknown;
  return (
    <Tabs
      className="side"
      selectedKey={panel}
      onSelectionChange={(key) => view.setState({ panel: key as PanelId })}
    >
      <TabList className="side__tabs" aria-label={t('ui.panel.label')}>
        <Tab id="details" className="side__tab">
          {t('ui.panel.details')}
        </Tab>
        <Tab id="problems" className="side__tab">
          {t('ui.panel.problems')}
          {problems > 0 && <span className="count">{problems}</span>}
        </Tab>
        <Tab id="routes" className="side__tab">
          {t('whatif.routes.tab')}
        </Tab>
        <Tab id="compare" className="side__tab">
          {t('whatif.compare.tab')}
        </Tab>
      </TabList>
      <TabPanel id="details" className="side__panel">
        <Details />
      </TabPanel>
      <TabPanel id="problems" className="side__panel">
        <h2 className="sr-only">{t('ui.panel.problems')}</h2>
        <ProblemsPanel />
      </TabPanel>
      <TabPanel id="routes" className="side__panel">
        <RoutesPanel />
      </TabPanel>
      <TabPanel id="compare" className="side__panel">
        <ComparePanel />
      </TabPanel>
    </Tabs>
  );
}

function Details() {
  const { parties, relationships } = useView((state) => state.selection);
  const scenario = useScenario();
  if (parties.length + relationships.length > 1) {
    return <SeveralSelected count={parties.length + relationships.length} />;
  }
  const relationship = scenario.relationships.find(({ id }) => id === relationships[0]);
  if (relationship) return <ExplainPanel relationship={relationship} />;
  const party = scenario.parties.find(({ id }) => id === parties[0]);
  return party ? <PartyPanel key={party.id} party={party} /> : <ScenarioPanel />;
}

function SeveralSelected({ count }: { readonly count: number }) {
  const t = useT();
  const app = useApp();
  return (
    <div className="panel">
      <h2 className="panel__title">{t('ui.panel.several', { count })}</h2>
      <div className="panel__actions">
        <button type="button" className="button" onClick={() => run('duplicate', app)}>
          <Icon name="copy" />
          {t('ui.command.duplicate')}
        </button>
        <button type="button" className="button button--quiet" onClick={() => run('delete', app)}>
          <Icon name="delete" />
          {t('ui.command.delete')}
        </button>
      </div>
      <BulkEdits />
    </div>
  );
}
