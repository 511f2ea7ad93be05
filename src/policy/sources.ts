/**
 * What the rules are cited from: the article's sections, and the pages it links to (POLICY 2.6.4).
 * Titles in words are at `policy.source.<id>`.
 */

/** Locales in which every cited page is published, as Microsoft's addresses write them. */
const PAGE_LOCALES = { en: 'en-us', 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw' } as const;
export type PageLocale = keyof typeof PAGE_LOCALES;

const SITE = 'https://learn.microsoft.com';
const ARTICLE_PATH = 'enroll/csp-supported-partner-relationships';

interface Page {
  /** Below `/partner-center/`. Pages have moved below `/enroll/` or `/customers/`; old addresses redirect. */
  readonly path: string;
  /** The age of the page that the rules quote, ISO date or month. */
  readonly dated: string;
}

const ARTICLE_DATE = '2020-05-12';
const types = 'types-of-partner-relationships-in-the-csp-program';
const mpa = 'csp-program-requirements-signing-the-microsoft-partner-agreement-mpa';
const supported = 'supported-partner-transactions-in-the-csp-program';

const article = (anchor: string): Page => ({
  path: `${ARTICLE_PATH}#${anchor}`,
  dated: ARTICLE_DATE,
});

const SOURCES = {
  types: article(types),
  mpa: article(mpa),
  // The sample scenarios have no anchors of their own; their number is in the title.
  s1: article(supported),
  s2: article(supported),
  s3: article(supported),
  s4: article(supported),
  s5: article(supported),
  s6: article(supported),
  s7: article(supported),
  s8: article(supported),
  'provider-tasks': {
    path: 'customers/indirect-provider-tasks-in-partner-center',
    dated: '2023-10',
  },
  'reseller-tasks': { path: 'enroll/indirect-reseller-tasks-in-partner-center', dated: '2023-10' },
  multipartner: { path: 'customers/multipartner', dated: '2023-10' },
  multichannel: { path: 'multichannel', dated: '2023-10' },
  'customer-request': {
    path: 'customers/request-a-relationship-with-a-customer',
    dated: '2023-10',
  },
  enrolling: { path: 'enrolling-in-the-csp-program', dated: '2023-10' },
  'enrolling-direct-bill': {
    path: 'enrolling-in-the-csp-program#enroll-as-a-direct-bill-partner',
    dated: '2023-10',
  },
  'direct-bill-requirements': {
    path: 'enroll/direct-partner-new-requirements',
    dated: '2023-04-24',
  },
  'partner-agreement': { path: 'microsoft-partner-agreement', dated: '2023-10' },
  'mpa-status': { path: 'verify-indirect-reseller-mpa-status', dated: '2023-10' },
  'mpa-faq': { path: 'enroll/mpa-indirect-provider-faq', dated: '2021-01-27' },
  markets: { path: 'regional-authorization-overview', dated: '2023-08-17' },
  'remove-relationship': { path: 'remove-a-relationship', dated: '2023-10' },
} as const satisfies Record<string, Page>;

export type SourceId = keyof typeof SOURCES;
export const SOURCE_IDS = Object.keys(SOURCES) as readonly SourceId[];

export interface Citation {
  readonly source: SourceId;
  /** The page in the reader's language. */
  readonly address: string;
  /** The age of the page that the rules quote. */
  readonly dated: string;
  /** Whether it is the article itself, not a page it links to. */
  readonly article: boolean;
}

/** A source as a link to the page in one language. */
export function cite(source: SourceId, locale: PageLocale): Citation {
  const { path, dated } = SOURCES[source];
  return {
    source,
    address: `${SITE}/${PAGE_LOCALES[locale]}/partner-center/${path}`,
    dated,
    article: path.startsWith(ARTICLE_PATH),
  };
}
