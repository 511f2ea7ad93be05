import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createExplainer } from '../i18n/explain.ts';
import { LANGUAGES, type Language } from '../i18n/locale.ts';
import { createWords, loadLanguage, wordsIn } from '../i18n/words.ts';
import { arbitraryScenario } from '../model/arbitrary.ts';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { readScenario, writeScenario } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import { sameService } from '../policy/notes.ts';
import { FONTS } from './fonts.ts';
import { renderText, TEXT_FORMATS } from './formats.ts';
import { escapeMermaid, mermaidChart } from './mermaid.ts';
import { pngSize } from './png.ts';
import { htmlReport } from './report-html.ts';
import { escapeMarkdown, markdownReport } from './report-markdown.ts';
import { PICTURE_THEMES } from './style.ts';
import { drawPicture, type Wording } from './svg.ts';

const wordings = new Map<Language, Wording>();
const inWords = (language: Language) => wordings.get(language) as Wording;
const DATE = '2026-02-03';

beforeAll(async () => {
  const words = await createWords('en');
  for (const language of LANGUAGES) {
    await loadLanguage(words, language);
    wordings.set(language, { t: wordsIn(words, language), language });
  }
});

/** Names that mean something in JSON, XML, HTML, Markdown or Mermaid, or are hard to draw. */
const hostile = fc.oneof(
  fc.constantFrom(
    ']]>',
    '</metadata></svg>',
    '<script>alert(1)</script>',
    '"quoted" & \'so\' &amp;',
    'A|B\n\n# C',
    '1. one',
    '- item',
    '[a](javascript:x)',
    '![x](y)',
    '```\ncode',
    '`x` *y* _z_ ~~w~~ $v$',
    'https://example.com www.example.com a@b.c',
    'end; style x:y #quot; --> p0',
    'p0["x"]',
    '%%{init: {}}%%',
    '\u202Ertl',
    '\uD800 half',
    '\uFFFE\uFFFF\u0000\u001B[0m',
    '間接轉銷商「甲」'.repeat(20),
    'Donaudampfschifffahrtsgesellschaft'.repeat(5),
    '👩‍👩‍👧‍👦👍🏽'.repeat(10),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const hostileScenario: fc.Arbitrary<Scenario> = fc
  .tuple(arbitraryScenario(6, 9), fc.array(hostile, { minLength: 16, maxLength: 16 }))
  .map(([scenario, texts]) => ({
    ...scenario,
    title: texts[14] as string,
    description: texts[15] as string,
    parties: scenario.parties.map((party, i) => ({ ...party, name: `n${texts[i]}` })),
    relationships: scenario.relationships.map((one, i) =>
      one.service ? { ...one, service: texts[i] as string } : one,
    ),
  }));

/** The same scenario with names that mean nothing to any format; equal services stay equal, others do not. */
function tame(scenario: Scenario): Scenario {
  const services = [
    ...new Set(scenario.relationships.map((one) => sameService(one.service ?? ''))),
  ];
  return {
    ...scenario,
    title: 'x',
    description: 'x',
    parties: scenario.parties.map((party) => ({ ...party, name: 'x' })),
    relationships: scenario.relationships.map((one) =>
      one.service?.trim()
        ? { ...one, service: `x${services.indexOf(sameService(one.service))}` }
        : one,
    ),
  };
}

const language = fc.constantFrom(...LANGUAGES);
const theme = fc.constantFrom(...PICTURE_THEMES);
const chain =
  'microsoft > indirectProvider[TW,name=Contoso] > indirectReseller[TW,-mpaSigned,name=Fabrikam] > customer[HK]';

describe('the picture', () => {
  it('is well-formed XML, whatever anything is called', () => {
    fc.assert(
      fc.property(hostileScenario, language, theme, (scenario, lng, colours) => {
        expect(faultIn(drawPicture(scenario, inWords(lng), colours).svg)).toBeUndefined();
      }),
    );
  });

  it('is opened as the scenario it shows, and drawn from that it is the same', () => {
    fc.assert(
      fc.property(hostileScenario, language, (scenario, lng) => {
        const { svg } = drawPicture(scenario, inWords(lng), 'auto');
        const read = readScenario(svg);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const withoutPlaces = read.scenario.parties.map(({ position, ...party }) => party);
        expect({ ...read.scenario, parties: withoutPlaces }).toEqual(scenario);
        expect(drawPicture(read.scenario, inWords(lng), 'auto').svg).toBe(svg);
      }),
    );
  });

  it.each(LANGUAGES)('says every relationship with its verdict in %s', (lng) => {
    const scenario = parseChain(`${chain}; indirectProvider -- indirectReseller ~> customer`);
    const wording = inWords(lng);
    const { svg } = drawPicture(scenario, wording, 'light');
    const [, description = ''] = /<desc[^>]*>([\s\S]*?)<\/desc>/u.exec(svg) ?? [];
    const explainer = createExplainer(wording.t, lng, scenario);
    const { verdicts } = judge(scenario);
    for (const one of scenario.relationships) {
      const status = explainer.status(verdicts.get(one.id) as never);
      expect(description).toContain(explainer.line(one));
      expect(description).toContain(status);
    }
    expect(svg).toContain(`lang="${lng}"`);
    expect(description).toContain(wording.t('policy.disclaimer'));
  });

  it('keeps parties where the scenario has them', () => {
    const at = (x: number) => ({
      ...parseChain('microsoft > directBillPartner'),
      parties: [
        { id: 'microsoft', type: 'microsoft' as const, position: { x: 0, y: 0 } },
        { id: 'directBillPartner', type: 'directBillPartner' as const, position: { x, y: 300 } },
      ],
    });
    const width = (x: number) => drawPicture(at(x), inWords('en'), 'light').width;
    expect(width(2_000) - width(1_000)).toBe(1_000);
  });

  it('has one set of colours, or two where the reader’s setting decides', () => {
    const svg = (colours: (typeof PICTURE_THEMES)[number]) =>
      drawPicture(parseChain(chain), inWords('en'), colours).svg;
    expect(svg('light')).toContain('.csp-back{fill:#faf9f8}');
    expect(svg('dark')).toContain('.csp-back{fill:#1b1a19}');
    expect(svg('light') + svg('dark')).not.toContain('@media');
    expect(svg('auto')).toContain(
      '@media screen and (prefers-color-scheme:dark){.csp-back{fill:#1b',
    );
  });

  it('uses the fonts of the page', () => {
    const css = readFileSync(path.join(import.meta.dirname, '../tokens.css'), 'utf8');
    for (const lng of LANGUAGES) {
      const [, stack = ''] =
        new RegExp(`\\[lang="${lng}"\\] \\{\\s*font-family:([^;]+);`).exec(css) ?? [];
      expect(FONTS[lng]).toBe(stack.replace(/\s+/g, ' ').trim());
    }
  });

  it('becomes a PNG of twice its size, unless that is more than browsers can draw', () => {
    expect(pngSize({ width: 480, height: 812 })).toEqual({ width: 960, height: 1624 });
    const huge = pngSize({ width: 40_000, height: 30_000 });
    expect(huge.width).toBeLessThanOrEqual(16_384);
    expect(huge.width / huge.height).toBeCloseTo(4 / 3, 2);
  });
});

describe('every format', () => {
  it('gives the same text for the same scenario, in whatever order of rendering', () => {
    fc.assert(
      fc.property(hostileScenario, language, (scenario, lng) => {
        const rendering = { ...inWords(lng), theme: 'auto', date: DATE } as const;
        const copy = JSON.parse(JSON.stringify(scenario)) as Scenario;
        for (const format of TEXT_FORMATS) {
          expect(renderText(format, copy, rendering)).toBe(renderText(format, scenario, rendering));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the report', () => {
  it('keeps its HTML, whatever anything is called', () => {
    fc.assert(
      fc.property(hostileScenario, language, (scenario, lng) => {
        const tags = (one: Scenario) =>
          htmlReport(one, inWords(lng), 'auto', DATE)
            .replace(/<figure>[\s\S]*<\/figure>/, '')
            .match(/<[^>]*>/g);
        expect(tags({ ...scenario, description: 'x' })).toEqual(tags(tame(scenario)));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its Markdown, whatever anything is called', () => {
    // The marks at the start of each line make the blocks; inside, nothing but our own may be a mark.
    const blocks = (text: string) => text.split('\n').map((line) => /^[\s>#|*`-]*/.exec(line)?.[0]);
    fc.assert(
      fc.property(hostileScenario, language, (scenario, lng) => {
        const markdown = (one: Scenario) => markdownReport(one, inWords(lng), DATE);
        expect(blocks(markdown({ ...scenario, description: 'x' }))).toEqual(
          blocks(markdown(tame(scenario))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each(LANGUAGES)('says in %s why, what would cure it, and what was assumed', (lng) => {
    const wording = inWords(lng);
    const { t } = wording;
    for (const text of [
      markdownReport(parseChain(chain), wording, DATE),
      htmlReport(parseChain(chain), wording, 'auto', DATE),
    ]) {
      for (const words of [
        'region-sale',
        t('policy.chain.broken'),
        t('ui.fix.title'),
        t('report.assumptions'),
        t('policy.disclaimer'),
        t('report.assumed.affiliates'),
        { en: 'February 3, 2026', 'zh-CN': '2026年2月3日', 'zh-TW': '2026年2月3日' }[lng],
        `https://learn.microsoft.com/${lng === 'en' ? 'en-us' : lng.toLowerCase()}/partner-center/`,
      ]) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain('report.');
      expect(text).not.toContain('{{');
    }
  });

  it('assumes nothing that the scenario says', () => {
    const { t } = inWords('en');
    const told: Scenario = {
      ...parseChain('asOf=2024-01-01; microsoft > directBillPartner[org=a] > customer[org=b]'),
      edition: '2023-10',
    };
    const ready = [
      'onboarded',
      'enrolled',
      'mpaSigned',
      'apiIntegration',
      'billing',
      'support',
      'managedServices',
    ];
    const parties = told.parties.map((party) =>
      party.type === 'directBillPartner'
        ? { ...party, facts: Object.fromEntries(ready.map((fact) => [fact, true])) }
        : party,
    );
    const text = markdownReport({ ...told, parties }, inWords('en'), DATE);
    const [, assumptions = ''] = text.split(t('report.assumptions'));
    expect(assumptions.match(/^- /gm)).toHaveLength(3);
    expect(text).toContain('January 1, 2024');
  });

  it('gives numbers instead of long lists of names', () => {
    const many = Array.from({ length: 12 }, (_, i) => `directBillPartner#${i + 1}`).join('; ');
    const text = markdownReport(parseChain(many), inWords('en'), DATE);
    expect(text).toContain('This concerns 12 partners.');
  });
});

describe('text in Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['two\nlines', 'two lines'],
    ['<b>', '&lt;b&gt;'],
    ['&lt;', '&amp;lt;'],
    ['1. x', '1\\. x'],
    ['- x', '\\- x'],
    ['# x', '\\# x'],
    ['https://x', 'https\\://x'],
  ])('%j is written %s', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it('has no mark left that is not escaped', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(bare).not.toMatch(/[`*_[\]|<>~$#\n]/);
      }),
    );
  });
});

describe('the Mermaid chart', () => {
  it('has the lines it should have and no others, whatever anything is called', () => {
    const label = '"(?:[^\\x00-\\x1f"<>#]|#\\d+;|<br/>)*"';
    const form = new RegExp(
      `^(flowchart TB|  acc(Title|Descr): [^\\n]*|  p\\d+\\[${label}\\]|  p\\d+ (-->|---|-\\.->)\\|${label}\\| p\\d+|  linkStyle \\d+ [\\w:#, -]+)$`,
      'u',
    );
    fc.assert(
      fc.property(hostileScenario, language, (scenario, lng) => {
        const lines = mermaidChart(scenario, inWords(lng)).trimEnd().split('\n');
        for (const line of lines) expect(line).toMatch(form);
        expect(lines).toHaveLength(3 + scenario.parties.length + 2 * scenario.relationships.length);
      }),
    );
  });

  it('writes marks as character codes', () => {
    expect(escapeMermaid('A "B" <c> #d; `e`\nf')).toBe(
      'A #34;B#34; #60;c#62; #35;d#59; #96;e#96; f',
    );
  });
});

describe('a picture as a file', () => {
  const carried = writeScenario(parseChain('microsoft'));

  it('may have been written anew by another program', () => {
    const { svg } = drawPicture(parseChain(chain), inWords('en'), 'auto');
    const again = `\uFEFF<?xml version="1.0"?>\n<!-- made elsewhere -->${svg.replace('<metadata id="csp-scenario">', '<metadata\n   id="csp-scenario">')}`;
    expect(readScenario(again)).toEqual(readScenario(svg));
    const cdata = `<svg><metadata/><svg:metadata><![CDATA[${carried}]]></svg:metadata></svg>`;
    expect(readScenario(cdata).ok).toBe(true);
    expect(
      readScenario(`<svg><metadata>${carried.replaceAll('"', '&#x22;')}</metadata></svg>`).ok,
    ).toBe(true);
  });

  it('without a scenario is refused with the reason', () => {
    for (const text of ['<svg/>', '<svg><metadata>&lt;rdf/&gt;</metadata></svg>', ' <']) {
      expect(readScenario(text)).toMatchObject({ problems: [{ code: 'pictureWithout' }] });
    }
    expect(readScenario('<svg><metadata>{"format":1}</metadata></svg>').ok).toBe(false);
  });
});

/** What is wrong with a piece of XML; undefined when it is well-formed. The browser tests ask a real parser. */
function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  const token =
    /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#\d+);)*")*)\s*(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|#\d+);)+)/gy;
  const forbidden =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]|\]\]>/u.exec(xml);
  if (forbidden) return `forbidden at ${forbidden.index}`;
  let at = 0;
  for (const match of xml.matchAll(token)) {
    if (match.index !== at) break;
    at += match[0].length;
    const [, closing, name = '', attributes = '', empty] = match;
    const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, one]) => one);
    if (new Set(names).size < names.length) return `an attribute twice: ${match[0]}`;
    if (name === '') continue;
    if (closing && open.pop() !== name) return `closes ${name}`;
    if (!closing && !empty) open.push(name);
  }
  if (at < xml.length) return `at ${at}: ${xml.slice(at, at + 60)}`;
  return open.length > 0 ? `open: ${open.join()}` : undefined;
}
