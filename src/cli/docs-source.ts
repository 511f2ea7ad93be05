import { readFileSync } from 'node:fs';
import path from 'node:path';

import { FORMAT, VERSION } from '../model/file-schema.ts';
import { readChain } from '../model/read-chain.ts';
import { CHAIN_STATUSES } from '../model/scenario.ts';
import {
  type FileProblem,
  parseJson,
  type Read,
  readScenario,
  scenarioOf,
} from '../model/scenario-file.ts';
import { readShared } from '../model/share-link.ts';
import { SAMPLE_NAMES, sampleNamed, sampleScenario } from '../samples/samples.ts';
import type { CourseRead } from '../training/course-file.ts';
import { readCourseLink } from '../training/course-link.ts';
import { COURSES } from '../training/lessons.ts';
import { type Embed, MODES } from './docs.ts';
import { errorCode } from './program.ts';

/** The scenario or course of an embed; a file that it names is read from beside the page. */
export async function readEmbed(embed: Embed, page: string): Promise<Read | CourseRead> {
  const { what, text } = embed;
  if (what === 'course') return readCourseName(text);
  return what === 'sharedCourse' ? readCourseLink(text) : scenarioOfEmbed(embed, page);
}

async function scenarioOfEmbed(embed: Embed, page: string): Promise<Read> {
  const read = await readOne(embed, page);
  if (!read.ok || embed.expect === undefined) return read;
  return withLines(read, [`expect: ${embed.expect}`]);
}

async function readOne({ what, text }: Embed, page: string): Promise<Read> {
  switch (what) {
    case 'block':
      return readBlock(text);
    case 'chain':
      return readChain(text);
    case 'shared':
      return readShared(text);
    case 'sample':
      return readSample(text);
    case 'src':
      return readSource(text, page);
    case 'mode':
      return notOneOf('mode', text, MODES.includes(text) ? ['exercise'] : MODES);
    default:
      return refuse('scenario | chain | sample | src', 'missing');
  }
}

/**
 * What a fenced block holds: the JSON of a scenario file, or chain text, each line a branch. Beside chain
 * text, `title: …` names the scenario, `expect: complete|incomplete|broken|empty` says what the chain must
 * be, and `expect e2: valid` or `expect e2: invalid region-sale` what one of its relationships must be.
 */
export function readBlock(text: string): Read {
  if (/^\s*\{/.test(text)) {
    // Fields that every block would repeat may be left out.
    const parsed = parseJson(text);
    if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };
    return scenarioOf({ format: FORMAT, version: VERSION, ...(parsed.value as object) });
  }
  const lines = text.split('\n').map((line) => line.trim());
  const isFact = (line: string) => /^(?:expect|title)\b[^>]{0,250}?:/.test(line);
  const chain = lines.filter((line) => line !== '' && !isFact(line));
  const read = readChain(chain.join('; '));
  return read.ok ? withLines(read, lines.filter(isFact)) : read;
}

function withLines(read: Read & { ok: true }, lines: readonly string[]): Read {
  let scenario = read.scenario;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [key = '', relationship] = line.slice(0, colon).trim().split(/\s+/, 2);
    const value = line.slice(colon + 1).trim();
    const [word = '', ...rules] = value.split(/[\s,]+/);
    if (key === 'title') scenario = { ...scenario, title: value };
    else if (relationship === undefined) {
      const status = CHAIN_STATUSES.find((one) => one === word);
      if (!status) return notOneOf('expect', word, CHAIN_STATUSES);
      scenario = { ...scenario, expectChain: status };
    } else if (word !== 'valid' && word !== 'invalid') {
      return notOneOf(`expect ${relationship}`, word, ['valid', 'invalid']);
    } else {
      const expected = { verdict: word, ...(rules.length > 0 ? { rules } : {}) } as const;
      scenario = { ...scenario, expect: { ...scenario.expect, [relationship]: expected } };
    }
  }
  // Checked as a file is: lengths, and relationships that are not there.
  return scenarioOf({ format: FORMAT, version: VERSION, ...scenario });
}

function readSample(name: string): Read {
  const found = sampleNamed(name);
  if (found) return { ok: true, scenario: sampleScenario(found.variant) };
  return notOneOf('sample', name, SAMPLE_NAMES);
}

function readCourseName(name: string): CourseRead {
  const course = COURSES.find(({ id }) => id === name);
  if (course) return { ok: true, course };
  if (name === '') return refuse('course', 'missing');
  const names = COURSES.map(({ id }) => id);
  return notOneOf('course', name, names);
}

function readSource(src: string, page: string): Read {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(src)) return refuse(src, 'notOpened', { code: 'URL' });
  const name = src.replace(/[?#].*$/s, '');
  try {
    const file = name.startsWith('/') ? path.join('.', name) : path.join(path.dirname(page), name);
    return readScenario(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(src, 'notOpened', { code: errorCode(error) });
  }
}

type Refused = Read & { readonly ok: false };

function notOneOf(at: string, actual: string, allowed: readonly string[]): Refused {
  return refuse(at, 'notOneOf', { actual: `“${actual}”`, allowed: allowed.join(', ') });
}

function refuse(
  at: string,
  code: FileProblem['code'],
  params: FileProblem['params'] = {},
): Refused {
  return { ok: false, problems: [{ path: at, code, params }] };
}
