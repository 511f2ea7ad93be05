// Writes the entries of the declarations, and the page of the library from its docstrings: dist/api.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../../dist');
const entry = path.join(dist, 'types/src/library/csp-policy.d.ts');
writeFileSync(
  path.join(dist, 'csp-policy.d.ts'),
  "export * from './types/src/library/csp-policy.js';\n",
);
writeFileSync(
  path.join(dist, 'docs-plugin.d.ts'),
  "export * from './types/src/cli/docs-plugin.js';\n",
);

const text = readFileSync(entry, 'utf8');
const places = [];
for (const [, inner, from] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)) {
  const file = path.resolve(path.dirname(entry), from.replace(/\.ts$/, '.d.ts'));
  for (const name of inner.split(',')) {
    if (name.trim() !== '') places.push([name.trim().replace(/^type /, ''), file]);
  }
}
for (const [, name] of text.matchAll(/^export (?:declare )?(?:type|function|const) (\w+)/gm)) {
  places.push([name, entry]);
}

const sections = places.map(([name, file]) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const head = new RegExp(
    `^(?:export )?(?:declare )?(?:function|interface|type|const|class) ${name}\\b`,
  );
  const at = lines.findIndex((line) => head.test(line));
  if (at < 0) throw new Error(`${name} is not declared in ${file}`);
  let end = at;
  let depth = 0;
  const last = /\b(?:interface|class) /.test(lines[at]) ? '}' : ';';
  for (; ; end++) {
    const line = lines[end];
    for (const sign of line) depth += '{(['.includes(sign) ? 1 : '})]'.includes(sign) ? -1 : 0;
    if (depth === 0 && line.endsWith(last)) break;
    if (end + 1 === lines.length) throw new Error(`${name} does not end in ${file}`);
  }
  let start = at;
  if (lines[at - 1]?.trim().endsWith('*/')) {
    do start--;
    while (!lines[start].trim().startsWith('/**'));
  }
  const doc = lines
    .slice(start, at)
    .map((line) => line.replace(/^\s*(?:\/\*\*|\*\/|\*)? ?/, '').replace(/\s*\*\/$/, ''))
    .join('\n')
    .trim();
  const code = lines
    .slice(at, end + 1)
    .join('\n')
    .replace(/^export (?:declare )?/, '');
  return `## ${name}\n\n${doc === '' ? '' : `${doc}\n\n`}\`\`\`ts\n${code}\n\`\`\`\n`;
});
const opening =
  '# csp-policy\n\nFor Node 20.19 or later and for browsers. The verdicts are a reading of public documentation, not a decision by Microsoft.\n';
writeFileSync(path.join(dist, 'api.md'), [opening, ...sections].join('\n'));
