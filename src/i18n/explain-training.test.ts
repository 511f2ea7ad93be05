import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { applyEdits, type Edit } from '../model/edit.ts';
import { FACTS, PARTY_TYPES, type Scenario } from '../model/scenario.ts';
import { RULE_IDS } from '../policy/types.ts';
import { EXERCISE_KINDS, type Exercise, isEditing } from '../training/exercise.ts';
import type { Goal, Unmet } from '../training/goal.ts';
import { hintsOf } from '../training/hints.ts';
import { COURSES } from '../training/lessons.ts';
import { exercisesOf } from '../training/run.ts';
import { createExplainer } from './explain.ts';
import { createTutor } from './explain-training.ts';
import { LANGUAGES, type Language } from './locale.ts';
import { createWords, loadLanguage, loadLearning, wordsIn } from './words.ts';

const words = await createWords('en');
await loadLanguage(words, 'zh-CN');
await loadLanguage(words, 'zh-TW');
await loadLearning(words);

const EXERCISES = COURSES.flatMap(exercisesOf);

function tutorIn(language: Language, scenario: Scenario) {
  const t = wordsIn(words, language);
  return createTutor(t, createExplainer(t, language, scenario));
}

function exercise(id: string): Exercise {
  return EXERCISES.find((one) => one.id === id) as Exercise;
}

/** A sentence without leftovers: no key, no placeholder, nothing that was no text. */
function expectSaid(sentence: string, where: string) {
  expect(sentence.length, where).toBeGreaterThanOrEqual(2);
  expect(sentence, where).not.toMatch(
    /\{\{|\b(training|policy)\.|undefined|\[object|\be\d\b|r-\d|#\d/,
  );
  expect(sentence, where).not.toMatch(/\.\.$|。。$|”“|」「|: \.|：。/);
}

const GOALS: readonly Unmet[] = [
  { valid: 'every' },
  { valid: 'e2' },
  { valid: 'gone' },
  { refused: 'e2' },
  { refused: 'e2', rule: 'region-sale' },
  { refused: 'gone' },
  { served: 'customer' },
  { served: 'customer', through: ['indirectProvider', 'indirectReseller'] },
  { related: 'sells', from: { type: 'microsoft' }, to: { party: 'customer' }, service: 'Azure' },
  { related: 'manages', from: { type: 'indirectReseller' }, to: { type: 'customer' } },
  { related: 'partnership', from: { type: 'indirectProvider' }, to: { type: 'indirectReseller' } },
  { chain: 'empty' },
  { chain: 'broken' },
  { chain: 'incomplete' },
  { chain: 'complete' },
  { unchanged: ['customer', 'directBillPartner'] },
  { kept: ['e1', 'e2'] },
  { kept: ['gone'] },
  { atMost: 1, of: 'customer' },
  { atMost: 2, of: 'customer' },
];

const EDITS: readonly Edit[] = [
  ...PARTY_TYPES.flatMap((type): Edit[] => [
    { op: 'addParty', party: { id: 'x', type } },
    { op: 'addParty', party: { id: 'x', type, country: 'DE' } },
    { op: 'addParty', party: { id: 'x', type, name: 'Contoso' } },
    { op: 'addParty', party: { id: 'x', type, name: 'Contoso', country: 'DE' } },
  ]),
  ...FACTS.flatMap((fact): Edit[] => [
    { op: 'setFact', party: 'directBillPartner', fact, value: true },
    { op: 'setFact', party: 'directBillPartner', fact, value: false },
  ]),
  { op: 'removeParty', party: 'customer' },
  { op: 'setParty', party: 'customer', set: { type: 'indirectReseller' } },
  { op: 'setParty', party: 'customer', set: { country: 'FR', name: 'Contoso' } },
  { op: 'setParty', party: 'customer', set: { country: null } },
  { op: 'setParty', party: 'customer', set: { organization: 'contoso' } },
  { op: 'setParty', party: 'customer', set: { organization: null } },
  { op: 'setParty', party: 'customer', set: { affiliateGroup: 'group' } },
  { op: 'setParty', party: 'customer', set: { affiliateGroup: null } },
  { op: 'setParty', party: 'customer', set: { tenant: { id: 't', kind: 'customer' } } },
  { op: 'setParty', party: 'customer', set: { tenant: { id: 't', kind: 'csp' } } },
  { op: 'setParty', party: 'customer', set: { tenant: null } },
  {
    op: 'addRelationship',
    relationship: { id: 'x', kind: 'manages', from: 'directBillPartner', to: 'customer' },
  },
  { op: 'removeRelationship', relationship: 'e2' },
  { op: 'setRelationship', relationship: 'e2', set: { from: 'microsoft' } },
  { op: 'setRelationship', relationship: 'e2', set: { service: 'Azure' } },
  { op: 'setScenario', set: { edition: '2020-05' } },
  { op: 'setScenario', set: { asOf: '2020-01-31' } },
  { op: 'setScenario', set: { asOf: null } },
];

describe.each(LANGUAGES)('the tutor in %s', (language) => {
  it('has words for every course, lesson, introduction, task, hint and step', () => {
    for (const course of COURSES) {
      const { text } = tutorIn(language, { parties: [], relationships: [] });
      const told = [course, ...course.lessons].flatMap((one) => [
        one.title,
        ...('description' in one && one.description ? [one.description] : []),
        ...('intro' in one ? (one.intro ?? []) : []),
      ]);
      for (const one of told) expectSaid(text(one), JSON.stringify(one));
      for (const one of exercisesOf(course)) {
        const tutor = tutorIn(language, one.scenario);
        expectSaid(tutor.task(one), one.id);
        expectSaid(one.title ? tutor.text(one.title) : '', one.id);
        for (const hint of hintsOf(one, one.scenario)) expectSaid(tutor.hint(hint), one.id);
        if (one.kind === 'order') {
          for (const item of one.items) expectSaid(tutor.orderItem(item), one.id);
        }
        if (!isEditing(one)) continue;
        const steps = tutor.solution(one);
        expect(steps).toHaveLength(one.solution.length);
        for (const step of steps) expectSaid(step, one.id);
        for (const goal of goalsIn(one.goal)) expectSaid(tutor.unmet(goal, one.scenario), one.id);
        const done = applyEdits(one.scenario, one.solution);
        for (const hint of hintsOf(one, done)) expectSaid(tutor.hint(hint), one.id);
      }
    }
  });

  it('has words for every kind of task, rule and step', () => {
    const tutor = tutorIn(language, exercise('steps-order').scenario);
    const { task: _, ...one } = exercise('steps-order');
    for (const kind of EXERCISE_KINDS) {
      expectSaid(tutor.task({ ...one, kind } as Exercise), kind);
    }
    for (const rule of RULE_IDS) expectSaid(tutor.hint({ hint: 'ask', rule }), rule);
    for (const fact of FACTS) expectSaid(tutor.orderItem({ fact }), fact);
    expectSaid(tutor.hint({ hint: 'left', edits: 1 }), 'left');
  });

  it('has words for every goal and every edit', () => {
    const scenario = parseChain('microsoft > directBillPartner > customer');
    const tutor = tutorIn(language, scenario);
    for (const goal of GOALS) {
      expectSaid(tutor.unmet(goal), JSON.stringify(goal));
      expectSaid(tutor.unmet(goal, scenario), JSON.stringify(goal));
    }
    for (const edit of EDITS) {
      expectSaid(tutor.step(edit, scenario), JSON.stringify(edit));
      expectSaid(tutor.hint({ hint: 'step', edit }), JSON.stringify(edit));
    }
  });
});

describe('a step', () => {
  it.each<[Language, readonly string[]]>([
    [
      'en',
      [
        'Have Fabrikam join Partner Center',
        'Have Fabrikam enroll in CSP',
        'Have Fabrikam sign the MPA',
      ],
    ],
    [
      'zh-CN',
      ['让“Fabrikam”加入合作伙伴中心', '让“Fabrikam”注册 CSP 计划', '由“Fabrikam”签署 MPA'],
    ],
    [
      'zh-TW',
      ['讓「Fabrikam」加入合作夥伴中心', '讓「Fabrikam」註冊 CSP 計畫', '由「Fabrikam」簽署 MPA'],
    ],
  ])('in %s is said as the fixes of the policy are', (language, expected) => {
    const one = exercise('steps-repair');
    if (!isEditing(one)) throw new Error('not an exercise to edit');
    expect(tutorIn(language, one.scenario).solution(one)).toEqual(expected);
  });

  it('says what a relationship is changed from and to', () => {
    const one = exercise('s7-repair');
    const [edit] = isEditing(one) ? one.solution : [];
    expect(tutorIn('en', one.scenario).step(edit as Edit, one.scenario)).toBe(
      'Change Tailspin → Woodgrove Bank to: Proseware sells to Woodgrove Bank',
    );
  });
});

describe('what an author wrote', () => {
  const scenario = { parties: [], relationships: [] };
  it('is shown in the language of the reader, or in the first there is', () => {
    const text = { texts: { de: 'Erst', 'zh-TW': '其次' } };
    expect(tutorIn('zh-TW', scenario).text(text)).toBe('其次');
    expect(tutorIn('en', scenario).text(text)).toBe('Erst');
  });

  it('is never read as a template', () => {
    const text = { texts: { en: '{{mpaDate}} $t(ui.undo)' } };
    expect(tutorIn('en', scenario).text(text)).toBe('{{mpaDate}} $t(ui.undo)');
  });
});

function goalsIn(goal: Goal): readonly Unmet[] {
  return 'all' in goal ? goal.all.flatMap(goalsIn) : [goal];
}
