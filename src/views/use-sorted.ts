import { useMemo, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { useLanguage } from '../hooks/use-t.ts';

/** Rows that a grid holds at a time: many more, and every edit would be waited for. */
export const ROWS_HELD = 1000;

export interface Sorted<T> {
  readonly items: readonly T[];
  /** Found, and beyond what is held. */
  readonly more: number;
  readonly sortDescriptor: SortDescriptor | undefined;
  readonly onSortChange: (by: SortDescriptor) => void;
}

/**
 * The items that contain what is looked for, ordered by a column: as the language of the reader orders
 * words, and as they were drawn until a column is chosen.
 *
 * @param textOf what a column of an item says; must stay the same function while that stays the same
 */
export function useSorted<T>(
  all: readonly T[],
  filter: string,
  columns: readonly string[],
  textOf: (item: T, column: string) => string,
): Sorted<T> {
  const language = useLanguage();
  const [by, setBy] = useState<SortDescriptor>();
  const items = useMemo(() => {
    const wanted = filter.trim().toLocaleLowerCase();
    const found =
      wanted === ''
        ? all
        : all.filter((one) =>
            columns.some((column) => textOf(one, column).toLocaleLowerCase().includes(wanted)),
          );
    if (!by) return found;
    const { compare } = new Intl.Collator(language, { numeric: true });
    const column = String(by.column);
    const way = by.direction === 'descending' ? -1 : 1;
    return found
      .map((one) => ({ one, text: textOf(one, column) }))
      .sort((a, b) => way * compare(a.text, b.text))
      .map(({ one }) => one);
  }, [all, filter, columns, textOf, by, language]);
  const held = useMemo(() => items.slice(0, ROWS_HELD), [items]);
  return { items: held, more: items.length - held.length, sortDescriptor: by, onSortChange: setBy };
}
