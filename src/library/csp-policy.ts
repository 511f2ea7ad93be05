import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PictureTheme } from '../render/style.ts';
import { drawPicture, type Wording } from '../render/svg.ts';

export type {
  ErrorCode,
  HostMessage,
  JudgedRelationship,
  Theme,
  ViewMessage,
} from '../embed/protocol.ts';
export type { Language } from '../i18n/locale.ts';
export { ChainTextError, parseChain, writeChain } from '../model/chain-text.ts';
export type { Edit } from '../model/edit.ts';
export type {
  ChainStatus,
  EditionId,
  Expectation,
  Party,
  Relationship,
  Scenario,
} from '../model/scenario.ts';
export {
  type FileProblem,
  type Read,
  readScenario,
  writeScenario,
} from '../model/scenario-file.ts';
export { judge } from '../policy/judge.ts';
export type { Fix, Judgement, Reason, Verdict } from '../policy/types.ts';
export type { PictureTheme } from '../render/style.ts';
export { fixesFor, type OfferedFix } from '../what-if/fixes.ts';
export { findRepairs, type RepairOutcome } from '../what-if/repair.ts';
export { LANGUAGES };

/** The words of one language, as `loadWords` gives them. */
export type Words = Wording;

/** Loads the words of one language, and of no other. */
export async function loadWords(language: Language): Promise<Words> {
  return { t: wordsIn(await createWords(language), language), language };
}

/** The scenario as an SVG picture, a whole file, in the given words. */
export function renderSvg(scenario: Scenario, words: Words, theme: PictureTheme = 'auto'): string {
  return drawPicture(scenario, words, theme).svg;
}
