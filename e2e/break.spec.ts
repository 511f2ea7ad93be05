import { expect, LANGUAGES, type Language, test } from './fixtures.ts';

/** The eight sample scenarios of the article, each with a way to break it and what the reader is told. */
const WAYS: { scenario: number; chain: string; says: Record<Language, string> }[] = [
  {
    scenario: 1,
    chain: 'microsoft > indirectReseller[name=Fabrikam] > customer',
    says: {
      en: 'Fabrikam is an indirect reseller without a direct billing relationship with Microsoft',
      'zh-CN': '“Fabrikam”是间接经销商，与 Microsoft 没有直接计费关系，必须由间接提供商供货。',
      'zh-TW': '「Fabrikam」是間接轉銷商，與 Microsoft 沒有直接計費關係，必須由間接提供者供貨。',
    },
  },
  {
    scenario: 2,
    chain:
      'microsoft > directBillPartner[name=Tailspin,-support] >{Azure} customer; microsoft > directBillPartner#2 >{Microsoft 365} customer',
    says: {
      en: 'Tailspin lacks what a direct-bill partner must have: support.',
      'zh-CN': '“Tailspin”尚不具备直接计费合作伙伴必须具备的能力：支持服务。',
      'zh-TW': '「Tailspin」尚未具備直接計費合作夥伴必須具備的能力：支援服務。',
    },
  },
  {
    scenario: 3,
    chain: 'microsoft > directBillPartner > customer; customer#2[name=Northwind] ~> customer',
    says: {
      en: 'Northwind (end customer) is not a CSP partner.',
      'zh-CN': '最终客户“Northwind”不是 CSP 合作伙伴。',
      'zh-TW': '終端客戶「Northwind」不是 CSP 合作夥伴。',
    },
  },
  {
    scenario: 4,
    chain:
      'indirectReseller[org=fabrikam,tenant=t1/csp]; microsoft > directBillPartner > customer[name=Fabrikam IT,org=fabrikam,tenant=t1/customer]',
    says: {
      en: 'Fabrikam IT can’t receive purchases in tenant t1, because it is used for CSP.',
      'zh-CN': '租户“t1”用于 CSP，“Fabrikam IT”购买的服务不能预配到该租户',
      'zh-TW': '租用戶「t1」用於 CSP，「Fabrikam IT」購買的服務不能佈建到該租用戶',
    },
  },
  {
    scenario: 5,
    chain: 'microsoft > directBillPartner[group=g] > customer[name=Toys,group=g]',
    says: {
      en: 'Toys is an affiliate of Direct-bill partner (group g). By contract',
      'zh-CN': '按协议规定，合作伙伴不得销售给作为最终客户的关联公司。',
      'zh-TW': '依合約規定，合作夥伴不得銷售給作為終端客戶的關係企業。',
    },
  },
  {
    scenario: 6,
    chain:
      'microsoft > indirectProvider[name=Contoso] -- indirectReseller[org=fabrikam,tenant=t/csp]; indirectProvider > customer[name=Own,org=fabrikam,tenant=t/csp]',
    says: {
      en: 'fabrikam already works with Contoso as an indirect reseller.',
      'zh-CN': '“fabrikam”已作为间接经销商与“Contoso”合作',
      'zh-TW': '「fabrikam」已經以間接轉銷商身分與「Contoso」合作',
    },
  },
  {
    scenario: 7,
    chain: 'microsoft > directBillPartner[AU] > customer[NZ]',
    says: {
      en: 'they are in different CSP regions (Australia and New Zealand).',
      'zh-CN': '双方位于不同的 CSP 区域（澳大利亚、新西兰）。',
      'zh-TW': '雙方位於不同的 CSP 區域（澳洲、紐西蘭）。',
    },
  },
  {
    scenario: 8,
    chain: 'indirectProvider[US,name=Contoso] -- indirectReseller[DE,name=Fabrikam]',
    says: {
      en: 'Contoso can’t work with Fabrikam: an indirect provider works only with indirect resellers in its own CSP region.',
      'zh-CN': '“Contoso”不能与“Fabrikam”合作：间接提供商只能与自己所在 CSP 区域的间接经销商合作。',
      'zh-TW':
        '「Contoso」不能與「Fabrikam」合作：間接提供者只能與自己所在 CSP 區域的間接轉銷商合作。',
    },
  },
];

const REFUSED: Record<Language, RegExp> = {
  en: /: (Not supported|Prerequisite missing)$/,
  'zh-CN': /：(不支持|缺少先决条件)$/,
  'zh-TW': /：(不支援|缺少必要條件)$/,
};

for (const language of LANGUAGES) {
  for (const { scenario, chain, says } of WAYS) {
    test(`scenario ${scenario}, broken, explains itself in ${language}`, async ({
      explorer,
      page,
    }) => {
      await explorer.open({ chain, language });
      await expect(explorer.badge(REFUSED[language]).first()).toBeVisible();
      await page.keyboard.press('F8');
      const words = explorer.panel();
      await expect(words).toContainText(says[language]);
      await expect(words.getByRole('link').first()).toHaveAttribute(
        'href',
        new RegExp(
          `learn\\.microsoft\\.com/${language === 'en' ? 'en-us' : language.toLowerCase()}/`,
        ),
      );
    });
  }
}

test('every fix of a broken chain cures what it says, and undo brings the fault back', async ({
  explorer,
  page,
}) => {
  await explorer.open({
    chain: 'microsoft > indirectProvider[-mpaSigned,name=Contoso] > indirectReseller > customer',
  });
  await explorer.badge('Indirect reseller sells to End customer: Prerequisite missing').click();
  const fix = page.getByRole('button', { name: /^Have Contoso sign the MPA/ });
  await expect(fix).toContainText('3 relationships become valid');
  await fix.click();
  await expect(explorer.badge(/: Supported$/)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(explorer.badge(/: Prerequisite missing$/)).toHaveCount(3);
});

test('problems are listed in groups, and a row leads to its relationship', async ({
  explorer,
  page,
}) => {
  await explorer.open({
    chain: 'microsoft > customer; microsoft > directBillPartner[-mpaSigned] > customer#2',
  });
  await explorer.tab(/^Problems/).click();
  await expect(explorer.panel().getByRole('heading', { level: 3 })).toHaveText([
    'The one fix that helps most',
    'A partner must stand in between',
    'Partner agreement not signed',
  ]);
  await explorer
    .panel()
    .getByRole('button', { name: /^Microsoft sells to End customer 1/ })
    .click();
  await expect(explorer.panel()).toContainText(
    'In CSP, Microsoft doesn’t sell straight to End customer 1.',
  );
  await page.keyboard.press('F8');
  await expect(explorer.panel()).toContainText('Microsoft Partner Agreement');
  await page.keyboard.press('Shift+F8');
  await expect(explorer.panel()).toContainText('In CSP, Microsoft doesn’t sell straight to');
});
