/** The page without query and fragment. */
export function pageAddress(): string {
  const { origin, pathname, href } = location;
  return origin === 'null' ? href.replace(/[?#].*/s, '') : origin + pathname;
}
