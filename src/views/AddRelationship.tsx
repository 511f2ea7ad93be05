import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useScenario, useView } from '../hooks/use-state.ts';
import { useT } from '../hooks/use-t.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '../model/scenario.ts';
import { Choice } from '../panels/Choice.tsx';
import { PartyChoice } from '../panels/PartyChoice.tsx';
import { wouldBe } from '../policy/judge.ts';
import { connect } from '../store/edit.ts';

/** Draws a relationship without the canvas: from whom, of which kind, to whom. */
export function AddRelationship() {
  const t = useT();
  const { parties } = useScenario();
  return (
    <DialogTrigger>
      <Button className="bar__button" isDisabled={parties.length === 0}>
        <Icon name="connect" />
        {t('table.addRelationship')}
      </Button>
      <Popover className="popover popover--cell" placement="bottom start">
        <Dialog className="cell-editor" aria-label={t('table.addRelationship')}>
          {({ close }) => <Form onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const app = useApp();
  const scenario = useScenario();
  const kind = useView((state) => state.kind);
  const selected = useView((state) => state.selection.parties);
  const [from, setFrom] = useState<string | null>(
    selected.length === 1 ? (selected[0] ?? null) : null,
  );
  const [to, setTo] = useState<string | null>(null);
  const verdict = (one: string) =>
    shownStatus(wouldBe(scenario, { kind, from: from ?? one, to: one }));
  return (
    <div className="panel">
      <PartyChoice label={t('table.column.from')} value={from} onChange={setFrom} autoFocus />
      <Choice
        label={t('table.column.kind')}
        value={kind}
        options={RELATIONSHIP_KINDS.map((id) => ({ id, name: t(`policy.kind.${id}`) }))}
        onChange={(one: RelationshipKind) => app.view.setState({ kind: one })}
      />
      <PartyChoice
        key={`${from} ${kind}`}
        label={t('table.column.to')}
        value={to}
        onChange={setTo}
        verdict={from === null ? undefined : verdict}
      />
      <Button
        className="button button--primary"
        isDisabled={from === null || to === null}
        onPress={() => {
          if (from === null || to === null) return;
          onDone();
          connect(app, from, to, kind);
        }}
      >
        {t('table.add')}
      </Button>
    </div>
  );
}
