/** What may come next while reading JSON from left to right. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'comma' | 'nothing';

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * Where a text stops being JSON, as line and column from 1. Engines parse, but not all of them say
 * where they failed, so this only looks for the place once parsing has failed.
 */
export function jsonErrorPlace(text: string): { line: number; column: number } {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (true) {
    TOKEN.lastIndex = at;
    const [token, mark, quoted] = TOKEN.exec(text) ?? [];
    const next: Expected | undefined =
      token === undefined ? undefined : step(expected, mark, quoted, open);
    if (token === undefined || next === undefined) break;
    at += token.length;
    expected = next;
  }
  while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function step(
  expected: Expected,
  mark: string | undefined,
  quoted: string | undefined,
  open: ('{' | '[')[],
): Expected | undefined {
  const after = (): Expected => (open.length > 0 ? 'comma' : 'nothing');
  if (mark === '}' || mark === ']') {
    const opener = mark === '}' ? '{' : '[';
    const allowed = expected === 'comma' || expected === (mark === '}' ? 'keyOrEnd' : 'valueOrEnd');
    if (!allowed || open.at(-1) !== opener) return undefined;
    open.pop();
    return after();
  }
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (mark === ',') {
    if (expected !== 'comma') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (expected === 'key' || expected === 'keyOrEnd')
    return quoted === undefined ? undefined : 'colon';
  if (expected !== 'value' && expected !== 'valueOrEnd') return undefined;
  if (mark === '{' || mark === '[') {
    open.push(mark);
    return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }
  return after();
}
