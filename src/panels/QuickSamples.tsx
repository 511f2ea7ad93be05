import { useApp } from '../hooks/app-context.ts';
import { useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import { SAMPLES } from '../samples/samples.ts';
import { VariantButton } from './VariantButton.tsx';

/** The pictures of the first sample, and the way to the others. */
export function QuickSamples() {
  const t = useT();
  const app = useApp();
  const [sample] = SAMPLES;
  if (!sample) return null;
  return (
    <section className="quick">
      <h2 className="heading">{t('ui.samples.quick')}</h2>
      <ul className="quick__list">
        {sample.variants.map((variant) => (
          <li key={variant.id}>
            <VariantButton sample={sample} variant={variant} />
          </li>
        ))}
        <li>
          <button
            type="button"
            className="sample__variant"
            onClick={() => app.view.setState({ dialog: 'samples' })}
          >
            <Icon name="samples" />
            {t('ui.samples.all')}
          </button>
        </li>
      </ul>
    </section>
  );
}
