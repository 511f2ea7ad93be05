import { describe, expect, it } from 'vitest';
import { parseChain } from '../model/chain-text.ts';
import { scenarioOf } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import { RULES } from '../policy/rules/index.ts';
import { fixesFor } from '../what-if/fixes.ts';
import { createExplainer, longDate, shownStatus } from './explain.ts';
import { explainProblem } from './explain-problem.ts';
import { LANGUAGES, type Language } from './locale.ts';
import { createWords, loadLanguage, showLanguage, wordsIn } from './words.ts';

const words = await createWords('en');
await loadLanguage(words, 'zh-CN');
await loadLanguage(words, 'zh-TW');

function explain(chain: string, language: Language) {
  const scenario = parseChain(chain);
  const explainer = createExplainer(wordsIn(words, language), language, scenario);
  const judgement = judge(scenario);
  const reasons = (id: string) => judgement.verdicts.get(id)?.reasons.map(explainer.reason) ?? [];
  return { scenario, explainer, judgement, reasons };
}

describe('an explanation', () => {
  const chain = 'microsoft > directBillPartner[AU,name=Tailspin] > customer[NZ,name=Woodgrove]';

  it.each<[Language, string]>([
    [
      'en',
      'Tailspin (direct-bill partner) can’t sell to Woodgrove: they are in different CSP regions (Australia and New Zealand).',
    ],
    [
      'zh-CN',
      '直接计费合作伙伴“Tailspin”不能销售给“Woodgrove”：双方位于不同的 CSP 区域（澳大利亚、新西兰）。',
    ],
    [
      'zh-TW',
      '直接計費合作夥伴「Tailspin」不能銷售給「Woodgrove」：雙方位於不同的 CSP 區域（澳洲、紐西蘭）。',
    ],
  ])('in %s names parties and regions', (language, expected) => {
    expect(explain(chain, language).reasons('e2')).toEqual([expected]);
  });

  it.each<[Language, string]>([
    ['en', 'Indirect reseller can’t resell to Direct-bill partner. Between'],
    ['zh-CN', '“间接经销商”不能转售给“直接计费合作伙伴”。'],
    ['zh-TW', '「間接轉銷商」不能轉售給「直接計費合作夥伴」。'],
  ])('in %s does not say the role of a party twice that is called by it', (language, start) => {
    const [reason] = explain('indirectReseller > directBillPartner', language).reasons('e1');
    expect(reason?.slice(0, start.length)).toBe(start);
  });

  it('is a whole sentence for every rule, message, remark, explanation and fix, in every language', () => {
    const pictures = RULES.flatMap(({ examples }) => [examples.wrong, examples.right]);
    for (const language of LANGUAGES) {
      for (const picture of pictures) {
        const { scenario, explainer, judgement } = explain(picture, language);
        const sentences = scenario.relationships.flatMap(({ id }) => {
          const verdict = judgement.verdicts.get(id);
          return [
            ...(verdict?.reasons ?? []).map(explainer.reason),
            ...(verdict?.notes ?? []).map(explainer.note),
            ...(verdict?.why ?? []).map(explainer.ok),
            ...fixesFor(scenario, id).map(({ fix }) => explainer.fix(fix)),
            ...fixesFor(scenario, id).flatMap(({ fix }) => explainer.fixRemark(fix) || []),
          ];
        });
        for (const sentence of sentences) {
          expect(sentence, picture).not.toMatch(/\{\{|policy\.|undefined|\[object/);
          expect(sentence.length).toBeGreaterThan(4);
        }
      }
    }
  });

  it('never reads a name as a template', () => {
    const evil = explain('microsoft > customer[name=%7B%7Bbuyer%7D%7D $t(ui.undo)]', 'en');
    expect(evil.reasons('e1')[0]).toContain('{{buyer}} $t(ui.undo)');
  });

  it('numbers parties without a name, in the language of the reader', () => {
    const { explainer } = explain('indirectReseller; indirectReseller#2; customer', 'zh-TW');
    expect(explainer.partyName('indirectReseller#2')).toBe('間接轉銷商 2');
    expect(explainer.partyName('customer')).toBe('終端客戶');
  });

  it('joins lists as the language does', () => {
    const facts = 'microsoft > directBillPartner[-billing,-support,-apiIntegration,name=T]';
    expect(explain(facts, 'en').reasons('e1')[0]).toContain(
      'API integration, billing, and support',
    );
    expect(explain(facts, 'zh-CN').reasons('e1')[0]).toContain('API 集成、计费和支持服务');
  });

  it('shows an invalid relationship by the gravest of its reasons', () => {
    const { judgement } = explain(
      'microsoft > directBillPartner[AU,-mpaSigned] > customer[NZ]',
      'en',
    );
    const shown = ['e1', 'e2'].map((id) => shownStatus(judgement.verdicts.get(id) as never));
    expect(shown).toEqual(['prerequisite', 'prohibited']);
  });

  it('names the market table where one decided', () => {
    const { judgement, explainer } = explain(chain, 'zh-CN');
    const [reason] = judgement.verdicts.get('e2')?.reasons ?? [];
    expect(reason && explainer.market(reason)).toBe('2023年8月的市场列表（2023-10 版）');
  });

  it('leads to the pages in the reader’s language', () => {
    const { explainer } = explain(chain, 'zh-TW');
    const [article, markets] = explainer.citations(['s7', 'markets']);
    expect(article && explainer.citation(article)).toBe('範例情境 7');
    expect(markets?.address).toContain('/zh-tw/partner-center/');
  });
});

describe('dates and countries', () => {
  it('are written as the language does', () => {
    expect(LANGUAGES.map((language) => longDate('2020-02-01', language))).toEqual([
      'February 1, 2020',
      '2020年2月1日',
      '2020年2月1日',
    ]);
  });

  it('come from the reviewed list; an unknown code stays a code', () => {
    const { explainer } = explain('customer', 'zh-CN');
    expect(['HK', 'MO', 'TW', 'XE', 'ZZ'].map(explainer.country)).toEqual([
      '香港特别行政区',
      '中国澳门',
      '中国台湾',
      '博奈尔、圣尤斯特歇斯和萨巴',
      'ZZ',
    ]);
  });
});

describe('a file problem', () => {
  it('says where, what was found and what was expected', () => {
    const read = scenarioOf({ format: 'csp-scenario', version: 1, parties: {}, relationships: [] });
    const [problem] = read.ok ? [] : read.problems;
    expect(problem && explainProblem(problem, wordsIn(words, 'en'))).toBe(
      'parties: Found {} where a list is expected.',
    );
    expect(problem && explainProblem(problem, wordsIn(words, 'zh-TW'))).toBe(
      'parties：這裡應為清單，實際為 {}。',
    );
  });
});

describe('the words', () => {
  it('of one language are loaded alone, and change when asked', async () => {
    const alone = await createWords('zh-TW');
    expect(alone.hasResourceBundle('en', 'words')).toBe(false);
    expect(alone.hasResourceBundle('zh-CN', 'words')).toBe(false);
    await showLanguage(alone, 'zh-CN');
    expect(alone.t('policy.party.indirectProvider')).toBe('间接提供商');
  });
});
