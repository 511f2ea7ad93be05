import { type CSSProperties, useMemo } from 'react';
import { placeAround } from '../geometry/layout.ts';
import { shownStatus } from '../i18n/explain.ts';
import { Icon } from '../icons/Icon.tsx';
import { moveParties } from '../model/edit.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { drawBare, type Labels, type PlacedBadge } from '../render/svg.ts';
import { usePlaying } from './play-context.ts';
import { useExplainer } from './tutor.ts';

export interface PictureProps {
  readonly scenario: Scenario;
  /** All relationships look the same, and no verdict is anywhere. */
  readonly isConcealed: boolean;
  /** What each relationship is called, such as A, B, C. */
  readonly labels?: Labels;
  /** Relationships that are marked. */
  readonly marks?: ReadonlySet<string>;
  /** The one that is spoken of. */
  readonly selected?: string | null;
  /** Makes relationships in the drawing something to press; whoever uses it gives the same in a list. */
  readonly onSelect?: (relationship: string) => void;
  /** Whether the relationships are also listed below; false where the list is made elsewhere. */
  readonly isListed?: boolean;
}

/** Pixels from which a drawing needs the width of the page. */
const WIDE = 560;

const NO_LABELS: Labels = new Map();
const NO_MARKS: ReadonlySet<string> = new Set();

/** A scenario to look at, and what it shows once more as a list, for which nobody needs the drawing. */
export function Picture({
  scenario,
  isConcealed,
  labels = NO_LABELS,
  marks = NO_MARKS,
  selected = null,
  onSelect,
  isListed = true,
}: PictureProps) {
  const { t, language, theme } = usePlaying();
  const picture = useMemo(() => {
    const placed = moveParties(scenario, placeAround(scenario, new Map()));
    return drawBare(placed, { t, language }, theme, labels, isConcealed);
  }, [scenario, t, language, theme, labels, isConcealed]);
  const { width, height } = picture;

  return (
    <div className={`play-picture ${width > WIDE ? 'play-picture--wide' : ''}`}>
      {scenario.parties.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is reached with the arrow keys
        <section className="play-picture__view" aria-label={t('surface.picture')} tabIndex={0}>
          <div
            className="play-picture__sheet"
            style={{ '--natural': `${width}px`, '--ratio': width / height } as CSSProperties}
          >
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
              alt=""
              draggable={false}
            />
            {picture.badges.map((badge) => {
              const { relationship } = badge;
              const isOn = marks.has(relationship) || relationship === selected;
              const className = `play-picture__badge ${isOn ? 'play-picture__badge--on' : ''}`;
              const style = placeOf(badge, width, height);
              return onSelect ? (
                // The list beside it does the same, with names and by keyboard.
                <button
                  key={relationship}
                  type="button"
                  className={className}
                  style={style}
                  tabIndex={-1}
                  aria-hidden="true"
                  onClick={() => onSelect(relationship)}
                />
              ) : (
                <span key={relationship} className={className} style={style} aria-hidden="true" />
              );
            })}
          </div>
        </section>
      )}
      {isListed && <Lines scenario={scenario} isConcealed={isConcealed} labels={labels} />}
      <Parties scenario={scenario} />
    </div>
  );
}

function placeOf(badge: PlacedBadge, width: number, height: number): CSSProperties {
  const percent = (value: number, of: number) => `${(value / of) * 100}%`;
  return {
    left: percent(badge.x - badge.width / 2, width),
    top: percent(badge.y - badge.height / 2, height),
    width: percent(badge.width, width),
    height: percent(badge.height, height),
  };
}

interface LinesProps {
  readonly scenario: Scenario;
  readonly isConcealed: boolean;
  readonly labels: Labels;
  /** Relationship ids; absent = all. */
  readonly only?: readonly string[];
}

/** The relationships as sentences. */
export function Lines({ scenario, isConcealed, labels, only }: LinesProps) {
  const { t } = usePlaying();
  const explainer = useExplainer(scenario);
  const judgement = isConcealed ? undefined : judge(scenario);
  const shown = scenario.relationships.filter(({ id }) => only?.includes(id) ?? true);
  if (scenario.relationships.length === 0) return <p className="quiet">{t('play.picture.none')}</p>;
  if (shown.length === 0) return null;
  return (
    <ul className="play-lines" aria-label={t('ui.party.relationships')}>
      {shown.map((relationship) => {
        const verdict = judgement?.verdicts.get(relationship.id);
        return (
          <li key={relationship.id} className="play-line">
            <Letter labels={labels} relationship={relationship.id} />
            <span className="play-line__words">{explainer.line(relationship)}</span>
            {verdict && (
              <span className={`play-verdict play-verdict--${shownStatus(verdict)}`}>
                <Icon name={shownStatus(verdict)} />
                {explainer.status(verdict)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What a relationship is called, in a circle. */
export function Letter({
  labels,
  relationship,
}: {
  readonly labels: Labels;
  readonly relationship: string;
}) {
  const letter = labels.get(relationship);
  return letter ? <span className="play-letter">{letter} </span> : null;
}

/** Everything the rules know of the parties: what is not in the drawing is said here. */
function Parties({ scenario }: { readonly scenario: Scenario }) {
  const { t } = usePlaying();
  const explainer = useExplainer(scenario);
  const labeled = (column: string, value: string) => t('play.picture.fact', { column, value });
  // Whose company, group or tenant it is decides much, and stands nowhere in the drawing.
  const isMore = scenario.parties.some(
    ({ organization, affiliateGroup, tenant }) => organization || affiliateGroup || tenant,
  );
  return (
    <details className="play-parties" open={isMore}>
      <summary>{t('play.picture.parties')}</summary>
      <ul>
        {scenario.parties.map((party) => {
          const { organization, affiliateGroup, tenant, country } = party;
          const type = t(`policy.party.${party.type}`);
          const name = explainer.partyName(party.id);
          const facts = [
            ...(name === type ? [] : [type]),
            ...(party.type === 'microsoft'
              ? []
              : [country ? explainer.country(country) : t('ui.party.countryUnknown')]),
            ...(organization ? [labeled(t('ui.party.organization'), organization)] : []),
            ...(affiliateGroup ? [labeled(t('ui.party.affiliateGroup'), affiliateGroup)] : []),
            ...(tenant ? [labeled(t(`ui.party.tenantKinds.${tenant.kind}`), tenant.id)] : []),
            ...Object.entries(party.facts ?? {})
              .filter(([, isGiven]) => isGiven === false)
              .map(([fact]) => t(`policy.missingFact.${fact as 'onboarded'}`)),
          ];
          return (
            <li key={party.id}>
              <strong>{name}</strong>
              {facts.map((fact) => (
                <span key={fact} className="play-parties__fact">
                  {fact}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
