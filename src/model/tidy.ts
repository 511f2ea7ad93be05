/** A text as it is kept: on one line, without surrounding space, in one Unicode form. */
export function tidyText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
