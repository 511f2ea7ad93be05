/** Where one is in the Learn part, as `?learn=` says it. */
export interface LearnAddress {
  /** A course, or a page beside the courses; empty = the list. */
  readonly first: string;
  /** An exercise of the course; empty = none. */
  readonly rest: string;
}

/** `course/exercise`; ids have no slash, but what follows the first may hold more of them. */
export function readLearnAddress(address: string): LearnAddress {
  const [first = '', ...rest] = address.split('/');
  return { first, rest: rest.join('/') };
}

export function learnAddress(first: string, rest: string | null): string {
  return rest ? `${first}/${rest}` : first;
}
