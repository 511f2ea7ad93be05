import { useApp } from '../hooks/app-context.ts';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Sample, Variant } from '../samples/samples.ts';
import { variantTitle } from '../samples/titled.ts';
import { openSample } from '../store/samples.ts';

interface VariantButtonProps {
  readonly sample: Sample;
  readonly variant: Variant;
}

/** One picture of a sample; whether it is supported shows before it is opened. */
export function VariantButton({ sample, variant }: VariantButtonProps) {
  const t = useT();
  const app = useApp();
  const language = useLanguage();
  const isSupported = Object.keys(variant.refused).length === 0;
  const shown = isSupported ? 'valid' : 'prohibited';
  return (
    <button
      type="button"
      className="sample__variant"
      onClick={() => openSample(app, sample, variant, t, language)}
    >
      <span className={`row__mark verdict--${shown}`}>
        <Icon name={shown} />
      </span>
      {variantTitle(sample, variant, t)}
      <span className="sr-only">{t(`ui.samples.${isSupported ? 'supported' : 'refused'}`)}</span>
    </button>
  );
}
