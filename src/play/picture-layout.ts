import type { TFunction } from 'i18next';
import type { Box } from '../geometry/layout.ts';
import { type DrawnLine, drawLines } from '../geometry/line.ts';
import type { Explainer, Shown } from '../i18n/explain.ts';
import { shownStatus } from '../i18n/explain.ts';
import type { Position, Relationship, Scenario } from '../model/scenario.ts';
import type { Judgement } from '../policy/types.ts';
import { measureParty, type PartyBox } from '../render/party.ts';
import { pointsOn } from '../render/svg.ts';
import { fitLines, textWidth } from '../render/text.ts';

/** A relationship as the picture shows it. */
export interface PicturedLine extends Relationship {
  readonly drawn: DrawnLine;
  /** What stands on its badge: the verdict, or where that is concealed its kind alone. */
  readonly words: string;
  readonly service: string;
  /** Undefined where verdicts are concealed. */
  readonly shown: Shown | undefined;
  /** In full, for who can't see it. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  /** Each party in words, with its country and what it lacks. */
  readonly names: ReadonlyMap<string, string>;
  readonly lines: readonly PicturedLine[];
  /** Around everything. */
  readonly frame: Box;
}

const BADGE = { size: 12, isBold: true };
const SERVICE = { size: 11 };
const BADGE_TEXT = 240;
const MARGIN = 20;

/**
 * Where everything of the picture stands, in CSS pixels at full size.
 *
 * @param judgement null = verdicts are concealed: the layout does not know them either
 * @param moved a party that is being dragged, and where it is now
 */
export function layOut(
  placed: Scenario,
  judgement: Judgement | null,
  explainer: Explainer,
  t: TFunction,
  moved: { readonly id: string; readonly to: Position } | null,
): PictureLayout {
  const parties = placed.parties.map((party): PartyBox => {
    const position = party.id === moved?.id ? moved.to : (party.position ?? { x: 0, y: 0 });
    return measureParty(party, position, t, explainer);
  });
  const boxes = new Map(parties.map(({ party, box }) => [party.id, box]));
  const names = new Map(parties.map(({ party, words }) => [party.id, words]));
  const measured = placed.relationships.map((one) => ({
    ...one,
    ...labelled(one, judgement, explainer, t),
  }));
  const drawn = drawLines(measured, boxes, ({ width, height }) => ({ width, height }));
  const lines = measured.flatMap((line) => {
    const found = drawn.get(line.id);
    return found ? [{ ...line, drawn: found }] : [];
  });
  return { boxes, names, lines, frame: around([...boxes.values()], lines) };
}

function labelled(
  relationship: Relationship,
  judgement: Judgement | null,
  explainer: Explainer,
  t: TFunction,
): Omit<PicturedLine, keyof Relationship | 'drawn'> & { readonly service: string } {
  const verdict = judgement?.verdicts.get(relationship.id);
  const shown = verdict && shownStatus(verdict);
  const kind = t(`policy.kind.${relationship.kind}`);
  const status = shown ? t(`policy.status.${shown}`) : '';
  const said =
    relationship.kind === 'sells' && status
      ? status
      : status
        ? t('ui.canvas.kindAndStatus', { kind, status })
        : kind;
  const [words = ''] = fitLines(said, BADGE_TEXT, BADGE, 1);
  const [service = ''] = fitLines(relationship.service ?? '', BADGE_TEXT, SERVICE, 1);
  const line = explainer.line(relationship);
  return {
    words,
    service,
    shown,
    name: status ? t('ui.canvas.lineAndStatus', { line, status }) : line,
    width: Math.max(textWidth(words, BADGE), textWidth(service, SERVICE)) + (shown ? 42 : 24),
    height: service === '' ? 28 : 42,
  };
}

function around(boxes: readonly Box[], lines: readonly PicturedLine[]): Box {
  const points = [
    ...boxes.flatMap(({ x, y, width, height }) => [
      [x, y],
      [x + width, y + height],
    ]),
    ...lines.flatMap(({ drawn, width, height }) => [
      [drawn.badge.x - width / 2, drawn.badge.y - height / 2],
      [drawn.badge.x + width / 2, drawn.badge.y + height / 2],
      ...pointsOn(drawn.path),
    ]),
  ];
  if (points.length === 0) return { x: 0, y: 0, width: 320, height: 120 };
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return {
    x: left,
    y: top,
    width: Math.max(...xs) + MARGIN - left,
    height: Math.max(...ys) + MARGIN - top,
  };
}
