import { LIMITS } from './file-schema.ts';

/** A text as it is kept: on one line, without surrounding space, in one Unicode form. */
export function tidyText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * A name as it is kept: without line breaks and surrounding space, in one Unicode form, within the limit
 * of the file format. Null when nothing is left: the party is then shown by its type.
 */
export function tidyName(typed: string): string | null {
  const tidy = tidyText(typed);
  if (tidy === '') return null;
  const characters = [...tidy];
  return characters.length <= LIMITS.name ? tidy : characters.slice(0, LIMITS.name).join('');
}
