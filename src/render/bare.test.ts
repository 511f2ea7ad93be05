import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/locale.ts';
import { createWords, wordsIn } from '../i18n/words.ts';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { drawBare, type Wording } from './svg.ts';

const wordings: Wording[] = [];
beforeAll(async () => {
  for (const language of LANGUAGES) {
    const words = await createWords(language);
    wordings.push({ t: wordsIn(words, language), language });
  }
});

const LETTERS = new Map([
  ['e1', 'A'],
  ['e2', 'B'],
]);
const draw = (scenario: Scenario, wording: Wording, isConcealed: boolean) =>
  drawBare(scenario, wording, 'auto', LETTERS, isConcealed).svg;

describe('a drawing that conceals', () => {
  it('has no sign, class or colour of a verdict, nor any text but that of the parties', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        for (const wording of wordings) {
          const svg = draw(scenario, wording, true);
          expect(svg).not.toMatch(
            /csp-(ink-|badge-|arrow-)?(valid|prohibited|prerequisite|unknown|step)\b/,
          );
          expect(svg).not.toMatch(/dasharray|<title|<desc|<metadata/);
        }
      }),
    );
  });

  it('is the same, whatever the verdicts are', () => {
    const [en] = wordings as [Wording];
    const valid = parseChain('microsoft > directBillPartner[TW] > customer[TW]');
    // One company: what was a sale is one to itself, and no line of the drawing says so.
    const parties = valid.parties.map((party) =>
      party.type === 'microsoft' ? party : { ...party, organization: 'Contoso' },
    );
    const invalid = { ...valid, parties };
    expect(judge(valid).verdicts.get('e2')?.status).toBe('valid');
    expect(judge(invalid).verdicts.get('e2')?.status).toBe('invalid');
    expect(draw(invalid, en, true)).toBe(draw(valid, en, true));
    expect(draw(invalid, en, false)).not.toBe(draw(valid, en, false));
  });

  it('calls relationships as they are called beside it', () => {
    for (const wording of wordings) {
      const scenario = parseChain('microsoft > indirectProvider -- indirectReseller');
      for (const isConcealed of [true, false]) {
        const svg = draw(scenario, wording, isConcealed);
        expect(svg).toMatch(/>A · /);
        expect(svg).toMatch(/>B · /);
      }
    }
  });
});
