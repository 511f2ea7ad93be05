import { memo } from 'react';
import { ICONS, type IconName } from './paths.ts';

/** A picture beside words, or in a button that has a name: never read aloud itself. */
export const Icon = memo(function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
});
