import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from './policy/rules/index.ts';

/**
 * The house: which room may import which, and which packages. A room that is not named here does not
 * exist; an import that is not allowed here fails, with the file and the import in the message.
 */
const ROOMS: Record<string, { rooms: string[]; packages: string[] }> = {
  model: { rooms: [], packages: ['valibot', '@valibot/to-json-schema'] },
  policy: { rooms: ['model'], packages: [] },
  geometry: { rooms: ['model'], packages: ['@dagrejs/dagre'] },
  'what-if': { rooms: ['model', 'policy'], packages: [] },
  training: { rooms: ['model', 'policy', 'what-if'], packages: ['valibot'] },
  samples: { rooms: ['model', 'policy', 'i18n'], packages: ['i18next'] },
  i18n: { rooms: ['model', 'policy', 'training'], packages: ['i18next'] },
  render: {
    rooms: ['model', 'policy', 'geometry', 'what-if', 'i18n', 'icons'],
    packages: ['i18next'],
  },
  store: {
    rooms: ['model', 'policy', 'geometry', 'what-if', 'training', 'samples', 'i18n'],
    packages: ['zustand', 'zundo', 'i18next'],
  },
  commands: { rooms: ['model', 'store'], packages: [] },
  icons: { rooms: [], packages: ['react', 'uqr'] },
  hooks: {
    rooms: ['model', 'policy', 'what-if', 'i18n', 'store', 'commands'],
    packages: ['react', 'zustand', 'i18next', 'react-i18next'],
  },
  canvas: {
    rooms: [
      'model',
      'policy',
      'geometry',
      'what-if',
      'i18n',
      'icons',
      'store',
      'commands',
      'hooks',
    ],
    packages: ['react', '@xyflow/react', 'react-aria-components'],
  },
  panels: {
    rooms: [
      'model',
      'policy',
      'geometry',
      'what-if',
      'training',
      'samples',
      'render',
      'i18n',
      'icons',
      'store',
      'commands',
      'hooks',
    ],
    packages: ['react', 'zustand', 'i18next', 'react-aria-components', '@internationalized/date'],
  },
  /** Shows exercises anywhere, so it knows neither the editor nor its state. */
  play: {
    rooms: ['model', 'policy', 'geometry', 'what-if', 'training', 'render', 'i18n', 'icons'],
    packages: ['react', 'i18next'],
  },
  /** Training in the explorer itself, with the real canvas. */
  learn: {
    rooms: [
      'model',
      'policy',
      'geometry',
      'what-if',
      'training',
      'samples',
      'render',
      'i18n',
      'icons',
      'play',
      'store',
      'commands',
      'hooks',
      'canvas',
      'panels',
    ],
    packages: ['react', 'zustand', 'i18next', 'react-aria-components'],
  },
  cli: {
    rooms: ['model', 'policy', 'what-if', 'training', 'samples', 'render', 'i18n', 'lms'],
    packages: ['node', 'i18next', 'vite'],
  },
  library: { rooms: ['model', 'policy', 'what-if', 'render', 'i18n', 'embed'], packages: ['node'] },
  views: {
    rooms: ['model', 'policy', 'i18n', 'icons', 'store', 'commands', 'hooks', 'panels'],
    packages: ['react', 'react-aria-components'],
  },
  embed: {
    rooms: [
      'model',
      'policy',
      'geometry',
      'training',
      'samples',
      'render',
      'i18n',
      'icons',
      'play',
    ],
    packages: ['valibot', 'i18next', 'react', 'react-dom'],
  },
  /** Packages for learning management systems: their page, and what makes them. */
  lms: {
    rooms: ['model', 'policy', 'training', 'i18n', 'play', 'embed'],
    packages: ['react', 'react-dom', 'i18next', 'fflate'],
  },
  bench: {
    rooms: ['model', 'policy', 'what-if'],
    packages: ['node', '@cedar-policy/cedar-wasm', 'json-rules-engine'],
  },
};

/** Rooms whose answers depend on nothing but their arguments. */
const PURE = ['model', 'policy', 'geometry', 'what-if', 'training', 'samples', 'render'];
const IMPURE = /\b(document|window|localStorage|navigator)\b|Math\.random|Date\.now|new Date\(\)/;

const SRC = import.meta.dirname;

interface Source {
  readonly file: string;
  /** Empty for the files that put the rooms together. */
  readonly room: string;
  readonly text: string;
}

const SOURCES: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|mjs)$/.test(file))
  .map((file) => ({
    file,
    room: path.dirname(file) === '.' ? '' : (file.split(path.sep)[0] as string),
    text: readFileSync(path.join(SRC, file), 'utf8'),
  }));

/** Tests, and what only tests use, may look anywhere. */
const isSupport = ({ file }: Source) =>
  /\.test\.ts$|\/(arbitrary|arbitrary-course|test-rule|test-app|test-course|check-words)\.ts$/.test(
    file,
  );
const CODE = SOURCES.filter((source) => !isSupport(source));

function importsOf({ text }: Source): string[] {
  const statements =
    /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '');
}

describe('the house', () => {
  it('has no other rooms', () => {
    const rooms = new Set(SOURCES.map(({ room }) => room).filter(Boolean));
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(Object.entries(ROOMS))('%s imports only what it may', (room, allowed) => {
    const wrong = CODE.filter((source) => source.room === room).flatMap((source) =>
      importsOf(source).flatMap((name) => {
        const isAllowed = name.startsWith('.')
          ? isAllowedPath(source, name, allowed.rooms)
          : allowed.packages.some(
              (one) => name === one || name.startsWith(`${one}/`) || name.startsWith(`${one}:`),
            );
        return isAllowed ? [] : [`${source.file} imports ${name}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is put together without the programs', () => {
    const wrong = CODE.filter(({ room }) => room === '').flatMap((source) =>
      importsOf(source).flatMap((name) =>
        /^\.\/(cli|bench)\//.test(name) ? [`${source.file} imports ${name}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps page, clock and chance out of its pure rooms', () => {
    const wrong = CODE.filter(({ room, text }) => PURE.includes(room) && IMPURE.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('has no words in the code', () => {
    const han = CODE.filter(
      ({ file, text }) => /\p{Script=Han}/u.test(text) && file !== 'i18n/locale.ts',
    );
    expect(han.map(({ file }) => file)).toEqual([]);
    const attributes = CODE.flatMap(({ file, text }) =>
      (text.match(/\b(aria-label|title|placeholder|alt|label)="[^"]*[A-Za-z]{2}[^"]*"/g) ?? []).map(
        (found) => `${file}: ${found}`,
      ),
    );
    expect(attributes).toEqual([]);
  });

  it('has no way past the types and no leftovers', () => {
    const wrong = SOURCES.filter(({ file }) => file !== 'house.test.ts').flatMap(({ file, text }) =>
      (
        text.match(
          /: any\b|as any\b|@ts-ignore|@ts-expect-error|\bTODO\b|\bFIXME\b|\b(it|test|describe)\.(skip|only|todo)\b/g,
        ) ?? []
      ).map((found) => `${file}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the rules', () => {
  const files = readdirSync(path.join(SRC, 'policy/rules')).filter(
    (file) => !file.includes('.test.'),
  );
  const support = ['index.ts', 'cells.ts', 'region-cells.ts', 'steps.ts', 'supply.ts'];

  it('have a file each, under their id, with a test beside it', () => {
    const ids = RULES.map(({ id }) => id);
    expect(files.filter((file) => !support.includes(file)).sort()).toEqual(
      ids.map((id) => `${id}.ts`).sort(),
    );
    const untested = ids.filter((id) => !existsSync(path.join(SRC, `policy/rules/${id}.test.ts`)));
    expect(untested).toEqual([]);
  });

  it('are written in one order and open with the rule in plain words', () => {
    const order = ['id', 'category', 'stage', 'strength', 'judges', 'sources', 'examples'];
    for (const { id } of RULES) {
      const text = readFileSync(path.join(SRC, `policy/rules/${id}.ts`), 'utf8');
      const rule = text.slice(text.indexOf(': Rule = {'));
      const places = order.map((field) => rule.indexOf(`\n  ${field}:`));
      expect(places, id).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0], id).toBeGreaterThan(0);
      expect(text, id).toMatch(/\*\/\nexport const \w+: Rule = /);
    }
  });
});

/** A path inside the room, into a room it may import, or to the words. */
function isAllowedPath(source: Source, name: string, rooms: readonly string[]): boolean {
  const target = path.relative(SRC, path.resolve(SRC, path.dirname(source.file), name));
  const [room = ''] = target.split(path.sep);
  if (room === '..') return source.room === 'i18n' && target.startsWith(path.join('..', 'locales'));
  return room === source.room || rooms.includes(room);
}
