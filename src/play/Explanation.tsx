import { useMemo, useState } from 'react';
import type { Explainer } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Relationship, Scenario } from '../model/scenario.ts';
import type { Verdict } from '../policy/types.ts';
import { reportedRelationship } from '../render/report.ts';
import { fixesFor, type OfferedFix } from '../what-if/fixes.ts';
import { PlainButton } from './fields.tsx';
import { usePlaying } from './play-context.ts';

interface ExplanationProps {
  readonly scenario: Scenario;
  readonly relationship: Relationship;
  readonly verdict: Verdict;
  readonly explainer: Explainer;
  /** Absent = nothing can be changed. */
  readonly onFix: ((offer: OfferedFix) => void) | undefined;
}

/** The verdict of a relationship, why it is so, from which source, and what would cure it. */
export function Explanation({
  scenario,
  relationship,
  verdict,
  explainer,
  onFix,
}: ExplanationProps) {
  const { t, language } = usePlaying();
  const { shown, status, statements, notes, remark } = reportedRelationship(
    relationship,
    verdict,
    [],
    scenario,
    explainer,
    { t, language },
  );
  return (
    <>
      <p className={`plain-verdict plain-verdict--${shown}`}>
        <Icon name={shown} />
        {status}
      </p>
      {statements.map(({ text, rule, remarks, sources }) => (
        <div key={text} className="plain-statement">
          <p>{text}</p>
          <p className="plain-hint">
            {rule && <code>{rule}</code>}
            {remarks.map((one) => (
              <span key={one}>{one}</span>
            ))}
            {sources.map(({ words, address }) => (
              <a key={address} href={address} target="_blank" rel="noopener">
                {words}
              </a>
            ))}
          </p>
        </div>
      ))}
      {notes.map((note) => (
        <p key={note} className="plain-note">
          {note}
        </p>
      ))}
      {remark && <p className="plain-hint">{remark}</p>}
      {verdict.status === 'invalid' && onFix && (
        <Fixes
          key={relationship.id}
          scenario={scenario}
          relationship={relationship.id}
          explainer={explainer}
          onFix={onFix}
        />
      )}
    </>
  );
}

/** Shown at first; more are a click away. */
const FIXES = 4;
/** Proving a fix means judging the whole scenario again. */
const FIXES_UP_TO = 150;

interface FixesProps {
  readonly scenario: Scenario;
  readonly relationship: string;
  readonly explainer: Explainer;
  readonly onFix: (offer: OfferedFix) => void;
}

function Fixes({ scenario, relationship, explainer, onFix }: FixesProps) {
  const { t } = usePlaying();
  const [isAll, setAll] = useState(false);
  const fixes = useMemo(
    () => (scenario.relationships.length > FIXES_UP_TO ? [] : fixesFor(scenario, relationship)),
    [scenario, relationship],
  );
  const shown = isAll ? fixes : fixes.slice(0, FIXES);
  return (
    <section className="plain-fixes">
      <h4>{t('ui.fix.title')}</h4>
      {fixes.length === 0 && <p>{t('ui.fix.none')}</p>}
      <ul>
        {shown.map((offer) => {
          const remark = explainer.fixRemark(offer.fix);
          return (
            <li key={JSON.stringify(offer.fix.edits)}>
              <button type="button" className="plain-fix" onClick={() => onFix(offer)}>
                <span>{explainer.fix(offer.fix)}</span>
                <Effects offer={offer} />
                {remark && <small>{remark}</small>}
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < fixes.length && (
        <PlainButton isQuiet onPress={() => setAll(true)}>
          {t('ui.fix.more', { count: fixes.length - shown.length })}
        </PlainButton>
      )}
    </section>
  );
}

/** What it does besides, and whether it changes something real. */
function Effects({ offer: { fix, effect, cures } }: { readonly offer: OfferedFix }) {
  const { t } = usePlaying();
  const { turnsValid, turnsInvalid, addsInvalid, partiesAdded } = effect;
  const harm = turnsInvalid.length + addsInvalid.length;
  const parts = [
    ...(turnsValid.length > 0 ? [t('ui.fix.turnsValid', { count: turnsValid.length })] : []),
    ...(!cures && turnsValid.length === 0 ? [t('ui.fix.oneReasonLess')] : []),
    ...(harm > 0 ? [t('ui.fix.turnsInvalid', { count: harm })] : []),
    ...(partiesAdded > 0 ? [t('ui.fix.adds', { count: partiesAdded })] : []),
    t(`policy.fixNature.${fix.nature}`),
  ];
  return (
    <small>
      {parts.map((one) => (
        <span key={one}>{one}</span>
      ))}
    </small>
  );
}
