import { useEffect, useMemo, useState } from 'react';
import { createExplainer } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Edit } from '../model/edit.ts';
import { PARTY_TYPES, type Scenario } from '../model/scenario.ts';
import { PlainButton } from '../play/fields.tsx';
import { PlainSurface } from '../play/PlainSurface.tsx';
import { usePlaying } from '../play/play-context.ts';
import type { Selected } from '../play/surface-edits.ts';
import { judge } from '../policy/judge.ts';
import { reportedRelationship } from '../render/report.ts';
import { titleOf } from '../render/svg.ts';
import { editorAddress, editorPage } from './judged.ts';
import type { Control } from './wishes.ts';

interface ExploringProps {
  readonly address: URL;
  readonly controls: ReadonlySet<Control>;
  readonly scenario: Scenario;
  readonly selected: Selected | null;
  readonly isChanged: boolean;
  readonly onSelect: (selected: Selected | null) => void;
  readonly onEdit: (edits: readonly Edit[]) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
  readonly onReset: () => void;
}

/** A scenario to try things out on: changed at will, judged at once, and the author's own a button away. */
export function Exploring({
  address,
  controls,
  scenario,
  selected,
  isChanged,
  onSelect,
  onEdit,
  onUndo,
  onRedo,
  onReset,
}: ExploringProps) {
  const { t, announce } = usePlaying();
  return (
    <main>
      <h1 className="title">{titleOf(scenario, t)}</h1>
      <h2 className="sr-only">{t('surface.title')}</h2>
      <PlainSurface
        scenario={scenario}
        onEdit={onEdit}
        onUndo={onUndo}
        onRedo={onRedo}
        isConcealed={false}
        addable={PARTY_TYPES}
        isReadOnly={false}
        selected={selected}
        onSelect={onSelect}
        hasZoom={controls.has('zoom')}
        tools={
          <PlainButton
            isDisabled={!isChanged}
            onPress={() => {
              onReset();
              announce(t('surface.explore.wasReset'));
            }}
          >
            {t('surface.explore.reset')}
          </PlainButton>
        }
      />
      <Reading scenario={scenario} isOpen={controls.has('list')} />
      <p className="foot">
        {controls.has('open') && <OpenLink scenario={scenario} address={address} />}
        <span>{t('policy.disclaimer')}</span>
      </p>
    </main>
  );
}

/** Every relationship with its reasons as text: the scenario without its picture. */
function Reading({ scenario, isOpen }: { readonly scenario: Scenario; readonly isOpen: boolean }) {
  const { t, language } = usePlaying();
  const reported = useMemo(() => {
    const explainer = createExplainer(t, language, scenario);
    const { verdicts } = judge(scenario);
    return scenario.relationships.flatMap((one) => {
      const verdict = verdicts.get(one.id);
      if (!verdict) return [];
      const words = reportedRelationship(one, verdict, [], scenario, explainer, { t, language });
      return [{ ...words, id: one.id }];
    });
  }, [t, language, scenario]);
  return (
    <details open={isOpen}>
      <summary>
        <h2>{t('report.relationships')}</h2>
      </summary>
      {reported.length === 0 && <p>{t('report.none')}</p>}
      <ol>
        {reported.map(({ id, line, shown, status, statements, notes }) => (
          <li key={id}>
            <h3>{line}</h3>
            <p className={`plain-verdict plain-verdict--${shown}`}>
              <Icon name={shown} />
              {status}
            </p>
            {[...statements.map(({ text }) => text), ...notes].map((text) => (
              <p key={text}>{text}</p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** To the editor, with the scenario as it is now. */
function OpenLink({ scenario, address }: { readonly scenario: Scenario; readonly address: URL }) {
  const { t, language } = usePlaying();
  const [href, setHref] = useState(() => editorPage(address, language).href);
  useEffect(() => {
    let isWanted = true;
    void editorAddress(scenario, address, language).then((one) => isWanted && setHref(one));
    return () => {
      isWanted = false;
    };
  }, [scenario, address, language]);
  return (
    <a href={href} target="_blank" rel="noopener">
      <Icon name="external" />
      {t('embed.open')}
    </a>
  );
}
