import { parseChain } from '../src/model/chain-text.ts';
import { writeCourse } from '../src/training/course-file.ts';
import type { Course, Exercise, Mode, Text } from '../src/training/exercise.ts';

const texts = (en: string, zhCN: string, zhTW: string): Text => ({
  texts: { en, 'zh-CN': zhCN, 'zh-TW': zhTW },
});

const CHAIN =
  'microsoft > indirectProvider[TW,name=Contoso] > indirectReseller[TW,-mpaSigned,name=Fabrikam] > customer[TW,name=Woodgrove]; microsoft > customer';
const SHORT = 'microsoft > indirectProvider[TW,name=Contoso] > customer[TW,name=Woodgrove]';
const WHOLE =
  'microsoft > indirectProvider[TW,name=Contoso] > indirectReseller[TW,name=Fabrikam] > customer[TW,name=Woodgrove]';

const PREDICT: Exercise = {
  id: 'predict',
  kind: 'predict',
  task: texts(
    'Say of each relationship whether the program supports it.',
    '判断每条关系是否受该计划支持。',
    '請判斷每項關係是否受此計畫支援。',
  ),
  scenario: parseChain(SHORT),
  relationships: ['e1', 'e2'],
};
const REASON: Exercise = {
  id: 'reason',
  kind: 'reason',
  task: texts(
    'Why can’t this relationship be drawn like this?',
    '为什么不能这样绘制这条关系？',
    '為什麼不能這樣繪製這項關係？',
  ),
  hints: [
    texts('Look at the two types.', '请看双方的类型。', '請看雙方的類型。'),
    texts('Who reaches customers?', '由谁面向客户？', '由誰面對客戶？'),
    texts('A reseller stands in between.', '中间应有经销商。', '中間應有轉銷商。'),
  ],
  scenario: parseChain(SHORT),
  relationship: 'e2',
  choices: ['self-sale', 'provider-sells-via-resellers', 'region-sale'],
};
const SPOT: Exercise = {
  id: 'spot',
  kind: 'spot',
  task: texts('Find what isn’t valid.', '找出无效的关系。', '找出無效的關係。'),
  scenario: parseChain(CHAIN),
};
const ORDER: Exercise = {
  id: 'order',
  kind: 'order',
  task: texts(
    'Put the steps before new business in order.',
    '排列开展新交易之前的步骤。',
    '排列進行新交易前的步驟。',
  ),
  scenario: { parties: [], relationships: [] },
  items: [{ fact: 'mpaSigned' }, { fact: 'onboarded' }, { fact: 'enrolled' }],
};
const SOLUTION = [
  { op: 'removeRelationship', relationship: 'e2' },
  {
    op: 'addParty',
    party: { id: 'new-1', type: 'indirectReseller', name: 'Fabrikam', country: 'TW' },
  },
  {
    op: 'addRelationship',
    relationship: { id: 'new-2', kind: 'sells', from: 'indirectProvider', to: 'new-1' },
  },
  {
    op: 'addRelationship',
    relationship: { id: 'new-3', kind: 'sells', from: 'new-1', to: 'customer' },
  },
] as const;
const REPAIR: Exercise = {
  id: 'repair',
  kind: 'repair',
  task: texts(
    'Make the chain one that the program supports.',
    '修改关系链，使其受该计划支持。',
    '修改關係鏈，使其受此計畫支援。',
  ),
  scenario: parseChain(SHORT),
  goal: { all: [{ served: 'customer' }, { valid: 'every' }] },
  atMost: 4,
  par: 4,
  solution: SOLUTION,
};
const BUILD: Exercise = {
  id: 'build',
  kind: 'build',
  task: texts(
    'Build a chain that reaches Woodgrove.',
    '搭建一条通往“Woodgrove”的关系链。',
    '建立一條通往「Woodgrove」的關係鏈。',
  ),
  scenario: { parties: parseChain(WHOLE).parties, relationships: [] },
  goal: { served: 'customer', through: ['indirectReseller'] },
  addable: [],
  solution: parseChain(WHOLE).relationships.map((relationship) => ({
    op: 'addRelationship',
    relationship,
  })),
};

/** One exercise of each kind, in two lessons. */
export function courseOf(mode: Mode): Course {
  return {
    id: `kinds-${mode}`,
    title: texts('Every kind once', '各类练习各一次', '各類練習各一次'),
    description: texts(
      'One exercise of each kind, to try what they are like.',
      '每类练习一道，体验各种形式。',
      '每類練習一題，體驗各種形式。',
    ),
    language: 'en',
    mode,
    lessons: [
      {
        id: 'look',
        title: texts('Look closely', '仔细看', '仔細看'),
        intro: [
          texts(
            'Microsoft sells through partners. Who may stand next to whom is what this lesson is about.',
            'Microsoft 通过合作伙伴销售。本课说明谁可以与谁相邻。',
            'Microsoft 透過合作夥伴銷售。本課說明誰可以與誰相鄰。',
          ),
        ],
        exercises: [PREDICT, REASON, SPOT, ORDER],
      },
      {
        id: 'do',
        title: texts('Do it yourself', '自己动手', '自己動手'),
        exercises: [REPAIR, BUILD],
      },
    ],
  };
}

/** The course as the text of a file. */
export function courseFile(course: Course): string {
  return writeCourse(course);
}
