import { LIMITS } from '../model/file-schema.ts';
import { tidyText } from '../model/tidy.ts';

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
