import { useId, useMemo } from 'react';
import type { Box } from '../geometry/layout.ts';
import { placeNew } from '../geometry/layout.ts';
import { drawLines } from '../geometry/line.ts';
import { createExplainer, type Shown, shownStatus } from '../i18n/explain.ts';
import { isLanguage } from '../i18n/locale.ts';
import { ICONS } from '../icons/paths.ts';
import { moveParties } from '../model/edit.ts';
import type { Party, Relationship, Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { fitLines, textWidth } from '../render/text.ts';
import type { Stop } from '../training/walk.ts';
import { usePlaying } from './play-context.ts';

/** The size of the stage the picture is fitted into, in its own units; the page scales it. */
const STAGE = { width: 640, height: 600 };
const PARTY = { width: 208, height: 104 };
const TEXT_LEFT = 50;
const TEXT_WIDTH = PARTY.width - TEXT_LEFT - 10;
const NAME = { size: 19, isBold: true };
const TYPE = { size: 14 };
const BADGE = { size: 16, isBold: true };

type Painted = Shown | 'hidden';

interface StagePictureProps {
  readonly scenario: Scenario;
  readonly label: string;
  /** Whether the verdict of a relationship may be seen. */
  readonly isOpen: (relationship: string) => boolean;
  /** What is spoken about; undefined = everything. */
  readonly stop?: Stop | undefined;
  readonly isSpotlit?: boolean;
  /** Shows the stop and what is beside it, not the whole picture. */
  readonly isNear?: boolean;
  /** Relationships that carry a number, in this order. */
  readonly numbered?: readonly string[];
}

/** A scenario drawn large for a room: few words, and nothing of a verdict that is not open. */
export function StagePicture(props: StagePictureProps) {
  const { scenario, label, isOpen, stop, isSpotlit = false, isNear = false } = props;
  const { numbered = [] } = props;
  const { t, language } = usePlaying();
  const heads = useId();
  const explainer = useMemo(() => createExplainer(t, language, scenario), [t, language, scenario]);
  const { verdicts } = judge(scenario);
  const painted = ({ id }: Relationship): Painted => {
    const verdict = verdicts.get(id);
    return verdict && isOpen(id) ? shownStatus(verdict) : 'hidden';
  };
  const badgeWords = (line: Relationship) => {
    const paint = painted(line);
    const number = numbered.indexOf(line.id);
    const words = paint === 'hidden' ? t(`policy.kind.${line.kind}`) : t(`policy.status.${paint}`);
    return number < 0 ? words : `${number + 1} · ${words}`;
  };
  const badgeSize = (line: Relationship) => ({
    width: textWidth(badgeWords(line), BADGE) + (painted(line) === 'hidden' ? 24 : 48),
    height: 32,
  });

  const boxes = useMemo(() => boxesOf(scenario), [scenario]);
  const drawn = drawLines(scenario.relationships, boxes, badgeSize);
  const ends = new Set(
    stop?.kind === 'relationship' ? [stop.relationship.from, stop.relationship.to] : [stop?.id],
  );
  const isLit = (kind: Stop['kind'], id: string) =>
    !isSpotlit ||
    !stop ||
    (kind === 'party' ? ends.has(id) : stop.kind === 'relationship' && stop.id === id);
  const dim = (kind: Stop['kind'], id: string) => (isLit(kind, id) ? '' : ' stage__dim');
  const camera = cameraOn(
    stop && isNear ? [...boxes].flatMap(([id, box]) => (ends.has(id) ? [box] : [])) : [],
    [...boxes.values()],
  );

  return (
    <svg
      className="stage"
      viewBox={`0 0 ${STAGE.width} ${STAGE.height}`}
      role="img"
      aria-label={label}
      lang={language}
    >
      <defs>
        {(['valid', 'prohibited', 'prerequisite', 'unknown', 'hidden'] as const).map((paint) => (
          <marker
            key={paint}
            id={`${heads}${paint}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="12"
            markerHeight="12"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={`stage__head stage__ink--${paint}`} d="M1 1L9 5L1 9z" />
          </marker>
        ))}
      </defs>
      <g className="stage__camera" style={{ transform: camera }}>
        {scenario.relationships.map((line) => {
          const paint = painted(line);
          const arrow = line.kind === 'partnership' ? undefined : `url(#${heads}${paint})`;
          return (
            <path
              key={line.id}
              className={`stage__line stage__line--${paint}${dim('relationship', line.id)}`}
              d={drawn.get(line.id)?.path}
              markerEnd={arrow}
            />
          );
        })}
        {scenario.parties.map((party) => (
          <g key={party.id} className={dim('party', party.id).trim()}>
            <PartyBox
              party={party}
              box={boxes.get(party.id)}
              name={explainer.partyName(party.id)}
              authorLanguage={scenario.language}
              isStop={stop?.kind === 'party' && stop.id === party.id}
            />
          </g>
        ))}
        {scenario.relationships.map((line) => {
          const at = drawn.get(line.id)?.badge;
          if (!at) return null;
          const paint = painted(line);
          const { width, height } = badgeSize(line);
          const isStop = stop?.kind === 'relationship' && stop.id === line.id;
          const frame = { x: at.x - width / 2, y: at.y - height / 2, width, height, rx: 16 };
          return (
            <g key={line.id}>
              {/* Dimmed badges let the line behind them through no more than others do. */}
              <rect className="stage__ground" {...frame} />
              <g className={dim('relationship', line.id).trim()}>
                <rect
                  className={`stage__badge stage__badge--${paint}${isStop ? ' stage__badge--stop' : ''}`}
                  {...frame}
                />
                {paint !== 'hidden' && (
                  <path
                    className={`stage__icon stage__ink--${paint}`}
                    transform={`translate(${at.x - width / 2 + 9} ${at.y - 10})`}
                    d={ICONS[paint]}
                  />
                )}
                <text
                  className={`stage__text stage__ink--${paint}`}
                  x={at.x + (paint === 'hidden' ? 0 : 11)}
                  y={at.y + 5.5}
                  fontSize={BADGE.size}
                  fontWeight="bold"
                  textAnchor="middle"
                >
                  {badgeWords(line)}
                </text>
              </g>
            </g>
          );
        })}
      </g>
    </svg>
  );
}

interface PartyBoxProps {
  readonly party: Party;
  readonly box: Box | undefined;
  readonly name: string;
  readonly authorLanguage: string | undefined;
  readonly isStop: boolean;
}

function PartyBox({ party, box, name, authorLanguage, isStop }: PartyBoxProps) {
  const { t } = usePlaying();
  const typeWords = t(`policy.party.${party.type}`);
  if (!box) return null;
  const type = name.startsWith(typeWords) ? [] : fitLines(typeWords, TEXT_WIDTH, TYPE, 2);
  const lines = fitLines(name, TEXT_WIDTH, NAME, type.length > 1 ? 1 : 2);
  const height = type.length * 19 + lines.length * 24;
  const top = box.y + (box.height - height) / 2;
  const hasOwnName = party.name !== undefined && party.name.trim() !== '';
  const rows = [
    ...type.map((words, i) => ({ words, y: top + i * 19 + 14, isName: false })),
    ...lines.map((words, i) => ({ words, y: top + type.length * 19 + i * 24 + 19, isName: true })),
  ];
  return (
    <>
      <rect
        className={isStop ? 'stage__party stage__party--stop' : 'stage__party'}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={12}
      />
      <rect
        className="stage__mark"
        x={box.x + 10}
        y={box.y + box.height / 2 - 16}
        width={32}
        height={32}
        rx={8}
      />
      <path
        className="stage__icon stage__sign"
        transform={`translate(${box.x + 16} ${box.y + box.height / 2 - 10})`}
        d={ICONS[party.type]}
      />
      {rows.map(({ words, y, isName }) => (
        <text
          key={y}
          className={isName ? 'stage__text' : 'stage__text stage__quiet'}
          x={box.x + TEXT_LEFT}
          y={y}
          fontSize={isName ? NAME.size : TYPE.size}
          fontWeight={isName ? 'bold' : undefined}
          lang={isName && hasOwnName && isLanguage(authorLanguage) ? authorLanguage : undefined}
        >
          {words}
        </text>
      ))}
    </>
  );
}

/** Higher than on the canvas: the words are larger. Parties keep their middles. */
function boxesOf(scenario: Scenario): Map<string, Box> {
  const placed = moveParties(scenario, placeNew(scenario, new Map()));
  return new Map(
    placed.parties.map(({ id, position }) => {
      const { x, y } = position ?? { x: 0, y: 0 };
      return [id, { x, y: y - 10, ...PARTY }];
    }),
  );
}

/** The transform that shows these boxes, with some of what is around them; none = all there are. */
function cameraOn(near: readonly Box[], all: readonly Box[]): string {
  const boxes = near.length > 0 ? near : all;
  if (boxes.length === 0) return 'none';
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const around = near.length === 1 ? 70 : 24;
  const [width, height] = [right - left + 2 * around, bottom - top + 2 * around];
  const scale = Math.min(STAGE.width / width, STAGE.height / height, 2.4);
  const x = STAGE.width / 2 - (scale * (left + right)) / 2;
  const y = STAGE.height / 2 - (scale * (top + bottom)) / 2;
  return `translate(${x}px, ${y}px) scale(${scale})`;
}
