import { EDITIONS, type Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import type { NoteId, RuleId } from '../policy/types.ts';
import { MOTIFS, rulesAt } from './generate-motifs.ts';
import { createSketch, type Level, type Sketch } from './generate-sketch.ts';
import type { Random } from './random.ts';

/** A scenario in which a rule comes up, judged. */
export interface Picture {
  readonly scenario: Scenario;
  /** The relationship that the rule refuses, or that looks as if it did. */
  readonly subject: string;
  /** In the order of the scenario. */
  readonly refused: readonly string[];
  readonly valid: readonly string[];
}

export interface PictureWish {
  readonly random: Random;
  readonly level: Level;
  readonly rule: RuleId;
  /** Whether the rule is to refuse the subject. */
  readonly refuses: boolean;
  /** Something valid beside it, also where two or three parties would do. */
  readonly hasMore?: boolean;
}

/** Parties at most, by level: what can be overlooked at a glance, on a page, on a large page. */
const ROOM: Readonly<Record<Level, number>> = { 1: 4, 2: 7, 3: 12, 4: 16 };

/** Relationships at least, by level. */
const FULL: Readonly<Record<Level, number>> = { 1: 0, 2: 3, 3: 5, 4: 7 };

/** What the article is silent on is nothing to ask about; that a service is bought elsewhere is. */
const SETTLED: readonly NoteId[] = ['note-manages-elsewhere'];

/** One try; undefined where the policy does not see what was planted, or more than was wanted. */
export function pictureOf({ random, level, rule, refuses, hasMore }: PictureWish) {
  const sketch = emptySketch(random, level);
  const drawn = MOTIFS[rule][refuses ? 'wrong' : 'right'](sketch);
  if (level === 1 && hasMore) foil(sketch, rule);
  if (level > 1) sketch.complete();
  if (level > 2) foil(sketch, rule);
  if (level > 3 && refuses) {
    const others = rulesAt(4).filter((one) => one !== rule && !one.startsWith('supply-'));
    if (random.chance(1, 2)) sketch.moveHome();
    MOTIFS[random.pick(others)].wrong(sketch);
  }
  if (level > 3) sketch.complete();
  // A whole chain beside it, and another, where what was planted is small.
  for (let i = 0; i < 3 && sketch.size().relationships < FULL[level]; i++) {
    if (level > 2) sketch.moveHome();
    MOTIFS['supply-missing'].right(sketch);
  }
  if (sketch.size().parties > ROOM[level]) return undefined;
  const { scenario, relationshipOf } = sketch.finish();
  const picture = judged(scenario, relationshipOf(drawn));
  if (!picture || !isWhatWasWanted(picture, level, rule, refuses)) return undefined;
  return picture;
}

export function emptySketch(random: Random, level: Level): Sketch {
  if (level < 4) return createSketch(random, level);
  const edition = random.pick(EDITIONS);
  const dates =
    edition === '2020-05'
      ? ['2020-01-20', '2020-01-31', '2020-02-01', '2020-06-15']
      : ['2023-10-16', '2024-05-06'];
  const asOf = random.chance(2, 3) ? random.pick(dates) : undefined;
  return createSketch(random, level, edition, asOf);
}

/** Something that the programme supports and that a reader may doubt. */
function foil(sketch: Sketch, not: RuleId): void {
  const rules = rulesAt(sketch.level).filter((rule) => rule !== not);
  if (sketch.level > 1 && sketch.random.chance(1, 2)) sketch.moveHome();
  MOTIFS[sketch.random.pick(rules)].right(sketch);
}

function judged(scenario: Scenario, subject: string): Picture | undefined {
  const refused: string[] = [];
  const valid: string[] = [];
  for (const [id, { status, notes }] of judge(scenario).verdicts) {
    if (status === 'unknown') return undefined;
    if (notes.some(({ note }) => !SETTLED.includes(note))) return undefined;
    (status === 'valid' ? valid : refused).push(id);
  }
  return { scenario, subject, refused, valid };
}

function isWhatWasWanted(picture: Picture, level: Level, rule: RuleId, refuses: boolean): boolean {
  const { scenario, subject, refused, valid } = picture;
  if (!refuses) return valid.includes(subject) && (level > 2 || refused.length === 0);
  const { verdicts } = judge(scenario);
  if (!verdicts.get(subject)?.rules.includes(rule)) return false;
  if (level === 2) return causesOf(scenario).length === 1;
  if (level < 4) return true;
  const rules = new Set(refused.flatMap((id) => verdicts.get(id)?.rules ?? []));
  return [...rules].filter((one) => !one.startsWith('supply-') || one === rule).length > 1;
}

/** What is refused by itself, and not because the sale before it is. */
export function causesOf(scenario: Scenario): string[] {
  const { verdicts } = judge(scenario);
  const isRefused = (id: string) => verdicts.get(id)?.status === 'invalid';
  return scenario.relationships.flatMap(({ id, from }) => {
    if (!isRefused(id)) return [];
    const isConsequence = scenario.relationships.some(
      (one) => one.kind === 'sells' && one.to === from && one.id !== id && isRefused(one.id),
    );
    const rules = verdicts.get(id)?.rules ?? [];
    return isConsequence && rules.every((rule) => rule.startsWith('supply-')) ? [] : [id];
  });
}
