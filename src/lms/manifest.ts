import type { Language } from '../i18n/locale.ts';
import { escapeXml } from '../model/xml.ts';
import type { Standard } from './standard.ts';

/** What a learning management system reads of a package, before anybody opens it. */
export interface Described {
  /** Unique among courses. */
  readonly id: string;
  /** In each language of the package, the first being that of systems which know only one. */
  readonly titles: readonly Said[];
  readonly descriptions: readonly Said[];
  /** Share of the points from which the course is passed; null = there are no points. */
  readonly passMark: number | null;
  /** Paths inside the package, the page to be opened first. */
  readonly files: readonly string[];
}

export interface Said {
  readonly language: Language;
  readonly text: string;
}

/** Name and text of the manifest that the standard wants. */
export function manifestOf(standard: Standard, described: Described): [string, string] {
  if (standard === 'cmi5') return ['cmi5.xml', cmi5(described)];
  return ['imsmanifest.xml', standard === 'scorm12' ? scorm12(described) : scorm2004(described)];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Element[] | string;
}

function el(
  name: string,
  attributes: Element['attributes'] = {},
  content: Element['content'] = [],
): Element {
  return { name, attributes, content };
}

function written(element: Element, indent = ''): string {
  const { name, attributes, content } = element;
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${name}${given.join('')}`;
  if (typeof content === 'string') return `${open}>${escapeXml(content)}</${name}>\n`;
  if (content.length === 0) return `${open}/>\n`;
  const inside = content.map((one) => written(one, `${indent}  `)).join('');
  return `${open}>\n${inside}${indent}</${name}>\n`;
}

function xml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`;
}

/** As an XML id: what may stand in one, behind a letter. */
function xmlId(id: string): string {
  return `CSP-${id.replace(/[^A-Za-z0-9.-]/gu, (mark) => `_${mark.codePointAt(0)?.toString(16)}_`)}`;
}

const titleOf = ({ titles }: Described) => titles[0]?.text ?? '';
const hrefs = (files: readonly string[]) => files.map((href) => el('file', { href }));

function scorm12(described: Described): string {
  const { id, passMark, files } = described;
  const title = el('title', {}, titleOf(described));
  const mastery = passMark === null ? [] : [el('adlcp:masteryscore', {}, percent(passMark))];
  return xml(
    el(
      'manifest',
      {
        identifier: xmlId(id),
        version: '1.0',
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      },
      [
        el('metadata', {}, [el('schema', {}, 'ADL SCORM'), el('schemaversion', {}, '1.2')]),
        el('organizations', { default: 'ORGANIZATION' }, [
          el('organization', { identifier: 'ORGANIZATION' }, [
            title,
            el('item', { identifier: 'ITEM', identifierref: 'RESOURCE', isvisible: 'true' }, [
              title,
              ...mastery,
            ]),
          ]),
        ]),
        el('resources', {}, [
          el(
            'resource',
            {
              identifier: 'RESOURCE',
              type: 'webcontent',
              'adlcp:scormtype': 'sco',
              href: files[0] ?? '',
            },
            hrefs(files),
          ),
        ]),
      ],
    ),
  );
}

function scorm2004(described: Described): string {
  const { id, passMark, files } = described;
  const title = el('title', {}, titleOf(described));
  const objective =
    passMark === null
      ? el('imsss:primaryObjective', { objectiveID: 'PRIMARY' })
      : el('imsss:primaryObjective', { objectiveID: 'PRIMARY', satisfiedByMeasure: 'true' }, [
          el('imsss:minNormalizedMeasure', {}, share(passMark)),
        ]);
  return xml(
    el(
      'manifest',
      {
        identifier: xmlId(id),
        version: '1',
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
        'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      },
      [
        el('metadata', {}, [
          el('schema', {}, 'ADL SCORM'),
          el('schemaversion', {}, '2004 4th Edition'),
        ]),
        el('organizations', { default: 'ORGANIZATION' }, [
          el('organization', { identifier: 'ORGANIZATION' }, [
            title,
            el('item', { identifier: 'ITEM', identifierref: 'RESOURCE' }, [
              title,
              el('imsss:sequencing', {}, [
                el('imsss:objectives', {}, [objective]),
                // The course itself says what is done, and no visit without a word of it counts.
                el('imsss:deliveryControls', {
                  completionSetByContent: 'true',
                  objectiveSetByContent: 'true',
                }),
              ]),
            ]),
            el('imsss:sequencing', {}, [el('imsss:controlMode', { choice: 'true', flow: 'true' })]),
          ]),
        ]),
        el('resources', {}, [
          el(
            'resource',
            {
              identifier: 'RESOURCE',
              type: 'webcontent',
              'adlcp:scormType': 'sco',
              href: files[0] ?? '',
            },
            hrefs(files),
          ),
        ]),
      ],
    ),
  );
}

function cmi5({ id, titles, descriptions, passMark, files }: Described): string {
  const course = `urn:x-csp-scenario-explorer:course:${encodeURIComponent(id)}`;
  const strings = (list: readonly Said[]) =>
    list.map(({ language, text }) => el('langstring', { lang: language }, text));
  const head = [el('title', {}, strings(titles)), el('description', {}, strings(descriptions))];
  const judged =
    passMark === null
      ? { moveOn: 'Completed' }
      : { moveOn: 'CompletedAndPassed', masteryScore: share(passMark) };
  return xml(
    el('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
      el('course', { id: course }, head),
      el('au', { id: `${course}:unit`, ...judged, launchMethod: 'AnyWindow' }, [
        ...head,
        el('url', {}, files[0] ?? ''),
      ]),
    ]),
  );
}

/** Four decimals, as reports have them. */
function share(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

function percent(value: number): string {
  return String(Math.round(value * 10_000) / 100);
}
