import type { TFunction } from 'i18next';
import type { Box } from '../geometry/layout.ts';
import { PARTY_SIZE } from '../geometry/layout.ts';
import type { Explainer } from '../i18n/explain.ts';
import { isLanguage } from '../i18n/locale.ts';
import { factsOf, type Party, type Position } from '../model/scenario.ts';
import { box, icon, label } from './shapes.ts';
import { fitLines, textWidth } from './text.ts';

/** A party measured: what stands in its box, and how high the box must be for it. */
export interface PartyBox {
  readonly party: Party;
  /** Empty where the name says it already. */
  readonly type: readonly string[];
  readonly name: readonly string[];
  readonly chips: readonly Chip[];
  readonly box: Box;
  /** In full, for those who can't see or for whom it was cut short. */
  readonly words: string;
}

interface Chip extends Box {
  readonly words: string;
  /** Whether it is a step that is missing. */
  readonly isStep: boolean;
}

const PADDING = 12;
const TEXT_LEFT = 50;
const TEXT_WIDTH = PARTY_SIZE.width - TEXT_LEFT - PADDING;
const TYPE = { size: 12, height: 17, lines: 2 };
const NAME = { size: 14, height: 20, lines: 3 };
const CHIP = { size: 11, height: 18, gap: 4, padding: 6 };
const SMALLEST = 52;

export function measureParty(
  party: Party,
  position: Position,
  t: TFunction,
  explainer: Explainer,
): PartyBox {
  const typeWords = t(`policy.party.${party.type}`);
  const nameWords = explainer.partyName(party.id);
  const isNamed = nameWords !== typeWords;
  const type = isNamed ? fitLines(typeWords, TEXT_WIDTH, TYPE, TYPE.lines) : [];
  const name = fitLines(nameWords, TEXT_WIDTH, { ...NAME, isBold: true }, NAME.lines);
  const top = 10 + type.length * TYPE.height + name.length * NAME.height + CHIP.gap;
  const facts = chipsOf(party, t, explainer);
  const chips = placeChips(facts, top);
  const bottom = Math.max(top - CHIP.gap, ...chips.map(({ y, height }) => y + height));
  const height = Math.max(SMALLEST, bottom + 10);
  return {
    party,
    type,
    name,
    chips,
    box: { ...position, width: PARTY_SIZE.width, height },
    words: [
      isNamed ? t('ui.canvas.typeAndName', { type: typeWords, name: nameWords }) : nameWords,
      ...facts.map(({ words }) => words),
    ].join(t('ui.canvas.separator')),
  };
}

function chipsOf(party: Party, t: TFunction, explainer: Explainer) {
  if (party.type === 'microsoft') return [];
  const { country } = party;
  const missing = factsOf(party.type).filter((fact) => party.facts?.[fact] === false);
  return [
    country
      ? { words: explainer.country(country), isStep: false }
      : { words: t('ui.party.countryUnknown'), isStep: true },
    ...missing.map((fact) => ({ words: t(`policy.missingFact.${fact}`), isStep: true })),
  ];
}

/** In rows, from left to right. */
function placeChips(facts: readonly Pick<Chip, 'words' | 'isStep'>[], top: number): Chip[] {
  let x = TEXT_LEFT;
  let y = top;
  return facts.map(({ words, isStep }) => {
    const [shown = ''] = fitLines(words, TEXT_WIDTH - 2 * CHIP.padding, CHIP, 1);
    const width = textWidth(shown, CHIP) + 2 * CHIP.padding;
    if (x > TEXT_LEFT && x + width > TEXT_LEFT + TEXT_WIDTH) {
      x = TEXT_LEFT;
      y += CHIP.height + CHIP.gap;
    }
    const chip = { words: shown, isStep, x, y, width, height: CHIP.height };
    x += width + CHIP.gap;
    return chip;
  });
}

/** @param authorLanguage in whose shapes names are drawn, whatever the language of the picture */
export function drawParty(
  { party, type, name, chips, box: frame }: PartyBox,
  authorLanguage: string | undefined,
  /** A missing step is said, but not in the colour of a verdict. */
  isConcealed = false,
): string {
  const { x, y, height } = frame;
  const isOwnName = party.name !== undefined && party.name.trim() !== '';
  const language = isOwnName ? authorLanguage : undefined;
  const font = isLanguage(language) ? ` csp-${language}` : '';
  // Microsoft has no chips: its name stands in the middle.
  const text = (type.length * TYPE.height + name.length * NAME.height) / 2;
  const first = y + (chips.length === 0 ? height / 2 - text : 10);
  const nameTop = first + type.length * TYPE.height;
  return [
    box(frame, 10, 'csp-party'),
    box(
      { x: x + 12, y: y + (chips.length === 0 ? height / 2 - 14 : 12), width: 28, height: 28 },
      7,
      'csp-mark',
    ),
    icon(party.type, x + 17, y + (chips.length === 0 ? height / 2 - 9 : 17), 18, 'csp-sign'),
    ...type.map((line, i) =>
      label(line, {
        x: x + TEXT_LEFT,
        y: first + i * TYPE.height + 12.5,
        size: TYPE.size,
        className: 'csp-muted',
      }),
    ),
    ...name.map((line, i) =>
      label(line, {
        x: x + TEXT_LEFT,
        y: nameTop + i * NAME.height + 15,
        size: NAME.size,
        className: `csp-text csp-bold${font}`,
        language,
      }),
    ),
    ...chips.map((chip) => {
      const at = { ...chip, x: x + chip.x, y: y + chip.y };
      const isMarked = chip.isStep && !isConcealed;
      return (
        box(at, 9, isMarked ? 'csp-step' : 'csp-chip') +
        label(chip.words, {
          x: at.x + at.width / 2,
          y: at.y + 13,
          size: CHIP.size,
          className: isMarked ? 'csp-ink-prerequisite' : 'csp-muted',
          anchor: 'middle',
        })
      );
    }),
  ].join('');
}
