import type { ReactNode } from 'react';
import { Checkbox, Column, Input, SearchField } from 'react-aria-components';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';

/** Rows of one height, so that thousands can be scrolled. CSS pixels. */
export const LAYOUT = { rowHeight: 44, headingHeight: 54 };

interface GridHeadProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** The head of a grid: what it lists, how many, and how to find some of them. */
export function GridHead({ title, count, children }: GridHeadProps) {
  return (
    <div className="grid-part__head">
      <h2 className="grid-part__title">
        {title} <span className="quiet">{count}</span>
      </h2>
      {children}
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function Filter({ label, value, onChange }: FilterProps) {
  return (
    <SearchField className="filter" aria-label={label} value={value} onChange={onChange}>
      <Icon name="filter" />
      <Input className="input" placeholder={label} />
    </SearchField>
  );
}

export function SelectionHeader() {
  return (
    <Column className="grid__column grid__column--box" width={44} minWidth={44}>
      <SelectionBox />
    </Column>
  );
}

/** Names itself: the component library says "Select" in the reader's language. */
export function SelectionBox() {
  return (
    <Checkbox slot="selection" className="check check--cell">
      {({ isIndeterminate }) => (
        <span className="check__box">
          <Icon name={isIndeterminate ? 'minus' : 'valid'} />
        </span>
      )}
    </Checkbox>
  );
}

/** A verdict as icon and word. */
export function VerdictMark({
  shown,
}: {
  readonly shown: 'valid' | 'prohibited' | 'prerequisite' | 'unknown';
}) {
  const t = useT();
  return (
    <span className={`verdict-mark verdict--${shown}`}>
      <Icon name={shown} />
      {t(`policy.status.${shown}`)}
    </span>
  );
}
