import '../panels/panels.css';
import './views.css';
import { type ClipboardEvent, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { run } from '../commands/commands.ts';
import { useApp } from '../hooks/app-context.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { useT } from '../hooks/use-t.ts';
import { isTextField } from '../hooks/use-typing.ts';
import { Icon } from '../icons/Icon.tsx';
import { CommandMenu } from '../panels/CommandMenu.tsx';
import { pasteText } from '../store/edit.ts';
import { AddRelationship } from './AddRelationship.tsx';
import { PartyTable } from './PartyTable.tsx';
import { RelationshipTable } from './RelationshipTable.tsx';

const GRIDS = ['parties', 'relationships'] as const;

/** All parties and all relationships as two grids in which everything can be edited. */
export function TableView() {
  const t = useT();
  const app = useApp();
  const isNarrow = useNarrow();
  const [grid, setGrid] = useState<(typeof GRIDS)[number]>('parties');
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (isTextField(document.activeElement)) return;
    event.preventDefault();
    pasteText(app, event.clipboardData.getData('text/plain'));
  };
  return (
    <section className="middle" aria-label={t('table.views.table')} onPaste={onPaste}>
      <div className="middle__tools">
        <CommandMenu
          label={t('table.addParty')}
          icon="plus"
          commands={[
            'addMicrosoft',
            'addIndirectProvider',
            'addIndirectReseller',
            'addDirectBillPartner',
            'addCustomer',
          ]}
        />
        <AddRelationship />
        <button type="button" className="bar__button" onClick={() => run('pasteRows', app)}>
          <Icon name="file" />
          {t('table.pasteRows')}
        </button>
        <CommandMenu
          label={t('table.rows')}
          icon="external"
          commands={['copyRows', 'saveRowsCsv', 'saveRowsTsv']}
          isIconOnly={isNarrow}
        />
      </div>
      {isNarrow && (
        <RadioGroup
          className="segments"
          aria-label={t('table.views.table')}
          orientation="horizontal"
          value={grid}
          onChange={(value) => setGrid(value as (typeof GRIDS)[number])}
        >
          {GRIDS.map((one) => (
            <Radio key={one} value={one} className="segment">
              {t(`table.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {(!isNarrow || grid === 'parties') && <PartyTable />}
      {(!isNarrow || grid === 'relationships') && <RelationshipTable />}
    </section>
  );
}
