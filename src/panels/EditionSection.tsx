import './whatif.css';
import { useMemo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useApp } from '../hooks/app-context.ts';
import { useScenario } from '../hooks/use-state.ts';
import { useExplainer, useLanguage, useT } from '../hooks/use-t.ts';
import { longDate, shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { ScenarioChange } from '../model/edit.ts';
import { edit } from '../store/edit.ts';
import { goToRelationship } from '../store/problems.ts';
import {
  DATES,
  type Flip,
  flips,
  isMpaDue,
  type Move,
  moves,
  otherEdition,
} from '../what-if/edition.ts';
import { previewing } from './previewing.ts';

/** What the other edition would judge differently and why, before it is chosen. */
export function OtherEdition() {
  const t = useT();
  const scenario = useScenario();
  const edition = otherEdition(scenario);
  const moved = useMemo(() => moves(scenario, edition), [scenario, edition]);
  if (scenario.relationships.length === 0) return null;
  return (
    <Otherwise
      title={t('whatif.edition.title', { edition })}
      action={t('whatif.edition.switch', { edition })}
      change={{ edition }}
      moved={moved}
    />
  );
}

const QUICK = { before: DATES.dayBeforeMpa, since: DATES.mpa, today: null } as const;
type Quick = keyof typeof QUICK;

/** The days that matter to a rule, as quick choices, and what lies on the other side of them. */
export function MpaDates() {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const asOf = scenario.asOf ?? null;
  const chosen = (Object.keys(QUICK) as Quick[]).find((quick) => QUICK[quick] === asOf) ?? null;
  const change = { asOf: isMpaDue(scenario) ? QUICK.before : QUICK.since };
  const date = longDate(change.asOf, language);
  return (
    <>
      <RadioGroup
        className="field"
        value={chosen}
        onChange={(quick) => edit(app, { op: 'setScenario', set: { asOf: QUICK[quick as Quick] } })}
      >
        <Label className="field__label">{t('whatif.date.title')}</Label>
        <div className="choices">
          <Radio value="before" className="choice">
            {t('whatif.date.before', { date: longDate(QUICK.before, language) })}
          </Radio>
          <Radio value="since" className="choice">
            {t('whatif.date.since', { date: longDate(QUICK.since, language) })}
          </Radio>
          <Radio value="today" className="choice">
            {t('whatif.date.today')}
          </Radio>
        </div>
      </RadioGroup>
      {scenario.relationships.length > 0 && (
        <Otherwise
          title={t('whatif.date.otherwise', { date })}
          action={t('whatif.date.switch', { date })}
          change={change}
          moved={[]}
        />
      )}
    </>
  );
}

interface OtherwiseProps {
  readonly title: string;
  readonly action: string;
  readonly change: ScenarioChange;
  readonly moved: readonly Move[];
}

function Otherwise({ title, action, change, moved }: OtherwiseProps) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const scenario = useScenario();
  const key = JSON.stringify(change);
  const found = useMemo(() => flips(scenario, JSON.parse(key) as ScenarioChange), [scenario, key]);
  const edits = [{ op: 'setScenario', set: change } as const];
  const region = (move: Move, side: 'before' | 'after') => {
    const id = move[side];
    return id ? t(`regions.region.${id}`) : t('whatif.edition.noRegion');
  };

  if (found.length === 0) {
    const nothing = t('whatif.edition.noFlips');
    return (
      <p className="quiet small">
        {t('ui.canvas.kindAndStatus', { kind: title, status: nothing })}
      </p>
    );
  }
  return (
    <section className="group otherwise">
      <h3 className="heading">{title}</h3>
      <ul className="rows">
        {found.map((flip) => (
          <li key={flip.relationship}>
            <FlipRow flip={flip} />
          </li>
        ))}
      </ul>
      {moved.length > 0 && (
        <ul className="moves quiet small">
          {moved.map((move) => (
            <li key={move.party}>
              {t('whatif.edition.move', {
                party: explainer.partyName(move.party),
                country: explainer.country(move.country),
                before: region(move, 'before'),
                after: region(move, 'after'),
              })}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button"
        onClick={() => edit(app, ...edits)}
        {...previewing(app, edits)}
      >
        {action}
      </button>
    </section>
  );
}

function FlipRow({ flip }: { readonly flip: Flip }) {
  const t = useT();
  const app = useApp();
  const explainer = useExplainer();
  const { relationships } = useScenario();
  const line = relationships.find(({ id }) => id === flip.relationship);
  if (!line) return null;
  const shown = shownStatus(flip.after);
  const [reason] = flip.reasons;
  return (
    <button type="button" className="row" onClick={() => goToRelationship(app, line.id)}>
      <span className={`row__mark verdict--${shown}`}>
        <Icon name={shown} />
      </span>
      <span className="row__text">
        {explainer.line(line)}
        <small>
          <strong>{t(`whatif.edition.${flip.direction}`)}</strong>
          {' · '}
          {t('policy.arrow', {
            from: explainer.status(flip.before),
            to: explainer.status(flip.after),
          })}
        </small>
        {reason && (
          <small className="quiet">
            {flip.direction === 'looser'
              ? t('whatif.edition.gone', { text: explainer.ruleTitle(reason.rule) })
              : explainer.reason(reason)}
          </small>
        )}
        {reason?.market && <small className="quiet">{explainer.market(reason)}</small>}
      </span>
    </button>
  );
}
