import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createT, exploreWords } from '../embed/words.ts';
import learningEn from '../i18n/learning.en.ts';
import learningZhCN from '../i18n/learning.zh-CN.ts';
import learningZhTW from '../i18n/learning.zh-TW.ts';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import en from '../i18n/words.en.ts';
import { createWords, loadLearning, wordsIn } from '../i18n/words.ts';
import zhCN from '../i18n/words.zh-CN.ts';
import zhTW from '../i18n/words.zh-TW.ts';
import { PARTY_TYPES, type Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { SAMPLES, sampleScenario } from '../samples/samples.ts';
import { PlainSurface, type PlainSurfaceProps } from './PlainSurface.tsx';
import { PlayContext, type Playing } from './play-context.ts';
import { flipsBetween, newParty, newRelationship, stillThere, typesFor } from './surface-edits.ts';

const SMALL = {
  en: exploreWords(en, learningEn),
  'zh-CN': exploreWords(zhCN, learningZhCN),
  'zh-TW': exploreWords(zhTW, learningZhTW),
} satisfies Record<Language, object>;

const SCENARIOS: readonly Scenario[] = SAMPLES.flatMap(({ variants }) =>
  variants.map((variant) => sampleScenario(variant)),
);

function shown(t: Playing['t'], language: Language, props: Partial<PlainSurfaceProps>): string {
  const playing: Playing = {
    t,
    language,
    theme: 'auto',
    announce: () => undefined,
    now: () => 0,
  };
  const surface = createElement(PlainSurface, {
    scenario: { parties: [], relationships: [] },
    onEdit: () => undefined,
    onUndo: undefined,
    onRedo: undefined,
    isConcealed: false,
    addable: PARTY_TYPES,
    isReadOnly: false,
    ...props,
  });
  return renderToStaticMarkup(createElement(PlayContext, { value: playing }, surface));
}

/** Nothing selected, every relationship, and a party of each type once: its form is the same everywhere. */
const SELECTIONS = (() => {
  const seen = new Set<string>();
  return SCENARIOS.flatMap((scenario) => [
    { scenario, selected: null },
    ...scenario.parties
      .filter(({ type }) => !seen.has(type) && seen.add(type))
      .map(({ id }) => ({ scenario, selected: { kind: 'party', id } as const })),
    ...scenario.relationships.map(({ id }) => ({
      scenario,
      selected: { kind: 'relationship', id } as const,
    })),
  ]);
})();

describe.each(LANGUAGES)('the plain surface in %s', (language) => {
  const t = createT(SMALL[language], language);

  it('has all its words where exploring is embedded', async () => {
    const words = await createWords(language);
    await loadLearning(words);
    const full = wordsIn(words, language);
    for (const props of [...SELECTIONS, {}]) {
      expect(shown(t, language, props)).toBe(shown(full, language, props));
    }
  }, 30_000);

  it('gives no verdict away while it conceals them', () => {
    const statuses = (['valid', 'prohibited', 'prerequisite', 'unknown'] as const).map((one) =>
      t(`policy.status.${one}`),
    );
    const [region = ''] = t('ui.party.region', { region: '*' }).split('*');
    const telling = [...statuses, t('ui.fix.title'), region];
    const support = t('policy.fact.support');
    for (const props of SELECTIONS) {
      // Support is also something that partners give.
      const concealed = shown(t, language, { ...props, isConcealed: true }).replaceAll(support, '');
      expect(telling.filter((words) => concealed.includes(words))).toEqual([]);
      expect(
        concealed.match(/valid|prohibited|prerequisite|unknown|chip--step|plain-fix/g),
      ).toBeNull();
    }
  }, 30_000);
});

describe('what the plain surface conceals', () => {
  const t = createT(SMALL.en, 'en');

  it('is the same for every verdict: only what is drawn tells two pictures apart', () => {
    const chain = (type: 'indirectReseller' | 'directBillPartner'): Scenario => ({
      parties: [
        { id: 'm', type: 'microsoft' },
        { id: 'a', type, name: 'Contoso', country: 'US' },
      ],
      relationships: [{ id: 'r', kind: 'sells', from: 'm', to: 'a' }],
    });
    const [refused, supported] = [chain('indirectReseller'), chain('directBillPartner')];
    expect(judge(refused).verdicts.get('r')?.status).toBe('invalid');
    expect(judge(supported).verdicts.get('r')?.status).toBe('valid');
    // The type itself is drawn, in words and as an icon: beside it nothing may differ.
    const bare = (scenario: Scenario) =>
      shown(t, 'en', { scenario, isConcealed: true })
        .replace(/Indirect reseller|Direct-bill partner/g, 'X')
        .replace(/<path d="[^"]*"><\/path>/g, '');
    expect(bare(refused)).toBe(bare(supported));
    const open = (scenario: Scenario) => shown(t, 'en', { scenario });
    expect(open(refused)).toContain('Not supported');
    expect(open(supported)).toContain('Supported');
  });

  it('can be looked at without being changed', () => {
    const [scenario = { parties: [], relationships: [] }] = SCENARIOS;
    const selected = { kind: 'party', id: scenario.parties[1]?.id ?? '' } as const;
    const readOnly = shown(t, 'en', { scenario, selected, isReadOnly: true });
    expect(readOnly).toContain('<fieldset class="plain__form" disabled="">');
    expect(readOnly).not.toContain('Undo');
    expect(readOnly).not.toContain('Add a party');
    const fixed = shown(t, 'en', { scenario, addable: [] });
    expect(fixed).not.toContain('Add a party');
  });
});

describe('the edits of the surface', () => {
  const scenario: Scenario = {
    parties: [
      { id: 'customer-1', type: 'customer', country: 'DE' },
      { id: 'b', type: 'indirectProvider', country: 'DE' },
    ],
    relationships: [{ id: 'r-1', kind: 'sells', from: 'b', to: 'customer-1' }],
  };

  it('add parties where the others stand, under new ids', () => {
    expect(newParty(scenario, 'customer', 'US')).toEqual({
      id: 'customer-2',
      type: 'customer',
      country: 'DE',
    });
    expect(newParty({ parties: [], relationships: [] }, 'customer', 'TW').country).toBe('TW');
    expect(newParty(scenario, 'microsoft', 'US')).toEqual({ id: 'microsoft-1', type: 'microsoft' });
    expect(newRelationship(scenario, 'manages', 'b', 'customer-1').id).toBe('r-2');
  });

  it('offer a party its own type and those that may be added', () => {
    expect(typesFor('customer', ['microsoft'], PARTY_TYPES)).toEqual(['microsoft', 'customer']);
    expect(typesFor('customer', [], PARTY_TYPES)).toEqual(['customer']);
  });

  it('forget a selection that is gone', () => {
    expect(stillThere(scenario, { kind: 'party', id: 'b' })).toEqual({ kind: 'party', id: 'b' });
    expect(stillThere(scenario, { kind: 'relationship', id: 'b' })).toBeNull();
  });

  it('count the verdicts they turn', () => {
    const reseller: Scenario = {
      ...scenario,
      parties: [
        ...scenario.parties.filter(({ id }) => id !== 'b'),
        { id: 'b', type: 'directBillPartner', country: 'DE' },
        { id: 'm', type: 'microsoft' },
      ],
      relationships: [...scenario.relationships, { id: 's', kind: 'sells', from: 'm', to: 'b' }],
    };
    const [before, after] = [judge(scenario), judge(reseller)];
    expect(flipsBetween(before, after)).toEqual({ valid: 1, invalid: 0 });
    expect(flipsBetween(after, before)).toEqual({ valid: 0, invalid: 1 });
  });
});
